import type { Clock } from '@cutover/domain/clock';
import type { Progress, ProgressEvent } from '@cutover/domain/progress';
import { LiveLog } from './live-log.ts';

/** An event and the moment of its arrival, in epoch milliseconds. */
export type RecordedEvent = ProgressEvent & { readonly at: number };

/**
 * More log lines than this are counted only, so that a chatty container can't fill the memory or the disk. What else
 * happens is always kept: a deployment that follows the chatter still has its timeline.
 */
const LOG_LINES = 20_000;

/** Receives the stream of events: shows each at once and keeps it for the summary and for `report.json`. */
export class Recorder implements Progress {
  readonly startedAt: number;
  readonly events: RecordedEvent[] = [];
  readonly #clock: Clock;
  readonly #log: LiveLog;
  #lines = 0;
  /** Events that did not fit. */
  dropped = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.startedAt = clock.now();
    this.#log = new LiveLog(this.startedAt);
  }

  report(event: ProgressEvent): void {
    const at = this.#clock.now();
    if (event.type === 'log.line' && ++this.#lines > LOG_LINES) this.dropped++;
    else this.events.push({ ...event, at });
    this.#log.write(event, at);
  }

  /** Nothing more will happen. @param headline of a run that ended well */
  end(headline?: string): void {
    if (headline === undefined) this.#log.end();
    else this.#log.done(headline, this.#clock.now());
  }
}
