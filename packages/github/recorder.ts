import type { Clock } from '@cutover/domain/clock';
import type { Progress, ProgressEvent } from '@cutover/domain/progress';
import type { ShowLogs } from '@cutover/domain/inputs/show-logs';
import { PrivateKeyLines } from '@cutover/domain/redaction/private-key';
import { LiveLog } from './live-log.ts';
import type { Masks } from './masks.ts';

/** An event and the moment of its arrival, in epoch milliseconds. */
export type RecordedEvent = ProgressEvent & { readonly at: number };

/**
 * More log lines than this are counted only, so that a chatty container can't fill the memory or the disk. What else
 * happens is always kept: a deployment that follows the chatter still has its timeline.
 */
const LOG_LINES = 20_000;
/** Characters of a log line that are kept. */
const LOG_LINE = 16_000;

/**
 * Receives the stream of events: shows each at once and keeps it for the summary and for `report.json`. Secrets are
 * redacted here, before an event reaches either.
 */
export class Recorder implements Progress {
  readonly startedAt: number;
  readonly events: RecordedEvent[] = [];
  readonly #clock: Clock;
  readonly #log: LiveLog;
  readonly #masks: Masks;
  readonly #keys = new Map<string, PrivateKeyLines>();
  #showLogs: ShowLogs;
  #lines = 0;
  /** Also told of each event, redacted. */
  listener: ((event: ProgressEvent) => void) | undefined;
  /** Events that did not fit, and log lines that were not to be shown. */
  dropped = 0;

  constructor(clock: Clock, masks: Masks, showLogs: ShowLogs) {
    this.#clock = clock;
    this.#masks = masks;
    this.#showLogs = showLogs;
    this.startedAt = clock.now();
    this.#log = new LiveLog(this.startedAt);
  }

  /** Amount of log lines to keep from now on. */
  set showLogs(amount: ShowLogs) {
    this.#showLogs = amount;
  }

  report(told: ProgressEvent): void {
    const at = this.#clock.now();
    if (told.type === 'log.line' && this.#showLogs === 'none') {
      this.dropped++;
      return;
    }
    const event = this.#redacted(told);
    if (event.type === 'log.line' && ++this.#lines > LOG_LINES) this.dropped++;
    else this.events.push({ ...event, at });
    this.#log.write(event, at);
    this.listener?.(event);
  }

  /** Nothing more will happen. @param headline of a run that ended well */
  end(headline?: string): void {
    if (headline === undefined) this.#log.end();
    else this.#log.done(this.#masks.redact(headline), this.#clock.now());
  }

  /** Lines of several sources come mixed. */
  #keysOf(source: string): PrivateKeyLines {
    const known = this.#keys.get(source) ?? new PrivateKeyLines();
    this.#keys.set(source, known);
    return known;
  }

  #redacted(event: ProgressEvent): ProgressEvent {
    if (event.type !== 'log.line') return this.#masks.redactAll(event);
    const text =
      this.#showLogs === 'full'
        ? this.#masks.redactKnown(event.text)
        : this.#masks.redact(this.#keysOf(event.source).next(event.text));
    // Cut last: half a secret is no longer known as one.
    return { ...event, text: text.length <= LOG_LINE ? text : `${text.slice(0, LOG_LINE)}…` };
  }
}
