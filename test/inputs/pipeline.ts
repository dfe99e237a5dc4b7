import { pipeline as step } from '@cutover/steps/pipeline/step';
import { protectImage } from '@cutover/steps/pipeline/protect-image';
import type { Step } from '@cutover/steps/step';
import { inAccount } from './account.ts';
import { hides, shows, type InputProofs } from './proof.ts';

const WEB = { cluster: 'shop', service: 'web' };
const IMAGE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app:v1';

/** The last act of a pipeline that deployed an image. */
const lastAct: Step<typeof step.inputs, Record<string, never>> = {
  ...step,
  outputs: {},
  run: async (given, world) => {
    await protectImage(given, { image: IMAGE, digest: undefined, built: false }, 'web:3', world);
    return { kind: 'succeeded', what: '', outputs: {} };
  },
};

export const whole: InputProofs = {
  action: 'pipeline',
  open: inAccount(step),
  proofs: [
    hides('preflight', 'off', { ...WEB, image: IMAGE, 'dry-run': 'true' }, 'calls DescribeSubnets'),
    shows('region', 'eu-west-1', { ...WEB, image: IMAGE, 'dry-run': 'true' }, 'region "eu-west-1"'),
  ],
};

export const end: InputProofs = {
  action: 'pipeline',
  open: inAccount(lastAct),
  proofs: [hides('protect', 'false', WEB, 'calls PutImage')],
};
