/** A scheduled callback; `cancel` is harmless after it has run. */
export interface Timer {
  cancel(): void;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/**
 * The simulator's only clock. AWS time runs `scale` times faster than the wall clock; with scale 0 it stands still and
 * moves only through `advance`.
 */
export class Clock {
  #scale: number;
  #origin: number;
  #offset = 0;
  #order = 0;
  #stopped = false;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #queue: Entry[] = [];
  readonly #onError: (error: unknown) => void;

  constructor(
    scale = 1,
    onError: (error: unknown) => void = (error) => {
      throw error;
    },
  ) {
    this.#scale = scale;
    this.#origin = Date.now();
    this.#onError = onError;
  }

  get scale(): number {
    return this.#scale;
  }

  /** AWS time in epoch milliseconds. */
  now(): number {
    return this.#scale === 0
      ? this.#origin + this.#offset
      : this.#origin + this.#offset + (Date.now() - this.#origin) * this.#scale;
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Runs `run` after `ms` milliseconds of AWS time. */
  after(ms: number, run: () => void | Promise<void>): Timer {
    if (this.#stopped) return { cancel: () => undefined };
    if (this.#scale === 0) {
      const entry: Entry = { at: this.now() + Math.max(0, ms), order: this.#order++, run };
      this.#queue.push(entry);
      return {
        cancel: () => {
          const index = this.#queue.indexOf(entry);
          if (index >= 0) this.#queue.splice(index, 1);
        },
      };
    }
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        void this.#execute(run);
      },
      Math.max(0, ms) / this.#scale,
    );
    this.#timers.add(timer);
    return {
      cancel: () => {
        clearTimeout(timer);
        this.#timers.delete(timer);
      },
    };
  }

  /** Resolves after `ms` milliseconds of AWS time; never once the clock has stopped. */
  async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.after(ms, resolve);
    });
  }

  /** Moves a standing clock (scale 0) forward, running what falls due in order; with a running clock it jumps ahead. */
  async advance(ms: number): Promise<void> {
    if (this.#scale !== 0) {
      this.#offset += ms;
      return;
    }
    const end = this.now() + ms;
    for (;;) {
      const due = this.#queue
        .filter((entry) => entry.at <= end)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (due === undefined) break;
      this.#queue.splice(this.#queue.indexOf(due), 1);
      this.#offset = Math.max(this.#offset, due.at - this.#origin);
      await this.#execute(due.run);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#offset = end - this.#origin;
  }

  /** Cancels everything that was scheduled. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#queue.length = 0;
  }

  async #execute(run: () => void | Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!this.#stopped) this.#onError(error);
    }
  }
}
