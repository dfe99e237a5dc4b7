import { parseArn } from '@cutover/domain/arn';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { choice, field, flag, InvalidInput, matching, number, text } from '@cutover/domain/inputs';
import { parseRevision } from '@cutover/domain/revision';

const NAME = {
  pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
  expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
} as const;

/** Inputs of rollback; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  to: field(target, {}),
  'codedeploy-application': matching({ ...NAME, example: 'AppECS-shop-web' }),
  'codedeploy-deployment-group': matching({ ...NAME, example: 'DgpECS-shop-web' }),
  'codedeploy-deployment-config': matching({
    ...NAME,
    example: 'CodeDeployDefault.ECSAllAtOnce',
    default: 'CodeDeployDefault.ECSAllAtOnce',
  }),
  'wait-until': choice(['traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
  'wait-for-minutes': number({ min: 0.01, max: 7200 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 60 }),
  'dry-run': flag({ default: 'false' }),
  region: text({ aliases: ['aws-region'] }),
};

/** `7`, `web:7` or an ARN. */
function target(value: string): string {
  const arn = parseArn(value);
  const fits =
    /^[1-9]\d*$/.test(value) ||
    (parseRevision(value) !== undefined && (arn === undefined || arn.service === 'ecs'));
  if (!fits) {
    throw new InvalidInput(
      'a revision',
      'Write a number (7), family:number (web:7) or the ARN of a task definition; leave it out for the last good one.',
    );
  }
  return value;
}
