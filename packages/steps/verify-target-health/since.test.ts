import { expect, test } from '@jest/globals';
import type { MappedTarget, TargetVerdict } from '@cutover/domain/target/target-verdict';
import { reportedTargets, targetsAsJson, targetTable } from './report.ts';
import type { Checked } from './check.ts';
import { StateTimes } from './since.ts';

const GROUP = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef';
const target = (id: string, state: string, reason?: string): MappedTarget => ({
  id,
  port: 80,
  state,
  ...(reason === undefined ? {} : { reason }),
});
const verdict = (...targets: MappedTarget[]): TargetVerdict => ({
  ok: false,
  reason: '',
  warmingUp: false,
  groups: [
    { finding: 'tooFew', ok: false, reason: '', warmingUp: false, targetGroup: GROUP, healthy: 0, targets },
  ],
});
const at = (minute: number): number => Date.UTC(2026, 7, 7, 12, minute);

function watched(...looks: readonly MappedTarget[][]): readonly (readonly string[])[] {
  const times = new StateTimes();
  for (const [minute, targets] of looks.entries()) times.observe(verdict(...targets), at(minute));
  const checked = { verdict: verdict(...(looks.at(-1) ?? [])) } as Checked;
  return targetTable(reportedTargets(checked, times)).rows.map(
    ([id = '', , state = '', since = '', why = '']) => [id, state, since, why],
  );
}

test('a state is as old as it was seen to be', () => {
  expect(
    watched(
      [target('a', 'initial'), target('b', 'healthy')],
      [target('a', 'healthy'), target('b', 'healthy')],
      [target('a', 'healthy'), target('b', 'healthy')],
    ),
  ).toEqual([
    ['a:80', 'healthy', '2026-08-07 12:01:00 UTC', ''],
    ['b:80', 'healthy', 'before 2026-08-07 12:00:00 UTC', ''],
  ]);
});

test('another reason is another state', () => {
  expect(
    watched(
      [target('a', 'unhealthy', 'Target.Timeout')],
      [target('a', 'unhealthy', 'Target.FailedHealthChecks')],
    ),
  ).toEqual([
    [
      'a:80',
      'unhealthy',
      '2026-08-07 12:01:00 UTC',
      'Target.FailedHealthChecks: it refuses or resets the health check’s connection',
    ],
  ]);
});

test('an ill target that was replaced is still told, three at most', () => {
  const ill = (id: string): MappedTarget[] => [target(id, 'unhealthy', 'Target.Timeout')];
  const draining = (id: string): MappedTarget[] => [
    target(id, 'draining', 'Target.DeregistrationInProgress'),
  ];
  expect(
    watched(ill('a'), ill('b'), ill('c'), draining('c'), ill('d'), [target('e', 'initial')]).map(
      ([id, state]) => `${id} ${state}`,
    ),
  ).toEqual([
    'e:80 initial',
    'b:80 gone, was unhealthy',
    'c:80 gone, was unhealthy',
    'd:80 gone, was unhealthy',
  ]);
});

test('the output says the times as text', () => {
  const times = new StateTimes();
  times.observe(verdict(target('a', 'healthy')), at(0));
  times.observe(verdict(target('a', 'healthy'), { ...target('b', 'healthy'), startedAt: at(0) }), at(1));
  const checked = {
    verdict: verdict(target('a', 'healthy'), { ...target('b', 'healthy'), startedAt: at(0) }),
  };
  expect(JSON.parse(targetsAsJson(reportedTargets(checked as Checked, times)))).toMatchObject([
    { id: 'a', before: '2026-08-07T12:00:00.000Z' },
    { id: 'b', since: '2026-08-07T12:01:00.000Z', startedAt: '2026-08-07T12:00:00.000Z' },
  ]);
});
