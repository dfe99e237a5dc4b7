import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  TagResourceCommand,
} from '@aws-sdk/client-ecs';
import { DescribeDBInstancesCommand, CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestAccount } from './test-account.ts';

const HERE = 'us-east-1:123456789012';
const ELSEWHERE = [
  ['region', `arn:aws:ecs:eu-west-1:123456789012:`, 'Invalid Region in ARN'],
  ['account', `arn:aws:ecs:us-east-1:210987654321:`, 'Identifier is for 210987654321'],
  ['partition', `arn:aws-cn:ecs:us-east-1:123456789012:`, 'Invalid Partition in ARN'],
] as const;

let account: TestAccount;
let revision: string;

beforeAll(async () => {
  account = await TestAccount.open({ idle: 'setInterval(() => {}, 1000)' });
  revision = await account.register('idle');
});

afterAll(async () => {
  await account.close();
});

test.each(ELSEWHERE)('an ARN of another %s is refused wherever ECS takes one', async (_, prefix, message) => {
  const taskDefinition = `${prefix}${revision.slice(revision.indexOf('task-definition/'))}`;
  const cluster = `${prefix}cluster/test`;
  const calls = [
    account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition })),
    account.ecs.send(new DescribeServicesCommand({ cluster, services: ['web'] })),
    account.ecs.send(
      new DescribeServicesCommand({ cluster: 'test', services: [`${prefix}service/test/web`] }),
    ),
    account.ecs.send(new DescribeClustersCommand({ clusters: [cluster] })),
    account.ecs.send(new DescribeTasksCommand({ cluster: 'test', tasks: [`${prefix}task/test/abc`] })),
    account.ecs.send(new RunTaskCommand({ cluster: 'test', taskDefinition })),
    account.ecs.send(new TagResourceCommand({ resourceArn: cluster, tags: [{ key: 'a', value: 'b' }] })),
  ];
  for (const call of calls)
    await expect(call).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message) as unknown,
    });
});

test('an ARN of this place is taken, and one of another cluster is not', async () => {
  const { taskDefinition } = await account.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: revision }),
  );
  expect(taskDefinition?.taskDefinitionArn).toBe(revision);
  const { failures } = await account.ecs.send(
    new DescribeServicesCommand({ cluster: 'test', services: [`arn:aws:ecs:${HERE}:service/test/web`] }),
  );
  expect(failures).toHaveLength(1);
  await expect(
    account.ecs.send(
      new DescribeServicesCommand({ cluster: 'test', services: [`arn:aws:ecs:${HERE}:service/other/web`] }),
    ),
  ).rejects.toThrow('Identifier is for cluster other. Your cluster is test');
});

test.each(['arn:aws:iam::210987654321:role/app', 'arn:aws-cn:iam::123456789012:role/app'])(
  'ECS refuses the role %s when a task definition is registered',
  async (role) => {
    for (const member of ['executionRoleArn', 'taskRoleArn']) {
      await expect(
        account.ecs.send(
          new RegisterTaskDefinitionCommand({
            family: 'app',
            [member]: role,
            containerDefinitions: [{ name: 'app', image: 'test/idle', memory: 128 }],
          }),
        ),
      ).rejects.toMatchObject({ name: 'ClientException', message: 'Role is not valid' });
    }
  },
);

test('RDS finds nothing by the ARN of another place', async () => {
  const rds = new RDSClient({
    endpoint: account.running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  try {
    await rds.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: 'shop',
        DBInstanceClass: 'db.t4g.micro',
        Engine: 'postgres',
        AllocatedStorage: 20,
        MasterUsername: 'app',
        MasterUserPassword: 'not-a-secret',
      }),
    );
    const describe = (arn: string) => rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: arn }));
    expect((await describe(`arn:aws:rds:${HERE}:db:shop`)).DBInstances).toHaveLength(1);
    await expect(describe('arn:aws:rds:us-east-1:210987654321:db:shop')).rejects.toMatchObject({
      name: 'DBInstanceNotFoundFault',
    });
  } finally {
    rds.destroy();
  }
});
