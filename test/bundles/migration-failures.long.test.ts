import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { isCapacityReason } from '@cutover/domain/task/capacity-reason';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import type { Source } from '@cutover/domain/diagnosis/source';
import { DATABASE_MIGRATION } from '@cutover/domain/diagnosis/failures/database-migration';
import { ECS_API } from '@cutover/domain/diagnosis/failures/ecs-api';
import { TASK_IMAGE_PULL } from '@cutover/domain/diagnosis/failures/task-image-pull';
import { TASK_SECRETS_AND_INIT } from '@cutover/domain/diagnosis/failures/task-secrets-and-init';
import { TASK_START_AND_EXIT } from '@cutover/domain/diagnosis/failures/task-start-and-exit';
import type { ActionResult } from '@cutover/runner/run-action';
import { ImagePullError, type ImageSource } from '@cutover/simulator/kernel/images';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from './action.ts';

// Every known failure of the areas "task start", "client errors" and "migrations" that the simulated account can have
// happens once, to the bundle; the annotation has to hold the cause and the fix that are known for it.

jest.setTimeout(900_000);

interface Sample {
  readonly id: string;
  readonly source: Source;
  readonly text: string;
}

const AREAS = [TASK_IMAGE_PULL, TASK_SECRETS_AND_INIT, TASK_START_AND_EXIT, ECS_API, DATABASE_MIGRATION];
const ids = new Set(AREAS.flatMap((rows) => rows.map(({ id }) => id)));
const all = (
  JSON.parse(
    readFileSync(new URL('../../packages/domain/diagnosis/samples.json', import.meta.url), 'utf8'),
  ) as Sample[]
).filter(({ id }) => ids.has(id));

/** What no step of this suite can meet: calls that none makes, and the words of other tools. */
const OUT_OF_REACH = /^(?:ecs:(?:UpdateService|CreateService|CreateTaskSet) |job log$)/;
const UNREACHABLE = new Set([
  // Registered with a check of its own before the call, or repeated until it passes (register-taskdef's own tests).
  'task-definition-concurrent-register',
  // Says only that a container ended; its exit code is explained instead.
  'essential-container-exited',
]);
/** Said of services in the catalogue; RunTask says the same. */
const OF_TASKS_TOO = new Set([
  'container-name-blank',
  'container-not-in-task-definition',
  'launch-type-incompatible',
  'security-group-not-found',
  'security-group-wrong-vpc',
  'service-linked-role-missing',
  'task-definition-inactive',
  'task-definition-invalid-revision',
]);
const samples = all.filter(
  ({ id, source }) => OF_TASKS_TOO.has(id) || (!OUT_OF_REACH.test(source) && !UNREACHABLE.has(id)),
);

/** The action's own words, where it knows more than the message of AWS tells. */
const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  'service-missing': ['there is no service', 'Correct service, cluster or aws-region'],
  'task-definition-not-found': ['ECS has no task definition', 'check aws-region'],
  'describe-services-denied': ['Grant ecs:DescribeServices on'],
  'pass-role-denied': ['Grant iam:PassRole on'],
};

/** Reasons of tasks that ran; somebody outside stopped them. */
const STOPPED_FROM_OUTSIDE = new Set([
  'container-health-check-failed',
  'elb-health-check-failed',
  'spot-interruption',
  'replaced-by-deployment',
]);

const images: ImageSource = {
  owns: (reference) => reference.startsWith('test/'),
  pull: async (reference, _architecture, directory) => {
    const sample = samples.find(({ id }) => id === reference.slice(5));
    if (sample !== undefined) throw new ImagePullError(sample.text);
    await mkdir(join(directory, 'app'), { recursive: true });
    await writeFile(
      join(directory, 'app', 'main.cjs'),
      `if (process.env.SAID) require('node:fs').writeSync(1, process.env.SAID + '\\n');
       if (process.env.CODE) process.exit(Number(process.env.CODE));
       setInterval(() => {}, 1000);`,
    );
    return {
      digest: `sha256:${'ab'.repeat(32)}`,
      config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: [] },
    };
  },
};

let simulator: RunningSimulator;
let workspace: string;
const results = new Map<string, ActionResult>();

async function register(
  family: string,
  image: string,
  environment: Record<string, string> = {},
): Promise<string> {
  const { taskDefinition } = await simulator.sim.call<{ taskDefinition: { taskDefinitionArn: string } }>(
    'ecs',
    'RegisterTaskDefinition',
    {
      family,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'app',
          image,
          stopTimeout: 2,
          environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/shop',
              'awslogs-region': 'us-east-1',
              'awslogs-stream-prefix': 'app',
              'awslogs-create-group': 'true',
            },
          },
        },
      ],
    },
  );
  return taskDefinition.taskDefinitionArn;
}

const migrate = async (arn: string, inputs: Record<string, string> = {}): Promise<ActionResult> =>
  await run('run-migration-task', options(arn, inputs));

function options(arn: string, inputs: Record<string, string> = {}) {
  return {
    inputs: {
      cluster: 'shop',
      subnets: 'subnet-1',
      'task-definition-arn': arn,
      'poll-interval-seconds': '0.1',
      ...inputs,
    },
    env: awsEnv(simulator.url),
  };
}

/** `ClientException: words` and the like give the code of the error; the rest is its message. */
function apiError(text: string): { code: string; message: string } {
  const [, code = 'ClientException', message = text] = /^(\w+Exception): (.+)$/s.exec(text) ?? [];
  return { code, message };
}

/** Has the failure happen, as AWS would have it. */
async function provoke({ id, source, text }: Sample, family: string): Promise<ActionResult> {
  const fault = simulator.sim.faults;
  switch (id) {
    case 'service-missing':
      return await migrate(await register(family, 'test/app'), { service: 'nowhere' });
    case 'describe-services-denied':
      fault.add({ operation: 'DescribeServices', resource: 'denied', deny: true, times: 'always' });
      return await migrate(await register(family, 'test/app'), { service: 'denied' });
    case 'task-definition-not-found':
      return await migrate(`arn:aws:ecs:us-east-1:123456789012:task-definition/${family}:9`);
    case 'ecs-api-throttled':
      fault.add({
        operation: 'DescribeTaskDefinition',
        resource: `*/${family}:*`,
        throttle: true,
        times: 'always',
      });
      return await migrate(await register(family, 'test/app'));
    case 'oom-killed':
      fault.add({ task: 'out-of-memory', resource: family });
      return await migrate(await register(family, 'test/app'));
    default:
      break;
  }
  if (source === 'container log')
    return await migrate(await register(family, 'test/app', { SAID: text, CODE: '1' }));
  if (source.endsWith('exitCode')) {
    const code = /\b(?:exit code |Exit Code |exitCode: )(\d+)/.exec(text)?.[1] ?? '1';
    return await migrate(await register(family, 'test/app', { CODE: code }));
  }
  if (source.startsWith('ecs:RunTask failures')) {
    fault.add({ task: 'capacity', resource: family, message: text });
    return await migrate(await register(family, 'test/app'), { 'start-timeout-minutes': '0.05' });
  }
  if (source.startsWith('ecs:RegisterTaskDefinition')) {
    const path = join(workspace, `${family}.json`);
    await writeFile(
      path,
      JSON.stringify({
        family,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        containerDefinitions: [{ name: 'app', image: 'test/app' }],
      }),
    );
    fault.add(
      id === 'pass-role-denied'
        ? { operation: 'RegisterTaskDefinition', resource: family, deny: 'iam:PassRole', times: 'always' }
        : { operation: 'RegisterTaskDefinition', resource: family, error: apiError(text), times: 'always' },
    );
    return await run('register-taskdef', {
      workspace,
      inputs: { 'task-definition': path },
      env: awsEnv(simulator.url),
    });
  }
  if (source.startsWith('ecs:RunTask') || OF_TASKS_TOO.has(id)) {
    fault.add({ operation: 'RunTask', resource: `*/${family}:*`, error: apiError(text), times: 'always' });
    return await migrate(await register(family, 'test/app'));
  }
  if (STOPPED_FROM_OUTSIDE.has(id)) return await stopped(await register(family, 'test/app'), text);
  // A lack of room passes, so that it is tried again until the start has taken too long.
  const patience: Record<string, string> = isCapacityReason(text) ? { 'start-timeout-minutes': '0.05' } : {};
  return await migrate(await register(family, `test/${id}`), patience);
}

async function stopped(arn: string, reason: string): Promise<ActionResult> {
  const action = await start('run-migration-task', options(arn));
  const end = Date.now() + 120_000;
  for (;;) {
    const { taskArns } = await simulator.sim.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
      cluster: 'shop',
      family: arn.split('/').at(-1)?.split(':')[0],
    });
    const { tasks } =
      taskArns.length === 0
        ? { tasks: [] }
        : await simulator.sim.call<{ tasks: { lastStatus: string }[] }>('ecs', 'DescribeTasks', {
            cluster: 'shop',
            tasks: taskArns,
          });
    if (tasks.some(({ lastStatus }) => lastStatus === 'RUNNING')) {
      await simulator.sim.call('ecs', 'StopTask', { cluster: 'shop', task: taskArns[0], reason });
      return await action.done;
    }
    if (Date.now() > end) throw new Error('the task never ran');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  simulator.sim.images = images;
  workspace = await mkdtemp(join(tmpdir(), 'cutover-failures-'));
  await simulator.sim.call('ecs', 'CreateCluster', { clusterName: 'shop' });
  const waiting = [...samples.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, sample] = next;
      const result = await provoke(sample, `family-${index}-`);
      results.set(sample.id, result);
      await result.dispose();
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
});

afterAll(async () => {
  await simulator.close();
  await rm(workspace, { recursive: true, force: true });
});

test('most of what is known can be met', () => {
  expect(all).toHaveLength(156);
  expect(samples).toHaveLength(138);
});

describe('is explained when it happens', () => {
  test.each(samples)('$id', ({ id, source, text }) => {
    const result = results.get(id);
    expect(result?.exitCode).toBe(1);
    const said = result?.errors.join('\n') ?? '';
    const known = diagnose([{ source, text }]).find((finding) => finding.id === id);
    for (const words of OWN_WORDS[id] ?? [known?.what ?? id, known?.fix ?? id]) expect(said).toContain(words);
    // Never a defect of the action's own.
    expect(said).not.toContain('please report');
  });
});
