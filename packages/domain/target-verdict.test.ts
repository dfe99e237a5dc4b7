import { describe, expect, test } from '@jest/globals';
import { served, shares, type Listener } from './listener.ts';
import type { RunningTask } from './running-task.ts';
import type { TargetHealth } from './target-health.ts';
import { judgeTargets, type TargetExpectation, type TargetLook } from './target-verdict.ts';

const group = (name: string): string =>
  `arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/${name}/0123456789abcdef`;
const BLUE = group('blue');
const GREEN = group('green');
const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';

const listener = (weights: Readonly<Record<string, number>>): Listener => ({
  arn: 'arn:listener',
  loadBalancerArn: 'arn:balancer',
  port: 443,
  protocol: 'HTTPS',
  rules: [
    {
      priority: 'default',
      forwards: shares(
        Object.entries(weights).map(([targetGroupArn, weight]) => ({ targetGroupArn, weight })),
      ),
    },
  ],
});
const target = (id: string, state: TargetHealth['state'], reason?: string): TargetHealth => ({
  id,
  port: 8080,
  state,
  ...(reason === undefined ? {} : { reason }),
});
const task = (address: string, taskDefinition = NEW, status = 'RUNNING'): RunningTask => ({
  arn: `arn:task/${address}`,
  taskDefinition,
  startedBy: 'ecs-svc/2',
  status,
  addresses: [address],
});

const sound: TargetLook = {
  listeners: [listener({ [BLUE]: 0, [GREEN]: 100 })],
  targetGroups: [BLUE, GREEN],
  health: new Map([
    [BLUE, [target('10.0.0.9', 'draining', 'Target.DeregistrationInProgress')]],
    [GREEN, [target('10.0.0.1', 'healthy'), target('10.0.0.2', 'healthy')]],
  ]),
  tasks: [task('10.0.0.1'), task('10.0.0.2'), task('10.0.0.9', OLD)],
};
const green = (...targets: TargetHealth[]): TargetLook => ({ ...sound, health: new Map([[GREEN, targets]]) });

test('is proven by instances, whose ports belong to different tasks', () => {
  const host = 'i-0123456789abcdef0';
  const ports = [32_768, 32_769];
  const look: TargetLook = {
    ...green(...ports.map((port) => ({ id: host, port, state: 'healthy' as const }))),
    tasks: [task(`${host}:32768`), task(`${host}:32769`, OLD)],
  };
  expect(judgeTargets(look, { revision: NEW, minHealthy: 1 })).toMatchObject({
    ok: false,
    reason: expect.stringContaining(`${host}:32769`),
  });
  const both = { ...look, tasks: ports.map((port) => task(`${host}:${port}`)) };
  expect(judgeTargets(both, { revision: NEW, minHealthy: 2 })).toMatchObject({ ok: true, healthy: 2 });
});

test('is proven by healthy targets of running tasks of the revision', () => {
  expect(judgeTargets(sound, { revision: NEW, minHealthy: 2 })).toMatchObject({
    ok: true,
    healthy: 2,
    targetGroup: GREEN,
    targets: [{ revision: NEW, task: 'arn:task/10.0.0.1' }, { revision: NEW }],
  });
});

describe('is not proven when', () => {
  test.each<[string, TargetLook, Partial<TargetExpectation>, string]>([
    [
      'the listener forwards elsewhere',
      { ...sound, listeners: [listener({ [group('other')]: 1 })] },
      {},
      'forwards to none of the service’s target groups (blue, green)',
    ],
    ['there is no listener', { ...sound, listeners: [] }, {}, 'No listener forwards to none'],
    [
      'all weights are 0',
      { ...sound, listeners: [listener({ [BLUE]: 0, [GREEN]: 0 })] },
      {},
      'forwards to none',
    ],
    [
      'a canary is under way',
      { ...sound, listeners: [listener({ [BLUE]: 90, [GREEN]: 10 })] },
      {},
      'still divides the requests: blue 90 %, green 10 %',
    ],
    ['another group was expected', sound, { targetGroup: BLUE }, 'forwards to green, not to blue'],
    ['the group is gone', { ...sound, health: new Map() }, {}, 'target group green does not exist'],
    ['it is empty', green(), {}, 'target group green has no targets'],
    [
      'all targets are on their way out',
      green(target('10.0.0.1', 'draining')),
      {},
      'target group green has no targets',
    ],
    ['there are too few', green(target('10.0.0.1', 'healthy')), {}, '1 of 2 targets are healthy in green'],
    [
      'one fails its checks',
      green(target('10.0.0.1', 'healthy'), target('10.0.0.2', 'unhealthy', 'Target.Timeout')),
      {},
      '10.0.0.2:8080 is unhealthy: it does not answer the health check in time',
    ],
    [
      'no rule uses the group',
      green(target('10.0.0.1', 'unused', 'Target.NotInUse')),
      { minHealthy: 1 },
      'gets no traffic',
    ],
    [
      'a healthy target runs another revision',
      { ...sound, tasks: [task('10.0.0.1'), task('10.0.0.2', OLD)] },
      {},
      'healthy target 10.0.0.2:8080 in green runs web:7, not web:8',
    ],
    [
      'a healthy target is nobody’s task',
      { ...sound, tasks: [task('10.0.0.1')] },
      {},
      'healthy target 10.0.0.2:8080 in green is no running task of the service',
    ],
    [
      'its task does not run any more',
      { ...sound, tasks: [task('10.0.0.1'), task('10.0.0.2', NEW, 'STOPPING')] },
      {},
      'is no running task',
    ],
  ])('%s', (_, look, expected, reason) => {
    const verdict = judgeTargets(look, { revision: NEW, minHealthy: 2, ...expected });
    expect(verdict).toMatchObject({ ok: false, warmingUp: false });
    expect(verdict.reason).toContain(reason);
  });
});

test('targets that are still being checked only take their time', () => {
  const look = green(
    target('10.0.0.1', 'healthy'),
    target('10.0.0.2', 'initial', 'Elb.InitialHealthChecking'),
  );
  expect(judgeTargets(look, { revision: NEW, minHealthy: 2 })).toMatchObject({ ok: false, warmingUp: true });
});

test('a group that stands alone gets everything, whatever its weight', () => {
  expect([...served(listener({ [BLUE]: 0 }))]).toEqual([[BLUE, 100]]);
});
