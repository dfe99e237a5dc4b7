import { describe, expect, test } from '@jest/globals';
import { settlingOf, TargetRecord, type SettlingVerdict } from './settling.ts';
import type { GroupFinding, TargetVerdict } from './target-verdict.ts';

const SECOND = 1000;

describe('the times follow from the health checks', () => {
  test('of the slowest group', () => {
    expect(
      settlingOf(
        [
          { intervalSeconds: 10, healthyCount: 2, unhealthyCount: 3 },
          { intervalSeconds: 30, healthyCount: 5, unhealthyCount: 2 },
        ],
        0,
      ),
    ).toEqual({ settleMs: 60 * SECOND, patienceMs: 210 * SECOND, recoveryMs: 390 * SECOND });
  });

  test.each([
    [60, 110],
    [3600, 170],
  ])('a grace period of %d s makes the patience %d s', (grace, patience) => {
    const { patienceMs } = settlingOf([{ intervalSeconds: 10, healthyCount: 2, unhealthyCount: 3 }], grace);
    expect(patienceMs).toBe(patience * SECOND);
  });
});

const SETTLING = { settleMs: 20 * SECOND, patienceMs: 40 * SECOND, recoveryMs: 100 * SECOND };

const verdict = (finding: GroupFinding, healthy: number): TargetVerdict => ({
  ok: finding === 'healthy',
  reason: finding,
  warmingUp: false,
  groups: [
    {
      finding,
      ok: finding === 'healthy',
      reason: '',
      warmingUp: false,
      targetGroup: 'g',
      healthy,
      targets: [],
    },
  ],
});
const good = verdict('healthy', 2);
const some = verdict('tooFew', 1);
const none = verdict('tooFew', 0);

/** Looks every five seconds; the last verdict. */
function play(...looks: readonly (readonly [verdict: TargetVerdict, seconds: number])[]): SettlingVerdict {
  const record = new TargetRecord(SETTLING, 0);
  let at = 0;
  let last: SettlingVerdict = { kind: 'pending', reason: '' };
  for (const [seen, seconds] of looks) {
    for (const end = at + seconds * SECOND; at <= end; at += 5 * SECOND) last = record.add(seen, at);
  }
  return last;
}

describe('a shifted deployment', () => {
  test.each<[string, SettlingVerdict['kind'], (readonly [TargetVerdict, number])[]]>([
    ['is not proven by one look', 'pending', [[good, 0]]],
    ['settles when its targets stay healthy', 'settled', [[good, 20]]],
    [
      'needs a look a settled time after the last trouble',
      'pending',
      [
        [some, 0],
        [good, 15],
      ],
    ],
    [
      'starts anew when a target falls ill',
      'pending',
      [
        [good, 10],
        [some, 0],
        [good, 10],
      ],
    ],
    [
      'is waited for while targets become healthy',
      'settled',
      [
        [none, 30],
        [good, 20],
      ],
    ],
    ['is sick when no target becomes healthy in time', 'sick', [[none, 40]]],
    ['is waited for longer while some targets serve', 'pending', [[some, 90]]],
    ['is sick when too few serve for long', 'sick', [[some, 100]]],
    [
      'is sick when the last target falls ill',
      'sick',
      [
        [some, 20],
        [none, 40],
      ],
    ],
    ['never settles on a target of a stranger', 'sick', [[verdict('stranger', 1), 100]]],
    ['is misrouted when the listener sends requests elsewhere', 'misrouted', [[verdict('divided', 0), 40]]],
  ])('%s', (_, kind, looks) => {
    expect(play(...looks).kind).toBe(kind);
  });

  test('is not called sick by a jump of the clock', () => {
    const record = new TargetRecord(SETTLING, 0);
    expect([0, 3600, 7200, 7201].map((at) => record.add(none, at * SECOND).kind)).toEqual([
      'pending',
      'pending',
      'pending',
      'sick',
    ]);
  });
});
