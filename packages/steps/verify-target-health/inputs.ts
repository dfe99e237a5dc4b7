import { parseArn } from '@cutover/domain/arn';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { field, InvalidInput, matching, number, text } from '@cutover/domain/inputs';
import { parseRevision } from '@cutover/domain/revision';

/** Inputs of verify-target-health; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition-arn': field(revisionName, {}),
  'target-group-arn': matching({
    pattern: /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/[^/]+\/\w+$/,
    expected: 'the ARN of a target group',
    example: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web-blue/0123456789abcdef',
  }),
  'min-healthy': number({ min: 1, max: 5000, integer: true }),
  consecutive: number({ default: '2', min: 1, max: 100, integer: true }),
  'wait-for-minutes': number({ default: '5', min: 0.01, max: 360 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 60 }),
  url: field(address, {}),
  path: matching({ pattern: /^\//, expected: 'a path that begins with /', example: '/health' }),
  'expect-status': field(statuses, { default: '200' }),
  region: text({ aliases: ['aws-region'] }),
};

/** Statuses of an answer that is fine. */
export type Statuses = readonly (readonly [from: number, to: number])[];

function revisionName(value: string): string {
  const arn = parseArn(value);
  if (parseRevision(value) === undefined || (arn !== undefined && arn.service !== 'ecs')) {
    throw new InvalidInput(
      'the ARN of a task definition or family:revision',
      'Write it like arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7.',
    );
  }
  return value;
}

function address(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InvalidInput('an http or https address', 'Write it like https://shop.example.com/health.');
  }
  return value;
}

/** `200`, `200-299`, `200,204,301-302`. */
function statuses(value: string): Statuses {
  return value.split(',').map((part) => {
    const [, from, to] = /^\s*([1-5]\d\d)(?:-([1-5]\d\d))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to ?? from) < Number(from)) {
      throw new InvalidInput('a list of HTTP statuses', 'Write it like 200, 200-299 or 200,204.');
    }
    return [Number(from), Number(to ?? from)] as const;
  });
}
