import { describe, expect, test } from '@jest/globals';
import { served, shares, type Listener } from './listener.ts';
import type { RunningTask } from '../task/running-task.ts';
import type { TargetHealth } from './target-health.ts';
import { judgeTargets, type Entrance, type TargetExpectation, type TargetLook } from './target-verdict.ts';

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

const entrance = (weights: Readonly<Record<string, number>>, wanted?: string): Entrance => ({
  listeners: [listener(weights)],
  candidates: [BLUE, GREEN],
  wanted,
});
const sound: TargetLook = {
  entrances: [entrance({ [BLUE]: 0, [GREEN]: 100 })],
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
  expect(judgeTargets(both, { revision: NEW, minHealthy: 2 })).toMatchObject({
    ok: true,
    groups: [{ healthy: 2 }],
  });
});

test('is proven by healthy targets of running tasks of the revision', () => {
  expect(judgeTargets(sound, { revision: NEW, minHealthy: 2 })).toMatchObject({
    ok: true,
    groups: [
      {
        targetGroup: GREEN,
        healthy: 2,
        targets: [{ revision: NEW, task: 'arn:task/10.0.0.1' }, { revision: NEW }],
      },
    ],
  });
});

describe('is not proven when', () => {
  test.each<[string, TargetLook, Partial<TargetExpectation>, string]>([
    [
      'the listener forwards elsewhere',
      { ...sound, entrances: [entrance({ [group('other')]: 1 })] },
      {},
      'forwards to none of the service’s target groups (blue, green)',
    ],
    [
      'there is no listener',
      { ...sound, entrances: [{ listeners: [], candidates: [BLUE, GREEN] }] },
      {},
      'no listener forwards to blue or green',
    ],
    [
      'all weights are 0',
      { ...sound, entrances: [entrance({ [BLUE]: 0, [GREEN]: 0 })] },
      {},
      'forwards to none',
    ],
    [
      'a canary is under way',
      { ...sound, entrances: [entrance({ [BLUE]: 90, [GREEN]: 10 })] },
      {},
      'still divides the requests: blue 90 %, green 10 %',
    ],
    [
      'another group was expected',
      { ...sound, entrances: [entrance({ [GREEN]: 1 }, BLUE)] },
      {},
      'forwards to green, not to blue',
    ],
    [
      'the only group of an entrance is not used by its listener',
      { ...sound, entrances: [{ listeners: [listener({ [GREEN]: 1 })], candidates: [BLUE] }] },
      { listenerName: 'test listener' },
      'the test listener on port 443 does not forward to blue',
    ],
    ['the service has no target group', { ...sound, entrances: [] }, {}, 'has no target group'],
    ['the group is gone', { ...sound, health: new Map() }, {}, 'target group green does not exist'],
    ['it is empty', green(), {}, 'target group green has no targets'],
    [
      'all targets are on their way out',
      green(target('10.0.0.1', 'draining')),
      {},
      'target group green has no targets but 1 on the way out',
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

describe('several target groups', () => {
  const both = (inner: TargetHealth[]): TargetLook => ({
    entrances: [
      entrance({ [GREEN]: 100 }),
      { listeners: [listener({ [group('inner')]: 1 })], candidates: [group('inner')] },
    ],
    health: new Map([...sound.health, [group('inner'), inner]]),
    tasks: sound.tasks,
  });

  test('each must have its healthy targets', () => {
    const fine = judgeTargets(both([target('10.0.0.1', 'healthy'), target('10.0.0.2', 'healthy')]), {
      revision: NEW,
      minHealthy: 2,
    });
    expect(fine).toMatchObject({ ok: true, groups: [{ healthy: 2 }, { healthy: 2 }] });
    expect(fine.reason).toBe(
      '2 healthy targets in green, all of web:8; 2 healthy targets in inner, all of web:8',
    );
  });

  test('one of them is enough to fail, and only it is named', () => {
    const verdict = judgeTargets(both([target('10.0.0.1', 'initial')]), { revision: NEW, minHealthy: 2 });
    expect(verdict).toMatchObject({ ok: false, warmingUp: true, groups: [{ ok: true }, { ok: false }] });
    expect(verdict.reason).toMatch(/^0 of 2 targets are healthy in inner/);
  });
});

test('a target has the zone and the network interface of its task', () => {
  const look: TargetLook = {
    ...green(target('10.0.0.1', 'healthy')),
    tasks: [{ ...task('10.0.0.1'), zone: 'us-east-1b', networkInterface: 'eni-1' }],
  };
  expect(judgeTargets(look, { revision: NEW, minHealthy: 1 }).groups[0]?.targets).toMatchObject([
    { zone: 'us-east-1b', networkInterface: 'eni-1' },
  ]);
});

test('more targets than are needed: the ill ones are mentioned', () => {
  const look = green(target('10.0.0.1', 'healthy'), target('10.0.0.2', 'unhealthy', 'Target.Timeout'));
  const verdict = judgeTargets(look, { revision: NEW, minHealthy: 1 });
  expect(verdict.ok).toBe(true);
  expect(verdict.reason).toContain('(besides, 10.0.0.2:8080 is unhealthy');
});
