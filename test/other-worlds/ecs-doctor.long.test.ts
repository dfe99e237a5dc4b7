import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { LiveService } from '../bundles/live-service.ts';
import { findTool } from '../tools.ts';
import { clientEnv, type Printed, runProgram } from './program.ts';

jest.setTimeout(400_000);

const program = findTool('ecs-doctor');

interface Finding {
  readonly type: string;
  readonly message: string;
  readonly source: string;
}

interface Diagnosis {
  readonly root_cause: { readonly cause: string };
  readonly all_findings: readonly Finding[];
  readonly service_config: { readonly running_count: number };
  readonly task_config: { readonly family: string };
  readonly metrics: object | null;
}

async function doctor(url: string, ...args: readonly string[]): Promise<Printed> {
  const home = await mkdtemp(join(tmpdir(), 'cutover-ecs-doctor-'));
  try {
    return await runProgram(program ?? '', args, clientEnv(url, home));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function diagnose(url: string, cluster: string, service: string): Promise<Diagnosis> {
  const named = ['--cluster', cluster, '--service', service];
  const { exitCode, stdout, stderr } = await doctor(url, 'diagnose', ...named, '--deep', '--json');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const found = JSON.parse(stdout) as Diagnosis;
  // This is how it tells of any call that failed.
  expect(found.all_findings.filter(({ type }) => type === 'iam_denied')).toEqual([]);
  return found;
}

/** A task whose containers have not run yet, or never will, has no log stream. */
const NO_STREAM = 'logs:GetLogEvents ResourceNotFoundException';

/** What a client was refused, as `ecs:ListTasks ClusterNotFoundException`. */
function refusals({ sim }: RunningSimulator): readonly string[] {
  return sim.calls
    .filter(({ error }) => error !== undefined)
    .map(({ service, operation, error }) => `${service}:${operation} ${error?.code ?? ''}`);
}

(program === undefined ? describe.skip : describe)('ecs-doctor', () => {
  test('finds nothing but the circuit breaker that the sample service has not', async () => {
    const running = await startSimulator({ timeScale: 200, sampleService: true });
    try {
      const found = await diagnose(running.url, 'sample', 'sample');
      expect(found.all_findings.map(({ type }) => type)).toEqual(['circuit_breaker_disabled']);
      expect(found).toMatchObject({
        service_config: { running_count: 2 },
        task_config: { family: 'sample' },
      });
      expect(refusals(running)).toEqual([]);
      const report = await doctor(
        running.url,
        'diagnose',
        '--cluster',
        'sample',
        '--service',
        'sample',
        '--no-metrics',
        '--no-config',
      );
      expect(report).toMatchObject({
        exitCode: 0,
        stderr: '',
        stdout: expect.stringContaining('Diagnosis completed'),
      });
    } finally {
      await running.close();
    }
  });

  test('finds that the containers of a sick service end, in its tasks and its logs', async () => {
    const account = await LiveService.open({ controller: 'ECS' });
    try {
      await account.call('ecs', 'UpdateService', {
        cluster: 'shop',
        service: 'web',
        taskDefinition: await account.register('crash'),
      });
      await account.until(async () => {
        const { taskArns } = await account.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
          cluster: 'shop',
          serviceName: 'web',
          desiredStatus: 'STOPPED',
        });
        return taskArns.length > 1 ? true : undefined;
      });
      const found = await diagnose(account.running.url, 'shop', 'web');
      expect(found.all_findings.map(({ source }) => source)).toEqual(
        expect.arrayContaining(['stop_reasons', 'logs']),
      );
      expect(found.all_findings.find(({ source }) => source === 'stop_reasons')?.message).toContain(
        'Essential container in task exited',
      );
      expect(refusals(account.running).filter((refusal) => refusal !== NO_STREAM)).toEqual([]);
    } finally {
      await account.close();
    }
  });

  test('finds the image that a service is missing', async () => {
    const running = await startSimulator({ timeScale: 200, sampleService: true });
    try {
      const { sim } = running;
      const { taskDefinition } = await sim.call<{ taskDefinition: { containerDefinitions: object[] } }>(
        'ecs',
        'DescribeTaskDefinition',
        { taskDefinition: 'sample' },
      );
      const [container] = taskDefinition.containerDefinitions;
      const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/sample:absent';
      await sim.call('ecs', 'RegisterTaskDefinition', {
        family: 'sick',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
        containerDefinitions: [{ ...container, image }],
      });
      await sim.call('ecs', 'CreateService', {
        cluster: 'sample',
        serviceName: 'sick',
        taskDefinition: 'sick',
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-a'],
            securityGroups: ['sg-sample'],
            assignPublicIp: 'ENABLED',
          },
        },
      });
      const stopped = async (): Promise<number> => {
        const { taskArns } = await sim.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
          cluster: 'sample',
          serviceName: 'sick',
          desiredStatus: 'STOPPED',
        });
        return taskArns.length;
      };
      while ((await stopped()) === 0) await sim.clock.sleep(1000);
      const found = await diagnose(running.url, 'sample', 'sick');
      // It knows ECS's one code for all tasks that don't start; the reason is in the finding's text.
      expect(found.root_cause.cause).toMatch(/^Task failed to start/);
      expect(found.all_findings.find(({ source }) => source === 'stop_reasons')?.message).toMatch(
        /CannotPullContainerError: .*sample:absent: not found/,
      );
      expect(new Set(refusals(running))).toEqual(new Set([NO_STREAM]));
    } finally {
      await running.close();
    }
  });
});
