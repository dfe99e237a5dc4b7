import type { Clock } from '../../kernel/clock.ts';
import type { DeploymentCourse, Interruption } from '../state.ts';

/** Ends the course that waits. */
export class Interrupted extends Error {
  readonly by: Interruption;

  constructor(by: Interruption) {
    super(by.kind);
    this.by = by;
  }
}

/**
 * Waits of a service deployment, which an interruption ends. `forward`: any interruption; `late` (CLEAN_UP) and `back`
 * (rollback): only a newer deployment or the end of the service; `over`: none.
 */
export class Course implements DeploymentCourse {
  phase: 'forward' | 'late' | 'back' | 'over' = 'forward';
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #interruption: Interruption | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  notify(): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }

  interrupt(by: Interruption): boolean {
    const final = by.kind === 'superseded' || by.kind === 'deleted';
    if (this.phase === 'over' || (this.phase !== 'forward' && !final)) return false;
    // The first failure decides; a newer deployment or the end of the service overrules it.
    if (this.#interruption === undefined || final) this.#interruption = by;
    this.notify();
    return true;
  }

  /** Begins the way back: the interruption that led to it is dealt with. */
  turnBack(): void {
    this.phase = 'back';
    if (this.#interruption?.kind === 'stop' || this.#interruption?.kind === 'failure')
      this.#interruption = undefined;
  }

  /** Waits AWS milliseconds. @throws Interrupted */
  async pause(ms: number): Promise<void> {
    await this.until(() => false, ms);
  }

  /** Waits for the condition; false when the limit (AWS milliseconds) came first. @throws Interrupted */
  async until(met: () => boolean, limitMs?: number): Promise<boolean> {
    let late = false;
    const timer =
      limitMs === undefined
        ? undefined
        : this.#clock.after(limitMs, () => {
            late = true;
            this.notify();
          });
    try {
      for (;;) {
        if (this.#interruption !== undefined) throw new Interrupted(this.#interruption);
        if (met()) return true;
        if (late) return false;
        await new Promise<void>((resolve) => {
          this.#listeners.add(resolve);
        });
      }
    } finally {
      timer?.cancel();
    }
  }
}
