import { preflight as step } from '@cutover/steps/preflight/step';
import { ALARM, inAccount, inBusyAccount, STACK } from './account.ts';
import { hides, shows, type InputProofs } from './proof.ts';

const WEB = { cluster: 'shop', service: 'web' };
const NEW = { ...WEB, 'task-definition-arn': 'web:3' };
const FILE = { ...WEB, 'task-definition': 'task.json' };
const files = {
  'task.json': JSON.stringify({
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'app', image: 'test/${TAG}', portMappings: [{ containerPort: 7070 }] }],
  }),
};
const ACTIVE = 'Service web in cluster shop is ACTIVE';

export const preflight: InputProofs = {
  action: 'preflight',
  open: inAccount(step, { files }),
  proofs: [
    shows('stack', STACK, {}, ACTIVE),
    shows('cluster', 'shop', { service: 'web' }, ACTIVE),
    shows('service', 'web', { cluster: 'shop' }, ACTIVE),
    shows('task-definition', 'task.json', { ...WEB, variables: 'TAG=web' }, '7070'),
    shows('task-definition-arn', 'web:99', WEB, 'web:99'),
    hides('variables', 'TAG=web', FILE, /\$\{TAG/),
    shows('image', '123456789012.dkr.ecr.us-east-1.amazonaws.com/nowhere:v1', NEW, 'nowhere'),
    shows('container-name', 'api', NEW, 'container api'),
    shows('container-port', '9999', NEW, '9999'),
    shows(
      'codedeploy-application',
      'AppECS-api',
      { ...NEW, 'codedeploy-deployment-group': 'DgpECS-shop-web' },
      'AppECS-api',
    ),
    shows(
      'codedeploy-deployment-group',
      'DgpECS-api',
      { ...NEW, 'codedeploy-application': 'AppECS-shop-web' },
      'DgpECS-api',
    ),
    shows('codedeploy-deployment-config', 'Hurry', NEW, 'Hurry'),
    shows('alarms', ALARM, NEW, ALARM),
    hides('ignore-alarms', 'true', { ...NEW, alarms: ALARM }, ALARM),
    shows('wait-until', 'ready', NEW, 'wait-until'),
    shows('wait-for-minutes', '7000', NEW, 'a deployment takes 7000 at most'),
    shows('clean-up', 'true', { ...NEW, skip: 'leftovers' }, 'calls DescribeScalableTargets'),
    hides('skip', 'alarms', { ...NEW, alarms: ALARM }, ALARM),
    shows('explain', "KeyError: 'DATABASE_URL'", NEW, 'variable-missing'),
    shows('region', 'eu-west-1', NEW, 'region "eu-west-1"'),
  ],
};

export const behindAnother: InputProofs = {
  action: 'preflight',
  open: inBusyAccount(step),
  proofs: [
    hides('on-active-deployment', 'wait', NEW, /active-deployment\W+title\W+[^{}]*"failed/),
    hides('allow-zero-tasks', 'true', NEW, /desired-count\W+title\W+[^{}]*failed/),
  ],
};
