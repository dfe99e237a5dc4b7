import { describe, expect, test } from '@jest/globals';
import type { Aws } from '@cutover/aws/aws';
import type { LogPage } from '@cutover/aws/logs';
import type { TaskRequest, TaskStart } from '@cutover/aws/ecs/tasks';
import { AwsCallError, CancelledError, ConfigurationError } from '@cutover/domain/errors';
import type { CredentialValidity } from '@cutover/domain/identity/credential-validity';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { TaskContainer, TaskState } from '@cutover/domain/task/task';
import type { World } from '../world.ts';
import { inputs } from './inputs.ts';
import { post, run } from './run.ts';
import { testWorld } from '../testing/world.ts';

const ARN = 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7';

const taskArn = (number: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task/shop/${String(number).padStart(32, '0')}`;

/** One look at a task: its status, and how its container stands. */
interface Look {
  readonly status: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly exitCode?: number;
}

const EXITED = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' };

/** An account in which tasks live as the test says. */
class Account {
  readonly events: ProgressEvent[] = [];
  readonly requests: TaskRequest[] = [];
  readonly stops: string[] = [];
  readonly remembered: Record<string, string> = {};
  readonly abort = new AbortController();
  /** Answers of RunTask before tasks are started. */
  refusals: (TaskStart & { kind: 'refused' })[] = [];
  /** The looks at each task in turn; the last one stays. */
  lives: Look[][] = [];
  /** Pages of the log, by the token that asks for them. */
  pages: LogPage[] = [];
  logTrouble: Error | undefined;
  sidecars: readonly { readonly name: string; readonly image: string }[] = [];
  onRequest: (request: TaskRequest) => void = () => {};
  /** Tasks of other runs that come to be seen once this one's was started; one look, and they have ended. */
  readonly rivals: TaskState[] = [];
  onLook: (looks: number) => void = () => {};
  containers: (look: Look) => readonly TaskContainer[] = ({ status, exitCode }) => [
    { name: 'app', lastStatus: status, ...(exitCode === undefined ? {} : { exitCode }) },
  ];
  now = 1_000_000;
  /** Tag and mark of a task that an earlier process started. */
  tag = 'cutover/42/1/0123456789ab';
  mark: string | undefined;
  validity: CredentialValidity = { kind: 'unknown' };
  #looks = 0;

  #task(number: number, look: Look): TaskState {
    const { status, stopCode, stoppedReason } = look;
    return {
      arn: taskArn(number),
      taskDefinition: ARN,
      lastStatus: status,
      desiredStatus: status === 'STOPPED' ? 'STOPPED' : 'RUNNING',
      group: 'family:shop',
      createdAt: 1_000_000,
      startedBy: this.requests[number - 1]?.startedBy ?? this.tag,
      ...(this.mark === undefined ? {} : { mark: this.mark }),
      containers: this.containers(look),
      ...(stopCode === undefined ? {} : { stopCode }),
      ...(stoppedReason === undefined ? {} : { stoppedReason }),
    };
  }

  readonly #aws = {
    region: 'us-east-1',
    identity: {
      caller: async () => ({ account: '123456789012', arn: '' }),
      validity: async () => this.validity,
    },
    taskDefinitions: {
      describe: async () => ({
        arn: ARN,
        family: 'shop',
        revision: 7,
        status: 'ACTIVE',
        tags: new Map(),
        definition: {
          containerDefinitions: [
            {
              name: 'app',
              image: 'shop:1',
              logConfiguration: {
                logDriver: 'awslogs',
                options: {
                  'awslogs-group': '/shop',
                  'awslogs-stream-prefix': 'app',
                  'awslogs-region': 'eu-west-1',
                },
              },
            },
            ...this.sidecars,
          ],
        },
      }),
    },
    tasks: {
      list: async (_: string, { startedBy }: { startedBy?: string }): Promise<readonly string[]> =>
        startedBy === undefined && this.requests.length > 0 ? this.rivals.map(({ arn }) => arn) : [],
      run: async (request: TaskRequest): Promise<TaskStart> => {
        this.onRequest(request);
        const refusal = this.refusals.shift();
        if (refusal !== undefined) return refusal;
        this.requests.push(request);
        return {
          kind: 'started',
          adopted: false,
          task: this.#task(this.requests.length, { status: 'PROVISIONING' }),
        } as TaskStart;
      },
      describe: async (_: string, arns: readonly string[]): Promise<readonly TaskState[]> => {
        const [arn] = arns;
        if (this.rivals.some((one) => one.arn === arn)) return this.rivals.splice(0);
        this.#looks += 1;
        this.onLook(this.#looks);
        const number = Number(arn?.slice(-32));
        const life = this.lives[number - 1] ?? [];
        const look = life.length > 1 ? life.shift() : life[0];
        return look === undefined ? [] : [this.#task(number, look)];
      },
      stop: async (_: string, arn: string, reason: string): Promise<void> => {
        this.stops.push(reason);
        const number = Number(arn.slice(-32));
        const [first] = this.lives[number - 1] ?? [];
        this.lives[number - 1] = [
          {
            status: 'STOPPED',
            stopCode: 'UserInitiated',
            stoppedReason: reason,
            ...(first?.exitCode === undefined ? { exitCode: 143 } : { exitCode: first.exitCode }),
          },
        ];
      },
    },
    logs: {
      page: async (source: { region?: string }, token?: string): Promise<LogPage | undefined> => {
        if (source.region !== 'eu-west-1') return undefined;
        if (this.logTrouble !== undefined) throw this.logTrouble;
        const at = token === undefined ? 0 : Number(token);
        return this.pages[at] ?? { lines: [], token: String(at) };
      },
    },
  };

  get world(): World {
    return testWorld({
      aws: this.#aws,
      clock: {
        now: () => this.now,
        random: () => 0.5,
        sleep: async (ms: number, signal?: AbortSignal) => {
          signal?.throwIfAborted();
          this.now += ms;
        },
      },
      progress: { report: (event: ProgressEvent) => this.events.push(event) },
      signal: this.abort.signal,
      run: {
        repository: 'octo/shop',
        commit: '0'.repeat(40),
        ref: 'refs/heads/main',
        runId: '42',
        runAttempt: '1',
        job: 'deploy',
        runUrl: '',
        actor: 'octocat',
      },
      remember: (key: string, value: string) => {
        this.remembered[key] = value;
      },
      mask: () => {},
    });
  }

  async run(texts: Record<string, string> = {}) {
    return await run(
      parseInputs(inputs, { 'task-definition-arn': ARN, command: 'migrate', ...texts }),
      this.world,
    );
  }

  lines(): readonly string[] {
    return this.events.flatMap((event) => (event.type === 'log.line' ? [event.text] : []));
  }
}

function account(...lives: readonly Look[][]): Account {
  const made = new Account();
  made.lives = [...lives];
  return made;
}

describe('a task', () => {
  test('that goes from PROVISIONING to STOPPED between two looks has succeeded', async () => {
    const outcome = await account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]).run();
    expect(outcome).toMatchObject({ kind: 'succeeded', outputs: { 'exit-code': 0 } });
  });

  test('that ECS does not know at first is waited for', async () => {
    const given = account([]);
    given.onLook = (looks) => {
      if (looks === 5) given.lives = [[{ status: 'STOPPED', exitCode: 0, ...EXITED }]];
    };
    expect((await given.run()).kind).toBe('succeeded');
  });

  test('that runs and is unknown to one stale answer goes on, long after it should have started', async () => {
    const given = account([{ status: 'RUNNING' }]);
    given.onLook = (looks) => {
      const stale = given.now > 1_000_000 + 5 * 60_000 && looks % 5 === 0;
      const over = given.now > 1_000_000 + 10 * 60_000;
      given.lives = [
        stale ? [] : over ? [{ status: 'STOPPED', exitCode: 0, ...EXITED }] : [{ status: 'RUNNING' }],
      ];
    };
    expect((await given.run({ 'start-timeout-minutes': '2', 'timeout-minutes': '60' })).kind).toBe(
      'succeeded',
    );
    expect(given.stops).toEqual([]);
  });

  test('that ECS never knows is no success', async () => {
    const outcome = await account([]).run();
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect(outcome.outputs).not.toHaveProperty('exit-code', 0);
    expect(outcome.what).toContain('no longer knows the task');
  });

  test('that does not start in time is stopped', async () => {
    const given = account([{ status: 'PENDING' }]);
    const outcome = await given.run({ 'start-timeout-minutes': '2', 'timeout-minutes': '60' });
    expect(outcome).toMatchObject({ kind: 'timedOut' });
    expect(outcome.what).toContain('had not started after 2 minutes');
    expect(given.stops).toEqual(['Cutover: not started in time']);
  });

  test('that found no room is replaced by another, with another token', async () => {
    const given = account(
      [{ status: 'STOPPED', stopCode: 'TaskFailedToStart', stoppedReason: 'RESOURCE:ENI' }],
      [{ status: 'STOPPED', exitCode: 0, ...EXITED }],
    );
    expect((await given.run()).kind).toBe('succeeded');
    expect(new Set(given.requests.map(({ clientToken }) => clientToken)).size).toBe(2);
  });

  test('that failed to start for another reason is not started again', async () => {
    const given = account([
      {
        status: 'STOPPED',
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'CannotPullContainerError: not found',
      },
    ]);
    expect((await given.run()).kind).toBe('failed');
    expect(given.requests).toHaveLength(1);
  });
});

describe('outputs describe the task at its end', () => {
  const line = (text: string) => ({ timestamp: 1, text });

  test.each([
    ['start', { status: 'PENDING' }, { 'start-timeout-minutes': '2', 'timeout-minutes': '60' }],
    ['end', { status: 'RUNNING' }, { 'timeout-minutes': '2' }],
  ])('after a timeout of its %s, when it was stopped', async (kind, look, inputs) => {
    const given = account([look]);
    given.pages = [{ lines: [line('before')], token: '1' }];
    given.onLook = () => {
      if (given.stops.length === 1 && given.pages.length === 1)
        given.pages.push({ lines: [line('after the stop')], token: '2' });
    };
    expect(await given.run(inputs)).toMatchObject({
      kind: 'timedOut',
      outputs: {
        'exit-code': 143,
        'stopped-reason': `Cutover: not ${kind}ed in time`,
        'log-tail': 'before\nafter the stop',
        'duration-seconds': Math.round((given.now - 1_000_000) / 100) / 10,
      },
    });
  });

  test('after a failure, with the log lines that came late', async () => {
    const given = account([{ status: 'RUNNING' }, { status: 'STOPPED', exitCode: 3, ...EXITED }]);
    given.pages = [{ lines: [line('one')], token: '1' }];
    given.onLook = (looks) => {
      if (looks === 2) given.pages.push({ lines: [line('two')], token: '2' });
    };
    expect(await given.run()).toMatchObject({
      kind: 'failed',
      outputs: { 'exit-code': 3, 'stopped-reason': EXITED.stoppedReason, 'log-tail': 'one\ntwo' },
    });
  });

  test('after a cancellation, when it was stopped', async () => {
    const given = account([{ status: 'RUNNING' }]);
    given.onLook = (looks) => {
      if (looks === 3) given.abort.abort(new CancelledError('SIGTERM'));
    };
    expect(await given.run()).toMatchObject({
      kind: 'cancelled',
      outputs: { 'exit-code': 143, 'stopped-reason': 'Cutover: the job was cancelled' },
    });
  });
});

describe('RunTask', () => {
  test('is called again with the same token while it is throttled: an earlier call may have started the task', async () => {
    const given = account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]);
    const tokens: string[] = [];
    given.onRequest = ({ clientToken }) => tokens.push(clientToken);
    given.refusals = [
      { kind: 'refused', reasons: ['Rate exceeded'], retryable: true, throttled: true },
      { kind: 'refused', reasons: ['Capacity is unavailable at this time'], retryable: true },
    ];
    expect((await given.run()).kind).toBe('succeeded');
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[1]).not.toBe(tokens[2]);
  });

  const refusal = (reason: string, retryable: boolean): TaskStart & { kind: 'refused' } => ({
    kind: 'refused',
    reasons: [reason],
    retryable,
  });

  test('is called again while there is no capacity', async () => {
    const given = account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]);
    given.refusals = [refusal('Capacity is unavailable at this time', true), refusal('RESOURCE:ENI', true)];
    expect((await given.run()).kind).toBe('succeeded');
    expect(given.requests).toHaveLength(1);
  });

  test('is given up after start-timeout-minutes, with the reason', async () => {
    const given = account();
    given.refusals = Array.from({ length: 1000 }, () =>
      refusal('Capacity is unavailable at this time', true),
    );
    const outcome = await given.run({ 'start-timeout-minutes': '3' });
    expect(outcome.kind).toBe('failed');
    expect(outcome.what).toContain('Capacity is unavailable at this time');
    expect(given.now - 1_000_000).toBeGreaterThanOrEqual(180_000);
  });

  test('is not called again for what does not pass', async () => {
    const given = account();
    given.refusals = [refusal('ATTRIBUTE', false)];
    const outcome = await given.run();
    expect(outcome.what).toContain('ATTRIBUTE');
    expect(given.refusals).toEqual([]);
  });

  test('is given launch type, platform version and the name of who starts it', async () => {
    const given = account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]);
    await given.run({ 'launch-type': 'EC2', 'platform-version': '1.4.0', 'started-by': 'release/42' });
    expect(given.requests[0]).toMatchObject({
      launchType: 'EC2',
      platformVersion: '1.4.0',
      startedBy: 'release/42',
    });
    // A variable then identifies the task's owner.
    const [override] = given.requests[0]?.overrides.containerOverrides ?? [];
    expect(override?.environment).toEqual([
      {
        name: 'CUTOVER_STARTED_BY',
        value: expect.stringMatching(/^cutover\/42\/1\/[0-9a-f]{12}$/) as unknown,
      },
    ]);
  });

  test('is given no variable where its tag is our mark', async () => {
    const given = account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]);
    await given.run({});
    expect(given.requests[0]?.startedBy).toMatch(/^cutover\/42\/1\/[0-9a-f]{12}$/);
    expect(given.requests[0]?.overrides.containerOverrides[0]?.environment).toBeUndefined();
  });
});

test('a command that ended with 0 beside an essential container that failed is doubtful', async () => {
  const given = account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]);
  given.sidecars = [{ name: 'proxy', image: 'proxy:1' }];
  given.containers = () => [
    { name: 'app', lastStatus: 'STOPPED', exitCode: 0 },
    { name: 'proxy', lastStatus: 'STOPPED', exitCode: 7 },
  ];
  expect((await given.run({ 'container-name': 'app' })).kind).toBe('succeeded');
  expect(given.events).toContainEqual(
    expect.objectContaining({
      type: 'warning',
      what: expect.stringContaining('container proxy ended with exit code 7'),
    }),
  );
});

describe('two starts in the same moment', () => {
  const rival = (createdAt: number): TaskState => ({
    arn: taskArn(999),
    taskDefinition: ARN,
    lastStatus: 'PENDING',
    desiredStatus: 'RUNNING',
    group: 'family:shop',
    startedBy: 'cutover/41/1/0',
    createdAt,
    containers: [],
  });
  const life = (): Look[] => [{ status: 'STOPPED', exitCode: 0, ...EXITED }];

  test('the later one gives way before its command runs, and starts another task afterwards', async () => {
    const given = account(life(), life());
    given.rivals.push(rival(1));
    expect((await given.run()).kind).toBe('succeeded');
    expect(given.stops).toEqual(['Cutover: another task of the family was started first']);
    expect(new Set(given.requests.map(({ clientToken }) => clientToken)).size).toBe(2);
  });

  test('or fails, with on-running: fail', async () => {
    const given = account(life());
    given.rivals.push(rival(1));
    const outcome = await given.run({ 'on-running': 'fail' });
    expect(outcome.kind).toBe('failed');
    expect(outcome.what).toContain('Another task of shop is running');
    expect(given.stops).toHaveLength(1);
  });

  test('the earlier one goes on', async () => {
    const given = account(life());
    given.rivals.push({ ...rival(9_999_999), arn: taskArn(999) });
    expect((await given.run()).kind).toBe('succeeded');
    expect(given.stops).toEqual([]);
    expect(given.requests).toHaveLength(1);
  });
});

test('every page of the log is shown, empty ones are not its end, and late lines still come', async () => {
  const given = account([{ status: 'RUNNING' }, { status: 'STOPPED', exitCode: 0, ...EXITED }]);
  const line = (text: string) => ({ timestamp: 1, text });
  given.pages = [
    { lines: [line('one')], token: '1' },
    { lines: [], token: '2' },
    { lines: [line('two')], token: '3' },
  ];
  given.onLook = (looks) => {
    if (looks === 2) given.pages.push({ lines: [line('three')], token: '4' });
  };
  const outcome = await given.run();
  expect(given.lines()).toEqual(['one', 'two', 'three']);
  expect(outcome.outputs['log-tail']).toBe('one\ntwo\nthree');
});

test('a log that can not be read for a while is read on afterwards', async () => {
  const given = account([{ status: 'RUNNING' }]);
  given.pages = [{ lines: [{ timestamp: 1, text: 'one' }], token: '1' }];
  given.onLook = (looks) => {
    given.logTrouble =
      looks > 2 && looks < 6
        ? new AwsCallError({
            action: 'logs:GetLogEvents',
            code: 'ThrottlingException',
            what: 'Rate exceeded',
            fix: '',
            transient: true,
          })
        : undefined;
    if (looks === 6) given.pages.push({ lines: [{ timestamp: 2, text: 'two' }], token: '2' });
    if (looks === 8) given.lives = [[{ status: 'STOPPED', exitCode: 0, ...EXITED }]];
  };
  expect((await given.run()).kind).toBe('succeeded');
  expect(given.lines()).toEqual(['one', 'two']);
  expect(given.events.filter(({ type }) => type === 'warning')).toHaveLength(1);
});

test('cancellation stops the task before anything else', async () => {
  const given = account([{ status: 'RUNNING' }]);
  given.onLook = (looks) => {
    if (looks === 3) given.abort.abort(new CancelledError('cancelled'));
  };
  const outcome = await given.run();
  expect(outcome.kind).toBe('cancelled');
  expect(given.stops).toEqual(['Cutover: the job was cancelled']);
  expect(given.remembered).toMatchObject({ 'task-arn': taskArn(1), cluster: 'default' });
});

test('credentials that end before the migration may are told before a task is started', async () => {
  const given = account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]);
  given.validity = { kind: 'until', at: 1_000_000 + 60_000 };
  given.onRequest = () => {
    expect(given.events).toMatchObject([
      { type: 'warning', what: expect.stringContaining('but the migration may take until') as unknown },
      { type: 'group.started' },
    ]);
  };
  await given.run({});
  expect(given.requests).toHaveLength(1);
});

describe('the post step', () => {
  test('stops a task that still runs', async () => {
    const given = account([{ status: 'RUNNING' }]);
    await post({ cluster: 'shop', 'task-arn': taskArn(1) }, given.world);
    expect(given.stops).toEqual(['Cutover: the job ended before the task']);
  });

  test('stops a task that carries this run’s mark beside the user’s own tag', async () => {
    const given = account([{ status: 'RUNNING' }]);
    given.tag = 'release/42';
    given.mark = 'cutover/42/1/0123456789ab';
    await post({ cluster: 'shop', 'task-arn': taskArn(1) }, given.world);
    expect(given.stops).toEqual(['Cutover: the job ended before the task']);
  });

  test.each([
    ['of another run', 'cutover/421/1/0123456789ab', undefined],
    ['of another attempt', 'cutover/42/2/0123456789ab', undefined],
    ['of a service', 'ecs-svc/1', undefined],
    ['without a mark', 'release/42', undefined],
    ['with the mark of another run', 'release/42', 'cutover/43/1/0123456789ab'],
  ])('leaves a task %s alone, whatever the saved state says', async (_, tag, mark) => {
    const given = account([{ status: 'RUNNING' }]);
    given.tag = tag;
    given.mark = mark;
    await post({ cluster: 'shop', 'task-arn': taskArn(1), 'started-by': tag }, given.world);
    expect(given.stops).toEqual([]);
  });

  test.each([
    ['the task has stopped', { cluster: 'shop', 'task-arn': taskArn(1) }],
    ['nothing was started', {}],
  ])('does nothing when %s', async (_, remembered) => {
    const given = account([{ status: 'STOPPED', exitCode: 0, ...EXITED }]);
    await post(remembered, given.world);
    expect(given.stops).toEqual([]);
  });
});

test.each<[string, Record<string, string>, string]>([
  ['no revision', { 'task-definition-arn': '' }, 'task-definition-arn'],
  ['two revisions', { base: 'service' }, 'Inputs base and task-definition-arn'],
  ['no service to take it from', { 'task-definition-arn': '', base: 'service' }, 'neither service nor stack'],
  ['a file', { 'task-definition-arn': 'ecs/shop.json' }, 'is not the ARN of a task definition revision'],
  ['two kinds of command', { command: 'a', commands: 'b' }, 'Inputs command and commands were both given'],
  ['an open quote', { command: "it's" }, 'never closed'],
  [
    'a tag that is our own mark',
    { 'started-by': 'cutover/42/1/0123456789ab' },
    'not beginning with cutover/',
  ],
  ['a negative timeout', { 'timeout-minutes': '-1' }, 'is not a number from'],
  ['a timeout that is no number', { 'poll-interval-seconds': 'often' }, 'is not a number from'],
  ['a strategy that is no JSON', { 'capacity-provider-strategy': 'FARGATE' }, 'capacity providers'],
])('%s is refused before the first call', async (_, texts, message) => {
  const given = account();
  let said = '';
  try {
    await run(parseInputs(inputs, { 'task-definition-arn': ARN, ...texts }), {
      ...given.world,
      aws: { region: 'us-east-1' } as Aws,
    });
  } catch (error) {
    if (error instanceof ConfigurationError) said = error.message;
  }
  expect(said).toContain(message);
});
