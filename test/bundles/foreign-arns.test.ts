import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { run } from './action.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(120_000);

let live: LiveService;

beforeAll(async () => {
  live = await LiveService.open();
  await live.register('web');
});

afterAll(async () => {
  await live.close();
});

const SERVICE = { cluster: 'shop', service: 'web' };
/** Actions that change nothing. */
const NO_DRY_RUN = new Set(['preflight', 'verify-target-health']);
const PLACES = [
  ['region', 'eu-west-1:123456789012', 'arn:aws'],
  ['account', 'us-east-1:210987654321', 'arn:aws'],
  ['partition', 'us-east-1:123456789012', 'arn:aws-cn'],
] as const;

/** Inputs that take an ARN, with the rest of it. */
const ARNS: readonly (readonly [action: string, input: string, service: string, resource: string, object])[] =
  [
    ['blue-green-codedeploy', 'task-definition-arn', 'ecs', 'task-definition/web:1', SERVICE],
    ['verify-target-health', 'task-definition-arn', 'ecs', 'task-definition/web:1', SERVICE],
    [
      'verify-target-health',
      'target-group-arn',
      'elasticloadbalancing',
      'targetgroup/blue/0123456789abcdef',
      SERVICE,
    ],
    ['rollback', 'to', 'ecs', 'task-definition/web:1', SERVICE],
    ['preflight', 'task-definition-arn', 'ecs', 'task-definition/web:1', SERVICE],
    ['run-migration-task', 'task-definition-arn', 'ecs', 'task-definition/web:1', SERVICE],
    ['run-migration-task', 'task-definition-arn', 'ecs', 'task-definition/web:1', {}],
    [
      'run-migration-task',
      'snapshot',
      'rds',
      'db:shop',
      { ...SERVICE, 'task-definition-arn': 'web:1', command: 'true' },
    ],
    ['register-taskdef', 'task-definition-arn', 'ecs', 'task-definition/web:1', {}],
    ['register-taskdef', 'service', 'ecs', 'service/shop/web', {}],
    ['blue-green-codedeploy', 'cluster', 'ecs', 'cluster/shop', { 'task-definition-arn': 'web:2' }],
    ['rollback', 'service', 'ecs', 'service/shop/web', {}],
  ];

test.each(ARNS)('%s: %s of another place is refused, whatever has its name here', async (...row) => {
  const [action, input, service, resource, others] = row;
  // The account is what only an answer of AWS can tell; the rest is compared at one place for all.
  const places =
    action === 'blue-green-codedeploy' && input === 'task-definition-arn' ? PLACES : PLACES.slice(1, 2);
  for (const [part, place, partition] of places) {
    const arn = `${partition}:${service}:${place}:${resource}`;
    const given = input === 'cluster' ? { service: 'web', ...others } : others;
    const result = await run(action, {
      inputs: { ...given, [input]: arn, ...(NO_DRY_RUN.has(action) ? {} : { 'dry-run': 'true' }) },
      env: live.env,
    });
    const said = [...result.errors, result.stdout].join('\n');
    expect([action, input, part, result.exitCode, said]).toEqual([
      action,
      input,
      part,
      1,
      expect.stringContaining(`${arn} is of ${part} `),
    ]);
    expect(await live.serving()).toBe('web:1');
  }
});

test('a service’s ARN names its cluster, and no other may be given beside it', async () => {
  const service = 'arn:aws:ecs:us-east-1:123456789012:service/shop/web';
  const inputs = { service, 'task-definition-arn': 'web:2', 'dry-run': 'true' };
  const alone = await run('blue-green-codedeploy', { inputs, env: live.env });
  expect(alone.errors).toEqual([]);
  expect(alone.exitCode).toBe(0);
  const beside = await run('blue-green-codedeploy', {
    inputs: { ...inputs, cluster: 'other' },
    env: live.env,
  });
  expect(beside.exitCode).toBe(1);
  expect(beside.errors.join('\n')).toContain('is in cluster shop, and input cluster is other');
});

test('a role to assume of another partition is refused', async () => {
  const result = await run('preflight', {
    inputs: { ...SERVICE, 'role-to-assume': 'arn:aws-cn:iam::123456789012:role/deploy' },
    env: live.env,
  });
  expect(result.exitCode).toBe(1);
  expect(result.errors.join('\n')).toContain('Input role-to-assume');
});
