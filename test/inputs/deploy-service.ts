import { deployService as step } from '@cutover/steps/deploy-service/step';
import { inAccount, inBusyAccount } from './account.ts';
import { order, orderOfNoTask } from './blue-green-order.ts';
import * as blueGreen from './blue-green.ts';
import type { InputProofs } from './proof.ts';

/** For services of CodeDeploy, deploy-service does with its inputs what blue-green-codedeploy does. */
const likewise = (proofs: InputProofs, open = proofs.open): InputProofs => ({
  ...proofs,
  action: 'deploy-service',
  open,
});

export const deployments: readonly InputProofs[] = [
  likewise(order),
  likewise(orderOfNoTask),
  likewise(blueGreen.deployment, inAccount(step, { ancestry: { kind: 'behind' } })),
  likewise(blueGreen.behindAnother, inBusyAccount(step)),
];
