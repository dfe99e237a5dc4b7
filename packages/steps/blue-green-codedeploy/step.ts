import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { run, type Outputs } from './run.ts';
import { afterKillOfAll } from './services/after-kill.ts';

/** Starts a CodeDeploy deployment, follows it, stops it when it goes wrong, and explains it. */
export const blueGreenCodedeploy: Step<typeof inputs, Outputs> = {
  name: 'blue-green-codedeploy',
  inputs,
  outputs: [
    'deployment-id',
    'codedeploy-deployment-id',
    'deployment-status',
    'rolled-back',
    'rollback-deployment-id',
    'previous-task-definition-arn',
    'task-definition-arn',
    'superseded',
    'traffic-shifted-at',
    'duration-seconds',
    'services',
  ],
  run,
  post: afterKillOfAll,
};
