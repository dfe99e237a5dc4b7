import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';
import { slowShift } from './slow-shift.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  return live;
}

afterEach(async () => {
  await live?.close();
  live = undefined;
});

const WITH = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.1' };
const arn = (revision: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;

interface Run {
  readonly id: string;
  readonly attempt?: string;
}

/** The environment of a workflow run; commits follow the runs. */
function envOf(account: LiveService, { id, attempt = '1' }: Run): Record<string, string> {
  return {
    ...account.env,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_SHA: id.padStart(40, '0'),
  };
}

/** A run deploys the next revision to its end. */
async function release(
  account: LiveService,
  by: Run,
  { script = 'web', ...inputs }: { script?: 'web' | 'crash' } & Record<string, string> = {},
) {
  const revision = await account.register(script);
  const result = await run('blue-green-codedeploy', {
    inputs: { ...WITH, 'task-definition-arn': revision, 'wait-until': 'completed', ...inputs },
    env: envOf(account, by),
  });
  return { revision, result };
}

async function rollback(account: LiveService, by: Run, inputs: Record<string, string> = {}) {
  return await run('rollback', {
    inputs: { ...WITH, 'only-this-run': 'true', ...inputs },
    env: envOf(account, by),
  });
}

describe('after a job that failed', () => {
  test('before its deployment, a healthy production stays: two good releases of other runs', async () => {
    const account = await open();
    await release(account, { id: '1' });
    await release(account, { id: '12' });
    const before = account.changes().length;
    // Run 2 deployed nothing; 1 and 12 are other runs, however their numbers begin.
    const result = await rollback(account, { id: '2' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      outcome: 'unchanged',
      'rolled-back': 'false',
      'task-definition-arn': arn('web:3'),
    });
    expect(result.stdout).toContain('this run deployed nothing to service web; web:3 serves');
    expect(account.changes()).toHaveLength(before);
    expect(await account.serving()).toBe('web:3');
    const earlier = await rollback(account, { id: '1' });
    expect(earlier.outputs['outcome']).toBe('unchanged');
    expect(earlier.stdout).toMatch(/what deployment d-\w+ of this run released no longer serves/);
  });

  test('after its deployment, what it deployed is taken back, twice released or in an earlier attempt', async () => {
    const account = await open();
    await release(account, { id: '1' });
    await release(account, { id: '2' });
    await release(account, { id: '2', attempt: '2' });
    expect(await account.serving()).toBe('web:4');
    const result = await rollback(account, { id: '2', attempt: '3' });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'rolled-back': 'true',
      'previous-task-definition-arn': arn('web:4'),
      'task-definition-arn': arn('web:2'),
    });
    expect(result.outputs['codedeploy-deployment-id']).toBe(result.outputs['deployment-id']);
    expect(result.outputs['deployment-id']).toMatch(/^d-/);
    expect(result.stdout).toMatch(
      /Going back from web:4 \(deployment d-\w+\) to web:2 \(deployment d-\w+\)\./,
    );
    expect(await account.serving()).toBe('web:2');
    const again = await rollback(account, { id: '2', attempt: '3' });
    expect(again.outputs).toMatchObject({ outcome: 'unchanged', 'rolled-back': 'false' });
    expect(await account.serving()).toBe('web:2');
  });

  test('whose deployment was rolled back by itself, nothing is left to take back', async () => {
    const account = await open();
    await release(account, { id: '1' });
    await release(account, { id: '2' });
    const { result: broken } = await release(
      account,
      { id: '3' },
      { script: 'crash', 'max-failed-tasks': '1' },
    );
    expect(broken.outputs['outcome']).toBe('rolled-back');
    const result = await rollback(account, { id: '3' });
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('unchanged');
    expect(await account.serving()).toBe('web:3');
  });

  test('a deployment under way is stopped when it is of this run, and left alone when it is not', async () => {
    const account = await open();
    const slow = await slowShift(account);
    await release(account, { id: '1' });
    const second = await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': second, 'codedeploy-deployment-config': slow },
      env: envOf(account, { id: '2' }),
    });
    const deploymentId = await account.active();
    const other = await rollback(account, { id: '3' });
    expect(other.exitCode).toBe(0);
    expect(other.outputs['outcome']).toBe('unchanged');
    expect(other.stdout).toContain(
      `deployment ${deploymentId} (InProgress), which is under way, is not of this run`,
    );
    expect(account.calls('StopDeployment')).toEqual([]);
    const own = await rollback(account, { id: '2' });
    expect(own.errors).toEqual([]);
    expect(own.outputs).toMatchObject({ outcome: 'succeeded', 'rolled-back': 'true' });
    expect(own.stdout).toContain('it is stopped and rolled back to web:2.');
    expect(account.calls('StopDeployment')).toMatchObject([{ deploymentId, autoRollbackEnabled: true }]);
    await running.done;
    expect(await account.serving()).toBe('web:2');
  });

  test('outside of a run the input is refused before the first call', async () => {
    const account = await open();
    const result = await run('rollback', {
      inputs: { ...WITH, 'only-this-run': 'true' },
      env: { ...account.env, GITHUB_RUN_ID: '' },
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('Input only-this-run is true, and no workflow run is known');
    expect(account.running.sim.calls).toEqual([]);
  });
});

describe('by hand', () => {
  test('credentials that end before the rollback may are told before anything is started', async () => {
    const account = await open();
    await release(account, { id: '1' });
    const result = await run('rollback', {
      inputs: { ...WITH, to: '1', 'dry-run': 'true' },
      env: {
        ...envOf(account, { id: '2' }),
        AWS_SESSION_TOKEN: 'session',
        AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 120_000).toISOString(),
      },
    });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toMatch(/The AWS credentials end at .* but the rollback may take until/);
  });

  test('one release back, whatever its description says', async () => {
    const account = await open();
    await release(account, { id: '1' });
    await release(
      account,
      { id: '2' },
      { 'codedeploy-deployment-description': 'Rollback from web:1 | rollback web:2 -> web:3' },
    );
    const result = await rollback(account, { id: '3' }, { 'only-this-run': 'false' });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', 'task-definition-arn': arn('web:2') });
    expect(await account.serving()).toBe('web:2');
  });

  test('is refused when the newest deployment is not what serves, unless told where to go', async () => {
    const account = await open();
    await release(account, { id: '1' });
    await recreate(account);
    const before = account.changes().length;
    const refused = await rollback(account, { id: '3' }, { 'only-this-run': 'false' });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toMatch(
      /The newest deployment d-\w+ \(web:2\) is not what serves: web:1 does\./,
    );
    expect(refused.errors[0]).toContain('to: family:number');
    expect(account.changes()).toHaveLength(before);
    const told = await rollback(account, { id: '3' }, { 'only-this-run': 'false', to: '2' });
    expect(told.errors).toEqual([]);
    expect(await account.serving()).toBe('web:2');
  });
});

/** The service is deleted and created anew, with the first revision; the deployment group and its past stay. */
async function recreate(account: LiveService): Promise<void> {
  await account.call('ecs', 'DeleteService', { cluster: 'shop', service: 'web', force: true });
  await account.until(async () => ((await account.service()).status === 'INACTIVE' ? true : undefined));
  const { Listeners } = await account.call<{
    Listeners: {
      DefaultActions: {
        TargetGroupArn?: string;
        ForwardConfig?: { TargetGroups: { TargetGroupArn: string; Weight?: number }[] };
      }[];
    }[];
  }>('elasticloadbalancing', 'DescribeListeners', { ListenerArns: [account.production] });
  const [action] = Listeners[0]?.DefaultActions ?? [];
  const live =
    action?.ForwardConfig?.TargetGroups.find(({ Weight = 1 }) => Weight > 0)?.TargetGroupArn ??
    action?.TargetGroupArn;
  await account.call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
    },
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [{ targetGroupArn: live, containerName: 'app', containerPort: 8080 }],
  });
  await account.until(async () => ((await account.service()).runningCount === 1 ? true : undefined));
}
