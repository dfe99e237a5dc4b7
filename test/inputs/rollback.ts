import { rollback as step } from '@cutover/steps/rollback/step';
import { BUSY_CONFIG, inAccount, STACK } from './account.ts';
import { hides, shows, type InputProofs } from './proof.ts';

const WEB = { cluster: 'shop', service: 'web' };
const DRY = { ...WEB, 'dry-run': 'true' };
const BACK = { ...WEB, to: 'web:1' };

export const rollback: InputProofs = {
  action: 'rollback',
  open: inAccount(step),
  proofs: [
    shows('stack', STACK, { 'dry-run': 'true', to: 'web:1' }, 'Dry run: web:1 would replace web:2'),
    shows(
      'cluster',
      'shop',
      { service: 'web', 'dry-run': 'true', to: 'web:1' },
      'Dry run: web:1 would replace web:2',
    ),
    shows(
      'service',
      'web',
      { cluster: 'shop', 'dry-run': 'true', to: 'web:1' },
      'Dry run: web:1 would replace web:2',
    ),
    shows('to', 'web:1', DRY, 'Dry run: web:1 would replace web:2'),
    shows('only-this-run', 'true', DRY, 'Nothing to take back: this run deployed nothing'),
    shows(
      'codedeploy-application',
      'AppECS-api',
      { ...DRY, 'codedeploy-deployment-group': 'DgpECS-shop-web' },
      'AppECS-api',
    ),
    shows(
      'codedeploy-deployment-group',
      'DgpECS-api',
      { ...DRY, 'codedeploy-application': 'AppECS-shop-web' },
      'DgpECS-api',
    ),
    shows(
      'codedeploy-deployment-config',
      'CodeDeployDefault.ECSCanary10Percent5Minutes',
      BACK,
      /calls CreateDeployment .*"deploymentConfigName":"CodeDeployDefault.ECSCanary10Percent5Minutes"/,
    ),
    shows('wait-until', 'completed', BACK, 'termination wait'),
    shows('wait-for-minutes', '7000', BACK, '7000 min'),
    shows(
      'poll-interval-seconds',
      '9',
      { ...BACK, 'codedeploy-deployment-config': BUSY_CONFIG },
      'sleeps 9000',
    ),
    hides('dry-run', 'true', BACK, 'calls CreateDeployment'),
    shows('region', 'eu-west-1', DRY, 'region "eu-west-1"'),
  ],
};
