import { parseArn } from '@cutover/domain/arn';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { choice, field, flag, InvalidInput, matching, number, text } from '@cutover/domain/inputs';
import { parseRevision } from '@cutover/domain/revision';

/** CodeDeploy's names: 1 to 100 characters. */
const NAME = {
  pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
  expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
} as const;

/** Inputs of blue-green-codedeploy; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition-arn': field(revisionName, { required: true }),
  'codedeploy-application': matching({ ...NAME, example: 'AppECS-shop-web' }),
  'codedeploy-deployment-group': matching({ ...NAME, example: 'DgpECS-shop-web' }),
  'codedeploy-appspec': text(),
  'codedeploy-deployment-description': text(),
  'codedeploy-deployment-config': matching({ ...NAME, example: 'CodeDeployDefault.ECSAllAtOnce' }),
  'container-name': text(),
  'container-port': number({ min: 1, max: 65_535, integer: true }),
  'wait-until': choice(['ready', 'traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
  'wait-for-minutes': number({ min: 0.01, max: 7200 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 60 }),
  'max-failed-tasks': number({ default: '3', min: 0, max: 1000, integer: true }),
  'on-cancel': choice(['rollback', 'stop', 'leave'], { default: 'rollback' }),
  'on-active-deployment': choice(['wait', 'fail'], { default: 'wait' }),
  'allow-zero-tasks': flag({ default: 'false' }),
  'dry-run': flag({ default: 'false' }),
  region: text({ aliases: ['aws-region'] }),
};

/** An ARN of a task definition, or `family:revision`; never a family alone, which would mean "the newest". */
function revisionName(value: string): string {
  const arn = parseArn(value);
  if (parseRevision(value) === undefined || (arn !== undefined && arn.service !== 'ecs')) {
    throw new InvalidInput(
      'the ARN of a task definition or family:revision',
      'Write it like arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7; the task-definition-arn output of register-taskdef fits.',
    );
  }
  return value;
}
