export { preflight as step } from '@cutover/steps/preflight/step';
