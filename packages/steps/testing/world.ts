import type { Clock } from '@cutover/domain/clock';
import type { World } from '../world.ts';

/** The parts of a world that a test gives; their own members may be parts as well. */
export type PartOfWorld = { readonly [K in keyof World]?: unknown };

const NOTHING_TOLD = { report: () => undefined };

/**
 * A world of what a test gives, with a clock of its own and nobody who listens. Touching anything else fails with its name,
 * so that a step that reaches further than the test knows is noticed.
 */
export function testWorld(given: PartOfWorld): World {
  const parts: PartOfWorld = {
    clock: testClock(),
    progress: NOTHING_TOLD,
    showLogs: 'redacted',
    signal: new AbortController().signal,
    ...given,
  };
  return new Proxy(parts, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || OPTIONAL.has(key))
        return Reflect.get(target, key) as unknown;
      throw new TypeError(`this test’s world has no ${key}`);
    },
  }) as World;
}

/** Members that a real world may lack, too. */
const OPTIONAL: ReadonlySet<string> = new Set<keyof World>(['proxy', 'bundledTemplate', 'subject']);

/** A clock that stands until something sleeps, and then jumps to the end of that sleep. */
export function testClock(start = 0): Clock & { readonly slept: readonly number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    random: () => 0,
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      now += ms;
      slept.push(ms);
      return Promise.resolve();
    },
  };
}
