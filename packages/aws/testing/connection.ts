import type { Connection } from '../client/connection.ts';

/** A connection for tests: one attempt at each call, no pauses, never cancelled unless told otherwise. */
export function testConnection(changes: Partial<Connection> = {}): Connection {
  return {
    clock: { now: () => Date.now(), random: () => 0, sleep: () => Promise.resolve() },
    signal: new AbortController().signal,
    attempts: 1,
    ...changes,
  };
}
