import {
  CreateServiceCommand,
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeCapacityProvidersCommand,
  ExecuteCommandCommand,
  GetTaskProtectionCommand,
  ListTasksCommand,
  UpdateServiceCommand,
  UpdateTaskProtectionCommand,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { TestAccount, until } from './test-account.ts';

jest.setTimeout(60_000);

let account: TestAccount;
beforeAll(async () => {
  account = await TestAccount.open({ idle: 'setInterval(() => undefined, 1000);' });
});
afterAll(async () => account.close());

test('ExecuteCommand is refused, as without an agent', async () => {
  const task = await account.run(await account.register('test/idle'));
  const send = async (input: object): Promise<unknown> =>
    await account.ecs.send(
      new ExecuteCommandCommand({ cluster: 'test', task, command: 'sh', interactive: true, ...input }),
    );
  await expect(send({})).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('execute command was not enabled when the task was run'),
  });
  await expect(send({ container: 'other' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await expect(send({ cluster: 'none' })).rejects.toMatchObject({ name: 'ClusterNotFoundException' });
  await expect(account.run('test-idle', { enableExecuteCommand: true })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('a valid task role is not being used'),
  });
  const enabled = await account.run('test-idle', {
    enableExecuteCommand: true,
    overrides: { taskRoleArn: 'arn:aws:iam::123456789012:role/task' },
  });
  await account.taskIn(enabled, 'RUNNING');
  await expect(send({ task: enabled })).rejects.toMatchObject({ name: 'TargetNotConnectedException' });
});

test('capacity providers are the two of Fargate', async () => {
  const { capacityProviders, failures } = await account.ecs.send(
    new DescribeCapacityProvidersCommand({ capacityProviders: ['FARGATE_SPOT', 'mine'] }),
  );
  expect(capacityProviders).toMatchObject([{ name: 'FARGATE_SPOT', status: 'ACTIVE' }]);
  expect(failures).toMatchObject([
    { reason: 'MISSING', arn: expect.stringMatching(/capacity-provider\/mine$/) },
  ]);
});

test('a task definition is deleted once it is deregistered', async () => {
  const arn = await account.register('test/gone');
  const remove = async () =>
    await account.ecs.send(new DeleteTaskDefinitionsCommand({ taskDefinitions: [arn, 'test-gone:9'] }));
  expect(await remove()).toMatchObject({
    taskDefinitions: [],
    failures: [{ arn, reason: expect.stringContaining('still in ACTIVE status') }, { arn: 'test-gone:9' }],
  });
  await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn }));
  expect((await remove()).taskDefinitions).toMatchObject([{ status: 'DELETE_IN_PROGRESS' }]);
  await expect(account.run(arn)).rejects.toMatchObject({ name: 'ClientException' });
});

test('scale-in spares a protected task', async () => {
  await account.ecs.send(
    new CreateServiceCommand({
      cluster: 'test',
      serviceName: 'kept',
      taskDefinition: await account.register('test/idle'),
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    }),
  );
  await account.serviceWhen('kept', ({ runningCount }) => runningCount === 2);
  const list = async (): Promise<string[]> =>
    (await account.ecs.send(new ListTasksCommand({ cluster: 'test', serviceName: 'kept' }))).taskArns ?? [];
  // The newest goes first.
  const tasks = [...(await list())];
  const updated = await account.ecs.send(
    new UpdateTaskProtectionCommand({
      cluster: 'test',
      tasks,
      protectionEnabled: true,
      expiresInMinutes: 2880,
    }),
  );
  expect(updated.protectedTasks).toMatchObject([{ protectionEnabled: true }, { protectionEnabled: true }]);
  await account.ecs.send(
    new UpdateTaskProtectionCommand({ cluster: 'test', tasks: tasks.slice(0, 1), protectionEnabled: false }),
  );
  await account.ecs.send(new UpdateServiceCommand({ cluster: 'test', service: 'kept', desiredCount: 0 }));
  await until(list, (left) => left.length === 1);
  expect(await list()).toEqual(tasks.slice(1));
  const { protectedTasks } = await account.ecs.send(
    new GetTaskProtectionCommand({ cluster: 'test', tasks: tasks.slice(1) }),
  );
  expect(protectedTasks).toMatchObject([{ protectionEnabled: true, expirationDate: expect.any(Date) }]);
});
