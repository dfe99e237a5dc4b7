import { codeDeployName } from '@cutover/domain/inputs/codedeploy';
import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { cluster, service, stack } from '@cutover/domain/inputs/environment';
import { choice, field, flag, InvalidInput, matching, number, text } from '@cutover/domain/inputs/input';
import { showLogs } from '@cutover/domain/inputs/show-logs';
import { parseGoal } from './goal.ts';

/** Inputs of rollback; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  to: field(goal, {}),
  'only-this-run': flag({ default: 'false' }),
  'codedeploy-application': matching(codeDeployName('AppECS-shop-web')),
  'codedeploy-deployment-group': matching(codeDeployName('DgpECS-shop-web')),
  'codedeploy-deployment-config': matching({
    ...codeDeployName('CodeDeployDefault.ECSAllAtOnce'),
    default: 'CodeDeployDefault.ECSAllAtOnce',
  }),
  'wait-until': choice(['traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
  'wait-for-minutes': number({ min: 0.01, max: 7200 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 60 }),
  'dry-run': flag({ default: 'false' }),
  'show-logs': showLogs,
  ...configInputs,
  ...commonInputs,
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
