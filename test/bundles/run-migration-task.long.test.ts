import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Task } from '@aws-sdk/client-ecs';
import type { ActionResult } from '@cutover/runner/run-action';
import type { Fault } from '@cutover/simulator/kernel/faults';
import { ImagePullError, type ImageSource } from '@cutover/simulator/kernel/images';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from './action.ts';
import { LiveService } from './live-service.ts';

const PATIENCE_MS = 30_000;

/** What the image can do, by the first word of its command. */
const PROGRAM = `
const [what, ...rest] = process.argv.slice(2);
const say = (text) => require('node:fs').writeSync(1, text + '\\n');
switch (what) {
  case 'say': say(rest.join(' ')); break;
  case 'env': say(rest.map((name) => name + ' has ' + (process.env[name] ?? '').length).join(', ')); break;
  case 'fail': say('relation "orders" does not exist'); process.exit(Number(rest[0] ?? 1));
  case 'last': say('first'); setTimeout(() => { say('the very last line'); process.exit(0); }, 300); break;
  case 'many': for (let line = 1; line <= Number(rest[0]); line++) say('line ' + line); break;
  case 'stay': say('staying'); process.on('SIGTERM', () => { say('told to stop'); process.exit(0); }); setInterval(() => {}, 1000); break;
  case 'hang': say('hanging'); setInterval(() => {}, 1000); break;
  default: say('unknown: ' + what); process.exit(9);
}`;

const images: ImageSource = {
  owns: (reference) => reference.startsWith('test/'),
  pull: async (reference, _architecture, directory) => {
    if (reference === 'test/missing')
      throw new ImagePullError(
        'CannotPullContainerError: pull image manifest has been retried 5 time(s): test/missing: not found',
      );
    await mkdir(join(directory, 'app'), { recursive: true });
    await writeFile(join(directory, 'app', 'main.cjs'), PROGRAM);
    return {
      digest: `sha256:${'ab'.repeat(32)}`,
      config: {
        Entrypoint: ['node', '/app/main.cjs'],
        Cmd: ['say', 'own command'],
        WorkingDir: '/app',
        Env: [],
      },
    };
  },
};

const LOGGING = {
  logDriver: 'awslogs',
  options: {
    'awslogs-group': '/shop',
    'awslogs-region': 'us-east-1',
    'awslogs-stream-prefix': 'app',
    'awslogs-create-group': 'true',
  },
};

jest.setTimeout(400_000);

let simulator: RunningSimulator;
let arn: string;
let live: LiveService | undefined;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 50 });
  simulator.sim.images = images;
  await simulator.sim.call('ecs', 'CreateCluster', { clusterName: 'shop' });
  arn = await register([{ name: 'app', image: 'test/app', logConfiguration: LOGGING }]);
});

afterEach(async () => {
  await simulator.close();
  await live?.close();
  live = undefined;
});

async function register(containerDefinitions: readonly object[], rest: object = {}): Promise<string> {
  const { taskDefinition } = await simulator.sim.call<{ taskDefinition: { taskDefinitionArn: string } }>(
    'ecs',
    'RegisterTaskDefinition',
    {
      family: 'shop',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions,
      ...rest,
    },
  );
  return taskDefinition.taskDefinitionArn;
}

const WITH = { cluster: 'shop', subnets: 'subnet-1', 'poll-interval-seconds': '0.1' };

function options(inputs: Record<string, string>, env: Record<string, string> = {}) {
  return {
    inputs: { ...WITH, 'task-definition-arn': arn, ...inputs },
    env: { ...awsEnv(simulator.url), ...env },
  };
}

async function migrate(inputs: Record<string, string>): Promise<ActionResult> {
  return await run('run-migration-task', options(inputs));
}

function calls(operation: string): readonly Record<string, unknown>[] {
  return simulator.sim.calls
    .filter((call) => call.operation === operation)
    .map(({ input }) => input as Record<string, unknown>);
}

async function tasks(desiredStatus: 'RUNNING' | 'STOPPED'): Promise<readonly Task[]> {
  const { taskArns } = await simulator.sim.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
    cluster: 'shop',
    desiredStatus,
  });
  if (taskArns.length === 0) return [];
  const { tasks } = await simulator.sim.call<{ tasks: Task[] }>('ecs', 'DescribeTasks', {
    cluster: 'shop',
    tasks: taskArns,
  });
  return tasks;
}

async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`never came true: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function fault(fault: Fault): void {
  simulator.sim.faults.add(fault);
}

describe('a command that succeeds', () => {
  test('shows its log to the last line and ends with exit code 0', async () => {
    const result = await migrate({ command: 'last' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('the very last line');
    expect(result.outputs).toMatchObject({ 'exit-code': '0', 'log-tail': 'first\nthe very last line' });
    expect(result.outputs['task-arn']).toContain(result.outputs['task-id']);
    expect(result.outputs['log-url']).toContain('#logsV2:log-groups');
  });

  test('is given its own words and variables, whose values are never shown', async () => {
    const result = await migrate({
      command: '["env", "DATABASE_URL", "EMPTY"]',
      'environment-variables': 'DATABASE_URL=postgres://me:hunter22@db/x\nEMPTY=',
    });
    expect(result.exitCode).toBe(0);
    expect(result.outputs['log-tail']).toBe('DATABASE_URL has 27, EMPTY has 0');
    const [request] = calls('RunTask');
    expect(request).toMatchObject({
      cluster: 'shop',
      count: 1,
      launchType: 'FARGATE',
      startedBy: expect.stringMatching(/^cutover\/1\/1\/[0-9a-f]{12}$/),
      overrides: { containerOverrides: [{ name: 'app', command: ['env', 'DATABASE_URL', 'EMPTY'] }] },
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp: 'DISABLED' } },
    });
    expect(result.stdout.replaceAll(/^::add-mask::.*$/gm, '') + result.summary).not.toContain('hunter22');
  });

  test('shows no line of its log with show-logs: none', async () => {
    const result = await migrate({ command: 'fail 4', 'show-logs': 'none' });
    expect(result.exitCode).toBe(1);
    const report = await readFile(result.outputs['report'] ?? '', 'utf8');
    const left = [result.stdout, result.summary, report, JSON.stringify(result.outputs)].join('\n');
    expect(left).not.toContain('relation "orders"');
    expect(left).not.toContain(String.raw`relation \"orders\"`);
    expect(result.errors.join('\n')).toContain('Container app ended with exit code 4.');
  });

  test('whose variables hold secrets never shows them, wherever it prints them', async () => {
    arn = await register([
      {
        name: 'app',
        image: 'test/app',
        environment: [{ name: 'ADMIN_PASSWORD', value: 'correct-horse' }],
        logConfiguration: LOGGING,
      },
    ]);
    const result = await migrate({ command: 'say connecting as admin with correct-horse' });
    expect(result.stdout).toContain('connecting as admin with ***');
    expect(result.outputs['log-tail']).toContain('with ***');
    expect(result.stdout + result.summary).not.toContain('correct-horse');
  });

  test('is the newest revision’s when a family is named, and one revision’s by its number', async () => {
    arn = await register([
      { name: 'app', image: 'test/app', command: ['say', 'newer'], logConfiguration: LOGGING },
    ]);
    const newest = await migrate({ 'task-definition-arn': 'shop' });
    expect(newest.outputs['log-output']).toBe('newer');
    expect(newest.stdout).toContain('The newest ACTIVE revision of family shop is shop:2: it runs.');
    const first = await migrate({ 'task-definition-arn': 'shop', 'task-definition-revision': '1' });
    expect(first.outputs['log-output']).toBe('own command');
  });

  test('is given overrides, tags and a volume by the names of aws-actions', async () => {
    arn = await register([{ name: 'app', image: 'test/app', logConfiguration: LOGGING }], {
      volumes: [{ name: 'scratch', configuredAtLaunch: true }],
    });
    const volume = { roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole', sizeInGiB: 30 };
    const result = await migrate({
      'task-definition-arn': '',
      'task-definition': arn,
      'run-task-container-overrides':
        '[{"name": "app", "command": ["say", "with correct-horse"], "memory": 256, "environment": [{"name": "DB_PASSWORD", "value": "correct-horse"}]}]',
      'run-task-tags': '[{"key": "team", "value": "shop"}]',
      'run-task-managed-ebs-volume-name': 'scratch',
      'run-task-managed-ebs-volume': JSON.stringify(volume),
    });
    expect(result.errors).toEqual([]);
    expect(calls('RunTask')).toMatchObject([
      {
        overrides: { containerOverrides: [{ name: 'app', memory: 256 }] },
        tags: [{ key: 'team', value: 'shop' }],
        volumeConfigurations: [{ name: 'scratch', managedEBSVolume: volume }],
      },
    ]);
    expect(result.outputs['log-output']).toBe('with ***');
    expect(result.stdout).toContain('::add-mask::correct-horse');
    expect(JSON.parse(result.outputs['run-task-arn'] ?? '')).toEqual([result.outputs['task-arn']]);
    expect(result.stdout.replaceAll(/^::add-mask::.*$/gm, '') + result.summary).not.toContain(
      'correct-horse',
    );
  });

  test('is the image’s own when none is given', async () => {
    expect((await migrate({})).outputs['log-tail']).toBe('own command');
  });

  test('is one of several, which run in order until one fails', async () => {
    const result = await migrate({ commands: 'say one\nfail 4\nsay three' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      'exit-code': '4',
      'log-tail': 'relation "orders" does not exist',
    });
    expect(calls('RunTask')).toHaveLength(2);
    expect(JSON.parse(result.outputs['run-task-arn'] ?? '')).toHaveLength(2);
    expect(result.stdout).toContain('one');
    expect(result.errors.join('\n')).toContain(
      'Command fail 4 failed. Container app ended with exit code 4.',
    );
    expect(result.errors.join('\n')).toContain('Commands not run: 1.');
  });

  test('has all its lines shown, once each and in order, over many pages', async () => {
    const result = await migrate({ command: 'many 12000' });
    expect(result.exitCode).toBe(0);
    const numbers = [...result.stdout.matchAll(/\bline (\d+)$/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 12_000 }, (_, index) => index + 1));
  });

  test('takes network, platform and container from the service, and no Spot capacity', async () => {
    live = await LiveService.open();
    const result = await run('run-migration-task', {
      inputs: {
        cluster: 'shop',
        service: 'web',
        'task-definition-arn': await live.register('crash'),
        'poll-interval-seconds': '0.1',
      },
      env: live.env,
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['exit-code']).toBe('3');
    const [request] = live.calls('RunTask');
    expect(request).toMatchObject({
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
      },
    });
    expect(request).not.toHaveProperty('capacityProviderStrategy');
    expect(result.stdout).toContain('The service runs on FARGATE_SPOT; this task runs on FARGATE');
  });

  test('runs in the revision that serves, not in a newer one, with base: service', async () => {
    live = await LiveService.open();
    await live.register('crash');
    const result = await run('run-migration-task', {
      inputs: { cluster: 'shop', service: 'web', base: 'service', command: 'node -e 0', 'dry-run': 'true' },
      env: live.env,
    });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain('The service runs web:1: the command runs in that revision.');
  });

  test('runs on Spot capacity where the workflow says so, with a warning', async () => {
    await simulator.sim.call('ecs', 'PutClusterCapacityProviders', {
      cluster: 'shop',
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [],
    });
    const result = await migrate({
      command: 'say hello',
      'capacity-provider-strategy': '[{"capacityProvider":"FARGATE_SPOT","weight":1}]',
    });
    expect(result.exitCode).toBe(0);
    expect(calls('RunTask')[0]).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    });
    expect(result.stdout).toContain('AWS may stop the task in the middle of a command');
  });
});

describe('a verdict', () => {
  test('is the exit code of the named container, whatever happens to its sidecars', async () => {
    arn = await register([
      { name: 'app', image: 'test/app', logConfiguration: LOGGING },
      { name: 'proxy', image: 'test/app', command: ['stay'], essential: false, stopTimeout: 2 },
    ]);
    const result = await migrate({ command: 'say done' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs['exit-code']).toBe('0');
  });

  test('ends the task when the container is not essential', async () => {
    arn = await register([
      { name: 'web', image: 'test/app', command: ['stay'] },
      { name: 'tool', image: 'test/app', essential: false, logConfiguration: LOGGING },
    ]);
    const result = await migrate({ 'container-name': 'tool', command: 'say done' });
    expect(result.exitCode).toBe(0);
    expect(calls('StopTask')).toHaveLength(1);
    expect(await tasks('RUNNING')).toEqual([]);
  });

  test('is failure with the cause when the container never ran', async () => {
    arn = await register([{ name: 'app', image: 'test/missing', logConfiguration: LOGGING }]);
    const result = await migrate({ command: 'say hello' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).not.toHaveProperty('exit-code');
    expect(result.errors.join('\n')).toContain('CannotPullContainerError');
    expect(result.outputs['stopped-reason']).toContain('CannotPullContainerError');
  });

  test('shows what a sidecar wrote last when it ended the task', async () => {
    arn = await register([
      { name: 'app', image: 'test/app', logConfiguration: LOGGING, stopTimeout: 2 },
      { name: 'proxy', image: 'test/app', command: ['fail', '7'], logConfiguration: LOGGING },
    ]);
    const result = await migrate({ 'container-name': 'app', command: 'hang' });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('Last lines of container proxy');
    expect(result.errors.join('\n')).toContain('relation "orders" does not exist');
    expect(result.summary).toContain('Last lines of container proxy');
  });

  test('says where FireLens sends the log, without its keys', async () => {
    arn = await register([
      {
        name: 'app',
        image: 'test/app',
        logConfiguration: {
          logDriver: 'awsfirelens',
          options: { Name: 'datadog', Host: 'logs.example.com', apikey: 'not-to-be-shown' },
        },
      },
      {
        name: 'router',
        image: 'test/app',
        command: ['stay'],
        essential: false,
        stopTimeout: 2,
        firelensConfiguration: { type: 'fluentbit' },
      },
    ]);
    const result = await migrate({ 'container-name': 'app', command: 'say hello' });
    expect(result.stdout).toContain(
      'logs through awsfirelens: container router sends its output to: Name datadog, Host logs.example.com',
    );
    expect(result.stdout).not.toContain('not-to-be-shown');
  });

  test('says where the log is when it can’t be read here', async () => {
    arn = await register([{ name: 'app', image: 'test/app' }]);
    const result = await migrate({ command: 'say hello' });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('container app has no logConfiguration');
  });
});

describe('one task, never two', () => {
  test('when the answer of RunTask is lost', async () => {
    fault({ operation: 'RunTask', reset: 'after' });
    const result = await migrate({ command: 'say once' });
    expect(result.exitCode).toBe(0);
    expect(calls('RunTask').length).toBeGreaterThan(1);
    expect(await tasks('STOPPED')).toHaveLength(1);
  });

  test('when calls are throttled or fail', async () => {
    fault({
      operation: 'RunTask',
      error: { code: 'ThrottlingException', message: 'Rate exceeded' },
      times: 2,
    });
    fault({
      operation: 'DescribeTasks',
      error: { code: 'ServerException', message: 'sorry', status: 500 },
      times: 2,
    });
    fault({ operation: 'GetLogEvents', reset: 'before', times: 2 });
    const result = await migrate({ command: 'say once' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs['log-tail']).toBe('once');
    expect(await tasks('STOPPED')).toHaveLength(1);
  });

  test('when the process is killed, its post step stops the task', async () => {
    const action = await start('run-migration-task', options({ command: 'stay' }));
    await until(async () => (await tasks('RUNNING')).some(({ lastStatus }) => lastStatus === 'RUNNING'));
    action.process.kill('SIGKILL');
    const killed = await action.done;
    expect(killed.exitCode).toBe(null);
    const after = await killed.post();
    expect(after?.exitCode).toBe(0);
    await until(async () => (await tasks('RUNNING')).length === 0);
    const [task] = await tasks('STOPPED');
    expect(task?.stoppedReason).toContain('the job ended before the task');
  });

  test('when the same attempt runs again, it follows the task that is running', async () => {
    const first = await start('run-migration-task', options({ command: 'stay' }));
    await until(async () => (await tasks('RUNNING')).some(({ lastStatus }) => lastStatus === 'RUNNING'));
    first.process.kill('SIGKILL');
    await first.done;
    let followed = false;
    const second = await start('run-migration-task', {
      ...options({ command: 'stay' }),
      onLine: (line) => {
        if (line.includes('already running')) followed = true;
      },
    });
    await until(() => followed);
    const [running] = await tasks('RUNNING');
    await simulator.sim.call('ecs', 'StopTask', {
      cluster: 'shop',
      task: running?.taskArn,
      reason: 'enough',
    });
    const result = await second.done;
    expect(result.outputs['task-arn']).toBe(running?.taskArn);
    expect(calls('RunTask')).toHaveLength(1);
    // The program ended with 0 when it was told to stop; that is no success.
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('somebody stopped the task');
  });

  test('unless another step of the job asks for the same', async () => {
    const first = await run(
      'run-migration-task',
      options({ command: 'say it' }, { GITHUB_ACTION: '__cutover' }),
    );
    const second = await run(
      'run-migration-task',
      options({ command: 'say it' }, { GITHUB_ACTION: '__cutover_2' }),
    );
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(second.outputs['task-arn']).not.toBe(first.outputs['task-arn']);
  });

  test('unless another leg of the job’s matrix asks for the same', async () => {
    const [first, second] = await Promise.all([
      run('run-migration-task', options({ command: 'say it', 'job-key': '0-' })),
      run('run-migration-task', options({ command: 'say it', 'job-key': '1-' })),
    ]);
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(second.outputs['task-arn']).not.toBe(first.outputs['task-arn']);
  });

  test('when Fargate has no room at first', async () => {
    fault({ task: 'capacity', resource: 'shop', times: 2 });
    const result = await migrate({ command: 'say once' });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('ECS started no task yet, asking again: Capacity is unavailable');
    expect(calls('RunTask')).toHaveLength(3);
    expect(await tasks('STOPPED')).toHaveLength(1);
  });

  test('when RunTask is throttled after an answer was lost', async () => {
    fault({ operation: 'RunTask', reset: 'after' });
    fault({ operation: 'RunTask', throttle: true, skip: 1, times: 9 });
    const result = await migrate({ command: 'say once' });
    expect(result.exitCode).toBe(0);
    expect(new Set(calls('RunTask').map(({ clientToken }) => clientToken)).size).toBe(1);
    expect(await tasks('STOPPED')).toHaveLength(1);
  });

  test('while another run’s task of the family is running', async () => {
    await simulator.sim.call('ecs', 'RunTask', {
      cluster: 'shop',
      taskDefinition: arn,
      launchType: 'FARGATE',
      startedBy: 'other/run',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      overrides: { containerOverrides: [{ name: 'app', command: ['stay'] }] },
    });
    const refused = await migrate({ command: 'say hello', 'on-running': 'fail' });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors.join('\n')).toContain('other/run');
    expect(calls('RunTask')).toEqual([]);

    const waiting = await start('run-migration-task', options({ command: 'say hello' }));
    await until(() => calls('ListTasks').length >= 6);
    expect(calls('RunTask')).toEqual([]);
    const [other] = await tasks('RUNNING');
    await simulator.sim.call('ecs', 'StopTask', { cluster: 'shop', task: other?.taskArn });
    expect((await waiting.done).exitCode).toBe(0);
  });
});

describe('a task that does not end', () => {
  test('is stopped at the timeout, and what it said last is shown', async () => {
    const result = await migrate({ command: 'stay', 'timeout-minutes': '0.05' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('timed-out');
    expect(result.outputs['log-tail']).toBe('staying\ntold to stop');
    expect(calls('StopTask')).toHaveLength(1);
    expect(await tasks('RUNNING')).toEqual([]);
  });

  test('is stopped first thing when the job is cancelled', async () => {
    const action = await start(
      'run-migration-task',
      options({ command: 'stay', 'poll-interval-seconds': '60' }),
    );
    await until(async () => (await tasks('RUNNING')).some(({ lastStatus }) => lastStatus === 'RUNNING'));
    await until(() => calls('DescribeTasks').length > 0);
    action.process.kill('SIGINT');
    const result = await action.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('cancelled');
    const [task] = await tasks('STOPPED');
    expect(calls('StopTask')).toHaveLength(1);
    expect(task?.stoppedReason ?? 'Cutover: the job was cancelled').toContain('the job was cancelled');
  });
});

describe('before anything is started', () => {
  test('malformed inputs are refused without a call, all at once', async () => {
    const result = await migrate({
      'task-definition-arn': 'shop.json',
      'timeout-minutes': '-1',
      comand: 'x',
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('is not the ARN of a task definition revision');
    expect(result.errors.join('\n')).toContain('is not a number from');
    expect(result.errors.join('\n')).toContain('Unknown input comand');
    expect(simulator.sim.calls).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['an unknown container', { 'container-name': 'ap' }, 'The containers are: app. Did you mean app?'],
    ['no subnets', { subnets: '' }, 'Input subnets was not given'],
    ['overrides that are too long', { 'environment-variables': `BIG=${'x'.repeat(9000)}` }, '8192 at most'],
    [
      'an unknown revision',
      { 'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:99' },
      'has no task definition',
    ],
  ])('%s is refused', async (_, inputs, message) => {
    const result = await migrate(inputs);
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain(message);
    expect(calls('RunTask')).toEqual([]);
  });

  test('a dry run says what would be run and starts nothing', async () => {
    const result = await migrate({
      command: 'say hello',
      'dry-run': 'true',
      'environment-variables': 'A=secret-value',
    });
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('say hello');
    expect(result.summary).not.toContain('secret-value');
    expect(calls('RunTask')).toEqual([]);
  });
});
