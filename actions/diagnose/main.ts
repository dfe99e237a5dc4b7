export { diagnoseStep as step } from '@cutover/steps/diagnose/step';
