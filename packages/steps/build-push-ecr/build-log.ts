/** One step of a build, as its plain progress tells it. */
export interface BuildStep {
  /** `[linux/amd64 build 2/3] RUN make` */
  readonly name: string;
  readonly cached: boolean;
  /** Absent when the build told none. */
  readonly seconds?: number;
}

/** Characters of a line that are read; the name of a step needs no more. */
const LONGEST = 1000;

/** Reads the plain progress of BuildKit line by line: `#7 [2/3] RUN make`, later `#7 CACHED` or `#7 DONE 1.2s`. */
export class BuildLog {
  readonly #names = new Map<string, string>();
  readonly #ends = new Map<string, { readonly cached: boolean; readonly seconds?: number }>();

  read(line: string): void {
    const [, id, text] = /^#(\d{1,9}) (.+)$/.exec(line.slice(0, LONGEST)) ?? [];
    if (id === undefined || text === undefined) return;
    if (text === 'CACHED') {
      this.#ends.set(id, { cached: true });
      return;
    }
    const [, seconds] = /^DONE (\d+(?:\.\d+)?)s$/.exec(text) ?? [];
    if (seconds !== undefined) {
      // A step that was found in a cache may still say how long it took to bring.
      const cached = this.#ends.get(id)?.cached === true;
      this.#ends.set(id, { cached, seconds: Number(seconds) });
      return;
    }
    if (!this.#names.has(id)) this.#names.set(id, text);
  }

  /** The instructions of the Dockerfile that were carried out or found in a cache, in order. */
  get steps(): readonly BuildStep[] {
    return [...this.#names].flatMap(([id, name]): BuildStep[] => {
      const end = this.#ends.get(id);
      return end === undefined || !/^\[(?!internal\]|auth\])[^\]]*\d+\/\d+\]/.test(name)
        ? []
        : [{ name, ...end }];
    });
  }
}
