import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  CreateTaskSetCommand,
  DeleteServiceCommand,
  DeleteTaskSetCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListTasksCommand,
  type Service,
  StopTaskCommand,
  UpdateServiceCommand,
  UpdateServicePrimaryTaskSetCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { TestAccount, until } from './test-account.ts';

// For busy machines: every wait has its own deadline.
jest.setTimeout(60_000);

/** First back-off of a service whose tasks can't start, in AWS's time. */
const FIRST_PAUSE_MS = 10_000;

const SERVER = `
  const server = require('node:http').createServer((request, response) => {
    response.statusCode = Number(process.env.STATUS ?? 200);
    response.end('ok');
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));`;

let account: TestAccount;
let elb: ElasticLoadBalancingV2Client;
let v1: string;
let v2: string;

beforeAll(async () => {
  account = await TestAccount.open({ web: SERVER, crash: 'process.exit(9)' });
  elb = new ElasticLoadBalancingV2Client({
    endpoint: account.running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  v1 = await account.register('test/web', { portMappings: [{ containerPort: 8080 }] });
  v2 = await account.register('test/web', { portMappings: [{ containerPort: 8080 }] });
});
afterAll(async () => {
  elb.destroy();
  await account.close();
});

let listeners = 0;

/** A listener on a load balancer with two target groups, of which it uses the first. */
async function balanced(name: string): Promise<{ listener: string; blue: string; green: string }> {
  const { LoadBalancers } = await elb.send(
    new CreateLoadBalancerCommand({ Name: name, Subnets: ['subnet-1', 'subnet-2'] }),
  );
  const group = async (colour: string): Promise<string> => {
    const { TargetGroups } = await elb.send(
      new CreateTargetGroupCommand({
        Name: `${name}-${colour}`,
        Protocol: 'HTTP',
        Port: 80,
        VpcId: 'vpc-1',
        TargetType: 'ip',
        HealthCheckIntervalSeconds: 10,
        HealthCheckTimeoutSeconds: 5,
        HealthyThresholdCount: 2,
      }),
    );
    const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    await elb.send(
      new ModifyTargetGroupAttributesCommand({
        TargetGroupArn: arn,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '20' }],
      }),
    );
    return arn;
  };
  const [blue, green] = [await group('blue'), await group('green')];
  listeners += 1;
  const { Listeners } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn ?? '',
      Protocol: 'HTTP',
      Port: 28_000 + listeners,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: blue }],
    }),
  );
  return { listener: Listeners?.[0]?.ListenerArn ?? '', blue, green };
}

async function create(
  serviceName: string,
  input: Partial<CreateServiceCommandInput>,
): Promise<Service | undefined> {
  const { service } = await account.ecs.send(
    new CreateServiceCommand({
      cluster: 'test',
      serviceName,
      taskDefinition: v1,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      ...input,
    }),
  );
  return service;
}

function behind(targetGroupArn: string): NonNullable<CreateServiceCommandInput['loadBalancers']> {
  return [{ targetGroupArn, containerName: 'app', containerPort: 8080 }];
}

const steady = ({ taskSets = [] }: Service): boolean =>
  taskSets.length > 0 && taskSets.every(({ stabilityStatus }) => stabilityStatus === 'STEADY_STATE');

async function targets(group: string): Promise<(string | undefined)[]> {
  const { TargetHealthDescriptions = [] } = await elb.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: group }),
  );
  return TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth?.State);
}

describe('a service under CODE_DEPLOY', () => {
  test('reports task sets, moves its primary one and drains the old', async () => {
    const { blue, green } = await balanced('moves');
    await create('moves', {
      deploymentController: { type: 'CODE_DEPLOY' },
      desiredCount: 2,
      loadBalancers: behind(blue),
    });
    const first = await account.serviceWhen('moves', steady);
    expect(first.deployments).toEqual([]);
    expect(first).toMatchObject({ runningCount: 2, pendingCount: 0, taskDefinition: v1 });
    expect(first.taskSets).toHaveLength(1);
    expect(first.taskSets?.[0]).toMatchObject({ status: 'PRIMARY', computedDesiredCount: 2 });
    expect(first.taskSets?.[0]).not.toHaveProperty('externalId');
    expect(await targets(blue)).toEqual(['healthy', 'healthy']);

    const { taskSet } = await account.ecs.send(
      new CreateTaskSetCommand({
        cluster: 'test',
        service: 'moves',
        taskDefinition: v2,
        externalId: 'd-1',
        loadBalancers: behind(green),
        scale: { value: 50, unit: 'PERCENT' },
      }),
    );
    expect(taskSet).toMatchObject({ status: 'ACTIVE', computedDesiredCount: 1, startedBy: 'CODE_DEPLOY' });
    // No listener uses the second group yet: its targets are never checked, which ECS counts as fine.
    const both = await account.serviceWhen(
      'moves',
      (service) => service.taskSets?.length === 2 && steady(service),
    );
    expect(both.runningCount).toBe(3);
    expect(await targets(green)).toEqual(['unused']);

    await account.ecs.send(
      new UpdateServicePrimaryTaskSetCommand({
        cluster: 'test',
        service: 'moves',
        primaryTaskSet: taskSet?.id,
      }),
    );
    const moved = await account.service('moves');
    expect(moved.taskDefinition).toBe(v2);
    expect(moved.loadBalancers?.[0]?.targetGroupArn).toBe(green);
    await account.ecs.send(
      new DeleteTaskSetCommand({
        cluster: 'test',
        service: 'moves',
        taskSet: first.taskSets?.[0]?.id,
        force: true,
      }),
    );
    await until(
      async () => targets(blue),
      (states) => states.includes('draining'),
    );
    const stillRuns = (await account.service('moves')).taskSets?.[0];
    expect(stillRuns?.status).toBe('DRAINING');
    const after = await account.serviceWhen('moves', ({ taskSets }) => taskSets?.length === 1);
    expect(after.taskSets?.[0]).toMatchObject({ id: taskSet?.id, status: 'PRIMARY' });
    expect(await targets(blue)).toEqual([]);
    expect(after.events?.map(({ message }) => message)).toContain(
      '(service moves) has reached a steady state.',
    );
  });

  test('is steady only once its targets are healthy, and replaces those that are not', async () => {
    const { blue } = await balanced('ill');
    const ill = await account.register('test/web', {
      portMappings: [{ containerPort: 8080 }],
      environment: [{ name: 'STATUS', value: '503' }],
    });
    await create('ill', {
      deploymentController: { type: 'CODE_DEPLOY' },
      taskDefinition: ill,
      loadBalancers: behind(blue),
    });
    const stopped = await until(
      async () => {
        const { taskArns = [] } = await account.ecs.send(
          new ListTasksCommand({ cluster: 'test', serviceName: 'ill', desiredStatus: 'STOPPED' }),
        );
        if (taskArns.length === 0) return [];
        const { tasks = [] } = await account.ecs.send(
          new DescribeTasksCommand({ cluster: 'test', tasks: taskArns }),
        );
        return tasks;
      },
      (tasks) => tasks.length > 1,
    );
    expect(stopped[0]).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Task failed ELB health checks in (target-group ${blue})`,
    });
    const service = await account.service('ill');
    expect(service.taskSets?.[0]?.stabilityStatus).toBe('STABILIZING');
    expect(service.events?.map(({ message }) => message).join('\n')).toMatch(
      /\(service ill\) \(port 8080\) is unhealthy in \(target-group .*503/,
    );
    await account.ecs.send(new DeleteServiceCommand({ cluster: 'test', service: 'ill', force: true }));
    await account.serviceWhen('ill', ({ status }) => status === 'INACTIVE');
  });

  test('replaces tasks that crash', async () => {
    const { blue } = await balanced('crashes');
    await create('crashes', {
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: behind(blue),
    });
    await account.serviceWhen('crashes', steady);
    const listed = await account.ecs.send(new ListTasksCommand({ cluster: 'test', serviceName: 'crashes' }));
    const arn = listed.taskArns?.[0] ?? '';
    expect(
      await account.control('tasks/kill', { cluster: 'test', service: 'crashes', taskSet: 'replacement' }),
    ).toEqual({ killed: [] });
    expect(
      await account.control('tasks/kill', { cluster: 'test', service: 'crashes', exitCode: 42 }),
    ).toEqual({ killed: [arn] });
    const task = await account.taskIn(arn, 'STOPPED');
    expect(task.stopCode).toBe('EssentialContainerExited');
    expect(task.containers?.[0]?.exitCode).toBe(42);
    await account.serviceWhen('crashes', ({ runningCount }) => runningCount === 1);
  });

  test.each([
    ['another task definition', () => ({ taskDefinition: v2 }), 'Unable to update task definition'],
    [
      'other load balancers',
      () => ({
        loadBalancers: behind('arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/x/1'),
      }),
      'Unable to update load balancers',
    ],
    [
      'another network',
      () => ({ networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-9'] } } }),
      'Unable to update network parameters',
    ],
    ['a forced deployment', () => ({ forceNewDeployment: true }), 'Cannot force a new deployment'],
  ])('refuses %s', async (_what, change, what) => {
    const existing = await account.ecs.send(
      new DescribeServicesCommand({ cluster: 'test', services: ['fixed'] }),
    );
    if (existing.services?.length === 0) {
      const { blue } = await balanced('fixed');
      await create('fixed', {
        deploymentController: { type: 'CODE_DEPLOY' },
        desiredCount: 0,
        loadBalancers: behind(blue),
      });
    }
    await expect(
      account.ecs.send(new UpdateServiceCommand({ cluster: 'test', service: 'fixed', ...change() })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `${what} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`,
    });
    const { service } = await account.ecs.send(
      new UpdateServiceCommand({ cluster: 'test', service: 'fixed', taskDefinition: v1, desiredCount: 0 }),
    );
    expect(service?.taskDefinition).toBe(v1);
  });
});

test('a service backs off while its tasks cannot start', async () => {
  const broken = await account.register('registry.example.com/none:1');
  const name = `broken-${broken.replace(/^.*:/, '')}`;
  await create(name, { taskDefinition: broken });
  const service = await account.serviceWhen(name, ({ events = [] }) =>
    events.some(({ message }) => message?.includes('unable to consistently start tasks') === true),
  );
  expect(service.deployments?.[0]?.failedTasks).toBe(3);
  const starts = (service.events ?? [])
    .filter(({ message }) => message?.includes('has started') === true)
    .map(({ createdAt }) => createdAt?.getTime() ?? 0);
  const [third = 0, second = 0, first = 0] = starts;
  // A busy machine only makes pauses longer, so their least lengths are what can be told.
  expect(second - first).toBeGreaterThanOrEqual(FIRST_PAUSE_MS);
  expect(third - second).toBeGreaterThanOrEqual(2 * FIRST_PAUSE_MS);
});

test('a rolling service reports deployments and replaces its tasks', async () => {
  const { blue } = await balanced('rolls');
  await create('rolls', { loadBalancers: behind(blue) });
  const done = ({ deployments = [] }: Service): boolean =>
    deployments.length === 1 && deployments[0]?.rolloutState === 'COMPLETED';
  const before = await account.serviceWhen('rolls', done);
  expect(before).not.toHaveProperty('taskSets');
  await account.ecs.send(new UpdateServiceCommand({ cluster: 'test', service: 'rolls', taskDefinition: v2 }));
  const during = await account.service('rolls');
  expect(during.deployments?.map(({ status, taskDefinition }) => [status, taskDefinition])).toEqual([
    ['PRIMARY', v2],
    ['ACTIVE', v1],
  ]);
  const after = await account.serviceWhen('rolls', done);
  expect(after).toMatchObject({ taskDefinition: v2, runningCount: 1 });
});

test('the circuit breaker of a rolling service goes back to the revision that ran', async () => {
  const { blue } = await balanced('breaks');
  await create('breaks', {
    taskDefinition: v1,
    loadBalancers: behind(blue),
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  });
  const done = ({ deployments = [] }: Service): boolean =>
    deployments.length === 1 && deployments[0]?.rolloutState === 'COMPLETED';
  const before = await account.serviceWhen('breaks', done);
  const crashing = await account.register('test/crash', { portMappings: [{ containerPort: 8080 }] });
  await account.ecs.send(
    new UpdateServiceCommand({ cluster: 'test', service: 'breaks', taskDefinition: crashing }),
  );
  const failed = await account.serviceWhen('breaks', ({ deployments = [] }) =>
    deployments.some(({ rolloutState }) => rolloutState === 'FAILED'),
  );
  expect(failed.deployments?.find(({ rolloutState }) => rolloutState === 'FAILED')).toMatchObject({
    taskDefinition: crashing,
    failedTasks: 3,
    rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
  });
  const after = await account.serviceWhen('breaks', done);
  expect(after).toMatchObject({ taskDefinition: v1, runningCount: 1 });
  expect(after.deployments?.[0]?.id).toBe(before.deployments?.[0]?.id);
});

test('a service whose task is stopped by hand starts another, and ends when it is deleted', async () => {
  await create('ends', {});
  const one = ({ runningCount }: Service): boolean => runningCount === 1;
  await account.serviceWhen('ends', one);
  const list = async () => {
    const { taskArns = [] } = await account.ecs.send(
      new ListTasksCommand({ cluster: 'test', serviceName: 'ends' }),
    );
    return taskArns;
  };
  const [first = ''] = await list();
  await account.ecs.send(new StopTaskCommand({ cluster: 'test', task: first }));
  await account.taskIn(first, 'STOPPED');
  await account.serviceWhen('ends', one);
  expect(await list()).not.toContain(first);
  const remove = async (force: boolean) =>
    await account.ecs.send(new DeleteServiceCommand({ cluster: 'test', service: 'ends', force }));
  await expect(remove(false)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'The service cannot be stopped while the primary deployment is scaled above 0.',
  });
  await remove(true);
  expect((await account.service('ends')).status).toBe('DRAINING');
  await account.serviceWhen('ends', ({ status }) => status === 'INACTIVE');
  expect(await list()).toEqual([]);
});

test('CreateService refuses a target group that no listener uses', async () => {
  const { green } = await balanced('idle');
  await expect(
    create('idle', { deploymentController: { type: 'CODE_DEPLOY' }, loadBalancers: behind(green) }),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: `The target group with targetGroupArn ${green} does not have an associated load balancer.`,
  });
});
