import { reasonOf } from '@cutover/domain/text/reason';
import { formatStatuses, isAmong, type Statuses } from '@cutover/domain/target/http-status';
import { InvalidInput } from '@cutover/domain/inputs/input';

/** A text that must be contained, or a pattern that must match; `shown` is how the user wrote it. */
export interface TextExpectation {
  readonly shown: string;
  readonly fits: (text: string) => boolean;
}

export interface HeaderExpectation {
  /** Lower case. */
  readonly name: string;
  /** Undefined: it is enough that the header is there. */
  readonly value: TextExpectation | undefined;
}

/** Expected properties of an answer. */
export interface AnswerExpectation {
  readonly statuses: Statuses;
  readonly body: TextExpectation | undefined;
  readonly headers: readonly HeaderExpectation[];
  /** From the start of the request to the last byte of the answer, in milliseconds. */
  readonly maxLatencyMs: number | undefined;
}

/** An answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first mebibyte of it. */
  readonly body: string;
  readonly milliseconds: number;
}

/** Fault of an answer, as the end of a sentence that starts with the address; undefined when there is none. */
export function complaintOf(answer: HttpAnswer, expected: AnswerExpectation): string | undefined {
  const { body, headers, milliseconds, status } = answer;
  if (!isAmong(status, expected.statuses)) {
    const { location } = headers;
    const where = location === undefined ? '' : ` (a redirect to ${location})`;
    return `answered ${status}${where}, not ${formatStatuses(expected.statuses)}`;
  }
  for (const { name, value } of expected.headers) {
    const found = headers[name];
    if (found === undefined) return `answered ${status} without the header ${name}`;
    if (value !== undefined && !value.fits(found))
      return `answered ${status} with ${name}: ${excerpt(found)}, which does not fit ${value.shown}`;
  }
  if (expected.body !== undefined && !expected.body.fits(body)) {
    return `answered ${status}, but the body does not fit ${expected.body.shown}; it is ${body === '' ? 'empty' : excerpt(body)}`;
  }
  if (expected.maxLatencyMs !== undefined && milliseconds > expected.maxLatencyMs) {
    return `answered ${status} after ${Math.round(milliseconds)} ms, more than ${expected.maxLatencyMs} ms`;
  }
  return undefined;
}

const LONGEST_EXCERPT = 120;

/** The beginning of a text from outside, fit for one line. */
function excerpt(text: string): string {
  const line = text
    .slice(0, LONGEST_EXCERPT)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return `“${line}${text.length > LONGEST_EXCERPT ? '…' : ''}”`;
}

/** `/pattern/flags` is a regular expression, anything else a text that must be contained. */
export function parseText(value: string): TextExpectation {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(value) ?? [];
  if (source === undefined) {
    return { shown: JSON.stringify(value), fits: (text) => text.includes(value) };
  }
  if (!/^[imsuv]*$/.test(flags ?? '')) {
    throw new InvalidInput('a text or a /regular expression/', 'Of the flags, i, m, s, u and v can be used.');
  }
  try {
    const pattern = new RegExp(source, flags);
    return { shown: value, fits: (text) => pattern.test(text) };
  } catch (error) {
    throw new InvalidInput('a text or a /regular expression/', `Mend the expression (${reasonOf(error)}).`);
  }
}

/** `name` or `name: text` or `name: /pattern/`, one a line. */
export function parseHeaders(value: string): readonly HeaderExpectation[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, name, text] = /^([\w!#$%&'*+.^`|~-]+)(?:\s*:\s*(.*))?$/.exec(line) ?? [];
      if (name === undefined) {
        throw new InvalidInput(
          'a list of headers',
          'Write one a line, like content-type: application/json, x-version: /^42$/ or strict-transport-security.',
        );
      }
      return {
        name: name.toLowerCase(),
        value: text === undefined || text === '' ? undefined : parseText(text),
      };
    });
}
