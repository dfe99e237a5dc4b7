import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { run } from './action.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(400_000);

/** Files as people have them; the service is `web` of cluster `shop`, on Fargate, with revisions web:1 and web:2. */
let live: LiveService;
let workspace: string;

beforeAll(async () => {
  live = await LiveService.open();
  await live.register('web');
  workspace = await mkdtemp(join(tmpdir(), 'cutover-files-'));
});

afterAll(async () => {
  await live.close();
  await rm(workspace, { recursive: true });
});

const APP = { name: 'app', image: 'nginx:1.27', portMappings: [{ containerPort: 8080 }] };
const TASK = {
  family: 'orchard',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [APP],
};

async function register(
  file: object | string,
  inputs: Record<string, string> = {},
  name = 'task.json',
): Promise<ActionResult> {
  const text = typeof file === 'string' ? file : JSON.stringify(file, undefined, 2);
  await writeFile(join(workspace, name), text);
  return await run('register-taskdef', {
    workspace,
    inputs: { 'task-definition': name, 'dry-run': 'true', ...inputs },
    env: live.env,
  });
}

async function deploy(appSpec: string): Promise<ActionResult> {
  await writeFile(join(workspace, 'appspec.yaml'), appSpec);
  return await run('blue-green-codedeploy', {
    workspace,
    inputs: {
      cluster: 'shop',
      service: 'web',
      'task-definition-arn': 'web:2',
      'codedeploy-appspec': 'appspec.yaml',
      'dry-run': 'true',
    },
    env: live.env,
  });
}

/** The definition that the action rendered. */
async function rendered({ outputs }: ActionResult): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(outputs['task-definition'] ?? '', 'utf8')) as Record<string, unknown>;
}

describe('an AppSpec', () => {
  const resource = (info: string): string =>
    `version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      Properties:\n        LoadBalancerInfo:\n${info}`;

  test('with aliases for a hook and a port deploys what they stand for', async () => {
    const result = await deploy(
      `x: [&port 8080, &hook check]\n${resource('          ContainerName: app\n          ContainerPort: *port')}\nHooks:\n  - AfterInstall: *hook\n`,
    );
    expect(result.errors).toEqual([]);
    expect(result.summary).toContain('"AfterInstall": "check"');
  });

  test.each([
    ['as it is written', resource('          ContainerName: plum\n'), '7:26'],
    ['from a merge key', `x: &lb\n  ContainerName: plum\n${resource('          <<: *lb\n')}`, '2:18'],
  ])('that names a container of no such name is refused at its line, %s', async (_, text, at) => {
    const result = await deploy(text);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain(
      `appspec.yaml:${at}: Task definition web:2 has no container plum; it has app.`,
    );
  });
});

describe('a task definition', () => {
  test('in YAML with merge keys keeps all that they bring', async () => {
    const result = await register(
      [
        'x-log: &log',
        '  logConfiguration: {logDriver: splunk, options: {splunk-url: "https://example.com"}}',
        'family: orchard',
        'networkMode: awsvpc',
        'requiresCompatibilities: [FARGATE]',
        'cpu: 256',
        'memory: 512',
        'containerDefinitions:',
        '  - <<: *log',
        '    name: app',
        '    image: nginx:1.27',
      ].join('\n'),
      {},
      'task.yml',
    );
    expect(result.errors).toEqual([]);
    expect(await rendered(result)).toMatchObject({
      containerDefinitions: [{ name: 'app', logConfiguration: { logDriver: 'splunk' } }],
    });
  });

  test.each<[string, object | string, string, string]>([
    [
      'a placeholder',
      { ...TASK, executionRoleArn: 'arn:aws:iam::${ACCOUNT}:role/orchard' },
      'task.json:20:23: ${ACCOUNT} stands there as it is',
      'input variables (ACCOUNT=value)',
    ],
    [
      'a placeholder for an image',
      { ...TASK, containerDefinitions: [{ ...APP, image: 'IMAGE_GOES_HERE' }] },
      'IMAGE_GOES_HERE stands there as it is',
      'Give the image in input image or images.',
    ],
    [
      'a role of another partition, before any call',
      { ...TASK, executionRoleArn: 'arn:aws-cn:iam::123456789012:role/orchard' },
      'executionRoleArn is of partition aws-cn, and the tasks run in partition aws',
      'aws-region',
    ],
    [
      'an execution role of another account',
      { ...TASK, executionRoleArn: 'arn:aws:iam::210987654321:role/execution' },
      'task.json:20:23: the execution role arn:aws:iam::210987654321:role/execution is of account 210987654321, and the credentials are of account 123456789012',
      'Name a role of this account',
    ],
    [
      'a task role of another account',
      { ...TASK, taskRoleArn: 'arn:aws:iam::210987654321:role/execution' },
      'task.json:20:18: the task role arn:aws:iam::210987654321:role/execution is of account 210987654321, and the credentials are of account 123456789012',
      'Name a role of this account',
    ],
    [
      'the list of containers alone',
      [APP],
      'task.json:1:1: this is the list of containers, as Terraform wants it, not a task definition',
      'Put it under containerDefinitions',
    ],
    [
      'no memory anywhere',
      { family: 'orchard', containerDefinitions: [{ name: 'app', image: 'nginx:1.27' }] },
      'task.json:4:5: container app has neither memory nor memoryReservation',
      'memory',
    ],
    [
      'bridge for a service of Fargate',
      { ...TASK, networkMode: 'bridge', requiresCompatibilities: ['EC2'] },
      'Fargate needs networkMode awsvpc',
      'awsvpc',
    ],
  ])('with %s is refused', async (name, file, message, fix) => {
    const result = await register(file, name.includes('service') ? { cluster: 'shop', service: 'web' } : {});
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain(message);
    expect(result.errors.join('\n')).toContain(fix);
  });

  test('for a service is filled in from the revision that serves', async () => {
    const result = await register({ containerDefinitions: [APP] }, { cluster: 'shop', service: 'web' });
    expect(result.errors).toEqual([]);
    expect(await rendered(result)).toMatchObject({
      family: 'web',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: expect.stringMatching(/^\d+$/),
    });
    expect(result.stdout).toContain('Taken from web:1, which serves, as the file leaves it out: family, ');
  });

  test('with empty members is equal to one without them', async () => {
    const first = await register(TASK, { 'dry-run': 'false' });
    expect(first.errors).toEqual([]);
    const again = await register({ ...TASK, taskRoleArn: '', pidMode: '' }, { 'dry-run': 'false' });
    expect(again.errors).toEqual([]);
    expect(again.outputs).toMatchObject({ changed: 'false', revision: '1' });
  });

  test('with a variable that was never filled in is registered with a warning', async () => {
    const environment = [{ name: 'TOKEN', value: 'CHANGE_ME' }];
    const result = await register({ ...TASK, containerDefinitions: [{ ...APP, environment }] });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('variable TOKEN looks as if its value was never filled in');
    expect(result.stdout).not.toContain('CHANGE_ME');
  });
});

describe('a word that AWS may have added to an enumeration since', () => {
  const text = JSON.stringify(
    {
      ...TASK,
      containerDefinitions: [{ ...APP, portMappings: [{ containerPort: 8080, appProtocol: 'http3' }] }],
    },
    undefined,
    1,
  );

  test('is sent as it is, with a warning at its place', async () => {
    const result = await register(text);
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain(
      'task.json:16:21: containerDefinitions[0].portMappings[0].appProtocol is "http3", not one of http, http2, grpc; ECS decides about it',
    );
    expect(JSON.stringify(await rendered(result))).toContain('"appProtocol":"http3"');
  });

  test('and one that came as an input is named by it', async () => {
    const result = await register(TASK, {
      'operating-system-family': 'WINDOWS_SERVER_2028_CORE',
      cpu: '1024',
      memory: '2048',
    });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain(
      'Input operating-system-family: runtimePlatform.operatingSystemFamily is "WINDOWS_SERVER_2028_CORE"',
    );
  });
});
