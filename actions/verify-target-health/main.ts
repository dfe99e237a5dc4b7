export { verifyTargetHealth as step } from '@cutover/steps/verify-target-health/step';
