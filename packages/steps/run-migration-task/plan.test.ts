import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '@cutover/domain/inputs';
import type { JsonObject } from '@cutover/domain/json';
import type { RunContext } from '@cutover/domain/run-context';
import type { ServiceState, TaskSet } from '@cutover/domain/ecs-service';
import { inputs } from './inputs.ts';
import { planMigration, type MigrationInputs, type MigrationPlan, type Observed } from './plan.ts';
import { taskRequest } from './task-request.ts';

const ARN = 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7';

const given = (texts: Record<string, string> = {}): MigrationInputs =>
  parseInputs(inputs, { 'task-definition-arn': ARN, ...texts });

const observed = (definition: JsonObject = {}, service?: Partial<ServiceState>): Observed => ({
  environment: undefined,
  service: service === undefined ? undefined : { ...SERVICE, ...service },
  revision: {
    arn: ARN,
    family: 'shop',
    revision: 7,
    status: 'ACTIVE',
    tags: new Map(),
    definition: {
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ name: 'app', image: 'shop:1' }],
      ...definition,
    },
  },
});

const SERVICE: ServiceState = {
  name: 'web',
  arn: 'arn:aws:ecs:us-east-1:123456789012:service/shop/web',
  cluster: 'shop',
  status: 'ACTIVE',
  controller: 'CODE_DEPLOY',
  taskDefinition: ARN,
  desired: 1,
  running: 1,
  pending: 0,
  taskSets: [],
  loadBalancers: [],
  capacityProviders: [],
  schedulingStrategy: 'REPLICA',
  serviceConnect: false,
  events: [],
};

const PRIMARY: TaskSet = {
  id: 'ecs-svc/1',
  arn: 'arn:aws:ecs:us-east-1:123456789012:task-set/shop/web/ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: ARN,
  stable: true,
  desired: 1,
  running: 1,
  pending: 0,
  platformVersion: '1.4.0',
  capacityProviders: [],
  launchType: 'FARGATE',
  network: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
  loadBalancers: [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 80 }],
};

const plan = (
  texts: Record<string, string> = {},
  seen = observed({}, { taskSets: [PRIMARY] }),
): MigrationPlan => planMigration(given(texts), seen, 'us-east-1');

describe('the plan', () => {
  test('takes what it needs from PRIMARY', () => {
    expect(plan()).toMatchObject({
      container: 'app',
      network: PRIMARY.network,
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      commands: [undefined],
    });
  });

  test('prefers what the inputs say, one by one', () => {
    expect(plan({ 'security-groups': 'sg-2, sg-3', 'assign-public-ip': 'DISABLED' }).network).toEqual({
      subnets: ['subnet-1'],
      securityGroups: ['sg-2', 'sg-3'],
      assignPublicIp: 'DISABLED',
    });
    const spot = plan({ 'capacity-provider-strategy': '[{"capacityProvider":"FARGATE_SPOT","weight":1}]' });
    expect(spot.launchType).toBeUndefined();
    expect(spot.capacityProviders).toEqual([{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }]);
    expect(spot.capacityNote?.remedy).toBeDefined();
  });

  test.each<[string, TaskSet['capacityProviders'], Partial<MigrationPlan>]>([
    [
      'is kept when it never uses Spot',
      [
        { capacityProvider: 'FARGATE', weight: 1, base: 0 },
        { capacityProvider: 'FARGATE_SPOT', weight: 0, base: 0 },
      ],
      { launchType: undefined, capacityNote: undefined },
    ],
    [
      'becomes FARGATE when it may',
      [
        { capacityProvider: 'FARGATE', weight: 1, base: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 4, base: 0 },
      ],
      { launchType: 'FARGATE', capacityProviders: [] },
    ],
    [
      'of instances is kept',
      [{ capacityProvider: 'instances', weight: 1, base: 0 }],
      { launchType: undefined, capacityNote: undefined },
    ],
  ])('the strategy of the service %s', (_, capacityProviders, expected) => {
    const seen = observed({}, { taskSets: [{ ...PRIMARY, capacityProviders }] });
    expect(plan({}, seen)).toMatchObject(expected);
    expect(plan({ 'launch-type': 'EC2' }, seen)).toMatchObject({ launchType: 'EC2', capacityProviders: [] });
  });

  test.each<[string, JsonObject, string]>([
    ['no logConfiguration', {}, 'has no logConfiguration: its output is not kept anywhere'],
    [
      'awsfirelens with options',
      { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'es', Host: 'h', apikey: 'k' } } },
      'container router sends its output to: Name es, Host h. Look there',
    ],
    [
      'awsfirelens without options',
      { logConfiguration: { logDriver: 'awsfirelens' } },
      'sends its output where its own configuration says',
    ],
    ['splunk', { logConfiguration: { logDriver: 'splunk' } }, 'logs through splunk'],
    [
      'no stream prefix',
      { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop' } } },
      'has no awslogs-stream-prefix',
    ],
  ])('says where the log is with %s', (_, container, words) => {
    const { log } = plan(
      { 'container-name': 'app' },
      observed(
        {
          containerDefinitions: [
            { name: 'app', image: 'x', ...container },
            { name: 'router', image: 'y', essential: false, firelensConfiguration: { type: 'fluentbit' } },
          ],
        },
        { taskSets: [PRIMARY] },
      ),
    );
    expect(log.kind === 'elsewhere' ? log.why : '').toContain(words);
    expect(JSON.stringify(log)).not.toContain('"k"');
  });

  test('leaves the key of the job empty where nobody evaluates its default', () => {
    expect(given()['job-key']).toBe('');
    expect(given({ 'job-key': '3-51725241954' })['job-key']).toBe('3-51725241954');
  });

  test.each<[string, JsonObject, Partial<ServiceState> | undefined, string]>([
    [
      'the one behind the load balancer',
      {
        containerDefinitions: [
          { name: 'proxy', image: 'x' },
          { name: 'app', image: 'y' },
        ],
      },
      { taskSets: [PRIMARY] },
      'app',
    ],
    [
      'the only essential one',
      {
        containerDefinitions: [
          { name: 'log', image: 'x', essential: false },
          { name: 'job', image: 'y' },
        ],
      },
      { taskSets: [{ ...PRIMARY, loadBalancers: [] }] },
      'job',
    ],
  ])('runs in %s', (_, definition, service, name) => {
    expect(plan({}, observed(definition, service)).container).toBe(name);
  });

  test('does not guess between several containers', () => {
    const several = observed(
      {
        containerDefinitions: [
          { name: 'a', image: 'x' },
          { name: 'b', image: 'y' },
        ],
      },
      { taskSets: [{ ...PRIMARY, loadBalancers: [] }] },
    );
    expect(() => plan({}, several)).toThrow('several essential containers');
    expect(plan({ 'container-name': 'b' }, several).container).toBe('b');
  });

  test.each<[string, Record<string, string>, readonly (readonly string[] | undefined)[]]>([
    ['shell words', { command: 'rails db:migrate "a b"' }, [['rails', 'db:migrate', 'a b']]],
    ['a JSON array', { command: '["sh","-c","a && b"]' }, [['sh', '-c', 'a && b']]],
    ['one argument a line', { 'override-container-command': 'sh\n-c\na && b' }, [['sh', '-c', 'a && b']]],
    [
      'several commands',
      { commands: 'one 1\n\n["two","2"]' },
      [
        ['one', '1'],
        ['two', '2'],
      ],
    ],
  ])('takes %s', (_, texts, commands) => {
    expect(plan(texts).commands).toEqual(commands);
  });
});

describe('the request', () => {
  const run: RunContext = {
    repository: 'octo/shop',
    commit: '0'.repeat(40),
    ref: 'refs/heads/main',
    runId: '42',
    runAttempt: '1',
    job: 'deploy',
    runUrl: 'https://github.com/octo/shop/actions/runs/42',
    actor: 'octocat',
  };
  const request = (
    texts: Record<string, string> = { command: 'migrate' },
    context: Partial<RunContext> = {},
    tries = 0,
    index = 0,
    key = '0-1',
  ) =>
    taskRequest(plan(texts), index, {
      run: { ...run, ...context },
      startedBy: undefined,
      tries,
      seed: '1',
      key,
    });

  test('is the same for the same work, so that ECS starts it once', () => {
    expect(request()).toEqual(request());
    expect(request().clientToken).toMatch(/^[0-9a-f]{64}$/);
    expect(request().startedBy).toMatch(/^cutover\/42\/1\/[0-9a-f]{12}$/);
  });

  test.each([
    ['another attempt', request(undefined, { runAttempt: '2' })],
    ['another run', request(undefined, { runId: '43' })],
    ['another job', request(undefined, { job: 'migrate' })],
    ['another step of the job', request(undefined, { step: '__cutover_2' })],
    ['another command', request({ command: 'seed' })],
    ['another of several equal commands', request({ commands: 'migrate\nmigrate' }, {}, 0, 1)],
    ['another leg of a matrix', request(undefined, {}, 0, 0, '1-2')],
    ['a try after ECS had started nothing', request(undefined, {}, 1)],
  ])('has another token for %s', (_, other) => {
    expect(other.clientToken).not.toBe(request().clientToken);
  });

  test('keeps its startedBy over tries, so that a second process finds the task', () => {
    expect(request(undefined, {}, 1).startedBy).toBe(request().startedBy);
    expect(request(undefined, { runAttempt: '2' }).startedBy).not.toBe(request().startedBy);
  });

  test('does not reveal the environment in what ECS shows', () => {
    const withSecret = request({ command: 'migrate', 'environment-variables': 'PASSWORD=correct-horse' });
    expect(withSecret.startedBy).toBe(request().startedBy);
  });
});
