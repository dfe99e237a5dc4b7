import { StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Stage, type GroupOptions } from './testing/stage.ts';

let stage: Stage;

async function open(options?: GroupOptions): Promise<void> {
  stage = await Stage.open(options);
}

afterEach(async () => {
  await stage.close();
});

describe('stopping', () => {
  const canary = 'CodeDeployDefault.ECSCanary10Percent5Minutes';

  test('without rollback leaves traffic and task sets where they are', async () => {
    await open({ config: canary });
    const id = await stage.deploy();
    await stage.until(id, 'AllowTraffic', 'InProgress');
    expect(await stage.client.send(new StopDeploymentCommand({ deploymentId: id }))).toMatchObject({
      status: 'Pending',
    });
    const stopped = await stage.untilStatus(id, 'Stopped');
    expect(stopped.errorInformation?.code).toBe('MANUAL_STOP');
    expect(stopped.rollbackInfo).toBeUndefined();
    expect(await stage.weights()).toEqual([90, 10]);
    expect(stage.ecs.taskSets).toHaveLength(2);
    expect(await stage.client.send(new StopDeploymentCommand({ deploymentId: id }))).toMatchObject({
      status: 'Succeeded',
    });

    const next = await stage.deploy('web:3');
    expect((await stage.untilStatus(next, 'Failed')).errorInformation).toMatchObject({
      code: 'ELASTIC_LOAD_BALANCING_INVALID',
      message: expect.stringMatching(
        /^The ELB could not be updated .* TaskSet <ecs-svc\/\d+> is behind prod listener/,
      ),
    });
  });

  test.each([
    ['in the middle of the shift', 'AllowTraffic', 'InProgress', ['CreateTaskSet', 'DeleteTaskSet']],
    [
      'in the termination wait',
      'AfterAllowTraffic',
      'Succeeded',
      ['CreateTaskSet', 'UpdateServicePrimaryTaskSet', 'UpdateServicePrimaryTaskSet', 'DeleteTaskSet'],
    ],
  ])('with rollback %s creates a second deployment', async (_, event, status, made) => {
    await open({ config: canary, test: true, terminationMinutes: 60 });
    const [blue] = stage.ecs.taskSets;
    const id = await stage.deploy();
    await stage.until(id, event, status);
    await stage.client.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
    await stage.advance(1);
    const stopped = await stage.get(id);
    expect(stopped.status).toBe('Stopped');
    const rollbackId = stopped.rollbackInfo?.rollbackDeploymentId ?? '';
    expect(rollbackId).toMatch(/^d-/);
    await expect(stage.deploy('web:3')).rejects.toThrow(`already has an active Deployment '${rollbackId}'`);
    expect(await stage.untilStatus(rollbackId, 'Succeeded')).toMatchObject({
      creator: 'codeDeployRollback',
      rollbackInfo: { rollbackTriggeringDeploymentId: id },
    });
    expect((await stage.get(id)).status).toBe('Stopped');
    expect(await stage.weights()).toEqual([100, 0]);
    expect(await stage.weights(stage.listeners.test)).toEqual([100, 0]);
    expect(stage.changes).toEqual(made);
    expect(stage.ecs.taskSets).toEqual([expect.objectContaining({ id: blue?.id, status: 'PRIMARY' })]);
    const next = await stage.deploy('web:3');
    await stage.untilStatus(next, 'Succeeded');
    expect(await stage.weights()).toEqual([0, 100]);
  });

  test('the group decides when the caller says nothing', async () => {
    await open({ config: canary, rollbackOn: ['DEPLOYMENT_STOP_ON_REQUEST'] });
    const id = await stage.deploy();
    await stage.until(id, 'AllowTraffic', 'InProgress');
    await stage.client.send(new StopDeploymentCommand({ deploymentId: id }));
    const { rollbackInfo } = await stage.untilStatus(id, 'Stopped');
    expect(await stage.untilStatus(rollbackInfo?.rollbackDeploymentId ?? '', 'Succeeded')).toMatchObject({
      creator: 'codeDeployRollback',
    });
  });

  test('before the replacement exists there is nothing to roll back', async () => {
    await open();
    const id = await stage.deploy();
    await stage.client.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
    expect((await stage.untilStatus(id, 'Stopped')).rollbackInfo).toBeUndefined();
    expect(stage.changes).toEqual([]);
  });

  test('a deployment that is over cannot be stopped', async () => {
    await open();
    const id = await stage.deploy();
    await stage.untilStatus(id, 'Succeeded');
    await expect(stage.client.send(new StopDeploymentCommand({ deploymentId: id }))).rejects.toMatchObject({
      name: 'DeploymentAlreadyCompletedException',
    });
  });
});

describe('an alarm', () => {
  const alarm = async (state: string): Promise<void> => {
    await fetch(`${stage.running.url}/_simulator/alarms`, {
      method: 'POST',
      body: JSON.stringify({ name: 'too-many-errors', state }),
    });
  };

  test('that fires stops the deployment and rolls it back', async () => {
    await open({
      config: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      alarms: ['too-many-errors'],
      rollbackOn: ['DEPLOYMENT_STOP_ON_ALARM'],
    });
    const id = await stage.deploy();
    await stage.until(id, 'AllowTraffic', 'InProgress');
    await alarm('ALARM');
    const { errorInformation, rollbackInfo } = await stage.untilStatus(id, 'Stopped');
    expect(errorInformation).toMatchObject({
      code: 'ALARM_ACTIVE',
      message: expect.stringContaining('Activated alarms: <too-many-errors>'),
    });
    await stage.untilStatus(rollbackInfo?.rollbackDeploymentId ?? '', 'Succeeded');
    expect(await stage.weights()).toEqual([100, 0]);

    const blocked = await stage.deploy();
    await stage.untilStatus(blocked, 'Stopped');
    await alarm('OK');
    await stage.untilStatus(await stage.deploy(), 'Succeeded');
  });

  test('is not looked at when the deployment says so', async () => {
    await open({ alarms: ['too-many-errors'] });
    await alarm('ALARM');
    const id = await stage.deploy('web:2', { overrideAlarmConfiguration: { enabled: false } });
    await stage.untilStatus(id, 'Succeeded');
    expect(await stage.weights()).toEqual([0, 100]);
  });
});
