import {
  type ContainerDefinition,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  type Volume,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestAccount } from './test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await TestAccount.open({});
});
afterAll(async () => account.close());

type Input = RegisterTaskDefinitionCommandInput;

const APP: ContainerDefinition = { name: 'app', image: 'registry.example.com/app:1' };
const FARGATE: Input = {
  family: 'ruled',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [APP],
};
const EC2: Input = { family: 'ruled', containerDefinitions: [{ ...APP, memory: 128 }] };

const app = (more: Partial<ContainerDefinition>): Partial<Input> => ({
  containerDefinitions: [{ ...APP, ...more }],
});
const volume = (more: Volume): Partial<Input> => ({ volumes: [{ name: 'data', ...more }] });
const efs = (more: Partial<NonNullable<Volume['efsVolumeConfiguration']>>): Partial<Input> =>
  volume({ efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', ...more } });
const SENDER: ContainerDefinition = { ...APP, logConfiguration: { logDriver: 'awsfirelens' } };
const router = (options?: Record<string, string>): ContainerDefinition => ({
  name: 'router',
  image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
  firelensConfiguration: { type: 'fluentbit', ...(options === undefined ? {} : { options }) },
});
const fromS3 = { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::bucket/fluent.conf' };
const point = { accessPointId: 'fsap-0123456789abcdef0' };
const onEc2 = (containers: ContainerDefinition[]): Input => ({
  ...EC2,
  memory: '512',
  containerDefinitions: containers,
});

test.each<[string, Input]>([
  ['memory that equals its reservation', { ...FARGATE, ...app({ memory: 256, memoryReservation: 256 }) }],
  ['a reservation without a limit', { ...EC2, ...app({ memoryReservation: 64 }) }],
  ['memory of the task alone on EC2', { ...EC2, ...app({}), memory: '512' }],
  ['reservations that fill the task', { ...FARGATE, ...app({ cpu: 256, memory: 512 }) }],
  ['FireLens with both ends', { ...FARGATE, containerDefinitions: [SENDER, router()] }],
  [
    'a FireLens file of the image on Fargate',
    {
      ...FARGATE,
      containerDefinitions: [
        SENDER,
        router({ 'config-file-type': 'file', 'config-file-value': '/extra.conf' }),
      ],
    },
  ],
  ['a FireLens file in S3 on EC2', onEc2([SENDER, router(fromS3)])],
  ['EFS without encryption', { ...FARGATE, ...efs({ rootDirectory: '/data' }) }],
  [
    'EFS with IAM over TLS',
    { ...FARGATE, ...efs({ transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } }) },
  ],
  ['EFS without IAM in the clear', { ...FARGATE, ...efs({ authorizationConfig: { iam: 'DISABLED' } }) }],
  [
    'an access point with the root directory /',
    { ...FARGATE, ...efs({ rootDirectory: '/', transitEncryption: 'ENABLED', authorizationConfig: point }) },
  ],
  [
    'a health check at the ends of its ranges',
    {
      ...FARGATE,
      ...app({
        healthCheck: { command: ['CMD', 'true'], interval: 300, timeout: 60, retries: 10, startPeriod: 300 },
      }),
    },
  ],
  [
    'SYS_PTRACE on Fargate',
    {
      ...FARGATE,
      ...app({ linuxParameters: { capabilities: { add: ['SYS_PTRACE'] }, initProcessEnabled: true } }),
    },
  ],
  [
    'links in bridge mode',
    {
      ...EC2,
      containerDefinitions: [
        { ...APP, memory: 64, links: ['b'] },
        { ...APP, name: 'b', memory: 64 },
      ],
    },
  ],
  [
    'a mount of a volume',
    {
      ...FARGATE,
      volumes: [{ name: 'data' }],
      ...app({ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }),
    },
  ],
])('RegisterTaskDefinition takes %s', async (_, input) => {
  const { taskDefinition } = await account.ecs.send(new RegisterTaskDefinitionCommand(input));
  expect(taskDefinition?.status).toBe('ACTIVE');
});

describe('RegisterTaskDefinition refuses', () => {
  test.each<[string, Input, string | RegExp]>([
    [
      'a reservation above the limit',
      { ...FARGATE, ...app({ memory: 128, memoryReservation: 256 }) },
      /'app'.*greater than or equal to 'memoryReservation'/,
    ],
    [
      'a reservation above the limit on EC2',
      { ...EC2, ...app({ memory: 128, memoryReservation: 129 }) },
      /'memoryReservation'/,
    ],
    [
      'no memory anywhere',
      { ...EC2, ...app({}) },
      "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.",
    ],
    ['memory 0', { ...EC2, ...app({ memory: 0 }) }, /At least one of 'memory' or 'memoryReservation'/],
    [
      'memory of one container only',
      {
        ...EC2,
        containerDefinitions: [
          { ...APP, memory: 64 },
          { ...APP, name: 'b' },
        ],
      },
      /container 'b'\. At least one/,
    ],
    [
      'a limit above the task',
      { ...FARGATE, ...app({ memory: 513, memoryReservation: 16 }) },
      /container 'memory' cannot be greater than the value of the task 'memory'/,
    ],
    [
      'two routers',
      { ...FARGATE, containerDefinitions: [SENDER, router(), { ...router(), name: 'b' }] },
      /At most one container/,
    ],
    [
      'an EFS file system by its name',
      { ...FARGATE, ...efs({ fileSystemId: 'data' }) },
      /Invalid EFS file system id/,
    ],
    [
      'a volume of EFS that is configured at launch',
      {
        ...FARGATE,
        volumes: [
          { name: 'a', configuredAtLaunch: true, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } },
        ],
      },
      /only one volume configuration type/,
    ],
    [
      'two volumes configured at launch',
      {
        ...FARGATE,
        volumes: [
          { name: 'a', configuredAtLaunch: true },
          { name: 'b', configuredAtLaunch: true },
        ],
      },
      /one volume configured at launch/,
    ],
    [
      'reservations above the task',
      { ...FARGATE, ...app({ memoryReservation: 513 }) },
      /sum of all container 'memoryReservation' values/,
    ],
    [
      'limits of several containers above the task',
      {
        ...FARGATE,
        containerDefinitions: [
          { ...APP, memory: 300 },
          { ...APP, name: 'b', memory: 300 },
        ],
      },
      /sum of all container 'memoryReservation' values/,
    ],
    ['CPU above the task', { ...FARGATE, ...app({ cpu: 257 }) }, /sum of all container 'cpu' values/],
    [
      'awsfirelens without a router',
      { ...FARGATE, containerDefinitions: [SENDER] },
      'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
    ],
    ['awsfirelens without a router on EC2', onEc2([SENDER]), /When awsfirelens log driver is specified/],
    [
      'a router without awsfirelens',
      { ...FARGATE, containerDefinitions: [APP, router()] },
      'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
    ],
    [
      'a FireLens file in S3 on Fargate',
      { ...FARGATE, containerDefinitions: [SENDER, router(fromS3)] },
      /only support the file configuration file type/,
    ],
    [
      'a FireLens file in S3 by its address',
      {
        ...FARGATE,
        containerDefinitions: [SENDER, router({ ...fromS3, 'config-file-value': 's3://bucket/fluent.conf' })],
      },
      'Invalid arn syntax.',
    ],
    [
      'a FireLens file of another kind',
      onEc2([SENDER, router({ 'config-file-type': 'http' })]),
      /Invalid config-file-type 'http'/,
    ],
    [
      'an access point with a root directory',
      {
        ...FARGATE,
        ...efs({ rootDirectory: '/app', transitEncryption: 'ENABLED', authorizationConfig: point }),
      },
      /root directory must either be set to "\/" or be omitted/,
    ],
    [
      'an access point in the clear',
      { ...FARGATE, ...efs({ authorizationConfig: point }) },
      /Transit encryption must be enabled/,
    ],
    [
      'EFS IAM in the clear',
      { ...FARGATE, ...efs({ authorizationConfig: { iam: 'ENABLED' } }) },
      /Transit encryption must be enabled/,
    ],
    [
      'EFS IAM with TLS off',
      { ...EC2, ...efs({ transitEncryption: 'DISABLED', authorizationConfig: { iam: 'ENABLED' } }) },
      /Transit encryption must be enabled/,
    ],
    [
      'a port of TLS that is off',
      { ...FARGATE, ...efs({ transitEncryptionPort: 2999 }) },
      /transitEncryptionPort/,
    ],
    [
      'two kinds of one volume',
      {
        ...EC2,
        ...volume({ host: { sourcePath: '/srv' }, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }),
      },
      /only one volume configuration type/,
    ],
    [
      'two volumes of one name',
      { ...FARGATE, volumes: [{ name: 'a' }, { name: 'a' }] },
      /Duplicate volume name/,
    ],
    [
      'a folder of the host on Fargate',
      { ...FARGATE, ...volume({ host: { sourcePath: '/srv' } }) },
      'host.sourcePath should not be set for volumes in Fargate.',
    ],
    [
      'a Docker volume on Fargate',
      { ...FARGATE, ...volume({ dockerVolumeConfiguration: { scope: 'task' } }) },
      /Docker volumes/,
    ],
    [
      'a mount of no volume',
      { ...FARGATE, ...app({ mountPoints: [{ sourceVolume: 'data' }] }) },
      "Unknown volume 'data'.",
    ],
    [
      'volumes of no container',
      { ...FARGATE, ...app({ volumesFrom: [{ sourceContainer: 'b' }] }) },
      /'b', which does not exist/,
    ],
    [
      'secrets without execution role on EC2',
      { ...EC2, ...app({ memory: 64, secrets: [{ name: 'A', valueFrom: '/a' }] }) },
      /you must also specify a value for 'executionRoleArn'/,
    ],
    [
      'eleven containers',
      {
        ...FARGATE,
        containerDefinitions: Array.from({ length: 11 }, (_, index) => ({ ...APP, name: `c${index}` })),
      },
      'Too many containers.',
    ],
    [
      'a health check that is too seldom',
      { ...FARGATE, ...app({ healthCheck: { command: ['CMD', 'true'], interval: 301 } }) },
      /interval must be between 5 and 300, not 301/,
    ],
    [
      'a health check that waits too long',
      { ...FARGATE, ...app({ healthCheck: { command: ['CMD', 'true'], timeout: 61 } }) },
      /timeout must be between 2 and 60/,
    ],
    [
      'a health check without CMD',
      { ...FARGATE, ...app({ healthCheck: { command: ['true'] } }) },
      /must start with CMD/,
    ],
    [
      'links under awsvpc',
      { ...FARGATE, ...app({ links: ['b'] }) },
      'Links are not supported when networkMode=awsvpc.',
    ],
    [
      'a hostname under awsvpc',
      { ...FARGATE, ...app({ hostname: 'a' }) },
      'Hostname is not supported on container when networkMode=awsvpc.',
    ],
    [
      'extra hosts under awsvpc',
      { ...FARGATE, ...app({ extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }) },
      /Extra hosts/,
    ],
    [
      'ports in mode none',
      { ...EC2, networkMode: 'none', ...app({ memory: 64, portMappings: [{ containerPort: 80 }] }) },
      /networkMode=none/,
    ],
    [
      'another host port in mode host',
      {
        ...EC2,
        networkMode: 'host',
        ...app({ memory: 64, portMappings: [{ containerPort: 80, hostPort: 81 }] }),
      },
      /networkMode=host/,
    ],
    [
      'a GPU on Fargate',
      { ...FARGATE, ...app({ resourceRequirements: [{ type: 'GPU', value: '1' }] }) },
      /do not support GPU/,
    ],
    ['swap on Fargate', { ...FARGATE, ...app({ linuxParameters: { maxSwap: 64 } }) }, /maxSwap/],
    [
      'a capability on Fargate',
      { ...FARGATE, ...app({ linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } }) },
      /NET_ADMIN/,
    ],
    [
      'a stop timeout above 120 s on Fargate',
      { ...FARGATE, ...app({ stopTimeout: 121 }) },
      /between 2 and 120/,
    ],
    [
      'an environment file by its address',
      { ...FARGATE, ...app({ environmentFiles: [{ type: 's3', value: 's3://b/a.env' }] }) },
      'Invalid arn syntax.',
    ],
    [
      'an environment file of another kind',
      { ...FARGATE, ...app({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.txt' }] }) },
      /extension \.env/,
    ],
    [
      'too little ephemeral storage',
      { ...FARGATE, ephemeralStorage: { sizeInGiB: 20 } },
      /between 21 and 200/,
    ],
    [
      'placement on Fargate',
      { ...FARGATE, placementConstraints: [{ type: 'memberOf', expression: 'a' }] },
      /Placement constraints/,
    ],
    ['the processes of the host on Fargate', { ...FARGATE, pidMode: 'host' }, /pidMode/],
  ])('%s', async (_, input, message) => {
    await expect(account.ecs.send(new RegisterTaskDefinitionCommand(input))).rejects.toMatchObject({
      name: 'ClientException',
      message: expect.stringMatching(message),
    });
  });
});
