import { AccessDeniedError, AwsCallError, CutoverError } from '@cutover/domain/errors';
import { abortable } from '../deployment/abortable.ts';
import type { World } from '../world.ts';

/** How long all questions together may take, in milliseconds; start and end of the action fit into the rest of 10 s. */
const LIMIT_MS = 9000;

/** A part of the account that could not be seen. */
export interface Unseen {
  /** `stopped tasks` */
  readonly part: string;
  readonly why: string;
  readonly fix: string;
}

/**
 * Questions to AWS that share one deadline. What gets no answer, or is refused, is noted and hides nothing else.
 */
export class Questions {
  /** The world, whose AWS calls end with the deadline. */
  readonly world: World;
  readonly #deadline = new AbortController();
  readonly #done = new AbortController();
  readonly #unseen = new Map<string, Unseen>();

  constructor(world: World) {
    this.world = { ...world, aws: world.aws.until(this.#deadline.signal) };
    void this.#wait(world);
  }

  /** Ends the questions when their time is over. */
  async #wait({ clock }: World): Promise<void> {
    try {
      await clock.sleep(LIMIT_MS, this.#done.signal);
    } catch {
      // The questions have ended before.
      return;
    }
    this.#deadline.abort(new NoAnswerError());
  }

  /** The parts that could not be seen, each once. */
  get unseen(): readonly Unseen[] {
    return [...this.#unseen.values()];
  }

  /**
   * The answer, or undefined when it could not be had; the reason is noted then.
   * @param part what is asked for, as the list of what could not be seen names it
   * @throws the signal's reason when the job is cancelled
   */
  async ask<T>(part: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await this.need(part, work);
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      this.#unseen.set(`${part} ${error.message}`, { part, why: whyOf(error), fix: error.fix });
      return undefined;
    }
  }

  /** The answer. @throws CutoverError when it can't be had, as for want of time; the signal's reason on cancellation */
  async need<T>(part: string, work: () => Promise<T>): Promise<T> {
    const { signal } = this.world;
    signal.throwIfAborted();
    if (this.#deadline.signal.aborted) throw noAnswer(part);
    try {
      return await abortable(AbortSignal.any([signal, this.#deadline.signal]), work());
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (this.#deadline.signal.aborted) throw noAnswer(part);
      throw error;
    }
  }

  /** No question will be asked any more. */
  end(): void {
    this.#done.abort();
  }
}

class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  override readonly message = `no answer within ${LIMIT_MS / 1000} s`;
}

function noAnswer(part: string): AwsCallError {
  return new AwsCallError({
    action: part,
    code: 'NoAnswer',
    what: `AWS had not answered when the ${LIMIT_MS / 1000} s of a diagnosis were over.`,
    fix: 'Run it again; when it stays so, look at health.aws.amazon.com and at the runner’s network.',
    transient: true,
  });
}

function whyOf(error: CutoverError): string {
  if (error instanceof AccessDeniedError) return `${error.action} was refused`;
  return error instanceof AwsCallError && error.code === 'NoAnswer'
    ? `no answer within ${LIMIT_MS / 1000} s`
    : error.message;
}
