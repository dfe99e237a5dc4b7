import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  ConflictException,
  DescribeTasksCommand,
  ListTasksCommand,
  RunTaskCommand,
  StopTaskCommand,
  type RunTaskCommandInput,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { TestAccount, until } from './test-account.ts';

// For busy machines: every wait has its own deadline.
jest.setTimeout(60_000);

let account: TestAccount;

beforeAll(async () => {
  account = await TestAccount.open({
    job: `
      console.log('argv', JSON.stringify(process.argv.slice(2)));
      console.log('env', process.env.FROM, process.env.SET, process.env.SECRET, process.cwd().endsWith('/app'));
      process.stdout.write('the last line without an end');
      process.exitCode = Number(process.env.CODE ?? 0);`,
    sleeper: `process.on('SIGTERM', () => { console.log('asked to end'); process.exit(0); });
      console.log('asleep'); setInterval(() => {}, 1000);`,
    stubborn: `process.on('SIGTERM', () => {}); console.log('asleep'); setInterval(() => {}, 1000);`,
  });
});
afterAll(async () => account.close());

async function lines(taskArn: string, container = 'app'): Promise<string[]> {
  const { events = [] } = await account.logs.send(
    new GetLogEventsCommand({
      logGroupName: '/test',
      logStreamName: `run/${container}/${taskArn.split('/').at(-1) ?? ''}`,
      startFromHead: true,
    }),
  );
  return events.map(({ message = '' }) => message);
}

/** Waits until the program has begun, so that its handler of SIGTERM is in place. */
async function asleep(taskArn: string): Promise<void> {
  await until(
    async () => lines(taskArn).catch((): string[] => []),
    (seen) => seen.includes('asleep'),
  );
}

describe('a task', () => {
  test('goes from PROVISIONING to STOPPED with exit code, digest, address and all its output', async () => {
    const definition = await account.register('test/job', {
      environment: [
        { name: 'SET', value: 'definition' },
        { name: 'CODE', value: '7' },
      ],
    });
    // Soon it would be PENDING, perhaps before a second call could ask.
    const { taskArn: arn = '', lastStatus } = (await account.runTask(definition)) ?? {};
    expect(lastStatus).toBe('PROVISIONING');
    const task = await account.taskIn(arn, 'STOPPED');
    expect(task).toMatchObject({
      desiredStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      launchType: 'FARGATE',
      cpu: '256',
      memory: '512',
    });
    expect(task.containers?.[0]).toMatchObject({
      exitCode: 7,
      lastStatus: 'STOPPED',
      imageDigest: expect.stringMatching(/^sha256:/),
    });
    const details = new Map(task.attachments?.[0]?.details?.map(({ name, value }) => [name, value]));
    expect(details.get('subnetId')).toBe('subnet-1');
    expect(details.get('privateIPv4Address')).toMatch(/^10\.0\.\d+\.\d+$/);
    const times = [task.createdAt, task.pullStartedAt, task.pullStoppedAt, task.startedAt, task.stoppedAt];
    expect(times.map((time) => time?.getTime() ?? 0)).toEqual(
      times.map((time) => time?.getTime() ?? 0).toSorted((a, b) => a - b),
    );
    expect(await lines(arn)).toEqual([
      'argv []',
      'env image definition undefined true',
      'the last line without an end',
    ]);
  });

  test('takes command and environment from the overrides and values from secrets', async () => {
    await account.control('secrets', {
      'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf': { password: 'hush' },
    });
    const definition = await account.register('test/job', {
      command: ['a'],
      environment: [{ name: 'SET', value: 'definition' }],
      secrets: [
        {
          name: 'SECRET',
          valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf:password::',
        },
      ],
    });
    const arn = await account.run(definition, {
      overrides: {
        containerOverrides: [
          { name: 'app', command: ['b', '$HOME; c'], environment: [{ name: 'SET', value: 'override' }] },
        ],
      },
    });
    await account.taskIn(arn, 'STOPPED');
    expect(await lines(arn)).toEqual([
      'argv ["b","$HOME; c"]',
      'env image override hush true',
      'the last line without an end',
    ]);
  });

  test('is asked to end by StopTask and reports its own exit code', async () => {
    const arn = await account.run(await account.register('test/sleeper'));
    await account.taskIn(arn, 'RUNNING');
    await asleep(arn);
    const { tasks } = await account.ecs.send(new DescribeTasksCommand({ cluster: 'test', tasks: [arn] }));
    expect(tasks?.[0]?.containers?.[0]?.exitCode).toBeUndefined();
    await account.ecs.send(new StopTaskCommand({ cluster: 'test', task: arn, reason: 'enough' }));
    const task = await account.taskIn(arn, 'STOPPED');
    expect(task).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'enough' });
    expect(task.containers?.[0]?.exitCode).toBe(0);
    expect(await lines(arn)).toEqual(['asleep', 'asked to end']);
    const running = await account.ecs.send(new ListTasksCommand({ cluster: 'test' }));
    expect(running.taskArns).not.toContain(arn);
    const stopped = await account.ecs.send(
      new ListTasksCommand({ cluster: 'test', desiredStatus: 'STOPPED' }),
    );
    expect(stopped.taskArns).toContain(arn);
  });

  test('is killed with 137 when it ignores SIGTERM', async () => {
    const arn = await account.run(await account.register('test/stubborn', { stopTimeout: 2 }));
    await account.taskIn(arn, 'RUNNING');
    await asleep(arn);
    await account.ecs.send(new StopTaskCommand({ cluster: 'test', task: arn }));
    expect((await account.taskIn(arn, 'STOPPED')).containers?.[0]?.exitCode).toBe(137);
  });

  test('that is stopped before it ran never had an exit code', async () => {
    const arn = await account.run(await account.register('test/sleeper'));
    await account.ecs.send(new StopTaskCommand({ cluster: 'test', task: arn }));
    const task = await account.taskIn(arn, 'STOPPED');
    expect(task.containers?.[0]).not.toHaveProperty('exitCode');
    expect(task.startedAt).toBeUndefined();
  });

  test.each([
    ['an image that is not there', 'test/nothing', {}, /^CannotPullContainerError: test\/nothing: not found/],
    [
      'a registry out of reach',
      'registry.example.com/app:1',
      {},
      /^CannotPullContainerError: .*i\/o timeout$/,
    ],
    [
      'a secret that is not there',
      'test/job',
      { secrets: [{ name: 'S', valueFrom: '/no/such/parameter' }] },
      /^ResourceInitializationError: .*invalid ssm parameters: \/no\/such\/parameter$/,
    ],
    [
      'a log group that is not there',
      'test/job',
      {
        logConfiguration: {
          logDriver: 'awslogs' as const,
          options: {
            'awslogs-group': '/missing',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'x',
          },
        },
      },
      /^ResourceInitializationError: .*The specified log group does not exist/,
    ],
    [
      'two ways to tell lines apart',
      'test/job',
      {
        logConfiguration: {
          logDriver: 'awslogs' as const,
          options: {
            'awslogs-group': '/own',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'x',
            'awslogs-create-group': 'true',
            'awslogs-datetime-format': '%Y',
            'awslogs-multiline-pattern': '^x',
          },
        },
      },
      /^ResourceInitializationError: .*'awslogs-datetime-format' and 'awslogs-multiline-pattern' at the same time/,
    ],
    [
      'a secret’s ARN with one part behind the name',
      'test/job',
      {
        secrets: [
          { name: 'S', valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf:key' },
        ],
      },
      /^ResourceInitializationError: .*unexpected ARN format/,
    ],
  ])('fails to start with %s', async (_what, image, container, reason) => {
    const arn = await account.run(await account.register(image, container));
    const task = await account.taskIn(arn, 'STOPPED');
    expect(task.stopCode).toBe('TaskFailedToStart');
    expect(task.stoppedReason).toMatch(reason);
    expect(task.containers?.[0]).not.toHaveProperty('exitCode');
  });

  test('whose program does not exist fails to start and the container says why', async () => {
    const arn = await account.run(await account.register('test/job', { entryPoint: ['no-such-program'] }));
    const task = await account.taskIn(arn, 'STOPPED');
    expect(task.stopCode).toBe('TaskFailedToStart');
    expect(task.containers?.[0]?.reason).toMatch(
      /^CannotStartContainerError: .*"no-such-program": executable file not found in \$PATH/,
    );
  });

  test('runs several containers; a one-shot helper may come first', async () => {
    const definition = await account.register('test/job', undefined, {
      containerDefinitions: [
        { name: 'helper', image: 'test/job', essential: false },
        {
          name: 'main',
          image: 'test/job',
          environment: [{ name: 'CODE', value: '3' }],
          dependsOn: [{ containerName: 'helper', condition: 'SUCCESS' }],
        },
      ],
    });
    const task = await account.taskIn(await account.run(definition), 'STOPPED');
    expect(task.containers?.map(({ name, exitCode }) => [name, exitCode])).toEqual([
      ['helper', 0],
      ['main', 3],
    ]);
  });
});

describe('RunTask', () => {
  test('gives the same task for the same token and refuses other parameters', async () => {
    const taskDefinition = await account.register('test/job');
    const first = await account.run(taskDefinition, { clientToken: 'token-1' });
    expect(await account.run(taskDefinition, { clientToken: 'token-1' })).toBe(first);
    const other = account.run(taskDefinition, { clientToken: 'token-1', count: 2 });
    await expect(other).rejects.toBeInstanceOf(ConflictException);
    await expect(other).rejects.toMatchObject({ resourceIds: [first] });
  });

  test.each([
    ['a cluster that is not there', { cluster: 'other' }, 'ClusterNotFoundException', /Cluster not found/],
    ['an unknown definition', { taskDefinition: 'no:1' }, 'ClientException', /TaskDefinition not found/],
    [
      'no network',
      { networkConfiguration: undefined },
      'InvalidParameterException',
      /Network Configuration must be provided when networkMode 'awsvpc' is specified/,
    ],
    [
      'an override of an unknown container',
      { overrides: { containerOverrides: [{ name: 'web' }] } },
      'InvalidParameterException',
      /container named web is not a container in the TaskDefinition/,
    ],
    [
      'overrides above 8192 characters',
      { overrides: { containerOverrides: [{ name: 'app', command: ['x'.repeat(8192)] }] } },
      'InvalidParameterException',
      /at most 8192/,
    ],
    ['a count of 11', { count: 11 }, 'InvalidParameterException', /between 1 and 10/],
    [
      'launch type and strategy together',
      { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] },
      'InvalidParameterException',
      /both a launch type and capacity provider strategy/,
    ],
  ])('refuses %s', async (_what, input, name, message) => {
    await account.register('test/job');
    const call = account.ecs.send(
      new RunTaskCommand({
        cluster: 'test',
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        taskDefinition: 'test-job',
        ...(input as object),
      }),
    );
    await expect(call).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });
});

describe('a health check of a container', () => {
  const check = (command: string[]) => ({ command, interval: 5, retries: 2 });

  test('is run and shown on the task, and another container may wait for it', async () => {
    const definition = await account.register('test/sleeper', undefined, {
      containerDefinitions: [
        {
          name: 'base',
          image: 'test/sleeper',
          essential: false,
          healthCheck: check(['CMD-SHELL', 'test "$FROM" = image']),
        },
        {
          name: 'app',
          image: 'test/sleeper',
          healthCheck: check(['CMD', 'sh', '-c', 'exit 1']),
          dependsOn: [{ containerName: 'base', condition: 'HEALTHY' }],
        },
      ],
    });
    const arn = await account.run(definition);
    const task = await until(
      async () => account.task(arn),
      ({ healthStatus }) => healthStatus === 'UNHEALTHY',
    );
    expect(task.containers?.map(({ healthStatus }) => healthStatus)).toEqual(['HEALTHY', 'UNHEALTHY']);
    expect(task.lastStatus).toBe('RUNNING');
    await account.ecs.send(new StopTaskCommand({ cluster: 'test', task: arn }));
  });

  test('stays unknown when this machine lacks its tool', async () => {
    const arn = await account.run(
      await account.register('test/sleeper', {
        healthCheck: check(['CMD-SHELL', 'no-such-tool http://localhost/ || exit 1']),
      }),
    );
    const { startedAt } = await account.taskIn(arn, 'RUNNING');
    // Long after the retries are used up.
    await until(
      async () => account.running.sim.clock.now() - (startedAt?.getTime() ?? 0),
      (age) => age > 200_000,
    );
    expect((await account.task(arn)).healthStatus).toBe('UNKNOWN');
    await account.ecs.send(new StopTaskCommand({ cluster: 'test', task: arn }));
  });
});

describe('a volume that is configured at launch', () => {
  const managedEBSVolume = { roleArn: 'arn:aws:iam::123456789012:role/volumes', sizeInGiB: 10 };

  test.each<[string, RunTaskCommandInput['volumeConfigurations'], string]>([
    ['left out', undefined, "must configure volume 'scratch'"],
    [
      'beside another one',
      [
        { name: 'scratch', managedEBSVolume },
        { name: 'data', managedEBSVolume },
      ],
      "Volume 'data' is not configured at launch",
    ],
    ['without settings', [{ name: 'scratch' }], 'managedEBSVolume must be specified'],
    [
      'without a size',
      [{ name: 'scratch', managedEBSVolume: { roleArn: managedEBSVolume.roleArn } }],
      'needs a sizeInGiB or a snapshotId',
    ],
  ])('is refused %s', async (_, volumeConfigurations, message) => {
    const definition = await account.register(
      'test/job',
      {},
      { volumes: [{ name: 'scratch', configuredAtLaunch: true }] },
    );
    await expect(account.run(definition, { volumeConfigurations })).rejects.toThrow(message);
  });
});
