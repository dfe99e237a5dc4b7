import { diagnoseStep as step } from '@cutover/steps/diagnose/step';
import { inAccount, inBusyAccount, STACK } from './account.ts';
import { hides, shows, type InputProofs } from './proof.ts';

const WEB = { cluster: 'shop', service: 'web' };
/** The deadline of a diagnosis is a pause that must not be over at once. */
const PATIENT = { pauseMs: 9000 };
const SEEN = 'Service web is ';

export const service: InputProofs = {
  action: 'diagnose',
  open: inAccount(step, PATIENT),
  proofs: [
    shows('stack', STACK, {}, SEEN),
    shows('cluster', 'shop', { service: 'web' }, SEEN),
    shows('service', 'web', { cluster: 'shop' }, SEEN),
    shows('region', 'eu-west-1', WEB, 'region "eu-west-1"'),
  ],
};

/** The service is to have no task there. */
export const sick: InputProofs = {
  action: 'diagnose',
  open: inBusyAccount(step, PATIENT),
  proofs: [hides('fail-on-findings', 'false', WEB, /"kind":"failed"|kind\W+failed/)],
};
