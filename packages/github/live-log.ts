import { endGroup, info, startGroup, warning } from '@actions/core';
import type { ProgressEvent } from '@cutover/domain/progress';
import { describeEvent } from './describe-event.ts';
import { formatClock } from './duration.ts';
import { harmless, oneLine, splitLines, visible } from './harmless.ts';

/** While nothing changes, a sign of life appears this often. */
const SIGN_OF_LIFE_MS = 30_000;
/** Characters of a line that are shown. */
const LONGEST_LINE = 16_000;

/** The job's log while the step runs: a line per event with the time since the start, long texts in folded groups. */
export class LiveLog {
  readonly #startedAt: number;
  readonly #latest = new Map<string, string>();
  #lastLineAt: number;
  #depth = 0;

  constructor(startedAt: number) {
    this.#startedAt = startedAt;
    this.#lastLineAt = startedAt;
  }

  write(event: ProgressEvent, at: number): void {
    const { type } = event;
    if (type === 'group.started') {
      // GitHub's groups can't be nested; an inner one is a line of the outer one.
      if (this.#depth++ === 0) startGroup(harmless(oneLine(event.title)));
      else this.#line(event.title, at);
    } else if (type === 'group.ended') {
      if (this.#depth > 0 && --this.#depth === 0) endGroup();
    } else if (type === 'document') {
      if (this.#depth === 0) startGroup(harmless(oneLine(event.title)));
      else this.#line(event.title, at);
      for (const line of splitLines(event.text)) info(harmless(`| ${cut(line)}`));
      if (this.#depth === 0) endGroup();
    } else if (type === 'warning') {
      warning(visible([event.what, event.fix].filter((part) => part !== undefined).join('\n')));
    } else if (type === 'log.line') {
      // Every line of a container is one of its own, so that none begins with the container's words.
      for (const text of splitLines(event.text)) this.#line(`${event.source} | ${cut(text)}`, at);
    } else if (type !== 'still.waiting' || at - this.#lastLineAt >= SIGN_OF_LIFE_MS) {
      this.#news(event, at);
    }
  }

  /** The last line of a run that ended well. */
  done(headline: string, at: number): void {
    this.end();
    this.#line(`✔ ${headline}`, at);
  }

  /** Closes what a step left open when it threw. */
  end(): void {
    if (this.#depth > 0) endGroup();
    this.#depth = 0;
  }

  #news(event: ProgressEvent, at: number): void {
    const description = describeEvent(event);
    if (description === undefined) return;
    const { link, subject } = description;
    const plain = link === undefined ? description.text : `${description.text}: ${link}`;
    const text = event.type === 'step.started' ? `▶ ${plain}` : plain;
    if (subject !== undefined) {
      if (this.#latest.get(subject) === text) return;
      this.#latest.set(subject, text);
    }
    this.#line(text, at);
  }

  #line(text: string, at: number): void {
    this.#lastLineAt = at;
    const clock = formatClock((at - this.#startedAt) / 1000);
    const [first = '', ...rest] = splitLines(text);
    info(harmless(`${clock}  ${cut(first)}`));
    for (const line of rest) info(harmless(`${' '.repeat(clock.length)}  | ${cut(line)}`));
  }
}

/** A line that nobody reads to its end. */
function cut(line: string): string {
  return line.length <= LONGEST_LINE
    ? line
    : `${line.slice(0, LONGEST_LINE)}… (${line.length - LONGEST_LINE} characters more)`;
}
