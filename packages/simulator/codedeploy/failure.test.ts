import { PutLifecycleEventHookExecutionStatusCommand } from '@aws-sdk/client-codedeploy';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Stage, type GroupOptions } from './testing/stage.ts';

let stage: Stage;

async function open(options?: GroupOptions): Promise<void> {
  stage = await Stage.open(options);
}

afterEach(async () => {
  await stage.close();
});

describe('a failure', () => {
  test('a replacement that never becomes steady times out after an hour and is rolled back', async () => {
    await open({ rollbackOn: ['DEPLOYMENT_FAILURE'] });
    stage.ecs.steady = false;
    const id = await stage.deploy();
    const failed = await stage.untilStatus(id, 'Failed');
    expect(failed.errorInformation).toEqual({
      code: 'TIMEOUT',
      message:
        'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.',
    });
    expect(await stage.events(id)).toEqual([
      'BeforeInstall: Succeeded',
      'Install: Failed',
      'AfterInstall: Skipped',
      'BeforeAllowTraffic: Skipped',
      'AllowTraffic: Skipped',
      'AfterAllowTraffic: Skipped',
    ]);
    await stage.untilStatus(failed.rollbackInfo?.rollbackDeploymentId ?? '', 'Succeeded');
    expect(stage.ecs.taskSets).toHaveLength(1);
    expect(await stage.weights()).toEqual([1, 0]);
  });

  test('what ECS refuses is quoted', async () => {
    await open({ rollbackOn: ['DEPLOYMENT_FAILURE'] });
    const id = await stage.deploy('missing:1');
    const failed = await stage.untilStatus(id, 'Failed');
    expect(failed.errorInformation).toMatchObject({
      code: 'ECS_UPDATE_ERROR',
      message: expect.stringContaining(
        'unexpected error: Unable to describe task definition. (Service: AmazonECS;',
      ),
    });
    expect(failed.rollbackInfo).toBeUndefined();
  });

  test('a listener that is not on the primary group', async () => {
    await open({ test: true });
    await stage.running.sim.call('elasticloadbalancing', 'ModifyListener', {
      ListenerArn: stage.listeners.test,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: stage.groups.green }],
    });
    const id = await stage.deploy();
    expect((await stage.untilStatus(id, 'Failed')).errorInformation).toEqual({
      code: 'ELASTIC_LOAD_BALANCING_INVALID',
      message: `The ELB could not be updated due to the following error: Primary taskset target group must be behind listener ${stage.listeners.test}`,
    });
    expect(stage.changes).toEqual([]);
  });

  test('a replacement that stays unsteady while traffic shifts', async () => {
    await open({
      config: 'CodeDeployDefault.ECSCanary10Percent15Minutes',
      rollbackOn: ['DEPLOYMENT_FAILURE'],
    });
    const id = await stage.deploy();
    await stage.until(id, 'AllowTraffic', 'InProgress');
    const green = stage.ecs.taskSets[1];
    if (green !== undefined) green.stabilityStatus = 'STABILIZING';
    const failed = await stage.untilStatus(id, 'Failed');
    expect(failed.errorInformation?.code).toBe('CUSTOMER_APPLICATION_UNHEALTHY');
    await stage.untilStatus(failed.rollbackInfo?.rollbackDeploymentId ?? '', 'Succeeded');
    expect(await stage.weights()).toEqual([100, 0]);
  });
});

describe('a Lambda hook', () => {
  const executionId = async (): Promise<string> => {
    const state = (await (await fetch(`${stage.running.url}/_simulator/state`)).json()) as {
      codedeploy: { deployments: { hooks: { executionId: string; event: string; status: string }[] }[] };
    };
    return state.codedeploy.deployments[0]?.hooks.at(-1)?.executionId ?? '';
  };

  test.each([
    ['Succeeded', 'Succeeded', undefined],
    ['Failed', 'Failed', 'HOOK_EXECUTION_FAILURE'],
  ] as const)('that reports %s', async (status, end, code) => {
    await open();
    const id = await stage.deploy('web:2', { hooks: { BeforeAllowTraffic: 'check' } });
    await stage.until(id, 'BeforeAllowTraffic', 'InProgress');
    await stage.advance(600);
    expect(await stage.weights()).toEqual([1, 0]);
    const lifecycleEventHookExecutionId = await executionId();
    const report = (): Promise<unknown> =>
      stage.client.send(
        new PutLifecycleEventHookExecutionStatusCommand({
          deploymentId: id,
          lifecycleEventHookExecutionId,
          status,
        }),
      );
    await report();
    await expect(report()).rejects.toMatchObject({ name: 'LifecycleEventAlreadyCompletedException' });
    expect((await stage.untilStatus(id, end)).errorInformation?.code).toBe(code);
  });

  test('that never reports fails the deployment after an hour', async () => {
    await open();
    const id = await stage.deploy('web:2', { hooks: { AfterInstall: 'check' } });
    expect((await stage.untilStatus(id, 'Failed')).errorInformation).toMatchObject({
      code: 'HOOK_EXECUTION_FAILURE',
      message: expect.stringContaining('expects a status callback within one hour'),
    });
  });
});
