import {
  ContinueDeploymentCommand,
  GetDeploymentGroupCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
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
    expect(stage.changes).toEqual(['CreateTaskSet', 'UpdateServicePrimaryTaskSet', 'DeleteTaskSet']);
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
    expect(stage.changes).toEqual(['CreateTaskSet']);
    await stage.advance(20);
    expect(await stage.weights()).toEqual([0, 100]);
    expect(stage.changes).toEqual(['CreateTaskSet', 'UpdateServicePrimaryTaskSet']);
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
