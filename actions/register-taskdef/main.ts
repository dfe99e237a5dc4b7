export { registerTaskdef as step } from '@cutover/steps/register-taskdef/step';
