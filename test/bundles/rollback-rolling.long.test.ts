import type { ServiceDeployment } from '@aws-sdk/client-ecs';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;

afterEach(async () => {
  await live?.close();
  live = undefined;
});

/** Statuses of the service's deployments, newest first. */
async function deployments(account: LiveService): Promise<readonly ServiceDeployment[]> {
  const { serviceDeployments } = await account.call<{ serviceDeployments: ServiceDeployment[] }>(
    'ecs',
    'ListServiceDeployments',
    { cluster: 'shop', service: 'web' },
  );
  return serviceDeployments;
}

async function listed(account: LiveService, wanted: (statuses: readonly string[]) => boolean): Promise<void> {
  await account.until(async () => {
    const statuses = (await deployments(account)).map(({ status = '' }) => status);
    return statuses.length > 0 && wanted(statuses) ? true : undefined;
  });
}

const over = (statuses: readonly string[]): boolean =>
  statuses.every((one) => /SUCCESSFUL|STOPPED/.test(one));

async function rolling(): Promise<LiveService> {
  live = await LiveService.open({ controller: 'ECS', desiredCount: 1 });
  await listed(live, over);
  return live;
}

/** Deploys a revision without Cutover. */
async function update(account: LiveService, taskDefinition: string): Promise<void> {
  await account.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition });
}

/** Deploys a further revision of `web`, to its end. */
async function release(account: LiveService, number: string): Promise<string> {
  const arn = await account.register('web', { environment: [{ name: 'REVISION', value: number }] });
  const before = (await deployments(account)).length;
  await update(account, arn);
  await listed(account, (all) => all.length > before && over(all));
  return arn;
}

const inputs = (more: Record<string, string> = {}): Record<string, string> => ({
  cluster: 'shop',
  service: 'web',
  'poll-interval-seconds': '0.1',
  ...more,
});

async function rollBack(account: LiveService, more: Record<string, string> = {}) {
  return await run('rollback', { inputs: inputs(more), env: account.env });
}

/** `web:2`: what the service names. */
async function named(account: LiveService): Promise<string> {
  const { taskDefinition = '' } = await account.service();
  return taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1);
}

describe('rollback of a service that ECS rolls', () => {
  test('deploys the last revision that served, and does nothing when run again', async () => {
    const account = await rolling();
    await release(account, '2');
    await release(account, '3');
    const dry = await rollBack(account, { 'dry-run': 'true' });
    expect(dry.errors).toEqual([]);
    expect(dry.outputs['outcome']).toBe('unchanged');
    expect(JSON.parse(dry.outputs['candidates'] ?? '[]')[1]).toMatchObject({ chosen: true });
    expect(await named(account)).toBe('web:3');
    const result = await rollBack(account);
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(await named(account)).toBe('web:2');
    expect(await (await fetch(account.address)).text()).toBe('2');
    const [newest] = await deployments(account);
    expect(newest?.status).toBe('SUCCESSFUL');
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'rolled-back': 'true',
      'deployment-id': newest?.serviceDeploymentArn,
      'deployment-status': 'SUCCESSFUL',
    });
    expect(result.outputs['previous-task-definition-arn']).toMatch(/web:3$/);
    const again = await rollBack(account);
    expect(again.outputs['outcome']).toBe('unchanged');
    expect(account.calls('UpdateService')).toHaveLength(1);
  });

  test('stops a deployment under way, and ECS goes back under the same id', async () => {
    const account = await rolling();
    await update(account, await account.register('crash'));
    await listed(account, (all) => all.includes('IN_PROGRESS'));
    const result = await rollBack(account);
    expect(result.errors).toEqual([]);
    const [newest] = await deployments(account);
    expect(newest?.status).toBe('ROLLBACK_SUCCESSFUL');
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'rolled-back': 'true',
      'deployment-id': newest?.serviceDeploymentArn,
      'deployment-status': 'ROLLBACK_SUCCESSFUL',
    });
    expect(result.outputs['task-definition-arn']).toMatch(/web:1$/);
    expect(account.calls('StopServiceDeployment')).toHaveLength(1);
    const again = await rollBack(account);
    expect(again.outputs['outcome']).toBe('unchanged');
    expect(again.exitCode).toBe(0);
  });

  test('follows a deployment that was asked for a moment ago, though ECS does not list it yet', async () => {
    const account = await rolling();
    await update(account, await account.register('crash'));
    const result = await rollBack(account);
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-status': 'ROLLBACK_SUCCESSFUL',
    });
    expect(await named(account)).toBe('web:1');
  });

  test('is followed by the next run when it was killed, and never stopped: that would bring the bad version back', async () => {
    const account = await rolling();
    await release(account, '2');
    await release(account, '3');
    const before = account.calls('UpdateService').length;
    const first = await start('rollback', { inputs: inputs(), env: account.env });
    await account.until(() =>
      Promise.resolve(account.calls('UpdateService').length > before ? true : undefined),
    );
    first.process.kill('SIGKILL');
    await (await first.done).dispose();
    const result = await rollBack(account);
    expect(result.exitCode).toBe(0);
    expect(result.errors).toEqual([]);
    await listed(account, over);
    expect(await named(account)).toBe('web:2');
    expect(account.calls('StopServiceDeployment')).toEqual([]);
    expect(account.calls('UpdateService')).toHaveLength(before + 1);
  });

  test('goes to a revision by name as a copy when it is INACTIVE', async () => {
    const account = await rolling();
    const two = await release(account, '2');
    await release(account, '3');
    await account.call('ecs', 'DeregisterTaskDefinition', { taskDefinition: two });
    const result = await rollBack(account, { to: 'web:2' });
    expect(result.errors).toEqual([]);
    expect(await (await fetch(account.address)).text()).toBe('2');
    expect(await named(account)).toBe('web:4');
    const again = await rollBack(account);
    expect(again.outputs['outcome']).toBe('unchanged');
    expect(await named(account)).toBe('web:4');
  });
});
