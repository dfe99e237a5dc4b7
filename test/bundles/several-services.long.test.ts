import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';
import { addService } from './second-service.ts';
import { finishShift, slowShift } from './slow-shift.ts';

jest.setTimeout(400_000);

let live: LiveService;

afterEach(async () => {
  await live.close();
});

/** Cluster `shop` with the services `web` and `api`, which both run `web:1`; `web:2` is there, and `web:3` crashes. */
async function open(options: LiveOptions = {}, api: LiveOptions = options): Promise<void> {
  live = await LiveService.open(options);
  await addService(live, 'api', api);
  await live.register('web');
  await live.register('crash');
}

/** `web:2` by service: what PRIMARY runs. */
async function serving(): Promise<Record<string, string>> {
  const entries = ['web', 'api'].map(async (name) => {
    const { taskSets = [] } = await live.service(name);
    const arn = taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition ?? '';
    return [name, arn.slice(arn.lastIndexOf('/') + 1)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Deployments of both groups. */
async function deployments(): Promise<readonly DeploymentInfo[]> {
  const found = await Promise.all(
    ['web', 'api'].map(async (name) => live.deployments([`AppECS-shop-${name}`, `DgpECS-shop-${name}`])),
  );
  return found.flat();
}

/** Both deployments exist and have their replacement task sets. */
async function bothUnderWay(): Promise<void> {
  await live.until(async () => {
    const sets = (await Promise.all(['web', 'api'].map(async (name) => live.service(name)))).map(
      ({ taskSets = [] }) =>
        taskSets.some(({ externalId, status }) => externalId !== undefined && status === 'ACTIVE'),
    );
    return sets.every(Boolean) ? true : undefined;
  });
}

async function allEnded(): Promise<void> {
  await live.until(async () => {
    const all = await deployments();
    return all.every(({ status = '' }) => ['Succeeded', 'Failed', 'Stopped'].includes(status))
      ? true
      : undefined;
  });
}

const WITH = { cluster: 'shop', services: 'web\napi', 'poll-interval-seconds': '0.1' };

/** Starts both deployments, which last until `finishShift`. */
async function begin() {
  const action = await start('blue-green-codedeploy', {
    inputs: {
      ...WITH,
      'task-definition-arn': 'web:2',
      'codedeploy-deployment-config': await slowShift(live),
    },
    env: live.env,
  });
  await bothUnderWay();
  return action;
}

async function deploy(inputs: Record<string, string>) {
  return await run('blue-green-codedeploy', { inputs: { ...WITH, ...inputs }, env: live.env });
}

function reports(outputs: Readonly<Record<string, string>>): unknown {
  return JSON.parse(outputs['services'] ?? 'null');
}

describe('services that belong together', () => {
  test('are deployed side by side, and reported one by one and as a whole', async () => {
    await open();
    const result = await deploy({ 'task-definition-arn': 'web:2' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(await serving()).toEqual({ web: 'web:2', api: 'web:2' });
    expect(reports(result.outputs)).toMatchObject([
      { service: 'web', outcome: 'succeeded', 'rolled-back': false },
      { service: 'api', outcome: 'succeeded', 'rolled-back': false },
    ]);
    const ids = live.calls('CreateDeployment');
    expect(ids).toHaveLength(2);
    expect(result.outputs['deployment-id']?.split(',')).toHaveLength(2);
    expect(result.outputs['task-definition-arn']).toMatch(/web:2$/);
    expect(result.outputs['traffic-shifted-at']).toMatch(/^\d{4}-/);
    expect(result.summary).toContain('| web | succeeded |');
    expect((await result.post())?.stdout ?? '').toBe('');
    // Again: nothing is left to do.
    const again = await deploy({ 'task-definition-arn': 'web:2' });
    expect(again.outputs['outcome']).toBe('unchanged');
    expect(live.calls('CreateDeployment')).toHaveLength(2);
  });

  test('both serve their old versions when the new one of either crashes', async () => {
    await open();
    const result = await deploy({ services: 'web=web:3\napi = web:2', 'max-failed-tasks': '2' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
    await allEnded();
    expect(await serving()).toEqual({ web: 'web:1', api: 'web:1' });
    expect(reports(result.outputs)).toMatchObject([
      { service: 'web', outcome: 'rolled-back', 'rolled-back': true },
      { service: 'api', outcome: 'rolled-back', 'rolled-back': true },
    ]);
    expect(result.errors.join('\n')).toContain(
      'All 2 services serve their old versions, because one failed.',
    );
    expect(result.errors.join('\n')).toContain('web: ');
  });

  test.each([
    ['whose old tasks still wait is told to go back', 2000],
    ['whose deployment is over goes back by a new one', 0],
  ])('a service that had all traffic and %s', async (_, terminationMinutes) => {
    await open({}, { terminationMinutes });
    await live.call('codedeploy', 'UpdateDeploymentGroup', {
      deploymentConfigName: await slowShift(live),
      applicationName: 'AppECS-shop-web',
      currentDeploymentGroupName: 'DgpECS-shop-web',
      alarmConfiguration: { enabled: true, alarms: [{ name: 'web-errors' }] },
    });
    const action = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: live.env,
    });
    await live.until(async () => {
      const shifted = (await serving())['api'] === 'web:2';
      const over = (await deployments()).some(({ status }) => status === 'Succeeded');
      return shifted && (terminationMinutes > 0 || over) ? true : undefined;
    });
    await fetch(`${live.running.url}/_simulator/alarms`, {
      method: 'POST',
      body: JSON.stringify({ name: 'web-errors', state: 'ALARM' }),
    });
    const result = await action.done;
    expect(result.outputs['outcome']).toBe('rolled-back');
    await allEnded();
    expect(await serving()).toEqual({ web: 'web:1', api: 'web:1' });
    expect(result.errors.join('\n')).toContain('web-errors');
    // A way back of its own only where CodeDeploy has none any more.
    expect(live.calls('CreateDeployment')).toHaveLength(terminationMinutes > 0 ? 2 : 3);
    expect(reports(result.outputs)).toMatchObject([
      { service: 'web', outcome: 'rolled-back' },
      { service: 'api', outcome: 'rolled-back', 'rollback-deployment-id': expect.stringMatching(/^d-/) },
    ]);
  });

  test('a service that somebody else deploys meanwhile is not taken back, and that deployment is not stopped', async () => {
    await open({}, { terminationMinutes: 0 });
    const slow = await slowShift(live);
    await live.call('codedeploy', 'UpdateDeploymentGroup', {
      deploymentConfigName: slow,
      applicationName: 'AppECS-shop-web',
      currentDeploymentGroupName: 'DgpECS-shop-web',
      alarmConfiguration: { enabled: true, alarms: [{ name: 'web-errors' }] },
    });
    const action = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: live.env,
    });
    await live.until(async () =>
      (await deployments()).some(({ status }) => status === 'Succeeded') ? true : undefined,
    );
    const others = await live.deploy(await live.register('web'), slow, [
      'AppECS-shop-api',
      'DgpECS-shop-api',
    ]);
    await fetch(`${live.running.url}/_simulator/alarms`, {
      method: 'POST',
      body: JSON.stringify({ name: 'web-errors', state: 'ALARM' }),
    });
    const result = await action.done;
    expect(result.outputs['outcome']).toBe('failed');
    expect(result.errors.join('\n')).toContain(
      `api is not taken back: deployment ${others} (InProgress), which this run did not make, is under way`,
    );
    expect((await live.deployment(others)).status).toBe('InProgress');
    expect(live.calls('CreateDeployment')).toHaveLength(2);
  });

  test('a service that can’t be deployed keeps all others from being started', async () => {
    await open();
    const result = await deploy({ services: 'web=web:2\napi=web:9' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/api: .*web:9/s);
    expect(live.calls('CreateDeployment')).toEqual([]);
    expect(await serving()).toEqual({ web: 'web:1', api: 'web:1' });
  });

  test('a dry run looks at all and starts none', async () => {
    await open();
    const result = await deploy({ 'task-definition-arn': 'web:2', 'dry-run': 'true' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs['outcome']).toBe('unchanged');
    expect(result.stdout).toContain('AppECS-shop-api/DgpECS-shop-api');
    expect(live.changes()).toEqual([]);
  });

  test('all are stopped when the job is cancelled', async () => {
    await open();
    const action = await begin();
    action.process.kill('SIGINT');
    const result = await action.done;
    expect(result.outputs['outcome']).toBe('cancelled');
    expect(new Set(live.calls('StopDeployment').map(({ deploymentId }) => deploymentId)).size).toBe(2);
    await allEnded();
    expect(await serving()).toEqual({ web: 'web:1', api: 'web:1' });
  });

  test('all are stopped by post: after kill -9', async () => {
    await open();
    const action = await begin();
    action.process.kill('SIGKILL');
    const killed = await action.done;
    expect(live.calls('StopDeployment')).toEqual([]);
    await killed.post();
    expect(live.calls('StopDeployment')).toHaveLength(2);
    await allEnded();
    expect(await serving()).toEqual({ web: 'web:1', api: 'web:1' });
  });

  test('a run that was killed is taken up by the next one', async () => {
    await open();
    const first = await begin();
    first.process.kill('SIGKILL');
    await first.done;
    let adopted = 0;
    const second = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: live.env,
      onLine: (line) => {
        if (line.includes('is followed instead of starting another')) adopted += 1;
      },
    });
    await live.until(async () => (adopted === 2 ? true : undefined));
    await finishShift(live);
    const again = await second.done;
    expect(again.errors).toEqual([]);
    expect(again.exitCode).toBe(0);
    expect(await serving()).toEqual({ web: 'web:2', api: 'web:2' });
    expect(live.calls('CreateDeployment')).toHaveLength(2);
  });
});

test('every line is checked before anything is called', async () => {
  live = await LiveService.open();
  live.running.sim.calls.length = 0;
  const result = await run('blue-green-codedeploy', {
    inputs: {
      cluster: 'shop',
      service: 'web',
      services: ['web', 'a b=web:2', 'api=latest', 'web=web:2'].join('\n'),
    },
    env: live.env,
  });
  expect(result.exitCode).toBe(1);
  const said = result.errors.join('\n');
  for (const text of [
    'Inputs services and service were both given.',
    'Input services, line 1: no revision is named for web.',
    'Input services, line 2: "a b" is not the name or ARN of an ECS service.',
    'Input services, line 3: "latest" is not the ARN of a task definition or family:revision.',
    'Input services, line 4: web stands in line 1 already.',
  ])
    expect(said).toContain(text);
  expect(live.running.sim.calls).toEqual([]);
});
