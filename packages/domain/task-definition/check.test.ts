import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../json.ts';
import { checkTaskDefinition } from './check.ts';
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
    .map(({ message, remedy }) => `${message}. ${remedy}`)
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

describe('refused is', () => {
  test.each<[string, JsonObject, string]>([
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
    expect(fargateSizeProblem(cpu, memory)?.message).toContain(message);
  });
});
