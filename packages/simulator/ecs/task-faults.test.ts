import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type {
  CreateLoadBalancerOutput,
  CreateTargetGroupOutput,
  DescribeTargetHealthOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateServiceCommand, RunTaskCommand } from '@aws-sdk/client-ecs';
import { TestAccount, until } from './test-account.ts';

jest.setTimeout(60_000);

const NETWORK = { awsvpcConfiguration: { subnets: ['subnet-1'] } };
let account: TestAccount;

beforeAll(async () => {
  account = await TestAccount.open({
    web: `require('node:http').createServer((request, response) => response.end()).listen(Number(process.env.PORT ?? 0));
      process.on('SIGTERM', () => process.exit(0));`,
    other: `setInterval(() => undefined, 1000);`,
  });
});
afterEach(async () => {
  account.running.sim.faults.clear();
});
afterAll(async () => {
  await account.close();
});

describe('a task of the family that the fault names', () => {
  test('cannot pull its image; others can', async () => {
    await account.control('faults', { task: 'image-pull', resource: 'test-web' });
    const struck = await account.taskIn(await account.run(await account.register('test/web')), 'STOPPED');
    expect(struck).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref test/web: not found',
    });
    expect(struck.containers?.[0]?.exitCode).toBeUndefined();
    const other = await account.run(await account.register('test/other'));
    await account.taskIn(other, 'RUNNING');
  });

  test('may not read its secrets', async () => {
    const valueFrom = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf';
    await account.control('secrets', { [valueFrom]: 'value' });
    const definition = await account.register('test/web', { secrets: [{ name: 'SHOP', valueFrom }] });
    await account.control('faults', { task: 'secrets', resource: 'secret:shop', times: 1 });
    const { stoppedReason } = await account.taskIn(await account.run(definition), 'STOPPED');
    expect(stoppedReason).toMatch(
      /^ResourceInitializationError: unable to pull secrets or registry auth: .*AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role\/execution\/[0-9a-f]{32} is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf because no identity-based policy allows the secretsmanager:GetSecretValue action$/,
    );
    await account.taskIn(await account.run(definition), 'RUNNING');
  });

  test.each([
    ['a secret', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/db-AbCdEf', ':user::'],
    ['a parameter by name', '/shop/token', ''],
    ['a parameter by ARN', 'arn:aws:ssm:us-east-1:123456789012:parameter/shop/key', ''],
  ])('may not read %s that its execution role is not granted', async (_, name, key) => {
    const { sim } = account.running;
    const parameter = !name.includes(':secretsmanager:');
    const action = parameter ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue';
    const resource = name.startsWith('/') ? `arn:aws:ssm:us-east-1:123456789012:parameter${name}` : name;
    await account.control('secrets', { [name]: '{"user":"u"}' });
    const grant = (granted: string): void => {
      const statement = { Effect: 'Allow', Action: action, Resource: granted };
      sim.resources.put('AWS::IAM::Role', 'narrow', {
        Policies: [{ PolicyName: 'secrets', PolicyDocument: { Statement: [statement] } }],
      });
    };
    const definition = await account.register(
      'test/web',
      { secrets: [{ name: 'SHOP', valueFrom: `${name}${key}` }] },
      { executionRoleArn: 'arn:aws:iam::123456789012:role/narrow' },
    );
    grant(`${resource}-other`);
    const refused = await account.taskIn(await account.run(definition), 'STOPPED');
    expect(refused).toMatchObject({ stopCode: 'TaskFailedToStart' });
    expect(refused.stoppedReason).toMatch(
      /^ResourceInitializationError: unable to pull secrets or registry auth: /,
    );
    expect(refused.stoppedReason).toContain(
      `AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/narrow/${refused.taskArn?.split('/').at(-1)} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    );
    grant(resource);
    await account.taskIn(await account.run(definition), 'RUNNING');
  });

  test('crashes after a while', async () => {
    await account.control('faults', { task: 'crash', resource: 'test-web', exitCode: 7, afterSeconds: 30 });
    const task = await account.taskIn(await account.run(await account.register('test/web')), 'STOPPED');
    expect(task).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [{ exitCode: 7 }] });
    expect(Number(task.stoppingAt) - Number(task.startedAt)).toBeGreaterThanOrEqual(30_000);
  });

  test('runs out of memory', async () => {
    await account.control('faults', { task: 'out-of-memory', resource: 'test-web' });
    const task = await account.taskIn(await account.run(await account.register('test/web')), 'STOPPED');
    expect(task.containers).toMatchObject([
      { exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
    ]);
  });

  test('finds no room: RunTask tells it as a failure', async () => {
    await account.control('faults', { task: 'capacity', resource: 'test-web', times: 1 });
    const input = {
      cluster: 'test',
      taskDefinition: await account.register('test/web'),
      launchType: 'FARGATE' as const,
      networkConfiguration: NETWORK,
    };
    expect(await account.ecs.send(new RunTaskCommand(input))).toMatchObject({
      tasks: [],
      failures: [
        {
          reason:
            'Capacity is unavailable at this time. Please try again later or in a different availability zone',
        },
      ],
    });
    expect((await account.ecs.send(new RunTaskCommand(input))).tasks).toHaveLength(1);
  });
});

describe('a service', () => {
  const elb = 'elasticloadbalancing';

  async function targetGroup(name: string): Promise<string> {
    const { sim } = account.running;
    const { TargetGroups } = await sim.call<CreateTargetGroupOutput>(elb, 'CreateTargetGroup', {
      Name: name,
      Protocol: 'HTTP',
      Port: 80,
      VpcId: 'vpc-1',
      TargetType: 'ip',
      HealthCheckIntervalSeconds: 5,
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 2,
      HealthCheckTimeoutSeconds: 2,
    });
    const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    const { LoadBalancers } = await sim.call<CreateLoadBalancerOutput>(elb, 'CreateLoadBalancer', {
      Name: name,
      Subnets: ['subnet-1', 'subnet-2'],
    });
    await sim.call(elb, 'CreateListener', {
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: arn }],
    });
    return arn;
  }

  async function service(name: string): Promise<string> {
    const arn = await targetGroup(name);
    await account.ecs.send(
      new CreateServiceCommand({
        cluster: 'test',
        serviceName: name,
        taskDefinition: await account.register('test/web', { portMappings: [{ containerPort: 8080 }] }),
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: NETWORK,
        healthCheckGracePeriodSeconds: 3600,
        loadBalancers: [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }],
      }),
    );
    return arn;
  }

  const health = async (arn: string) => {
    const { TargetHealthDescriptions } = await account.running.sim.call<DescribeTargetHealthOutput>(
      elb,
      'DescribeTargetHealth',
      { TargetGroupArn: arn },
    );
    return TargetHealthDescriptions?.[0]?.TargetHealth;
  };

  test('is told that there is no room, and gets its task later', async () => {
    await account.control('faults', { task: 'capacity', resource: 'roomless', times: 1 });
    await service('roomless');
    const found = await account.serviceWhen('roomless', ({ runningCount }) => runningCount === 1);
    expect(found.events?.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^\(service roomless\) was unable to place a task\. Reason: Capacity is unavailable/,
      ),
    );
  });

  test('fails its checks with the chosen status until the fault is over', async () => {
    await account.control('faults', { task: 'health-check', resource: 'sick', status: 418 });
    const arn = await service('sick');
    const sick = await until(
      async () => health(arn),
      (target) => target?.State === 'unhealthy',
    );
    expect(sick).toMatchObject({
      Reason: 'Target.ResponseCodeMismatch',
      Description: 'Health checks failed with these codes: [418]',
    });
    account.running.sim.faults.clear();
    await until(
      async () => health(arn),
      (target) => target?.State === 'healthy',
    );
  });

  test('starts slowly', async () => {
    await account.control('faults', { task: 'slow-start', resource: 'slow', afterSeconds: 400 });
    const arn = await service('slow');
    const waiting = await until(
      async () => health(arn),
      (target) => target?.State === 'unhealthy',
    );
    expect(waiting).toMatchObject({ Reason: 'Target.FailedHealthChecks' });
    await until(
      async () => health(arn),
      (target) => target?.State === 'healthy',
    );
  });
});
