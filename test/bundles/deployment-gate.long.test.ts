import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;

/** A group that waits before the shift, longer than any test takes. */
const WAITING: NonNullable<LiveOptions['ready']> = {
  deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2880 },
  terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 },
};

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open({ ready: WAITING, ...options });
  return live;
}

afterEach(async () => {
  await live?.close();
  live = undefined;
});

const WITH = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.1' };
const REVISION = { 'task-definition-arn': 'web:2' };

const act = async (account: LiveService, inputs: Record<string, string>, env: Record<string, string> = {}) =>
  await run('blue-green-codedeploy', { inputs: { ...WITH, ...inputs }, env: { ...account.env, ...env } });

/** Where the test listener really answers: the simulator takes another port when its own is in use. */
function testUrl(account: LiveService): string {
  const seen = account.running.sim.service('elasticloadbalancing').snapshot?.() as {
    loadBalancers: { listeners: { arn: string; address: string }[] }[];
  };
  const found = seen.loadBalancers
    .flatMap(({ listeners }) => listeners)
    .find(({ arn }) => arn === account.testListener);
  return found?.address ?? '';
}

/** A node program as a command that is no shell's. */
const node = (program: string): string => JSON.stringify(['node', '-e', program]);

/** A deployment that waits to be continued. */
async function ready(account: LiveService): Promise<string> {
  await account.register('web');
  const result = await act(account, { ...REVISION, 'wait-until': 'ready' });
  expect(result.errors).toEqual([]);
  expect(result.outputs['deployment-status']).toBe('Ready');
  return result.outputs['deployment-id'] ?? '';
}

describe('a gate that passes lets the shift begin', () => {
  test('health: all targets of the new version are healthy', async () => {
    const account = await open();
    await account.register('web');
    const result = await act(account, { ...REVISION, gate: 'health' });
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('succeeded');
    expect(result.stdout).toContain('The health gate passed: 1 healthy target in web-green, all of web:2.');
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment', 'codedeploy:ContinueDeployment']);
    expect(account.calls('ContinueDeployment')[0]).toMatchObject({ deploymentWaitType: 'READY_WAIT' });
    expect(await account.serving()).toBe('web:2');
  });

  test('http: the test listener answers', async () => {
    const account = await open();
    await account.register('web');
    const result = await act(account, {
      ...REVISION,
      gate: 'http',
      'gate-url': testUrl(account),
      'gate-path': '/health',
      'gate-expect-status': '200-299',
    });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toMatch(/The http gate passed: \S+\/health answered 200\./);
    expect(await account.serving()).toBe('web:2');
  });

  test.each([
    ['false', 'no keys'],
    ['true', 'AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY'],
  ])('command: it asks the new version; gate-aws-credentials: %s', async (awsCredentials, keys) => {
    const account = await open();
    await account.register('web', { environment: [{ name: 'REVISION', value: 'two' }] });
    const program = `
      const own = Object.keys(process.env).filter((name) => /^INPUT_|^ACTIONS_ID_TOKEN_/.test(name));
      const keys = Object.keys(process.env).filter((name) => /^AWS_(SECRET_)?ACCESS_KEY/.test(name)).sort();
      console.log('it has ' + (keys.join(' ') || 'no keys'));
      fetch(process.env.CUTOVER_TEST_URL).then(async (answer) => {
        console.log('revision ' + (await answer.text()) + ' of ' + process.env.CUTOVER_TASK_DEFINITION_ARN);
        console.log(own.length + ' inputs, ' + process.env.CUTOVER_SERVICE + ' in ' + process.env.CUTOVER_CLUSTER);
      });`;
    const result = await act(account, {
      ...REVISION,
      gate: 'command',
      'gate-command': node(program),
      'gate-url': testUrl(account),
      'gate-aws-credentials': awsCredentials,
      'wait-until': 'traffic-shifted',
    });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain(`gate | it has ${keys}`);
    expect(result.stdout).toMatch(/gate \| revision two of arn:aws:ecs:\S+\/web:2/);
    expect(result.stdout).toContain('gate | 0 inputs, web in shop');
    expect(await account.serving()).toBe('web:2');
  });
});

describe('a gate that does not pass leads back', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'health',
      { gate: 'health', 'gate-timeout-minutes': '0.03' },
      'because the health gate did not pass within',
    ],
    ['http', { gate: 'http', 'gate-timeout-minutes': '0.03' }, 'answered 503'],
    [
      'command',
      { gate: 'command', 'gate-command': node(`console.log('2 of 9 checks failed'); process.exitCode = 3;`) },
      'ended with exit code 3: 2 of 9 checks failed',
    ],
    [
      'a command that takes too long',
      {
        gate: 'command',
        'gate-timeout-minutes': '0.02',
        'gate-command': node('setInterval(() => undefined, 1000)'),
      },
      'was still running after',
    ],
    [
      'a command that is not there',
      { gate: 'command', 'gate-command': 'no-such-smoke-test --fast' },
      'the command gate could not be run: There is no command no-such-smoke-test on this runner',
    ],
  ])('%s', async (_, inputs, said) => {
    const account = await open();
    await account.register('web', { environment: [{ name: 'STATUS', value: '503' }] });
    const result = await act(account, {
      ...REVISION,
      ...inputs,
      ...(inputs['gate'] === 'http' ? { 'gate-url': testUrl(account) } : {}),
      // Tasks that fail their health check are no crash loop here.
      'max-failed-tasks': '0',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back': 'true',
      'deployment-status': 'Stopped',
    });
    expect(result.errors.join('\n')).toContain(said);
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment', 'codedeploy:StopDeployment']);
    expect(account.calls('StopDeployment')[0]).toMatchObject({ autoRollbackEnabled: true });
    expect(await account.serving()).toBe('web:1');
  });
});

describe('when the call that begins the shift', () => {
  test.each([
    ['loses its answer', { reset: 'after' as const }],
    ['is throttled', { times: 2, error: { code: 'ThrottlingException', status: 400 } }],
  ])('%s, the deployment goes on all the same', async (_, fault) => {
    const account = await open();
    await account.register('web');
    account.fault({ operation: 'ContinueDeployment', ...fault });
    const result = await act(account, { ...REVISION, gate: 'health' });
    expect(result.errors).toEqual([]);
    expect(account.calls('StopDeployment')).toEqual([]);
    expect(await account.serving()).toBe('web:2');
  });

  test('is refused, the deployment is taken back, and the permission is named', async () => {
    const account = await open();
    await account.register('web');
    account.fault({
      operation: 'ContinueDeployment',
      error: {
        code: 'AccessDeniedException',
        message: 'User: x is not authorized to perform: codedeploy:ContinueDeployment on resource: *',
      },
    });
    const result = await act(account, { ...REVISION, gate: 'health' });
    expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
    expect(result.errors[0]).toContain('Grant codedeploy:ContinueDeployment on *');
    expect(await account.serving()).toBe('web:1');
  });
});

test('a gate without a wait before the shift is refused before anything starts, with how to get one', async () => {
  const account = await open({ ready: undefined });
  await account.register('web');
  const result = await act(account, { ...REVISION, gate: 'health' });
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('gate: health needs a deployment group that waits before the shift');
  expect(result.errors[0]).toContain('ReadyWaitMinutes');
  expect(account.changes()).toEqual([]);
});

describe('a job that ends while its gate is asked', () => {
  const WAITS = {
    ...REVISION,
    gate: 'command',
    'gate-command': node(`console.log('testing'); setInterval(() => undefined, 1000);`),
  };

  test('stops the deployment when it is cancelled', async () => {
    const account = await open({ timeScale: 50 });
    await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, ...WAITS },
      env: account.env,
      onLine: (line) => {
        if (line.includes('gate | testing')) running.process.kill('SIGINT');
      },
    });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'cancelled', 'rolled-back': 'true' });
    expect(account.calls('StopDeployment')).toMatchObject([{ autoRollbackEnabled: true }]);
    expect(await account.serving()).toBe('web:1');
  });

  test('leaves the stop to post: when it is killed', async () => {
    const account = await open();
    const killed = await kill(account);
    expect(account.calls('StopDeployment')).toEqual([]);
    const post = await killed.post();
    expect(post?.exitCode).toBe(0);
    expect(account.calls('StopDeployment')).toMatchObject([{ autoRollbackEnabled: true }]);
    await account.until(async () => ((await account.deployments()).length === 2 ? true : undefined));
    expect(await account.serving()).toBe('web:1');
  });

  test('or to a second run of the same commit, which takes over what it finds', async () => {
    const account = await open();
    await kill(account);
    const again = await act(account, { ...REVISION, gate: 'health' }, { GITHUB_RUN_ATTEMPT: '2' });
    expect(again.errors).toEqual([]);
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment', 'codedeploy:ContinueDeployment']);
    expect(await account.serving()).toBe('web:2');
  });

  async function kill(account: LiveService): Promise<ActionResult> {
    await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, ...WAITS },
      env: account.env,
      onLine: (line) => {
        if (line.includes('gate | testing')) running.process.kill('SIGKILL');
      },
    });
    return await running.done;
  }
});

describe('a later job decides', () => {
  test('continue: the deployment goes on and is followed; once more changes nothing', async () => {
    const account = await open();
    const id = await ready(account);
    const inputs = { mode: 'continue', 'deployment-id': id };
    const first = await act(account, inputs, { GITHUB_SHA: 'f'.repeat(40) });
    expect(first.errors).toEqual([]);
    expect(first.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-id': id,
      'task-definition-arn': expect.stringMatching(/\/web:2$/),
      'previous-task-definition-arn': expect.stringMatching(/\/web:1$/),
    });
    expect(await account.serving()).toBe('web:2');
    const second = await act(account, inputs);
    expect(second.errors).toEqual([]);
    expect(account.calls('ContinueDeployment')).toHaveLength(1);
    await account.running.sim.clock.advance(60 * 60_000);
    await account.until(async () =>
      (await account.deployment(id)).status === 'Succeeded' ? true : undefined,
    );
    const third = await act(account, inputs);
    expect(third.outputs['outcome']).toBe('unchanged');
    expect(third.stdout).toContain('had already ended Succeeded; web:2 serves');
    const late = await act(account, { mode: 'stop', 'deployment-id': id });
    expect(late.exitCode).toBe(1);
    expect(late.errors[0]).toContain('can’t be stopped any more; web:2 serves');
    expect(account.calls('StopDeployment')).toEqual([]);
  });

  test('stop: users stay where they are; once more changes nothing, and it can not be continued', async () => {
    const account = await open();
    const id = await ready(account);
    // Without an id the active deployment of this commit is meant.
    const first = await act(account, { mode: 'stop' });
    expect(first.errors).toEqual([]);
    expect(first.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-id': id, 'rolled-back': 'true' });
    expect(await account.serving()).toBe('web:1');
    const second = await act(account, { mode: 'stop', 'deployment-id': id });
    expect(second.outputs).toMatchObject({ outcome: 'unchanged', 'rolled-back': 'true' });
    const late = await act(account, { mode: 'continue', 'deployment-id': id });
    expect(late.exitCode).toBe(1);
    expect(late.errors[0]).toContain(
      'had already ended Stopped and can’t be continued any more; web:1 serves',
    );
    const nothing = await act(account, { mode: 'stop' });
    expect(nothing.outputs['outcome']).toBe('unchanged');
    expect(account.calls('StopDeployment')).toHaveLength(1);
    expect(account.calls('ContinueDeployment')).toEqual([]);
  });

  test('continue fails when the wait ran out or nothing was deployed, with an id and without', async () => {
    const account = await open();
    const before = await act(account, { mode: 'continue' });
    expect(before.exitCode).toBe(1);
    expect(before.errors[0]).toContain('Nothing was released');
    const id = await ready(account);
    await account.running.sim.clock.advance(2881 * 60_000);
    await account.until(async () => ((await account.deployment(id)).status === 'Stopped' ? true : undefined));
    for (const named of [{}, { 'deployment-id': id }]) {
      const late = await act(account, { mode: 'continue', ...named });
      expect(late.exitCode).toBe(1);
      expect(late.outputs['outcome']).toBe('failed');
      expect(late.errors[0]).toContain(
        `Deployment ${id} of web:2 had already ended Stopped and can’t be continued any more; web:1 serves`,
      );
    }
    const other = await act(account, { mode: 'continue' }, { GITHUB_SHA: 'f'.repeat(40) });
    expect(other.exitCode).toBe(1);
    expect(other.errors[0]).toContain('no deployment of commit fffffff to continue');
    expect(await account.serving()).toBe('web:1');
  });

  test('about no deployment but the one that is meant', async () => {
    const account = await open();
    const id = await ready(account);
    const unknown = await act(account, { mode: 'continue', 'deployment-id': 'd-NOBODY123' });
    expect(unknown.errors[0]).toContain('CodeDeploy has no deployment d-NOBODY123 in us-east-1.');
    const other = await act(account, { mode: 'stop' }, { GITHUB_SHA: 'f'.repeat(40) });
    expect(other.errors[0]).toContain(`the active deployment ${id}`);
    expect(other.errors[0]).toContain('is not of commit fffffff');
    const dry = await act(account, { mode: 'continue', 'deployment-id': id, 'dry-run': 'true' });
    expect(dry.stdout).toContain(`deployment ${id} (Ready) of web:2 would be continued`);
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment']);
  });
});
