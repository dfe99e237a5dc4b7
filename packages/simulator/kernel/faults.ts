/** A fault to inject into calls that come over HTTP; fields that are absent match everything. */
export interface Fault {
  readonly service?: string;
  readonly operation?: string;
  /** How many matching calls pass before the fault strikes; default 0. */
  readonly skip?: number;
  /** How many calls it strikes; default 1. */
  readonly times?: number;
  /** Answered instead of the operation's result. */
  readonly error?: { readonly code: string; readonly message?: string; readonly status?: number };
  /** Wall-clock milliseconds to wait before the call. */
  readonly latencyMs?: number;
  /** `before`: the connection is reset and nothing happens; `after`: the effect takes place, the response is lost. */
  readonly reset?: 'before' | 'after';
}

interface Armed {
  readonly fault: Fault;
  skip: number;
  left: number;
}

export class Faults {
  readonly #armed: Armed[] = [];

  add(fault: Fault): void {
    this.#armed.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#armed.length = 0;
  }

  list(): readonly (Fault & { left: number })[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, left }));
  }

  /** The fault that strikes this call, if any; uses it up. */
  take(service: string, operation: string): Fault | undefined {
    for (const armed of this.#armed) {
      const { fault } = armed;
      if (armed.left <= 0) continue;
      if (fault.service !== undefined && fault.service !== service) continue;
      if (fault.operation !== undefined && fault.operation !== operation) continue;
      if (armed.skip > 0) {
        armed.skip -= 1;
        continue;
      }
      armed.left -= 1;
      return fault;
    }
    return undefined;
  }
}
