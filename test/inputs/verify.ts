import { verifyTargetHealth as step } from '@cutover/steps/verify-target-health/step';
import { ALARM, inAccount, STACK } from './account.ts';
import { shows, type InputProofs } from './proof.ts';

const WEB = { cluster: 'shop', service: 'web' };
const BRIEF = { ...WEB, 'wait-for-minutes': '0.5' };

export const verify: InputProofs = {
  action: 'verify-target-health',
  open: inAccount(step),
  proofs: [
    shows('stack', STACK, {}, '"kind":"succeeded"'),
    shows('cluster', 'shop', { service: 'web' }, '"kind":"succeeded"'),
    shows('service', 'web', { cluster: 'shop' }, '"kind":"succeeded"'),
    shows('task-definition-arn', 'web:3', BRIEF, 'runs web:2, not web:3'),
    shows('listener', 'test', { ...BRIEF, 'task-definition-arn': 'web:3' }, 'runs web:3, only web:2'),
    shows('min-healthy', '7', BRIEF, '"wanted":7'),
    shows('consecutive', '5', WEB, /(sleeps \d+[^]*){4}/),
    shows('wait-for-minutes', '300', WEB, '300 min: wait-for-minutes 300'),
    shows('poll-interval-seconds', '9', WEB, 'sleeps 9000'),
    shows('alarms', ALARM, BRIEF, `alarm ${ALARM} is in ALARM`),
    shows('region', 'eu-west-1', WEB, 'region "eu-west-1"'),
  ],
};
