export { buildPushEcr as step } from '@cutover/steps/build-push-ecr/step';
