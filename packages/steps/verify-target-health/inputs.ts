import { alarmNames } from '@cutover/domain/inputs/alarms';
import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { cluster, revision, service, stack } from '@cutover/domain/inputs/environment';
import { choice, InvalidInput, list, number, text, type Field } from '@cutover/domain/inputs/input';
import { showLogs } from '@cutover/domain/inputs/show-logs';
import { probeInputs } from '../probe/inputs.ts';

/** Inputs of verify-target-health; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition-arn': revision(),
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
  alarms: alarmNames(),
  'show-logs': showLogs,
  ...configInputs,
  ...commonInputs,
  region: text({ aliases: ['aws-region'] }),
};

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
