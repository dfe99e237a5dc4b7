export { rollback as step } from '@cutover/steps/rollback/step';
