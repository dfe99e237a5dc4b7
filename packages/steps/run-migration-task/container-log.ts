import { lastSegment } from '@cutover/domain/identity/arn';
import { consoleLink } from '@cutover/domain/console';
import { AwsCallError, CutoverError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import type { LogSource } from './migration-plan.ts';

/** Lines that are kept for outputs, summary and diagnosis. */
const TAIL = 50;
const TAIL_CHARACTERS = 8000;
/** Lines may arrive a little after the task has stopped. */
const GRACE_MS = 2000;

/** One container's output: every line is reported once, in order, while it is being written. */
export class ContainerLog {
  readonly link: string | undefined;
  readonly #world: World;
  readonly #source: { group: string; stream: string; region: string } | undefined;
  readonly #name: string;
  readonly #tail: string[] = [];
  #token: string | undefined;
  #broken = false;
  #warned = false;

  constructor(source: LogSource, container: string, taskArn: string, world: World) {
    this.#world = world;
    this.#name = container;
    if (source.kind === 'elsewhere') {
      world.progress.report({ type: 'note', text: `No log lines follow: ${source.why}.` });
      return;
    }
    const { group, region } = source;
    const stream = `${source.prefix}/${container}/${lastSegment(taskArn)}`;
    this.#source = { group, stream, region };
    this.link = consoleLink(region, { kind: 'logStream', group, stream });
  }

  /** The last lines, for the diagnosis. */
  get tail(): string {
    return this.#tail.join('\n').slice(-TAIL_CHARACTERS);
  }

  /** The last lines, for people; empty when no line may be shown. */
  get shown(): string {
    return this.#world.showLogs === 'none' ? '' : this.tail;
  }

  /**
   * Reports what is new, until CloudWatch gives the same token again.
   * @returns whether there was anything
   */
  async read(): Promise<boolean> {
    if (this.#source === undefined || this.#broken) return false;
    let found = false;
    try {
      for (;;) {
        const page = await this.#world.aws.logs.page(this.#source, this.#token);
        if (page === undefined) return found;
        for (const { timestamp, text } of page.lines) {
          found = true;
          this.#world.progress.report({ type: 'log.line', source: this.#name, text, timestamp });
          this.#tail.push(text);
          if (this.#tail.length > TAIL) this.#tail.shift();
        }
        const ended = page.token === undefined || page.token === this.#token;
        this.#token = page.token ?? this.#token;
        if (ended) return found;
      }
    } catch (error) {
      // The work goes on and its exit code counts, whether or not its output can be read.
      if (!(error instanceof CutoverError)) throw error;
      // Throttling or an outage passes: the next look reads on where this one began.
      this.#broken = !(error instanceof AwsCallError && error.transient);
      if (!this.#warned || this.#broken) {
        this.#world.progress.report({
          type: 'warning',
          what: `The log of container ${this.#name} can't be read${this.#broken ? '' : ' now'}: ${error.message}`,
          fix: error.fix,
        });
      }
      this.#warned = true;
      return found;
    }
  }

  /**
   * Reads to the end after the task has stopped. Late lines get a moment to arrive, and a container that failed without a
   * word a longer one.
   */
  async finish(intervalMs: number, failed: boolean): Promise<void> {
    await this.read();
    const { clock, signal } = this.#world;
    const grace = Math.min(GRACE_MS, intervalMs * 2);
    const until = clock.now() + 5 * grace;
    for (;;) {
      if (signal.aborted || this.#source === undefined || this.#broken) return;
      await clock.sleep(grace, signal);
      const found = await this.read();
      if (clock.now() >= until || (!found && !(failed && this.#tail.length === 0))) return;
    }
  }
}
