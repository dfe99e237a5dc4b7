import { runMigrationTask as step } from '@cutover/steps/run-migration-task/step';
import { inAccount, STACK } from './account.ts';
import { hides, shows, type InputProofs } from './proof.ts';

const TASK = { command: 'migrate', 'task-definition-arn': 'web:3' };
const WEB = { ...TASK, cluster: 'shop', service: 'web' };
const REVISION = { cluster: 'shop', service: 'web', 'task-definition-arn': 'web:3' };
const OF_WEB = { cluster: 'shop', service: 'web' };
const DRY = { 'dry-run': 'true' };
const VOLUME = JSON.stringify({ roleArn: 'arn:aws:iam::123456789012:role/task', sizeInGiB: 1 });
const PAGE = { ...WEB, maintenance: 'true' };
const files = { 'page.html': '<html><head></head><body>Back soon</body></html>' };

/** ECS is asked for this task. */
const asks = ({ source }: RegExp): RegExp => new RegExp(`calls RunTask .*${source}`);

export const migration: InputProofs = {
  action: 'run-migration-task',
  open: inAccount(step, {
    files,
    pauseMs: 50,
  }),
  proofs: [
    shows('cluster', 'shop', { ...TASK, service: 'web' }, 'calls RunTask'),
    shows('service', 'web', { ...TASK, cluster: 'shop' }, asks(/"subnets":\["subnet-1"\]/)),
    shows('base', 'service', { ...OF_WEB, command: 'migrate', ...DRY }, 'the command runs in that revision'),
    shows('task-definition-arn', 'web:3', { ...OF_WEB, command: 'migrate' }, 'calls RunTask'),
    shows('task-definition-revision', '1', { ...WEB, 'task-definition-arn': 'web', ...DRY }, 'web:1'),
    shows('container-name', 'api', WEB, 'api'),
    shows('command', 'migrate', REVISION, asks(/"command":\["migrate"\]/)),
    shows('commands', 'migrate', REVISION, asks(/"command":\["migrate"\]/)),
    shows('override-container-command', 'migrate', REVISION, asks(/"command":\["migrate"\]/)),
    shows('environment-variables', 'A=1', WEB, asks(/{"name":"A","value":"1"}/)),
    shows('container-overrides', '[{"name":"app","memory":128}]', WEB, asks(/"memory":128/)),
    shows('tags', 'team=shop', WEB, asks(/"key":"team","value":"shop"/)),
    hides(
      'managed-ebs-volume',
      VOLUME,
      { ...WEB, 'managed-ebs-volume-name': 'scratch' },
      'Input managed-ebs-volume was not given',
    ),
    hides(
      'managed-ebs-volume-name',
      'scratch',
      { ...WEB, 'managed-ebs-volume': VOLUME },
      'Input managed-ebs-volume-name was not given',
    ),
    shows('subnets', 'subnet-2', WEB, asks(/"subnets":\["subnet-2"\]/)),
    shows('security-groups', 'sg-2', WEB, asks(/"securityGroups":\["sg-2"\]/)),
    shows('assign-public-ip', 'DISABLED', WEB, asks(/"assignPublicIp":"DISABLED"/)),
    shows('launch-type', 'EC2', WEB, 'EC2'),
    shows(
      'capacity-provider-strategy',
      '[{"capacityProvider":"FARGATE","weight":9}]',
      WEB,
      asks(/"weight":9/),
    ),
    shows('platform-version', '1.3.0', WEB, asks(/"platformVersion":"1.3.0"/)),
    shows('started-by', 'release/42', WEB, asks(/"startedBy":"release\/42"/)),
    shows('timeout-minutes', '300', WEB, 'timeout-minutes 300'),
    shows('poll-interval-seconds', '9', { ...WEB, 'task-definition-arn': 'web:4' }, 'sleeps 9000'),
    hides('dry-run', 'true', WEB, 'calls RunTask'),
    shows('snapshot', 'shop', { ...WEB, ...DRY }, 'calls DescribeDBInstances'),
    shows('stack', STACK, { ...TASK, 'dry-run': 'true' }, '"cluster":"shop"'),
    shows('snapshot-timeout-minutes', '300', { ...WEB, snapshot: 'shop' }, 'snapshot-timeout-minutes 300'),
    shows('maintenance', 'true', WEB, 'calls CreateRule'),
    shows('maintenance-page', 'page.html', PAGE, /calls CreateRule .*Back soon/),
    shows('retry-after-seconds', '9', PAGE, /calls CreateRule .*refresh\W+content\W+9\W/),
    hides(
      'show-logs',
      'none',
      { ...WEB, 'task-definition-arn': 'web:4' },
      /outcome .*Cannot find module express/,
    ),
    shows('region', 'eu-west-1', WEB, 'region "eu-west-1"'),
  ],
};
