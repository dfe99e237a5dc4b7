import { expect, test } from '@jest/globals';
import type { DeploymentLook } from '@cutover/domain/deployment-look';
import type { StoppedTask } from '@cutover/domain/failed-task';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { World } from '../world.ts';
import { gatherEvidence } from './evidence.ts';

const REVISION = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';

function stopped(
  stoppedReason: string,
  exitCode: number | undefined,
  stopCode = 'EssentialContainerExited',
): StoppedTask {
  return {
    arn: 'arn:aws:ecs:us-east-1:123456789012:task/shop/0123',
    taskDefinition: REVISION,
    startedBy: 'ecs-svc/2',
    stopCode,
    stoppedReason,
    stoppedAt: 5000,
    containers: [{ name: 'app', ...(exitCode === undefined ? {} : { exitCode }) }],
  };
}

async function evidence(failedTasks: readonly StoppedTask[], lines: readonly string[] | Error) {
  const events: ProgressEvent[] = [];
  const asked: unknown[] = [];
  const world = {
    progress: { report: (event: ProgressEvent) => events.push(event) },
    clock: { now: () => 0 },
    aws: {
      loadBalancing: { health: () => Promise.reject(new Error('denied')) },
      deployableRevisions: {
        describe: () =>
          Promise.resolve({
            arn: REVISION,
            status: 'ACTIVE',
            containers: [
              { name: 'proxy', essential: false, ports: [] },
              {
                name: 'app',
                essential: true,
                ports: [8080],
                log: { group: '/shop', streamPrefix: 'web', region: 'eu-west-1' },
              },
            ],
          }),
      },
      logs: {
        tail: (...source: unknown[]) => {
          asked.push(source);
          return lines instanceof Error
            ? Promise.reject(lines)
            : Promise.resolve(lines.map((text) => ({ timestamp: 1, text })));
        },
      },
    },
  } as unknown as World;
  const look = {
    deployment: { id: 'd-OURS', status: 'Failed', createdAt: 0 },
    service: { name: 'web', taskSets: [], events: [] },
    failedTasks,
  } as unknown as DeploymentLook;
  return { ...(await gatherEvidence(world, look)), events, asked };
}

test('the last lines stand alone when all that is known is that the container ended', async () => {
  const { findings, asked, events, stops } = await evidence(
    [stopped('Essential container in task exited', 3)],
    ['reading settings', 'boom'],
  );
  expect(findings[0]).toMatchObject({ id: 'last-log-lines', evidence: ['reading settings', 'boom'] });
  expect(asked).toEqual([['/shop', 'web/app/0123', 20, 'eu-west-1']]);
  expect(events.map((event) => (event.type === 'log.line' ? event.text : event.type))).toEqual([
    'reading settings',
    'boom',
  ]);
  expect(stops).toBe('1 task stopped: Essential container in task exited; app exit code 3');
});

test('they come first when the health check failed, last when the cause is known without them', async () => {
  const ill = await evidence(
    [stopped('Task failed ELB health checks in (target-group arn:x)', 0, 'ServiceSchedulerInitiated')],
    ['SIGNING_KEY is not set'],
  );
  expect(ill.findings.map(({ id }) => id)[0]).toBe('last-log-lines');
  expect(ill.findings.length).toBeGreaterThan(1);
  const memory = await evidence(
    [stopped('OutOfMemoryError: Container killed due to memory usage', 137)],
    ['doing sums'],
  );
  expect(memory.findings.map(({ id }) => id).at(-1)).toBe('last-log-lines');
  expect(memory.findings.length).toBeGreaterThan(1);
});

test('a log that can not be read hides nothing', async () => {
  const { findings } = await evidence(
    [stopped('Essential container in task exited', 3)],
    new Error('denied'),
  );
  expect(findings.length).toBeGreaterThan(0);
});

test('a task that never started has no log', async () => {
  const { asked, findings } = await evidence(
    [stopped('CannotPullContainerError: image not found: not found', undefined, 'TaskFailedToStart')],
    [],
  );
  expect(asked).toEqual([]);
  expect(findings[0]?.evidence[0]).toContain('CannotPullContainerError');
});
