import { parseArn } from '@cutover/domain/arn';
import { credentialInputs } from '@cutover/domain/credential-inputs';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import { choice, field, InvalidInput, list, number, text, type Field } from '@cutover/domain/inputs';
import { parseRevision } from '@cutover/domain/revision';
import { probeInputs } from '../probe/inputs.ts';

/** Inputs of verify-target-health; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition-arn': field(revisionName, {}),
  listener: choice(['production', 'test'], { default: 'production' }),
  'listener-arn': arns({
    pattern:
      /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:listener(-rule)?\/(app|net)\/[^/]+(\/\w+){2,3}$/,
    expected: 'a list of ARNs of listeners or listener rules',
    example:
      'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef',
  }),
  'target-group-arn': arns({
    pattern: /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/[^/]+\/\w+$/,
    expected: 'a list of ARNs of target groups',
    example: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web-blue/0123456789abcdef',
  }),
  'min-healthy': number({ min: 1, max: 5000, integer: true }),
  consecutive: number({ default: '2', min: 1, max: 100, integer: true }),
  'wait-for-minutes': number({ default: '5', min: 0.01, max: 360 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 60 }),
  ...probeInputs,
  alarms: list(),
  ...credentialInputs,
  region: text({ aliases: ['aws-region'] }),
};

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

/** ARNs of one form, separated by commas or newlines. */
function arns(options: {
  readonly pattern: RegExp;
  readonly expected: string;
  readonly example: string;
}): Field<readonly string[]> {
  const entries = list();
  return {
    ...entries,
    parse: (value) => {
      const found = entries.parse(value);
      if (!found.every((one) => options.pattern.test(one)))
        throw new InvalidInput(options.expected, `Write each like ${options.example}.`);
      return found;
    },
  };
}
