export { deployStack as step } from '@cutover/steps/deploy-stack/step';
