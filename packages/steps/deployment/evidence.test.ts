import { describe, expect, test } from '@jest/globals';
import type { CodeDeployLook } from '@cutover/domain/codedeploy/deployment-look';
import { lookOf } from '@cutover/domain/codedeploy/progress';
import type { StoppedTask } from '@cutover/domain/task/failed-task';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { TargetHealth } from '@cutover/domain/target/target-health';
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

async function evidence(
  failedTasks: readonly StoppedTask[],
  lines: readonly string[] | Error,
  seen: readonly TargetHealth[] = [],
  showLogs: World['showLogs'] = 'full',
) {
  const events: ProgressEvent[] = [];
  const asked: unknown[] = [];
  const world = {
    showLogs,
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
    deployment: { id: 'd-OURS', status: 'Failed', description: '', createdAt: 0 },
    service: { name: 'web', taskSets: [], events: [] },
    failedTasks,
  } as unknown as CodeDeployLook;
  return { ...(await gatherEvidence(world, lookOf(look), seen)), events, asked };
}

test('the last lines stand alone when all that is known is that the container ended', async () => {
  const { findings, asked, events, stops } = await evidence(
    [stopped('Essential container in task exited', 3)],
    ['reading settings', 'boom'],
  );
  expect(findings[0]).toMatchObject({ id: 'last-log-lines', evidence: ['reading settings', 'boom'] });
  expect(asked).toEqual([['/shop', 'web/app/0123', 300, 'eu-west-1']]);
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

test('shows the targets, the service’s events and the lifecycle', async () => {
  const world = {
    progress: { report: () => undefined },
    clock: { now: () => 0 },
    aws: {
      loadBalancing: {
        targetGroup: () => Promise.resolve({ healthCheck: { path: '/up' } }),
        health: () =>
          Promise.resolve([
            { id: '10.0.0.1', port: 8080, state: 'healthy' },
            {
              id: '10.0.0.2',
              port: 8080,
              state: 'unhealthy',
              reason: 'Target.ResponseCodeMismatch',
              description: 'Health checks failed with these codes: [404]',
            },
          ]),
      },
      serviceTasks: { stopped: () => Promise.resolve([]) },
    },
  } as unknown as World;
  const events = [
    { id: '1', at: 5, text: '(service web) was unable to place a task. Reason: no room at all.' },
    { id: '2', at: 6, text: '(service web) has reached a steady state.' },
    { id: '0', at: 0, text: '(service web) was unable to place a task, long ago.' },
  ];
  const look = {
    deployment: { id: 'd-OURS', status: 'Failed', description: '', createdAt: 1 },
    target: {
      status: 'Failed',
      taskSets: [],
      events: [
        { name: 'Install', status: 'Failed', startedAt: 0, endedAt: 2500, diagnostics: 'the hook said no' },
      ],
    },
    service: {
      name: 'web',
      cluster: 'shop',
      events,
      taskSets: [{ id: 'ecs-svc/2', externalId: 'd-OURS', loadBalancers: [{ targetGroupArn: 'green' }] }],
    },
    failedTasks: [],
  } as unknown as CodeDeployLook;
  const gone = { id: '10.0.0.9', port: 8080, state: 'unhealthy', reason: 'Target.Timeout' };
  const { findings, sections } = await gatherEvidence(world, lookOf(look), [gone]);
  const quoted = findings.flatMap((finding) => finding.evidence).join('\n');
  expect(quoted).toContain('[404]');
  expect(findings.find(({ id }) => id === 'target-code-404')?.what).toContain(
    'health path /up does not exist',
  );
  expect(sections).toEqual([
    {
      kind: 'table',
      title: 'Lifecycle',
      folded: true,
      header: ['Event', 'Status', 'Seconds'],
      rows: [['Install', 'Failed', '2.5']],
    },
    {
      kind: 'table',
      title: 'Targets',
      header: ['Target', 'State', 'Reason', 'Said'],
      rows: [
        [
          '10.0.0.2:8080',
          'unhealthy',
          'Target.ResponseCodeMismatch',
          'Health checks failed with these codes: [404]',
        ],
        ['10.0.0.9:8080', 'unhealthy', 'Target.Timeout', ''],
      ],
    },
  ]);
});

test('trouble that only the service’s events tell is a finding; older events are not', async () => {
  const world = {
    progress: { report: () => undefined },
    clock: { now: () => 0 },
    aws: { serviceTasks: { stopped: () => Promise.resolve([]) } },
  } as unknown as World;
  const look = {
    deployment: { id: 'd-OURS', status: 'Failed', description: '', createdAt: 1 },
    service: {
      name: 'web',
      events: [
        { id: '1', at: 5, text: '(service web) was unable to place a task for a reason that is new.' },
        { id: '0', at: 0, text: '(service web) was unable to place a task, long ago.' },
      ],
      taskSets: [],
    },
    failedTasks: [],
  } as unknown as CodeDeployLook;
  const { findings } = await gatherEvidence(world, lookOf(look));
  const quoted = findings.flatMap((finding) => finding.evidence).join('\n');
  expect(quoted).toContain('a reason that is new');
  expect(quoted).not.toContain('long ago');
});

describe('a program that the load balancer does not reach', () => {
  const ill = stopped(
    'Task failed ELB health checks in (target-group arn:x)',
    143,
    'ServiceSchedulerInitiated',
  );
  const silent = (reason: string): TargetHealth => ({
    id: '10.0.0.2',
    port: 8080,
    state: 'unhealthy',
    reason,
  });

  test('listens on another port', async () => {
    const { findings } = await evidence([ill], ['Server listening on port 3000'], [silent('Target.Timeout')]);
    expect(findings[0]).toMatchObject({
      id: 'wrong-port',
      what: 'Container app listens on port 3000, and the load balancer sends to port 8080 of it.',
      evidence: ['Server listening on port 3000'],
    });
  });

  test('listens for its own container alone', async () => {
    const { findings } = await evidence(
      [ill],
      ['Uvicorn running on http://127.0.0.1:8080'],
      [silent('Target.FailedHealthChecks')],
    );
    expect(findings[0]?.id).toBe('listens-on-loopback');
  });

  test.each([
    ['the port is the right one', 'Server listening on port 8080', 'Target.Timeout'],
    ['the log names no port', 'starting', 'Target.Timeout'],
    ['the target answered', 'Server listening on port 3000', 'Target.ResponseCodeMismatch'],
  ])('is not suspected when %s', async (_, line, reason) => {
    const { findings } = await evidence([ill], [line], [silent(reason)]);
    expect(findings.map(({ id }) => id)).not.toContain('wrong-port');
    expect(findings.map(({ id }) => id)).not.toContain('listens-on-loopback');
  });
});

test('a port is not read out of a log whose lines may not be shown', async () => {
  const { findings } = await evidence(
    [stopped('Task failed ELB health checks in (target-group arn:x)', 143, 'ServiceSchedulerInitiated')],
    ['Server listening on port 3000'],
    [{ id: '10.0.0.2', port: 8080, state: 'unhealthy', reason: 'Target.Timeout' }],
    'none',
  );
  expect(JSON.stringify(findings)).not.toContain('3000');
});

test('that no listener forwards to the replacement before the shift is no finding', async () => {
  const { findings } = await evidence(
    [],
    [],
    [{ id: '10.0.0.2', port: 8080, state: 'unused', reason: 'Target.NotInUse' }],
  );
  expect(findings).toEqual([]);
});

test('a program that ended without an error is told that it must not end', async () => {
  const { findings } = await evidence([stopped('Essential container in task exited', 0)], []);
  expect(findings[0]?.id).toBe('exit-code-0');
});
