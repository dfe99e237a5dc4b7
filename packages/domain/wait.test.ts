import { describe, expect, test } from '@jest/globals';
import type { Clock } from './clock.ts';
import { AwsCallError } from './errors.ts';
import { wait, type Verdict } from './wait.ts';

const HOUR = 3_600_000;
const signal = new AbortController().signal;

/** A clock that moves only while it is slept on. */
function fakeClock(random: () => number): Clock {
  let now = 1_700_000_000_000;
  return {
    now: () => now,
    random,
    sleep: async (ms, given) => {
      given?.throwIfAborted();
      now += ms;
    },
  };
}

/** How long after it came about a change was noticed, in milliseconds. */
async function delayOf(ageMs: number, intervalMs: number, jitter?: number): Promise<number> {
  let seed = ageMs;
  // Any numbers will do, as long as they are the same in every run.
  const clock = fakeClock(() => (seed = (seed * 16_807 + 11) % 2_147_483_647) / 2_147_483_647);
  const changesAt = clock.now() + ageMs;
  const result = await wait<number>(
    async () =>
      clock.now() >= changesAt
        ? { state: 'done', value: clock.now() - changesAt }
        : { state: 'pending', reason: 'not yet' },
    {
      clock,
      signal,
      deadline: clock.now() + 48 * HOUR,
      intervalMs,
      ...(jitter === undefined ? {} : { jitter }),
    },
  );
  if (result.kind !== 'done') throw new Error(result.reason);
  return result.value;
}

describe('a change is noticed within the interval and its jitter', () => {
  const ages = [0, 1, 999, 5000, 61_000, 15 * 60_000, HOUR, 6 * HOUR, 12 * HOUR + 1, 36 * HOUR];
  for (const intervalMs of [5000, 15_000, 60_000]) {
    for (const jitter of [undefined, 0.5]) {
      test(`every ${intervalMs / 1000} s, jitter ${jitter ?? 'as it is'}, at any age of the wait`, async () => {
        for (const age of ages) {
          const delay = await delayOf(age, intervalMs, jitter);
          expect(delay).toBeLessThanOrEqual(intervalMs * (1 + (jitter ?? 0.1)));
        }
      });
    }
  }

  test('even when a probe would rather look later', async () => {
    const clock = fakeClock(() => 0);
    const looks: number[] = [];
    const begun = clock.now();
    await wait(
      async (): Promise<Verdict<undefined>> => {
        looks.push(clock.now() - begun);
        return { state: 'pending', reason: 'not yet', delayMs: HOUR };
      },
      { clock, signal, deadline: begun + 20_000, intervalMs: 5000 },
    );
    expect(looks).toEqual([0, 5000, 10_000, 15_000, 20_000]);
  });
});

test('a last look is taken at the deadline itself', async () => {
  const clock = fakeClock(() => 0.5);
  const end = clock.now() + 12_000;
  const result = await wait(
    async () =>
      clock.now() >= end ? { state: 'done', value: true } : { state: 'pending', reason: 'not yet' },
    { clock, signal, deadline: end, intervalMs: 5000 },
  );
  expect(result).toEqual({ kind: 'done', value: true });
});

describe('a look that can not be taken', () => {
  const lost = (transient: boolean): AwsCallError =>
    new AwsCallError({
      action: 'codedeploy:GetDeployment',
      code: 'ServiceUnavailable',
      what: 'not now',
      fix: 'Run the job again.',
      transient,
    });

  test('is taken later when that may help', async () => {
    let looks = 0;
    const clock = fakeClock(() => 0);
    const result = await wait(
      async () => {
        if (++looks < 10) throw lost(true);
        return { state: 'done', value: looks };
      },
      { clock, signal, deadline: clock.now() + HOUR, intervalMs: 5000 },
    );
    expect(result).toEqual({ kind: 'done', value: 10 });
  });

  test('ends the wait when it may not', async () => {
    const clock = fakeClock(() => 0);
    const waiting = wait(
      async () => {
        throw lost(false);
      },
      { clock, signal, deadline: clock.now() + HOUR, intervalMs: 5000 },
    );
    await expect(waiting).rejects.toThrow('not now');
  });

  test('is tried again for a while after the deadline, which is then a timeout that says since when', async () => {
    const clock = fakeClock(() => 0);
    const begun = clock.now();
    const looks: number[] = [];
    const result = await wait(
      async () => {
        looks.push(clock.now() - begun);
        if (looks.length > 2) throw lost(true);
        return { state: 'pending', reason: 'not yet' };
      },
      { clock, signal, deadline: begun + 12_000, intervalMs: 5000, lastLookMs: 10_000 },
    );
    expect(looks).toEqual([0, 5000, 10_000, 12_000, 17_000, 22_000]);
    expect(result).toEqual({
      kind: 'timedOut',
      reason: lost(true).message,
      waitedMs: 22_000,
      unseenMs: 17_000,
    });
  });

  test('at the deadline alone is a timeout', async () => {
    const clock = fakeClock(() => 0);
    const begun = clock.now();
    const result = await wait(
      async () => {
        if (clock.now() > begun) throw lost(true);
        return { state: 'pending', reason: 'not yet' };
      },
      { clock, signal, deadline: begun + 5000, intervalMs: 5000 },
    );
    expect(result).toMatchObject({ kind: 'timedOut', waitedMs: 5000, unseenMs: 5000 });
  });

  test('ends it after five minutes without any', async () => {
    const clock = fakeClock(() => 0);
    const begun = clock.now();
    const waiting = wait(
      async () => {
        throw lost(true);
      },
      { clock, signal, deadline: begun + HOUR, intervalMs: 5000 },
    );
    await expect(waiting).rejects.toThrow('not now');
    expect(clock.now() - begun).toBe(5 * 60_000);
  });
});
