import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { JsonObject } from '@cutover/domain/text/json';
import type { RunContext } from '@cutover/domain/run-context';
import type { ServiceState, TaskSet } from '@cutover/domain/task/ecs-service';
import { inputs } from './inputs.ts';
import { planMigration, wantedRevision, type MigrationInputs, type MigrationSurroundings } from './plan.ts';
import type { MigrationPlan } from './migration-plan.ts';
import { taskRequest } from './task-request.ts';

const ARN = 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7';

const given = (texts: Record<string, string> = {}): MigrationInputs =>
  parseInputs(inputs, { 'task-definition-arn': ARN, ...texts });

const observed = (definition: JsonObject = {}, service?: Partial<ServiceState>): MigrationSurroundings => ({
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
  graceSeconds: 0,
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
    expect(plan({ subnets: 'subnet-2' }).network?.subnets).toEqual(['subnet-2']);
    expect(plan({ cluster: 'other' }).cluster).toBe('other');
    expect(plan({ 'platform-version': '1.3.0' }).platformVersion).toBe('1.3.0');
    const spot = plan({ 'capacity-provider-strategy': '[{"capacityProvider":"FARGATE_SPOT","weight":1}]' });
    expect(spot.launchType).toBeUndefined();
    expect(spot.capacityProviders).toEqual([{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }]);
    expect(spot.capacityNote?.fix).toBeDefined();
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

describe('what RunTask takes beside the command', () => {
  const overriding = (...overrides: readonly object[]): Record<string, string> => ({
    'container-overrides': JSON.stringify(overrides),
  });
  const request = (texts: Record<string, string>, definition: JsonObject = {}) =>
    taskRequest(plan(texts, observed(definition, { taskSets: [PRIMARY] })), 0, {
      run: {} as RunContext,
      startedBy: undefined,
      tries: 0,
      seed: '1',
      key: '',
    });
  const SIDECAR = { containerDefinitions: [{ name: 'app' }, { name: 'proxy' }] };

  test('overrides of containers stand beside command and variables', () => {
    const texts = {
      command: 'migrate',
      'container-name': 'app',
      'environment-variables': 'B=2',
      ...overriding(
        { name: 'app', memory: 1024, environment: [{ name: 'A', value: '1' }] },
        { name: 'proxy', cpu: 10, command: ['quiet'] },
      ),
    };
    expect(request(texts, SIDECAR).overrides.containerOverrides).toEqual([
      {
        name: 'app',
        memory: 1024,
        command: ['migrate'],
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      },
      { name: 'proxy', cpu: 10, command: ['quiet'] },
    ]);
  });

  test('the only container that is overridden runs the command', () => {
    expect(
      plan(overriding({ name: 'proxy', command: ['x'] }), observed(SIDECAR, { taskSets: [PRIMARY] }))
        .container,
    ).toBe('proxy');
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a second command',
      { command: 'a', ...overriding({ name: 'app', command: ['b'] }) },
      'has a command for container app',
    ],
    [
      'a variable twice',
      {
        'environment-variables': 'A=1',
        ...overriding({ name: 'app', environment: [{ name: 'A', value: '2' }] }),
      },
      'both set A in container app',
    ],
    ['an unknown container', overriding({ name: 'ap' }), 'no container "ap"'],
    [
      'an unknown container beside a known one',
      overriding({ name: 'app' }, { name: 'x' }),
      'no container "x"',
    ],
    ['a member that ECS does not have', overriding({ name: 'app', image: 'x' }), 'it has a member image'],
    ['a member of another kind', overriding({ name: 'app', memory: '1024' }), 'memory is no whole number'],
    ['no JSON', { 'container-overrides': 'PASSWORD=correct-horse' }, 'the text is not a JSON array'],
    [
      'two of one container',
      overriding({ name: 'app' }, { name: 'app' }),
      'two of them are for container app',
    ],
  ])('%s is refused', (_, texts, message) => {
    expect(() => plan(texts)).toThrow(message);
    expect(() => plan(texts)).not.toThrow('correct-horse');
  });

  test.each([
    ['lines', 'team=shop\ncost=a=b'],
    ['JSON', '[{"key": "team", "value": "shop"}, {"key": "cost", "value": "a=b"}]'],
  ])('tags are given as %s', (_, tags) => {
    expect([...(request({ tags }).tags ?? [])]).toEqual([
      ['team', 'shop'],
      ['cost', 'a=b'],
    ]);
    expect(request({ tags }).clientToken).not.toBe(request({ tags: 'team=shop' }).clientToken);
  });

  test.each([
    ['aws:x=1', 'begins with aws:'],
    ['cutover:x=1', 'begins with cutover:'],
    ['[{"key": "a", "worth": "b"}]', 'is not a list of tags'],
    ['[{"key": "a"}, {"key": "a"}]', 'a stands there twice'],
    [Array.from({ length: 51 }, (_, at) => `k${at}=1`).join('\n'), 'ECS takes 50'],
  ])('tags %s are refused', (tags, message) => {
    expect(() => plan({ tags })).toThrow(message);
  });

  const ROLE = 'arn:aws:iam::123456789012:role/ecsInfrastructureRole';
  const AT_LAUNCH = { volumes: [{ name: 'scratch', configuredAtLaunch: true }] };
  const volume = (settings: object, name = 'scratch'): Record<string, string> => ({
    'managed-ebs-volume-name': name,
    'managed-ebs-volume': JSON.stringify(settings),
  });

  test('a volume is made with its settings', () => {
    const settings = { roleArn: ROLE, sizeInGiB: 30, throughput: 200 };
    expect(request(volume(settings), AT_LAUNCH).volume).toEqual({ name: 'scratch', settings });
  });

  test.each<[string, Record<string, string>, JsonObject, string]>([
    [
      'without settings',
      { 'managed-ebs-volume-name': 'scratch' },
      AT_LAUNCH,
      'Input managed-ebs-volume was not given',
    ],
    [
      'without a name',
      { 'managed-ebs-volume': JSON.stringify({ roleArn: ROLE, sizeInGiB: 1 }) },
      AT_LAUNCH,
      'Input managed-ebs-volume-name was not given',
    ],
    [
      'that nobody configures',
      {},
      AT_LAUNCH,
      'volume scratch of the task definition is configured at launch',
    ],
    ['of another name', volume({ roleArn: ROLE, sizeInGiB: 1 }, 'data'), AT_LAUNCH, 'no volume "data"'],
    ['without a size', volume({ roleArn: ROLE }), AT_LAUNCH, 'neither sizeInGiB nor snapshotId'],
    ['without a role', volume({ sizeInGiB: 1 }), AT_LAUNCH, 'roleArn is not the ARN of a role'],
    [
      'with a size as text',
      volume({ roleArn: ROLE, sizeInGiB: '1' }),
      AT_LAUNCH,
      'sizeInGiB is no whole number',
    ],
  ])('a volume %s is refused', (_, texts, definition, message) => {
    expect(() => plan(texts, observed(definition, { taskSets: [PRIMARY] }))).toThrow(message);
  });
});

describe('the revision', () => {
  test.each<[string, Record<string, string>, string]>([
    ['by number', { 'task-definition-arn': 'shop:7' }, 'shop:7'],
    ['of a family', { 'task-definition-arn': 'shop' }, 'shop'],
    [
      'of a family by the number',
      { 'task-definition-arn': 'shop', 'task-definition-revision': '7' },
      'shop:7',
    ],
    ['twice the same', { 'task-definition-revision': '7' }, ARN],
  ])('%s', (_, texts, name) => {
    expect(wantedRevision(given(texts))).toBe(name);
  });

  test('in two inputs that differ is refused', () => {
    expect(() => wantedRevision(given({ 'task-definition-revision': '6' }))).toThrow('names revision 7');
  });

  test('is never a file', () => {
    expect(() => given({ 'task-definition-arn': 'ecs/task-definition.json' })).toThrow(
      'is not the ARN of a task definition revision',
    );
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
