export { blueGreenCodedeploy as step } from '@cutover/steps/blue-green-codedeploy/step';
