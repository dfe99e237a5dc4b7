import { parseArn } from '@cutover/domain/arn';
import { command } from '@cutover/domain/command-input';
import { credentialInputs } from '@cutover/domain/credential-inputs';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { parseStatuses } from '@cutover/domain/http-status';
import {
  choice,
  choices,
  field,
  flag,
  InvalidInput,
  lines,
  list,
  matching,
  number,
  text,
} from '@cutover/domain/inputs';
import { parseRevision } from '@cutover/domain/revision';

/** CodeDeploy's names: 1 to 100 characters. */
const NAME = {
  pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
  expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
} as const;

/** CodeDeploy's events, and the word for none of them. */
export const ROLLBACK_EVENTS = [
  'DEPLOYMENT_FAILURE',
  'DEPLOYMENT_STOP_ON_ALARM',
  'DEPLOYMENT_STOP_ON_REQUEST',
  'none',
] as const;

/** Inputs of blue-green-codedeploy; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  services: lines(),
  mode: choice(['deploy', 'continue', 'stop'], { default: 'deploy' }),
  'task-definition-arn': field(revisionName, {}),
  'deployment-id': matching({
    pattern: /^d-[A-Z0-9]{1,40}$/,
    expected: 'the id of a CodeDeploy deployment',
    example: 'd-RPCR1U3TW',
  }),
  'codedeploy-application': matching({ ...NAME, example: 'AppECS-shop-web' }),
  'codedeploy-deployment-group': matching({ ...NAME, example: 'DgpECS-shop-web' }),
  'codedeploy-appspec': text(),
  'codedeploy-deployment-description': text(),
  'codedeploy-deployment-config': matching({ ...NAME, example: 'CodeDeployDefault.ECSAllAtOnce' }),
  'auto-rollback-events': choices(ROLLBACK_EVENTS),
  alarms: list(),
  'ignore-alarms': flag({ default: 'false' }),
  'ignore-poll-alarm-failure': flag({ default: 'false' }),
  'container-name': text(),
  'container-port': number({ min: 1, max: 65_535, integer: true }),
  gate: choice(['none', 'health', 'http', 'command'], { default: 'none' }),
  'gate-url': field(address, {}),
  'gate-path': matching({ pattern: /^\//, expected: 'a path that begins with /', example: '/health' }),
  'gate-expect-status': field(parseStatuses, { default: '200' }),
  'gate-command': command(),
  'gate-timeout-minutes': number({ min: 0.01, max: 2880 }),
  'wait-until': choice(['ready', 'traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
  'wait-for-minutes': number({ min: 0.01, max: 7200 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 60 }),
  'max-failed-tasks': number({ default: '3', min: 0, max: 1000, integer: true }),
  'on-cancel': choice(['rollback', 'stop', 'leave'], { default: 'rollback' }),
  'on-active-deployment': choice(['wait', 'stop', 'finish', 'fail'], { default: 'wait' }),
  'wait-for-active-minutes': number({ min: 0.01, max: 7200 }),
  'suspend-auto-scaling': flag({ default: 'false' }),
  'allow-downgrade': flag({ default: 'false' }),
  'github-token': field(token, { default: '${{ github.token }}', secret: true }),
  'allow-zero-tasks': flag({ default: 'false' }),
  'dry-run': flag({ default: 'false' }),
  ...credentialInputs,
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

function address(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InvalidInput('an http or https address', 'Write it like http://test.example.com:8080/health.');
  }
  return value;
}

/** GitHub fills in the default's expression; whatever else starts the action leaves it as it is. */
function token(value: string): string | undefined {
  return value.startsWith('${{') ? undefined : value;
}
