import { credentialInputs } from '@cutover/domain/credential-inputs';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { choice, field, flag, InvalidInput, matching, number, text } from '@cutover/domain/inputs';
import { parseGoal } from './goal.ts';

const NAME = {
  pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
  expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
} as const;

/** Inputs of rollback; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  to: field(goal, {}),
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
  ...credentialInputs,
  region: text({ aliases: ['aws-region'] }),
};

/** A revision, a commit or a digest; taken apart by `parseGoal`. */
function goal(value: string): string {
  if (parseGoal(value) === undefined) {
    throw new InvalidInput(
      'a revision, a commit or a digest',
      'Write a number (7), family:number (web:7), the ARN of a task definition, a commit (7 to 40 hexadecimal digits) or sha256:…; leave it out for the last good one.',
    );
  }
  return value;
}
