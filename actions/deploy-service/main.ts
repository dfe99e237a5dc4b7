export { deployService as step } from '@cutover/steps/deploy-service/step';
