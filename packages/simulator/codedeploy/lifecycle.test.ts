import {
  ContinueDeploymentCommand,
  GetDeploymentGroupCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
  PutLifecycleEventHookExecutionStatusCommand,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Stage, type GroupOptions } from './testing/stage.ts';

let stage: Stage;

async function open(options?: GroupOptions): Promise<void> {
  stage = await Stage.open(options);
}

afterEach(async () => {
  await stage.close();
});

const SIX_EVENTS = [
  'BeforeInstall: Succeeded',
  'Install: Succeeded',
  'AfterInstall: Succeeded',
  'BeforeAllowTraffic: Succeeded',
  'AllowTraffic: Succeeded',
  'AfterAllowTraffic: Succeeded',
];

const changes = (): string[] => stage.ecs.changes.map(({ operation }) => operation);

describe('a deployment', () => {
  test('all at once, from Created to Succeeded', async () => {
    await open();
    const id = await stage.deploy();
    expect(id).toMatch(/^d-[A-Z0-9]{9}$/);
    expect((await stage.get(id)).status).toBe('Created');
    await expect(
      stage.client.send(new ListDeploymentTargetsCommand({ deploymentId: id })),
    ).rejects.toMatchObject({ name: 'DeploymentNotStartedException' });

    await stage.until(id, 'Install', 'InProgress');
    expect(await stage.client.send(new ListDeploymentTargetsCommand({ deploymentId: id }))).toMatchObject({
      targetIds: ['main:web'],
    });
    expect(await stage.weights()).toEqual([1, 0]);

    await stage.until(id, 'AfterAllowTraffic', 'Succeeded');
    expect(await stage.weights()).toEqual([0, 100]);
    const shifted = await stage.get(id);
    expect(shifted).toMatchObject({
      status: 'InProgress',
      instanceTerminationWaitTimeStarted: true,
      deploymentOverview: { Succeeded: 1, InProgress: 0 },
    });
    expect(shifted.completeTime).toBeUndefined();
    const [blue, green] = stage.ecs.taskSets;
    expect(await stage.target(id)).toMatchObject({
      deploymentId: id,
      targetId: 'main:web',
      targetArn: 'arn:aws:ecs:us-east-1:123456789012:service/main/web',
      status: 'Succeeded',
      taskSetsInfo: [
        { identifer: blue?.id, trafficWeight: 0, targetGroup: { name: 'tg-one' }, taskSetLabel: 'Blue' },
        { identifer: green?.id, trafficWeight: 100, targetGroup: { name: 'tg-two' }, status: 'PRIMARY' },
      ],
    });

    const done = await stage.untilStatus(id, 'Succeeded');
    expect((done.completeTime?.getTime() ?? 0) - (done.startTime?.getTime() ?? 0)).toBeGreaterThan(300_000);
    expect(done).toMatchObject({
      creator: 'user',
      computePlatform: 'ECS',
      deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    });
    expect(done.errorInformation).toBeUndefined();
    expect(done.revision?.appSpecContent?.content).toBeUndefined();
    expect(done.revision?.appSpecContent?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await stage.events(id)).toEqual(SIX_EVENTS);
    expect(changes()).toEqual(['CreateTaskSet', 'UpdateServicePrimaryTaskSet', 'DeleteTaskSet']);
    expect(stage.ecs.taskSets.map((one) => one.id)).toEqual([green?.id]);
  });

  test('moves the test listener first, and leaves it on the new group', async () => {
    await open({ test: true });
    const id = await stage.deploy();
    await stage.until(id, 'AfterAllowTestTraffic', 'Succeeded');
    expect(await stage.weights(stage.listeners.test)).toEqual([0, 100]);
    await stage.untilStatus(id, 'Succeeded');
    expect(await stage.events(id)).toHaveLength(8);
    expect(await stage.weights(stage.listeners.test)).toEqual([0, 100]);
  });

  test('canary: a tenth, then after five minutes everything', async () => {
    await open({ config: 'CodeDeployDefault.ECSCanary10Percent5Minutes' });
    const id = await stage.deploy();
    await stage.until(id, 'AllowTraffic', 'InProgress');
    expect(await stage.weights()).toEqual([90, 10]);
    expect((await stage.target(id)).taskSetsInfo?.map((one) => one.trafficWeight)).toEqual([90, 10]);
    await stage.advance(285);
    expect(await stage.weights()).toEqual([90, 10]);
    expect(changes()).toEqual(['CreateTaskSet']);
    await stage.advance(20);
    expect(await stage.weights()).toEqual([0, 100]);
    expect(changes()).toEqual(['CreateTaskSet', 'UpdateServicePrimaryTaskSet']);
  });

  test('linear: a tenth more at the start of every minute', async () => {
    await open({ config: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes' });
    const id = await stage.deploy();
    await stage.until(id, 'AllowTraffic', 'InProgress');
    const seen = [(await stage.weights())[1]];
    while ((await stage.target(id)).lifecycleEvents?.[4]?.status === 'InProgress') {
      await stage.advance(10);
      const [, green] = await stage.weights();
      if (green !== seen.at(-1)) seen.push(green);
    }
    expect(seen).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  test('the second goes back to the first target group and knows the revision before', async () => {
    await open();
    const first = await stage.deploy();
    const { revision } = await stage.untilStatus(first, 'Succeeded');
    const second = await stage.deploy('web:3');
    const done = await stage.untilStatus(second, 'Succeeded');
    expect(done.previousRevision).toEqual(revision);
    expect(await stage.weights()).toEqual([100, 0]);
    const { deployments } = await stage.client.send(
      new ListDeploymentsCommand({ applicationName: 'web', deploymentGroupName: 'web' }),
    );
    expect(deployments).toEqual([second, first]);
    const { deploymentGroupInfo } = await stage.client.send(
      new GetDeploymentGroupCommand({ applicationName: 'web', deploymentGroupName: 'web' }),
    );
    expect(deploymentGroupInfo?.lastSuccessfulDeployment).toMatchObject({ deploymentId: second });
  });

  test('while one is active, another is refused in the words that clients parse', async () => {
    await open();
    const id = await stage.deploy();
    await expect(stage.deploy('web:3')).rejects.toMatchObject({
      name: 'DeploymentLimitExceededException',
      message: `The Deployment Group 'web' already has an active Deployment '${id}'`,
    });
  });

  test('asks ECS for what the AppSpec says, and resets what it leaves out', async () => {
    await open();
    const id = await stage.deploy();
    await stage.until(id, 'Install', 'InProgress');
    expect(stage.ecs.changes[0]?.input).toMatchObject({
      cluster: 'main',
      service: 'web',
      externalId: id,
      startedBy: 'CODE_DEPLOY',
      taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:2',
      loadBalancers: [{ targetGroupArn: stage.groups.green, containerName: 'app', containerPort: 80 }],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
      scale: { value: 100, unit: 'PERCENT' },
      launchType: 'FARGATE',
      platformVersion: 'LATEST',
    });
    await stage.untilStatus(id, 'Succeeded');
    const strategy = [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1, Base: 0 }];
    const next = await stage.deploy('web:3', {
      properties: { CapacityProviderStrategy: strategy, PlatformVersion: '1.4.0' },
    });
    await stage.until(next, 'Install', 'InProgress');
    const { input } = stage.ecs.changes.at(-1) ?? {};
    expect(input).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
      platformVersion: '1.4.0',
    });
    expect(input?.['launchType']).toBeUndefined();
  });

  test('ContinueDeployment ends the termination wait', async () => {
    await open({ terminationMinutes: 60 });
    const id = await stage.deploy();
    await stage.until(id, 'AfterAllowTraffic', 'Succeeded');
    await stage.client.send(
      new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: 'TERMINATION_WAIT' }),
    );
    await stage.advance(1);
    expect((await stage.get(id)).status).toBe('Succeeded');
  });
});

describe('the READY wait', () => {
  const ready = { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 30 } as const;

  test('ends with ContinueDeployment', async () => {
    await open({ ready });
    const id = await stage.deploy();
    await expect(
      stage.client.send(new ContinueDeploymentCommand({ deploymentId: id })),
    ).rejects.toMatchObject({ name: 'DeploymentIsNotInReadyStateException' });
    await stage.untilStatus(id, 'Ready');
    expect((await stage.target(id)).status).toBe('Ready');
    await stage.advance(600);
    expect(await stage.weights()).toEqual([1, 0]);
    await stage.client.send(
      new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: 'READY_WAIT' }),
    );
    await stage.untilStatus(id, 'Succeeded');
    expect(await stage.weights()).toEqual([0, 100]);
  });

  test('that expires stops the deployment', async () => {
    await open({ ready });
    const id = await stage.deploy();
    await stage.untilStatus(id, 'Ready');
    expect((await stage.untilStatus(id, 'Stopped')).errorInformation).toEqual({
      code: 'TIMEOUT',
      message:
        'The deployment timed out while waiting for a notification to continue. This time out period is 30 minutes.',
    });
    expect(await stage.weights()).toEqual([1, 0]);
  });
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
    expect(changes()).toEqual(made);
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
    expect(changes()).toEqual([]);
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
    expect(changes()).toEqual([]);
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
