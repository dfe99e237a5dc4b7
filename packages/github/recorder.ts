import type { Clock } from '@cutover/domain/clock';
import type { Progress, ProgressEvent } from '@cutover/domain/progress';
import { LiveLog } from './live-log.ts';

/** An event and the moment of its arrival, in epoch milliseconds. */
export type RecordedEvent = ProgressEvent & { readonly at: number };

/** More events than this are counted only, so that a chatty container can't fill the memory or the disk. */
const LIMIT = 20_000;

/** Receives the stream of events: shows each at once and keeps it for the summary and for `report.json`. */
export class Recorder implements Progress {
  readonly startedAt: number;
  readonly events: RecordedEvent[] = [];
  readonly #clock: Clock;
  readonly #log: LiveLog;
  /** Events that did not fit. */
  dropped = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.startedAt = clock.now();
    this.#log = new LiveLog(this.startedAt);
  }

  report(event: ProgressEvent): void {
    const at = this.#clock.now();
    if (this.events.length < LIMIT) this.events.push({ ...event, at });
    else this.dropped++;
    this.#log.write(event, at);
  }

  /** Nothing more will happen. @param headline of a run that ended well */
  end(headline?: string): void {
    if (headline === undefined) this.#log.end();
    else this.#log.done(headline, this.#clock.now());
  }
}
