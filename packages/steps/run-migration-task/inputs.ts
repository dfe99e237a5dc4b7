import { awsWord } from '@cutover/domain/inputs/aws-word';
import { command, commands } from '@cutover/domain/inputs/command';
import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import type { CapacityProviderItem } from '@cutover/domain/task/ecs-service';
import { cluster, service, stack } from '@cutover/domain/inputs/environment';
import {
  choice,
  field,
  flag,
  InvalidInput,
  lines,
  list,
  matching,
  number,
  pairs,
  text,
} from '@cutover/domain/inputs/input';
import { showLogs } from '@cutover/domain/inputs/show-logs';
import { parseContainerOverrides } from './container-overrides.ts';
import { parseEbsVolume } from './ebs-volume.ts';
import { parseTags } from './task-tags.ts';

/** Inputs of run-migration-task; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition-arn': matching({
    aliases: ['task-definition', 'task-definition-family'],
    pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]{1,255}(:\d+)?$/,
    expected: 'the ARN of a task definition revision',
    example:
      'arn:aws:ecs:us-east-1:123456789012:task-definition/app:7 (the output of register-taskdef), app:7, or app for its newest revision; a file is registered with actions/register-taskdef first',
  }),
  /** The service's present revision, for a command that belongs to no release. */
  base: choice(['service'], {}),
  'task-definition-revision': number({ min: 1, max: 2_147_483_647, integer: true }),
  'container-name': text({ aliases: ['override-container', 'container'] }),
  command: command(),
  commands: commands(),
  /** One argument a line. */
  'override-container-command': lines(),
  'environment-variables': pairs({ aliases: ['override-container-environment'] }),
  'container-overrides': field(parseContainerOverrides, {
    aliases: ['run-task-container-overrides'],
    default: '',
    form: { kind: 'json' },
  }),
  tags: field(parseTags, { aliases: ['run-task-tags'], default: '', form: { kind: 'pairs' } }),
  'managed-ebs-volume-name': text({ aliases: ['run-task-managed-ebs-volume-name'] }),
  'managed-ebs-volume': field(parseEbsVolume, {
    aliases: ['run-task-managed-ebs-volume'],
    form: { kind: 'json' },
  }),
  subnets: list({ aliases: ['run-task-subnets', 'subnet-ids'] }),
  'security-groups': list({ aliases: ['run-task-security-groups', 'security-group-ids'] }),
  'assign-public-ip': choice(['ENABLED', 'DISABLED'], { aliases: ['run-task-assign-public-ip'] }),
  'launch-type': awsWord(['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'], {
    aliases: ['run-task-launch-type'],
  }),
  'capacity-provider-strategy': field(parseStrategy, {
    aliases: ['run-task-capacity-provider-strategy'],
    form: { kind: 'json' },
  }),
  'platform-version': text(),
  'started-by': matching({
    aliases: ['run-task-started-by'],
    // A `startedBy` that begins with cutover/ is our own mark.
    pattern: /^(?!cutover\/)[\w/-]{1,128}$/,
    expected: 'up to 128 letters, digits, -, / and _, not beginning with cutover/',
    example: 'release/42',
  }),
  'job-key': field(parseKey, { default: '${{ strategy.job-index }}-${{ job.check_run_id }}' }),
  'on-running': choice(['wait', 'fail'], { default: 'wait' }),
  snapshot: matching({
    pattern: /^(arn:aws[\w-]*:rds:[\w-]+:\d{12}:(db|cluster):)?[A-Za-z](-?[A-Za-z0-9])*$/,
    expected: 'the identifier or ARN of an RDS instance or cluster',
    example: 'shop-production',
  }),
  'snapshot-keep': number({ min: 1, max: 100, integer: true }),
  'snapshot-timeout-minutes': number({ default: '60', min: 0.05, max: 1440 }),
  maintenance: flag({ default: 'false' }),
  'maintenance-page': text(),
  'retry-after-seconds': number({ default: '60', min: 1, max: 86_400, integer: true }),
  'timeout-minutes': number({ default: '30', min: 0.05, max: 1440 }),
  'start-timeout-minutes': number({ default: '10', min: 0.05, max: 1440 }),
  'poll-interval-seconds': number({ default: '5', min: 0.05, max: 300 }),
  'dry-run': flag({ default: 'false' }),
  'show-logs': showLogs,
  ...configInputs,
  ...commonInputs,
  region: text({ aliases: ['aws-region'] }),
};

/** Outside of a workflow nobody evaluates the default's expressions. */
function parseKey(value: string): string {
  return value.includes('${{') ? '' : value;
}

/** ECS's JSON: `[{"capacityProvider": "FARGATE_SPOT", "weight": 1, "base": 0}]`. */
function parseStrategy(value: string): readonly CapacityProviderItem[] {
  const wrong = (): InvalidInput =>
    new InvalidInput(
      'a JSON array of capacity providers',
      'Write it like [{"capacityProvider": "FARGATE", "weight": 1}].',
    );
  let items: unknown;
  try {
    items = JSON.parse(value);
  } catch {
    throw wrong();
  }
  if (!Array.isArray(items) || items.length === 0 || items.length > 20) throw wrong();
  return items.map((item: unknown) => {
    const { capacityProvider, weight = 0, base = 0 } = (item ?? {}) as Partial<CapacityProviderItem>;
    if (typeof capacityProvider !== 'string' || !isCount(weight) || !isCount(base)) throw wrong();
    return { capacityProvider, weight, base };
  });
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
