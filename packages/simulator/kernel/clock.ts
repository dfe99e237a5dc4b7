/** A scheduled callback; `cancel` is harmless after it has run. */
export interface Timer {
  cancel(): void;
}

const MAX_TIMEOUT_MS = 2_147_483_647;

/** The machine's times that the clock reads. */
export interface TimeSource {
  /** The machine's date in epoch milliseconds; the clock reads it once. */
  epoch(): number;
  /** Whole milliseconds since any fixed moment; setting the machine's date does not move them. */
  elapsed(): number;
}

const MACHINE: TimeSource = {
  epoch: () => Date.now(),
  elapsed: () => Math.floor(performance.now()),
};

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
  timeout?: NodeJS.Timeout;
}

/**
 * The simulator's only clock. AWS time runs `scale` times faster than the wall clock; with scale 0 it stands still and
 * moves only through `advance`. AWS time begins at the machine's date and ignores what sets that date later.
 */
export class Clock {
  readonly #scale: number;
  readonly #source: TimeSource;
  readonly #origin: number;
  readonly #start: number;
  #offset = 0;
  #order = 0;
  #stopped = false;
  readonly #entries = new Set<Entry>();
  readonly #onError: (error: unknown) => void;

  constructor(
    scale = 1,
    onError: (error: unknown) => void = (error) => {
      throw error;
    },
    source: TimeSource = MACHINE,
  ) {
    this.#scale = scale;
    this.#source = source;
    this.#origin = source.epoch();
    this.#start = source.elapsed();
    this.#onError = onError;
  }

  get scale(): number {
    return this.#scale;
  }

  /** AWS time in epoch milliseconds. */
  now(): number {
    return this.#scale === 0
      ? this.#origin + this.#offset
      : this.#origin + this.#offset + (this.#source.elapsed() - this.#start) * this.#scale;
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Runs `run` after `ms` milliseconds of AWS time. */
  after(ms: number, run: () => void | Promise<void>): Timer {
    if (this.#stopped) return { cancel: () => undefined };
    const entry: Entry = { at: this.now() + Math.max(0, ms), order: this.#order++, run };
    this.#entries.add(entry);
    if (this.#scale !== 0) this.#arm(entry);
    return {
      cancel: () => {
        clearTimeout(entry.timeout);
        this.#entries.delete(entry);
      },
    };
  }

  /** Resolves after `ms` milliseconds of AWS time; never once the clock has stopped. */
  async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.after(ms, resolve);
    });
  }

  /** Moves a standing clock (scale 0) forward, running what falls due in order; a running clock jumps ahead. */
  async advance(ms: number): Promise<void> {
    if (this.#scale !== 0) {
      this.#offset += ms;
      for (const entry of this.#ordered()) this.#arm(entry);
      return;
    }
    const end = this.now() + ms;
    for (;;) {
      const [due] = this.#ordered();
      if (due === undefined || due.at > end) break;
      this.#entries.delete(due);
      this.#offset = Math.max(this.#offset, due.at - this.#origin);
      await this.#execute(due.run);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#offset = end - this.#origin;
  }

  /** Cancels everything that was scheduled, for good. */
  stop(): void {
    this.#stopped = true;
    this.clear();
  }

  /** Cancels everything that was scheduled; waits for it never end. */
  clear(): void {
    for (const { timeout } of this.#entries) clearTimeout(timeout);
    this.#entries.clear();
  }

  #ordered(): Entry[] {
    return [...this.#entries].sort((a, b) => a.at - b.at || a.order - b.order);
  }

  #arm(entry: Entry): void {
    clearTimeout(entry.timeout);
    // Node takes a longer delay for none at all.
    const delay = Math.min(Math.max(0, entry.at - this.now()) / this.#scale, MAX_TIMEOUT_MS);
    entry.timeout = setTimeout(() => {
      if (entry.at - this.now() >= this.#scale) {
        this.#arm(entry);
        return;
      }
      this.#entries.delete(entry);
      void this.#execute(entry.run);
    }, delay);
  }

  async #execute(run: () => void | Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!this.#stopped) this.#onError(error);
    }
  }
}
