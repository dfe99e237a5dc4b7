import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../text/json.ts';
import { checkTaskDefinition, newWords } from './check.ts';
import { ENUMERATIONS } from './check-words.ts';
import { slipAmong } from '../text/slip.ts';
import { fargateSizeProblem } from './fargate-sizes.ts';

const APP: JsonObject = { name: 'app', image: 'shop:1' };

const task = (members: JsonObject, container: JsonObject = {}): JsonObject => ({
  family: 'shop',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ ...APP, ...container }],
  ...members,
});

function problems(definition: JsonObject, complete = true): string {
  return checkTaskDefinition(definition, { complete })
    .map(({ what, fix }) => `${what}. ${fix}`)
    .join('\n');
}

test('a right definition has no problems', () => {
  expect(problems(task({}))).toBe('');
});

test('what a stack may fill in is not missed before the stack was read', () => {
  const { family: _, cpu: __, networkMode: ___, ...rest } = task({});
  expect(problems(rest, false)).toBe('');
  expect(problems(rest)).toContain('no family');
});

test('every problem is said at once, with its place', () => {
  const found = checkTaskDefinition(task({ memory: '1' }, { name: 'a b', image: '' }), {
    complete: true,
    placeOf: (path) => ({ file: path.join('/') }),
  });
  expect(found.map(({ place }) => place?.file)).toEqual([
    'containerDefinitions/0/name',
    'containerDefinitions/0/image',
    'memory',
  ]);
});

const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf';
const second = (members: JsonObject, container: JsonObject = {}): JsonObject =>
  task({
    containerDefinitions: [
      { ...APP, ...container },
      { name: 'b', image: 'b:1', ...members },
    ],
  });

describe('refused is', () => {
  test.each<[string, JsonObject, string]>([
    [
      'a placeholder for an image',
      task({}, { image: '<IMAGE1_NAME>' }),
      '<IMAGE1_NAME> stands there as it is',
    ],
    ['a variable for an image', task({}, { image: 'x/${NAME}:1' }), 'Give its value in input variables'],
    [
      'an image in capitals of a registry',
      task({}, { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/Team/App:1' }),
      'Write 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app.',
    ],
    ['an image in capitals', task({}, { image: 'Team/App:1' }), 'it looks like a placeholder'],
    ['a bare word in capitals', task({}, { image: 'Dockerfile' }), 'Give the image in input image or images'],
    ['a URL for an image', task({}, { image: 'https://example.com/app' }), 'it begins like a URL'],
    ['an image with two tags', task({}, { image: 'app:1:2' }), '"1:2" is no tag'],
    ['an image with half a digest', task({}, { image: 'app@sha256:12' }), 'what follows @ is no digest'],
    ['an empty image', task({}, { image: '' }), 'the image is empty'],
    [
      'a word of an enumeration in another case',
      task({ runtimePlatform: { cpuArchitecture: 'x86_64' } }),
      'Did you mean X86_64?',
    ],
    [
      'a slip in a word of an enumeration',
      task({}, { dependsOn: [{ containerName: 'b', condition: 'HEALTY' }] }),
      'Did you mean HEALTHY?',
    ],
    [
      'two letters that changed places',
      task({}, { portMappings: [{ containerPort: 80, protocol: 'tpc' }] }),
      'Did you mean tcp?',
    ],
    [
      'Docker’s name of an architecture',
      task({ runtimePlatform: { cpuArchitecture: 'amd64' } }),
      'Did you mean X86_64?',
    ],
    [
      'a slip in a log driver',
      task({}, { logConfiguration: { logDriver: 'awslog' } }),
      'Did you mean awslogs?',
    ],
    [
      'a log driver that Fargate lacks',
      task({}, { logConfiguration: { logDriver: 'syslog' } }),
      'Fargate has no log driver syslog',
    ],
    [
      'a launch type in small letters',
      task({ requiresCompatibilities: ['fargate'] }),
      'Did you mean FARGATE?',
    ],
    [
      'a limit with a slip',
      task({}, { ulimits: [{ name: 'nofiles', softLimit: 1, hardLimit: 1 }] }),
      'nofile?',
    ],
    [
      'Windows on half a CPU',
      task({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
      'Windows on Fargate has 1024 to 4096',
    ],
    ['more memory than the task has', task({}, { memory: 1024 }), 'the whole task has 512'],
    [
      'more memory together than the task has',
      second({ memory: 300 }, { memory: 300 }),
      'reserve 600 MiB of memory together',
    ],
    ['more cpu together than the task has', second({ cpu: 200 }, { cpu: 100 }), 'reserve 300 units of cpu'],
    ['more reserved than allowed', task({}, { memory: 64, memoryReservation: 128 }), 'reserves 128 MiB'],
    [
      'a port twice',
      task({}, { portMappings: [{ containerPort: 80 }, { containerPort: 80 }] }),
      'has the port 80/tcp twice',
    ],
    ['a mapping without port', task({}, { portMappings: [{ hostPort: 80 }] }), 'has no containerPort'],
    ['links in awsvpc', task({}, { links: ['b'] }), 'reach one another on localhost'],
    ['a host name in awsvpc', task({}, { hostname: 'app' }), 'networkMode awsvpc does not allow'],
    ['a privileged container', task({}, { privileged: true }), 'Fargate does not allow'],
    [
      'a capability that Fargate lacks',
      task({}, { linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } } }),
      'the capability SYS_ADMIN, and Fargate adds SYS_PTRACE only',
    ],
    [
      'a folder of the host',
      task({ volumes: [{ name: 'a', host: { sourcePath: '/x' } }] }),
      'tasks on Fargate have no host',
    ],
    ['two volumes of one name', task({ volumes: [{ name: 'a' }, { name: 'a' }] }), 'two volumes are named a'],
    [
      'a circle of containers',
      second(
        { dependsOn: [{ containerName: 'app', condition: 'START' }] },
        { dependsOn: [{ containerName: 'b', condition: 'START' }] },
      ),
      'app -> b -> app',
    ],
    [
      'waiting for the end of what must not end',
      second({}, { dependsOn: [{ containerName: 'b', condition: 'SUCCESS' }] }),
      'Set essential: false on b.',
    ],
    [
      'a restart too soon',
      task({}, { restartPolicy: { enabled: true, restartAttemptPeriod: 5 } }),
      'Write a number from 60 to 1800.',
    ],
    [
      'an environment file that is none',
      task({}, { environmentFiles: [{ value: 'https://x/app.env', type: 's3' }] }),
      'is no ARN of an object in S3',
    ],
    [
      'an environment file of another name',
      task({}, { environmentFiles: [{ value: 'arn:aws:s3:::bucket/app.txt', type: 's3' }] }),
      'does not end in .env',
    ],
    [
      'a JSON key cut short',
      task({}, { secrets: [{ name: 'A', valueFrom: `${SECRET}:key` }] }),
      'Write :key::',
    ],
    [
      'two versions of a secret',
      task({}, { secrets: [{ name: 'A', valueFrom: `${SECRET}:key:AWSCURRENT:1` }] }),
      'a version stage and a version id',
    ],
    ['an empty secret', task({}, { secrets: [{ name: 'A', valueFrom: '' }] }), 'has an empty valueFrom'],
    ['a variable without a name', task({}, { environment: [{ value: 'x' }] }), 'has no name'],
    ['a name with a value', task({}, { environment: [{ name: 'A=b', value: 'x' }] }), 'goes on with ='],
    ['no container', task({ containerDefinitions: [] }), 'no containers'],
    [
      'two containers of one name',
      task({ containerDefinitions: [APP, APP] }),
      'two containers are named app',
    ],
    ['no essential container', task({}, { essential: false }), 'no container is essential'],
    ['an image with a blank', task({}, { image: 'shop: 1' }), '"shop: 1" is no image'],
    [
      'a variable that is there twice',
      task(
        {},
        {
          environment: [
            { name: 'A', value: '' },
            { name: 'A', value: '1' },
          ],
        },
      ),
      'has A twice (environment)',
    ],
    [
      'a variable that is a secret too',
      task({}, { environment: [{ name: 'A', value: '' }], secrets: [{ name: 'A', valueFrom: 'a' }] }),
      'has A twice (environment and secrets)',
    ],
    [
      'a secret from nowhere',
      task({}, { secrets: [{ name: 'A', valueFrom: 'arn:aws:s3:::x' }], executionRoleArn: 'r' }),
      'secret A',
    ],
    ['a port that is none', task({}, { portMappings: [{ containerPort: 70_000 }] }), 'containerPort 70000'],
    [
      'another host port with awsvpc',
      task({}, { portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      'hostPort 8080 differs',
    ],
    [
      'a health check too often',
      task({}, { healthCheck: { command: ['CMD', 'true'], interval: 1 } }),
      'healthCheck.interval is 1. Write a number from 5 to 300.',
    ],
    [
      'a health check without CMD',
      task({}, { healthCheck: { command: ['curl', '-f', '/'] } }),
      'begins with "curl"',
    ],
    ['a long stop timeout', task({}, { stopTimeout: 300 }), 'stopTimeout is 300'],
    [
      'a log driver that Fargate lacks',
      task({}, { logConfiguration: { logDriver: 'syslog' } }),
      'no log driver syslog',
    ],
    [
      'awslogs without a group',
      task(
        { executionRoleArn: 'role' },
        {
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'a' },
          },
        },
      ),
      'no awslogs-group',
    ],
    [
      'a dependency on nobody',
      task({}, { dependsOn: [{ containerName: 'db', condition: 'START' }] }),
      'depends on "db", which does not exist. The containers are: app.',
    ],
    [
      'a dependency on health without a check',
      task({
        containerDefinitions: [
          APP,
          { ...APP, name: 'b', dependsOn: [{ containerName: 'app', condition: 'HEALTHY' }] },
        ],
      }),
      'which has no healthCheck',
    ],
    [
      'a volume that is not there',
      task({}, { mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] }),
      'mounts the volume "data"',
    ],
    ['another network mode on Fargate', task({ networkMode: 'bridge' }), 'needs networkMode awsvpc'],
    ['no size on Fargate', task({ cpu: null }), 'Fargate needs'],
    [
      'an ECR image without a role to pull it',
      task({}, { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1' }),
      'to pull the image of app from ECR',
    ],
    [
      'secrets without a role to read them',
      task({}, { secrets: [{ name: 'A', valueFrom: 'a' }] }),
      'to read the secrets of app',
    ],
    ['a role that is none', task({ taskRoleArn: 'arn:aws:iam::1:role/x' }), 'no ARN of a role'],
    ['too little ephemeral storage', task({ ephemeralStorage: { sizeInGiB: 20 } }), 'from 21 to 200'],
  ])('%s', (_, definition, message) => {
    expect(problems(definition)).toContain(message);
  });
});

describe('Fargate', () => {
  test.each([
    ['256', '512'],
    ['.25 vCPU', '0.5GB'],
    ['1 vCPU', '8 GB'],
    ['4096', '30720'],
    ['8192', '61440'],
    ['16384', '122880'],
  ])('has %s with %s', (cpu, memory) => {
    expect(fargateSizeProblem(cpu, memory)).toBeUndefined();
  });

  test.each([
    ['128', '512', 'no cpu "128"'],
    ['256', '3072', 'no memory "3072" for cpu 256'],
    ['1024', '1024', 'no memory "1024" for cpu 1024'],
    ['8192', '17408', 'no memory "17408" for cpu 8192'],
    ['one', '512', 'no cpu "one"'],
    ['256', 'much', 'no memory "much"'],
  ])('has no %s with %s', (cpu, memory, message) => {
    expect(fargateSizeProblem(cpu, memory)?.what).toContain(message);
  });
});

describe('words that AWS may have added to an enumeration since', () => {
  test.each<[string, JsonObject, string]>([
    ['requiresCompatibilities', task({ requiresCompatibilities: ['FARGATE', 'LAMBDA_INSTANCES'] }), 'LAMBDA'],
    ['appProtocol', task({}, { portMappings: [{ containerPort: 80, appProtocol: 'http3' }] }), 'http3'],
    ['protocol', task({}, { portMappings: [{ containerPort: 80, protocol: 'sctp' }] }), 'sctp'],
    [
      'operatingSystemFamily',
      task({ runtimePlatform: { operatingSystemFamily: 'BOTTLEROCKET' } }),
      'BOTTLEROCKET',
    ],
    ['cpuArchitecture', task({ runtimePlatform: { cpuArchitecture: 'ARM128' } }), 'ARM128'],
    ['logDriver', task({}, { logConfiguration: { logDriver: 'otlp' } }), 'otlp'],
    ['type', task({}, { resourceRequirements: [{ type: 'TPU', value: '1' }] }), 'TPU'],
    ['name', task({}, { ulimits: [{ name: 'threads', softLimit: 1, hardLimit: 1 }] }), 'threads'],
    ['pidMode', task({ pidMode: 'service' }), 'service'],
  ])('in %s are left to ECS, and named', (member, definition, word) => {
    expect(problems(definition)).toBe('');
    expect(newWords(definition).map(({ what }) => what)).toEqual([
      expect.stringMatching(new RegExp(`${member}.* is "${word}.*", not one of .*; ECS decides about it$`)),
    ]);
  });

  test.each(ENUMERATIONS.map((one) => [one.path, one.words] as const))(
    'none of today’s words of %s would have been refused before it was known',
    (_, words) => {
      for (const word of words) {
        expect([
          word,
          slipAmong(
            word,
            words.filter((one) => one !== word),
          ),
        ]).toEqual([word, undefined]);
      }
    },
  );

  test('have their place, or the input that gave them', () => {
    const definition = task({ runtimePlatform: { cpuArchitecture: 'RISCV' } });
    expect(newWords(definition, { placeOf: (path) => ({ file: path.join('/') }) })[0]?.place?.file).toBe(
      'runtimePlatform/cpuArchitecture',
    );
    expect(newWords(definition, { inputOf: () => 'cpu-architecture' })[0]?.what).toMatch(
      /^Input cpu-architecture: /,
    );
  });

  test('a right definition has none', () => {
    expect(newWords(task({}))).toEqual([]);
  });
});

test.each([
  'app',
  'team/app:1.2_3-x',
  'localhost:5000/app:1',
  `123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app:v1@sha256:${'ab'.repeat(32)}`,
  'public.ecr.aws/nginx/nginx:1.27',
  'docker.io/library/nginx',
])('%s is an image', (image) => {
  expect(problems(task({}, { image }))).not.toContain('is no image');
});

test.each([SECRET, `${SECRET}:key::`, `${SECRET}:::`, `${SECRET}:key:AWSCURRENT:`, '/shop/token', 'TOKEN'])(
  '%s names a secret',
  (valueFrom) => {
    expect(problems(task({}, { secrets: [{ name: 'A', valueFrom }] }))).not.toContain('secret A');
  },
);

test('an ARN of another partition is refused where the tasks run', () => {
  const definition = task({ executionRoleArn: 'arn:aws-cn:iam::123456789012:role/a' });
  const found = checkTaskDefinition(definition, { complete: true, partition: 'aws' });
  expect(found.map(({ what }) => what)).toEqual([
    'executionRoleArn is of partition aws-cn, and the tasks run in partition aws',
  ]);
  expect(checkTaskDefinition(definition, { complete: true, partition: 'aws-cn' })).toEqual([]);
});

describe('rules that ECS has, or that let no task start', () => {
  const bridge = (members: JsonObject, container: JsonObject = {}): JsonObject => ({
    family: 'shop',
    containerDefinitions: [{ ...APP, memory: 128, ...container }],
    ...members,
  });
  const windows = (operatingSystemFamily: string, cpu: string, memory: string): JsonObject =>
    task({ cpu, memory, runtimePlatform: { operatingSystemFamily } });
  const other = (members: JsonObject): JsonObject => ({ name: 'b', image: 'b:1', memory: 64, ...members });
  const both = (first: JsonObject, then: JsonObject): JsonObject =>
    bridge({ containerDefinitions: [{ ...APP, memory: 64, ...first }, other(then)] });
  const volume = (members: JsonObject): JsonObject => task({ volumes: [{ name: 'v', ...members }] });
  const limits = (softLimit: number, hardLimit: number): JsonObject =>
    bridge({}, { ulimits: [{ name: 'nofile', softLimit, hardLimit }] });
  const logsWith = (options: JsonObject): JsonObject =>
    bridge(
      {},
      {
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': 'g', 'awslogs-region': 'us-east-1', ...options },
        },
      },
    );
  const logs = (region: string): JsonObject =>
    bridge(
      {},
      {
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': 'g', 'awslogs-region': region },
        },
      },
    );

  test.each<[string, JsonObject, string]>([
    ['cpu', windows('WINDOWS_SERVER_2022_CORE', '8192', '16384'), 'Windows on Fargate has 1024 to 4096'],
    [
      'a release of Windows',
      windows('WINDOWS_SERVER_2016_FULL', '1024', '2048'),
      'Fargate does not run WINDOWS_SERVER_2016_FULL',
    ],
    [
      'FSx',
      volume({
        fsxWindowsFileServerVolumeConfiguration: {
          fileSystemId: 'fs-0123456789abcdef0',
          rootDirectory: 'a',
          authorizationConfig: { credentialsParameter: SECRET, domain: 'd' },
        },
      }),
      'volume v is a file system of FSx',
    ],
    [
      'an access point',
      volume({
        efsVolumeConfiguration: {
          fileSystemId: 'fs-0a1b2c3d',
          transitEncryption: 'ENABLED',
          authorizationConfig: { accessPointId: 'ap-1' },
        },
      }),
      '"ap-1" is no id of an access point',
    ],
    [
      'a port of EFS',
      volume({
        efsVolumeConfiguration: {
          fileSystemId: 'fs-0a1b2c3d',
          transitEncryption: 'ENABLED',
          transitEncryptionPort: 70_000,
        },
      }),
      'transitEncryptionPort 70000 is no port',
    ],
    [
      'a mount point',
      task({ volumes: [{ name: 'v' }] }, { mountPoints: [{ sourceVolume: 'v' }] }),
      'has no containerPath',
    ],
    ['a limit', limits(100, 50), 'softLimit 100 of ulimit nofile is above its hardLimit 50'],
    ['no limit below a limit', limits(-1, 50), 'softLimit -1'],
    [
      'names of ports',
      both(
        { portMappings: [{ containerPort: 80, name: 'http' }] },
        { portMappings: [{ containerPort: 81, name: 'http' }] },
      ),
      'two ports are named "http", of the containers app and b',
    ],
    [
      'ports of a host',
      both(
        { portMappings: [{ containerPort: 80, hostPort: 8080 }] },
        { portMappings: [{ containerPort: 81, hostPort: 8080 }] },
      ),
      'the containers app and b both take the port 8080/tcp of the host',
    ],
    [
      'a port of a host',
      bridge({}, { portMappings: [{ containerPort: 80, hostPort: 70_000 }] }),
      'hostPort 70000 is no port',
    ],
    [
      'a link',
      bridge({}, { links: ['db:database'] }),
      'container app links to "db", which is no other container',
    ],
    [
      'a health check',
      task({}, { healthCheck: { command: ['CMD-SHELL', ' '] } }),
      'has nothing behind "CMD-SHELL"',
    ],
    ['a health check’s program', task({}, { healthCheck: { command: ['CMD'] } }), 'has nothing behind "CMD"'],
    ['cpu on EC2', bridge({ cpu: 'one' }), 'cpu of the task is "one", which is no size'],
    ['memory on EC2', bridge({ memory: '1_024' }), 'memory of the task is "1_024", which is no size'],
    [
      'the region of logs',
      logs('us-east-11'),
      'awslogs-region "us-east-11" is not an AWS region. Did you mean us-east-1?',
    ],
    [
      'an ARN for an image',
      bridge({}, { image: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app' }),
      'it is an ARN. Write 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app with a tag or digest.',
    ],
    [
      'a log group by its ARN',
      logsWith({ 'awslogs-group': 'arn:aws:logs:us-east-1:123456789012:log-group:/shop/web:*' }),
      'is no name of a log group. Write the name alone: /shop/web.',
    ],
    ['a log group', logsWith({ 'awslogs-group': 'a b' }), 'awslogs-group "a b" is no name of a log group'],
    ['a mode of logs', logsWith({ mode: 'nonblocking' }), 'mode of the log driver is "nonblocking"'],
    [
      'secrets',
      bridge({}, { secrets: [{ name: 'A', valueFrom: SECRET }] }),
      'no executionRoleArn, which ECS needs to read the secrets of app',
    ],
    [
      'a registry',
      bridge({}, { repositoryCredentials: { credentialsParameter: SECRET } }),
      'needs to log in to the registry of app',
    ],
    [
      'files',
      bridge({}, { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }] }),
      'needs to read the environment files of app',
    ],
    ['a role without an account', task({ taskRoleArn: 'arn:aws:iam:::role/a' }), 'is no ARN of a role'],
    [
      'a role with a region',
      task({ taskRoleArn: 'arn:aws:iam:us-east-1:123456789012:role/a' }),
      'is no ARN of a role',
    ],
    ['many roles', task({ taskRoleArn: 'arn:aws:iam::123456789012:role/*' }), 'is no ARN of a role'],
    [
      'a role without a name',
      task({ taskRoleArn: 'arn:aws:iam::123456789012:role/' }),
      'is no ARN of a role',
    ],
  ])('%s', (_, definition, message) => {
    expect(problems(definition)).toContain(message);
    expect(problems(definition).split('\n')).toHaveLength(1);
  });

  test.each<[string, JsonObject]>([
    [
      'a bridge maps two ports of the host to one of the container',
      bridge(
        {},
        {
          portMappings: [
            { containerPort: 80, hostPort: 80 },
            { containerPort: 80, hostPort: 8080 },
          ],
        },
      ),
    ],
    ['unlimited', limits(-1, -1)],
    ['a limit below no limit', limits(1024, -1)],
    ['a link to a container', both({ links: ['b:database'] }, {})],
    [
      'one port of the host for two protocols',
      both(
        { portMappings: [{ containerPort: 53, hostPort: 53 }] },
        { portMappings: [{ containerPort: 53, hostPort: 53, protocol: 'udp' }] },
      ),
    ],
    ['Windows on Fargate', windows('WINDOWS_SERVER_2022_CORE', '4096', '8192')],
    ['logs of another region', logs('eu-south-9')],
    ['a role with a path', task({ taskRoleArn: 'arn:aws:iam::123456789012:role/team/web/app' })],
    [
      'an image of ECR on EC2, which the instance’s role pulls',
      bridge({}, { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1' }),
    ],
  ])('taken: %s', (_, definition) => {
    expect(problems(definition)).toBe('');
  });
});
