import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  TagResourceCommand,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestAccount } from './test-account.ts';

let account: TestAccount;

beforeAll(async () => {
  account = await TestAccount.open({});
});
afterAll(async () => account.close());

const valid: RegisterTaskDefinitionCommandInput = {
  family: 'checked',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '.5 vCPU',
  memory: '1GB',
  containerDefinitions: [
    { name: 'app', image: 'registry.example.com/app:1', portMappings: [{ containerPort: 80 }] },
  ],
};

test('a registration comes back with the defaults filled in and its tags beside it', async () => {
  const registered = await account.ecs.send(
    new RegisterTaskDefinitionCommand({ ...valid, family: 'echo', tags: [{ key: 'team', value: 'a' }] }),
  );
  const arn = 'arn:aws:ecs:us-east-1:123456789012:task-definition/echo:1';
  expect(registered.taskDefinition).toMatchObject({
    taskDefinitionArn: arn,
    revision: 1,
    status: 'ACTIVE',
    cpu: '512',
    memory: '1024',
    volumes: [],
    placementConstraints: [],
    compatibilities: ['EC2', 'FARGATE'],
    containerDefinitions: [
      {
        cpu: 0,
        essential: true,
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
      },
    ],
  });
  expect(registered.taskDefinition).not.toHaveProperty('tags');
  await account.ecs.send(new TagResourceCommand({ resourceArn: arn, tags: [{ key: 'stage', value: 'b' }] }));
  const plain = await account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'echo' }));
  expect(plain.tags).toEqual([]);
  const tagged = await account.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ['TAGS'] }),
  );
  expect(tagged.tags).toEqual([
    { key: 'team', value: 'a' },
    { key: 'stage', value: 'b' },
  ]);
});

test('numbers are never used again and the family means the latest ACTIVE revision', async () => {
  for (let round = 0; round < 3; round += 1)
    await account.ecs.send(new RegisterTaskDefinitionCommand({ ...valid, family: 'counted' }));
  await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: 'counted:3' }));
  const latest = await account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'counted' }));
  expect(latest.taskDefinition?.revision).toBe(2);
  const next = await account.ecs.send(new RegisterTaskDefinitionCommand({ ...valid, family: 'counted' }));
  expect(next.taskDefinition?.revision).toBe(4);
  const list = await account.ecs.send(
    new ListTaskDefinitionsCommand({ familyPrefix: 'counted', sort: 'DESC', maxResults: 2 }),
  );
  expect(list.taskDefinitionArns?.map((arn) => arn.split(':').at(-1))).toEqual(['4', '2']);
  expect(list.nextToken).toBeDefined();
  await expect(account.run('counted:3')).rejects.toMatchObject({
    name: 'ClientException',
    message: 'TaskDefinition is inactive',
  });
});

describe('RegisterTaskDefinition refuses', () => {
  const container = valid.containerDefinitions?.[0];
  const rows: [string, Partial<RegisterTaskDefinitionCommandInput>, RegExp][] = [
    ['a size Fargate lacks', { cpu: '256', memory: '4096' }, /No Fargate configuration exists/],
    ['no cpu', { cpu: undefined }, /'cpu' be defined at the task level/],
    ['another network mode', { networkMode: 'bridge' }, /only supports network mode/],
    ['no container', { containerDefinitions: [] }, /Container list cannot be empty/],
    ['two of one name', { containerDefinitions: [{ ...container }, { ...container }] }, /should be unique/],
    ['no essential one', { containerDefinitions: [{ ...container, essential: false }] }, /essential/],
    [
      'an ECR image without execution role',
      {
        containerDefinitions: [{ ...container, image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1' }],
      },
      /execution role ARN to support ECR images/,
    ],
    [
      'dependencies in a circle',
      {
        containerDefinitions: [
          { ...container, dependsOn: [{ containerName: 'b', condition: 'START' }] },
          {
            name: 'b',
            image: 'x',
            dependsOn: [{ containerName: 'app', condition: 'START' }],
          },
        ],
      },
      /circle: app -> b -> app/,
    ],
    [
      'differing host and container ports',
      {
        containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80, hostPort: 8080 }] }],
      },
      /must match/,
    ],
  ];
  test.each(rows)('%s', async (_what, change, message) => {
    await expect(
      account.ecs.send(new RegisterTaskDefinitionCommand({ ...valid, ...change })),
    ).rejects.toMatchObject({ name: 'ClientException', message: expect.stringMatching(message) });
  });
});

test('an unknown definition is a ClientException', async () => {
  await expect(
    account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'unknown' })),
  ).rejects.toMatchObject({ name: 'ClientException', message: 'Unable to describe task definition.' });
});
