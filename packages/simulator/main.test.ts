import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { options } from './command-line.ts';
import { until } from './ecs/test-account.ts';

// For busy machines: every wait has its own deadline.
jest.setTimeout(60_000);

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const children: ChildProcess[] = [];

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

  test.each([
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
