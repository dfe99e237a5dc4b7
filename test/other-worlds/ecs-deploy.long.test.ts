import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import type * as Ecs from '@aws-sdk/client-ecs';
import { startSimulator } from '@cutover/simulator/start';
import { LiveService, type LiveOptions } from '../bundles/live-service.ts';
import { findTool } from '../tools.ts';
import { clientEnv, type Printed, runProgram } from './program.ts';

// It asks every second whether a deployment is over.
jest.setTimeout(400_000);

// The program of ecs-deploy is called `ecs`.
const program = findTool('ecs');
const A = 'us-east-1:123456789012';

type Run = (words: string, ...more: readonly string[]) => Promise<Printed>;

async function atHome(url: string, body: (ecs: Run) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'cutover-ecs-deploy-'));
  try {
    await body(
      async (words, ...more) =>
        await runProgram(program ?? '', [...words.split(' '), ...more], clientEnv(url, home)),
    );
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Against a service of its own under the controller ECS. */
function rolling(
  body: (ecs: Run, account: LiveService) => Promise<void>,
  options: LiveOptions = {},
): () => Promise<void> {
  return async () => {
    const account = await LiveService.open({ ...options, controller: 'ECS' });
    try {
      await atHome(account.running.url, async (ecs) => {
        await body(ecs, account);
      });
    } finally {
      await account.close();
    }
  };
}

/** Against the sample service, which is deployed by CodeDeploy. */
function sample(
  body: (ecs: Run, sim: Awaited<ReturnType<typeof startSimulator>>) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const running = await startSimulator({ timeScale: 200, sampleService: true });
    try {
      await atHome(running.url, async (ecs) => {
        await body(ecs, running);
      });
    } finally {
      await running.close();
    }
  };
}

const succeeded = (text: string | RegExp) => ({
  exitCode: 0,
  stderr: '',
  stdout: expect.stringMatching(text),
});

(program === undefined ? describe.skip : describe)('ecs-deploy', () => {
  test.concurrent(
    'deploy: a new revision with another variable, and the old one is deregistered',
    rolling(async (ecs, account) => {
      expect(await ecs('deploy shop web -e app REVISION 2')).toEqual(
        succeeded(/Successfully changed task definition to: web:2\n[^]*Deployment successful/),
      );
      const { taskDefinition, deployments = [], runningCount } = await account.service();
      expect(taskDefinition).toMatch(/task-definition\/web:2$/);
      expect(deployments).toHaveLength(1);
      expect(runningCount).toBe(1);
      const old = await account.call('ecs', 'DescribeTaskDefinition', { taskDefinition: 'web:1' });
      expect(old).toMatchObject({ taskDefinition: { status: 'INACTIVE' } });
    }),
  );

  test.concurrent(
    'deploy: goes back after its timeout when the new revision does not start',
    rolling(async (ecs, account) => {
      const result = await ecs('deploy shop web --image app test/missing --timeout 5 --rollback');
      expect(result).toMatchObject({
        exitCode: 1,
        stdout: expect.stringContaining('Rolling back to task definition: web:1'),
        stderr: expect.stringContaining('service has been rolled back to previous task definition: web:1'),
      });
      expect((await account.service()).taskDefinition).toMatch(/task-definition\/web:1$/);
    }),
  );

  test.concurrent(
    'scale: changes the count and waits for it',
    rolling(async (ecs, account) => {
      expect(await ecs('scale shop web 2')).toEqual(
        succeeded(/Successfully changed desired count to: 2\n[^]*Scaling successful/),
      );
      expect(await account.service()).toMatchObject({ desiredCount: 2, runningCount: 2 });
    }),
  );

  test.concurrent(
    'deploy of a service that CodeDeploy deploys: refused as ECS refuses it',
    sample(async (ecs) => {
      expect(await ecs('deploy sample sample -e app VERSION 2')).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining(
          'Unable to update task definition on services with a CODE_DEPLOY deployment controller.',
        ),
      });
    }),
  );

  test.concurrent(
    'run: a task with other variables, which ecs-deploy marks with a name that has a blank',
    sample(async (ecs, { sim }) => {
      const network = '--launchtype FARGATE --subnet subnet-a --securitygroup sg-sample --public-ip';
      const { stdout, ...end } = await ecs(`run sample sample 2 -e app VERSION job ${network}`);
      expect(end).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toContain('Successfully started 2 instances of task: sample:1');
      const tasks = stdout.match(/arn:aws:ecs:\S+:task\/sample\/\w{32}/g) ?? [];
      expect(tasks).toHaveLength(2);
      const seen = await sim.call<Ecs.DescribeTasksResponse>('ecs', 'DescribeTasks', {
        cluster: 'sample',
        tasks,
      });
      expect(seen.tasks).toMatchObject(
        tasks.map(() => ({
          startedBy: 'ECS Deploy',
          overrides: {
            containerOverrides: [{ name: 'app', environment: [{ name: 'VERSION', value: 'job' }] }],
          },
        })),
      );
    }),
  );

  test.concurrent(
    'update and diff: a new revision, and how it differs',
    sample(async (ecs) => {
      expect(await ecs('update sample -e app VERSION 2 --no-deregister')).toEqual(
        succeeded('Successfully created revision: 2'),
      );
      const shown = await ecs('diff sample 1 2');
      expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
      expect(shown.stdout).toContain('containers.app.environment');
      expect(shown.stdout).toContain('VERSION: "2"');
      expect(await ecs('diff sample 1 7')).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('Unknown task definition arn: sample:7'),
      });
    }),
  );

  test.concurrent(
    'cron: the rule’s target runs the new revision',
    sample(async (ecs, { sim }) => {
      const target = {
        Id: 'nightly',
        Arn: `arn:aws:ecs:${A}:cluster/sample`,
        RoleArn: 'arn:aws:iam::123456789012:role/events',
        EcsParameters: { TaskDefinitionArn: `arn:aws:ecs:${A}:task-definition/sample:1`, TaskCount: 1 },
      };
      await sim.call('events', 'PutRule', { Name: 'nightly', ScheduleExpression: 'cron(0 3 * * ? *)' });
      await sim.call('events', 'PutTargets', { Rule: 'nightly', Targets: [target] });
      expect(await ecs('cron sample sample nightly -e app VERSION 2')).toEqual(
        succeeded('Successfully updated scheduled task nightly'),
      );
      expect(await sim.call('events', 'ListTargetsByRule', { Rule: 'nightly' })).toEqual({
        Targets: [
          {
            ...target,
            EcsParameters: {
              TaskDefinitionArn: `arn:aws:ecs:${A}:task-definition/sample:2`,
              TaskCount: 1,
            },
          },
        ],
      });
    }),
  );
});
