import type { Engine } from '../../deployment/engine.ts';

/** When a deployment may be created; a service that is deployed alone need not ask anybody. */
export interface Start {
  /** Says that nothing stands in this service's way, without waiting for the others. */
  arrive(): void;
  /** Resolves once that is so for every service. @throws NotStarted when another service can't be deployed */
  permit(): Promise<void>;
  /** Says that a deployment is followed from now on, and by which engine it can be stopped. */
  follow(engine: Engine, id: string): void;
}

export const ALONE: Start = {
  arrive: () => undefined,
  permit: () => Promise.resolve(),
  follow: () => undefined,
};

/** Nothing was started for this service, because of another one. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
}

/** Where services wait until all have been checked, so that none is deployed when another one can't be. */
export class StartingLine {
  readonly #missing: Set<number>;
  readonly #opened: Promise<void>;
  #open: () => void = () => undefined;
  #close: (reason: NotStarted) => void = () => undefined;
  #refusal: NotStarted | undefined;

  constructor(count: number) {
    this.#missing = new Set(Array.from({ length: count }, (_, index) => index));
    this.#opened = new Promise((resolve, reject) => {
      this.#open = resolve;
      this.#close = reject;
    });
    this.#opened.catch(() => undefined);
  }

  /** That service is ready, or needs nothing any more. */
  arrive(index: number): void {
    this.#missing.delete(index);
    if (this.#missing.size === 0) this.#open();
  }

  /** @throws NotStarted */
  async permit(index: number): Promise<void> {
    this.arrive(index);
    await this.#opened;
    // A member that comes a second time, because its group was busy, may come too late.
    if (this.#refusal !== undefined) throw this.#refusal;
  }

  /** From now on nobody starts. */
  close(why: string): void {
    this.#refusal ??= new NotStarted(why);
    this.#close(this.#refusal);
  }
}
