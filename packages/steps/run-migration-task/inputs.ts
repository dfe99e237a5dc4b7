import { command, commands } from '@cutover/domain/command-input';
import { credentialInputs } from '@cutover/domain/credential-inputs';
import type { CapacityProviderItem } from '@cutover/domain/ecs-service';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
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
} from '@cutover/domain/inputs';

/** What `with:` of run-migration-task takes. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition-arn': matching({
    required: true,
    pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
    expected: 'the ARN of a task definition revision',
    example:
      'arn:aws:ecs:us-east-1:123456789012:task-definition/app:7 (the output of register-taskdef), or app:7',
  }),
  'container-name': text({ aliases: ['override-container', 'container'] }),
  command: command(),
  commands: commands(),
  /** One argument a line. */
  'override-container-command': lines(),
  'environment-variables': pairs({ aliases: ['override-container-environment'] }),
  subnets: list({ aliases: ['run-task-subnets', 'subnet-ids'] }),
  'security-groups': list({ aliases: ['run-task-security-groups', 'security-group-ids'] }),
  'assign-public-ip': choice(['ENABLED', 'DISABLED'], { aliases: ['run-task-assign-public-ip'] }),
  'launch-type': choice(['FARGATE', 'EC2', 'EXTERNAL'], { aliases: ['run-task-launch-type'] }),
  'capacity-provider-strategy': field(parseStrategy, { aliases: ['run-task-capacity-provider-strategy'] }),
  'platform-version': text(),
  'started-by': matching({
    aliases: ['run-task-started-by'],
    pattern: /^[\w/-]{1,128}$/,
    expected: 'up to 128 letters, digits, -, / and _',
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
  ...credentialInputs,
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
