import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { options } from './command-line.ts';
import { until } from './ecs/test-account.ts';

// For busy machines: every wait has its own deadline.
jest.setTimeout(60_000);

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const children: ChildProcess[] = [];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-scenario-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Started {
  readonly child: ChildProcess;
  output(): string;
  readonly ended: Promise<number | null>;
}

function start(...words: (string | Record<string, string>)[]): Started {
  const args = words.filter((word) => typeof word === 'string');
  const env = Object.assign({ ...process.env }, ...words.filter((word) => typeof word !== 'string'));
  const child = spawn(process.execPath, ['--conditions=@cutover/source', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => text, ended };
}

async function ready(started: Started): Promise<string> {
  const text = await until(
    async () => started.output(),
    (seen) => seen.includes('\n'),
  );
  return /^ready (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(text)?.[1] ?? text;
}

async function ecs(url: string, operation: string, input: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}` },
    body: JSON.stringify(input),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Runs a stand-in web server as a task and gives back its process id. */
async function task(url: string): Promise<number> {
  await ecs(url, 'CreateCluster', { clusterName: 'c' });
  await ecs(url, 'RegisterTaskDefinition', {
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      { name: 'web', image: 'public.ecr.aws/nginx/nginx:latest', portMappings: [{ containerPort: 80 }] },
    ],
  });
  await ecs(url, 'RunTask', {
    cluster: 'c',
    taskDefinition: 'web',
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  });
  const state = await until(
    async () => {
      const response = await fetch(`${url}/_simulator/state`);
      return (await response.json()) as { ecs: [{ tasks: { lastStatus: string; pids: number[] }[] }] };
    },
    ({ ecs: [cluster] }) => cluster.tasks[0]?.lastStatus === 'RUNNING',
  );
  return state.ecs[0].tasks[0]?.pids[0] ?? 0;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the command line', () => {
  test('says when it is ready and ends with its tasks on SIGTERM', async () => {
    const started = start('--port', '0', '--time-scale', '200', '--tasks', 'process');
    const url = await ready(started);
    const pid = await task(url);
    expect(alive(pid)).toBe(true);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(alive(pid)).toBe(false);
  });

  test('leaves no task behind when it is killed', async () => {
    const started = start('--port', '0', '--time-scale', '200', '--tasks', 'process');
    const pid = await task(await ready(started));
    started.child.kill('SIGKILL');
    await until(
      async () => alive(pid),
      (lives) => !lives,
    );
    expect(alive(pid)).toBe(false);
  });

  test('ends with the program that started it, also when that is killed', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const words = ['--conditions=@cutover/source', ${JSON.stringify(MAIN)}, '--port', '0', '--end-with-input'];
      const { pid } = spawn(process.execPath, [...words, '--tasks', 'process'], { stdio: ['pipe', 'inherit', 'inherit'] });
      console.log('pid ' + pid);
    `;
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(parent);
    let output = '';
    parent.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    try {
      await until(
        async () => output,
        (seen) => /^ready \S+\n/m.test(seen),
      );
      const [, url = ''] = /^ready (\S+)\n/m.exec(output) ?? [];
      expect((await fetch(`${url}/_simulator/health`)).status).toBe(200);
      parent.kill('SIGKILL');
      const answers = async (): Promise<boolean> =>
        await fetch(`${url}/_simulator/health`).then(
          () => true,
          () => false,
        );
      await until(answers, (still) => !still);
      expect(await answers()).toBe(false);
    } finally {
      // A simulator that outlived it would keep this test's pipe open for ever.
      const [, pid] = /^pid (\d+)\n/m.exec(output) ?? [];
      if (pid !== undefined && alive(Number(pid))) process.kill(Number(pid), 'SIGKILL');
    }
  });

  test('says what tasks run on when it chose that itself', async () => {
    const started = start('--port', '0', {
      DOCKER_HOST: 'unix:///nowhere/docker.sock',
    });
    await until(
      async () => started.output(),
      (seen) => seen.includes('ready'),
    );
    expect(started.output()).toMatch(
      /^tasks run as processes: no Docker engine answers at unix:\/\/\/nowhere\/docker\.sock \(.*ENOENT.*\)\nready http/,
    );
  });

  test('does not start without the engine that it was to use', async () => {
    const started = start('--port', '0', '--tasks', 'docker', { DOCKER_HOST: 'ssh://builder' });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(
      /could not start: .*DOCKER_HOST must begin with unix:\/\/, .*not 'ssh:\/\/builder'.*--tasks process/,
    );
  });

  test('starts with a sample service that serves and can be deployed to, then says ready', async () => {
    const started = start('--port', '0', '--time-scale', '200', '--with', 'sample-service');
    const text = await until(
      async () => started.output(),
      (seen) => seen.includes('ready '),
    );
    const [, production = '', url = ''] =
      /^sample service: production (\S+)\nsample service: test traffic \S+\nready (\S+)\n$/.exec(text) ?? [];
    const version = async (): Promise<string> =>
      ((await (await fetch(production)).json()) as { version: string }).version;
    expect(await version()).toBe('1');
    const names = { cluster: 'sample', service: 'sample' };
    const { services } = await ecs(url, 'DescribeServices', {
      cluster: names.cluster,
      services: [names.service],
    });
    expect(services).toMatchObject([
      { status: 'ACTIVE', runningCount: 2, deploymentController: { type: 'CODE_DEPLOY' } },
    ]);
    const { taskDefinition } = (await ecs(url, 'DescribeTaskDefinition', { taskDefinition: 'sample' })) as {
      taskDefinition: { containerDefinitions: { environment: unknown }[] };
    };
    const [container] = taskDefinition.containerDefinitions;
    await ecs(url, 'RegisterTaskDefinition', {
      family: 'sample',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [{ ...container, environment: [{ name: 'VERSION', value: '2' }] }],
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-amz-target': 'CodeDeploy_20141006.CreateDeployment' },
      body: JSON.stringify({
        applicationName: 'AppECS-sample-sample',
        deploymentGroupName: 'DgpECS-sample-sample',
        revision: {
          revisionType: 'AppSpecContent',
          appSpecContent: {
            content: JSON.stringify({
              version: 0.0,
              Resources: [
                {
                  TargetService: {
                    Type: 'AWS::ECS::Service',
                    Properties: {
                      TaskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/sample:2',
                      LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
                    },
                  },
                },
              ],
            }),
          },
        },
      }),
    });
    expect(response.status).toBe(200);
    await until(version, (seen) => seen === '2');
  });

  test('tells which member of a scenario is wrong', async () => {
    const file = join(folder, 'scenario.json');
    await writeFile(file, JSON.stringify({ faults: [{ service: 's3', throttle: true }] }));
    const started = start('--port', '0', '--scenario', file);
    expect(await started.ended).toBe(1);
    expect(started.output()).toContain("faults[0].service: no service 's3'");
  });

  test('ends with 2 and its usage when it is called wrongly', async () => {
    const started = start('--speed', '2');
    expect(await started.ended).toBe(2);
    expect(started.output()).toMatch(/Unknown option '--speed'[^]*--time-scale N/);
  });
});

describe('options', () => {
  test('have defaults', () => {
    expect(options([])).toEqual({
      port: 4566,
      host: '127.0.0.1',
      timeScale: 1,
      region: 'us-east-1',
      account: '123456789012',
      tasks: 'auto',
    });
    expect(options(['--help'])).toBe('help');
  });

  test('are read from a scenario, and win over it', async () => {
    const file = join(folder, 'scenario.json');
    const faults = [{ service: 'ecs', throttle: true }];
    await writeFile(
      file,
      JSON.stringify({ faults, secrets: { a: 'b' }, timeScale: 7, rateLimits: true, with: 'sample-service' }),
    );
    expect(options(['--scenario', file])).toMatchObject({
      faults,
      secrets: { a: 'b' },
      timeScale: 7,
      rateLimits: true,
      sampleService: true,
      tasks: 'process',
    });
    expect(options(['--scenario', file, '--time-scale', '2'])).toMatchObject({ timeScale: 2 });
  });

  test.each([
    ['{', /--scenario .*scenario\.json: .*JSON/],
    ['[]', /a scenario must be a JSON object, not \[\]/],
    ['{"fault": []}', /a scenario has no member 'fault'; it has faults, secrets/],
    ['{"faults": {}}', /faults must be a list, not \{\}/],
    ['{"timeScale": "fast"}', /timeScale must be a number from 0 to 100000, not 'fast'/],
    ['{"with": "everything"}', /with must be "sample-service", not 'everything'/],
    ['{"account": 123456789012}', /account must be text of twelve digits, not 123456789012/],
  ])('refuse the scenario %s', async (text, message) => {
    const file = join(folder, 'scenario.json');
    await writeFile(file, text);
    expect(() => options(['--scenario', file])).toThrow(message);
  });

  test.each([
    [['--scenario', 'missing.json'], /--scenario: .*missing\.json/],
    [['--with', 'everything'], /--with must be sample-service, not 'everything'/],
    [
      ['--with', 'sample-service', '--tasks', 'docker'],
      /--with sample-service needs --tasks process, not 'docker'/,
    ],
    [['now'], /Unexpected argument 'now'/],
    [['--time-scale', 'fast'], /--time-scale must be a number from 0 to 100000, not 'fast'/],
    [['--port', '70000'], /--port must be a number from 0 to 65535, not '70000'/],
    [['--account', '12'], /--account must have twelve digits, not '12'/],
    [['--tasks', 'vm'], /--tasks must be auto, docker or process, not 'vm'/],
    [['--region', 'mars'], /--region must be an AWS region such as eu-west-1, not 'mars'/],
  ])('refuse %j', (args, message) => {
    expect(() => options(args)).toThrow(message);
  });
});
