import { afterKill } from '../deployment/after-kill.ts';
import { restoreAfterKill } from '../deployment/suspended-scaling.ts';
import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { run, type Outputs } from './run.ts';

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
  ],
  run,
  post: async (remembered, world) => {
    try {
      await afterKill(remembered, world);
    } finally {
      await restoreAfterKill(remembered, world);
    }
  },
};
