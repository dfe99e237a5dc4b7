import type { ChildProcess } from 'node:child_process';
import type { ActionResult, RunningAction } from '@cutover/runner/run-action';
import type { Account } from './account.ts';

/** A step that still runs after so much wall time hangs: what it waits for has happened long ago. */
export const HANG_MS = 150_000;

export interface Watched {
  readonly done: Promise<unknown>;
  readonly result: ActionResult | undefined;
  readonly over: boolean;
  readonly hung: boolean;
}

/** Follows a process so that its end can be looked for, and ends one that hangs. */
export function watch(running: RunningAction): Watched {
  const state: { result: ActionResult | undefined; hung: boolean } = { result: undefined, hung: false };
  const timer = setTimeout(() => {
    state.hung = true;
    running.process.kill('SIGKILL');
  }, HANG_MS);
  const done = running.done.finally(() => {
    clearTimeout(timer);
  });
  void note(done, (result) => {
    state.result = result;
  });
  return {
    done,
    get result() {
      return state.result;
    },
    get over() {
      return hasEnded(running.process);
    },
    get hung() {
      return state.hung;
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function note<T>(work: Promise<T>, take: (value: T) => void): Promise<void> {
  take(await work);
}

/** Waits for work that needs AWS time to pass. */
export async function whileMoving<T>(account: Account, work: Promise<T>): Promise<T> {
  let over = false;
  const noted = note(work, () => {
    over = true;
  });
  await Promise.race([account.pace(() => (over ? true : undefined)), noted]);
  await noted;
  return await work;
}
