import { alarmNames } from '@cutover/domain/inputs/alarms';
import { codeDeployName } from '@cutover/domain/inputs/codedeploy';
import { command } from '@cutover/domain/inputs/command';
import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { cluster, revision, service, stack } from '@cutover/domain/inputs/environment';
import { parseStatuses } from '@cutover/domain/target/http-status';
import {
  choice,
  choices,
  field,
  flag,
  InvalidInput,
  lines,
  matching,
  number,
  text,
} from '@cutover/domain/inputs/input';
import { showLogs } from '@cutover/domain/inputs/show-logs';

/** CodeDeploy's events, and the word for none of them. */
export const ROLLBACK_EVENTS = [
  'DEPLOYMENT_FAILURE',
  'DEPLOYMENT_STOP_ON_ALARM',
  'DEPLOYMENT_STOP_ON_REQUEST',
  'none',
] as const;

/** Inputs of a deployment, for every action that makes one. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  services: lines(),
  mode: choice(['deploy', 'continue', 'stop'], { default: 'deploy' }),
  'task-definition-arn': revision(),
  'deployment-id': matching({
    pattern:
      /^(d-[A-Z0-9]{1,40}|[\w-]{20,24}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:service-deployment\/[\w/-]{1,600})$/,
    expected: 'the id of a CodeDeploy deployment, or the ARN or id of an ECS service deployment',
    example:
      'd-RPCR1U3TW or arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/ejGvqq2ilnbKT9qj0vLJe',
  }),
  'codedeploy-application': matching(codeDeployName('AppECS-shop-web')),
  'codedeploy-deployment-group': matching(codeDeployName('DgpECS-shop-web')),
  'codedeploy-appspec': text(),
  'codedeploy-deployment-description': text(),
  'codedeploy-deployment-config': matching(codeDeployName('CodeDeployDefault.ECSAllAtOnce')),
  'auto-rollback-events': choices(ROLLBACK_EVENTS),
  alarms: alarmNames(),
  'ignore-alarms': flag({ default: 'false' }),
  'ignore-poll-alarm-failure': flag({ default: 'false' }),
  'container-name': text(),
  'container-port': number({ min: 1, max: 65_535, integer: true }),
  gate: choice(['none', 'health', 'http', 'command'], { default: 'none' }),
  'gate-url': field(address, {}),
  'gate-path': matching({ pattern: /^\//, expected: 'a path that begins with /', example: '/health' }),
  'gate-expect-status': field(parseStatuses, { default: '200' }),
  'gate-command': command(),
  'gate-aws-credentials': flag({ default: 'false' }),
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
  'show-logs': showLogs,
  ...configInputs,
  ...commonInputs,
  region: text({ aliases: ['aws-region'] }),
};

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
