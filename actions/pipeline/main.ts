export { pipeline as step } from '@cutover/steps/pipeline/step';
