import { blueGreenCodedeploy as step } from '@cutover/steps/blue-green-codedeploy/step';
import { inAccount, inBusyAccount, STACK } from './account.ts';
import { hides, shows, type InputProofs } from './proof.ts';

const NEW = { cluster: 'shop', service: 'web', 'task-definition-arn': 'web:3' };
const DEPLOY = { ...NEW, 'allow-downgrade': 'true' };
const DRY = { ...DEPLOY, 'dry-run': 'true' };
const OF_WEB_3 = { 'task-definition-arn': 'web:3', 'allow-downgrade': 'true', 'dry-run': 'true' };
const SLOWLY = { 'poll-interval-seconds': '60' };

export const deployment: InputProofs = {
  action: 'blue-green-codedeploy',
  open: inAccount(step, { ancestry: { kind: 'behind' } }),
  proofs: [
    shows('stack', STACK, OF_WEB_3, 'Dry run: web:3 would replace web:2'),
    shows('cluster', 'shop', { ...OF_WEB_3, service: 'web' }, 'Dry run: web:3 would replace web:2'),
    shows('service', 'web', { ...OF_WEB_3, cluster: 'shop' }, 'Dry run: web:3 would replace web:2'),
    shows('services', 'web\napi', { ...OF_WEB_3, cluster: 'shop' }, 'api'),
    shows(
      'task-definition-arn',
      'web:3',
      { cluster: 'shop', service: 'web' },
      'calls DescribeTaskDefinition',
    ),
    shows('mode', 'stop', { cluster: 'shop', service: 'web' }, 'there is nothing to stop'),
    shows(
      'deployment-id',
      'd-NOBODY123',
      { cluster: 'shop', service: 'web', mode: 'stop' },
      'CodeDeploy has no deployment d-NOBODY123',
    ),
    shows(
      'codedeploy-deployment-group',
      'DgpECS-api',
      { ...DRY, 'codedeploy-application': 'AppECS-shop-web' },
      'DgpECS-api',
    ),
    shows(
      'codedeploy-application',
      'AppECS-api',
      { ...DRY, 'codedeploy-deployment-group': 'DgpECS-shop-web' },
      'AppECS-api',
    ),
    shows('suspend-auto-scaling', 'true', DEPLOY, 'Nothing scales service web'),
    hides('allow-downgrade', 'true', NEW, 'is older than'),
    shows('github-token', 'ghs_token', NEW, '"token":"ghs_token"'),
    hides('dry-run', 'true', DEPLOY, 'calls CreateDeployment'),
    shows('region', 'eu-west-1', DRY, 'region "eu-west-1"'),
  ],
};

export const behindAnother: InputProofs = {
  action: 'blue-green-codedeploy',
  open: inBusyAccount(step),
  proofs: [
    shows(
      'on-active-deployment',
      'fail',
      { ...DEPLOY, ...SLOWLY, 'wait-for-active-minutes': '7' },
      'use on-active-deployment: wait',
    ),
    shows(
      'wait-for-active-minutes',
      '7',
      { ...DEPLOY, ...SLOWLY },
      'at most 7 min (wait-for-active-minutes 7)',
    ),
  ],
};
