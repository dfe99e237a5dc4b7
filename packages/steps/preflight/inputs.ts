import { credentialInputs } from '@cutover/domain/credential-inputs';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { choice, choices, flag, list, matching, number, text } from '@cutover/domain/inputs';
import { ITEM_IDS } from './item.ts';

/** CodeDeploy's names: 1 to 100 characters. */
const NAME = {
  pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
  expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
} as const;

/** Inputs of preflight; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition': text(),
  'task-definition-arn': matching({
    pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
    expected: 'the ARN of a task definition revision',
    example: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7',
  }),
  image: text(),
  'container-name': text(),
  'container-port': number({ min: 1, max: 65_535, integer: true }),
  'codedeploy-application': matching({ ...NAME, example: 'AppECS-shop-web' }),
  'codedeploy-deployment-group': matching({ ...NAME, example: 'DgpECS-shop-web' }),
  'codedeploy-deployment-config': matching({ ...NAME, example: 'CodeDeployDefault.ECSAllAtOnce' }),
  alarms: list(),
  'ignore-alarms': flag({ default: 'false' }),
  'on-active-deployment': choice(['wait', 'stop', 'finish', 'fail'], { default: 'fail' }),
  'wait-until': choice(['ready', 'traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
  'wait-for-minutes': number({ min: 0.01, max: 7200 }),
  'allow-zero-tasks': flag({ default: 'false' }),
  skip: choices(ITEM_IDS),
  ...credentialInputs,
  region: text({ aliases: ['aws-region'] }),
};
