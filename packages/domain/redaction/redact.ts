import { redactAssignments } from './assignments.ts';
import { redactKeyEnds } from './private-key.ts';
import { redactTokens } from './tokens.ts';
import { redactUserInfo } from './user-info.ts';

/** Replacement for a secret. */
export const HIDDEN = '***';

/** Shorter lines of a secret text are no secrets, and hiding them would blacken the log. */
export const SHORTEST_LINE = 8;

/** Shorter values can't be told from ordinary text. */
export const SHORTEST_VALUE = 3;

/** Values below this length are hidden where they stand as a word, and not inside of other words. */
const SHORTEST_ANYWHERE = 8;

/**
 * Replaces values in what was said by `***`: whole, line by line, as a program writes them that quotes its output in the
 * way of JSON, and as they stand in a URL.
 */
export function redactor(secrets: Iterable<string>): (text: string) => string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    const whole = secret.trim();
    if (whole.length < SHORTEST_VALUE) continue;
    const lines = whole.split(/\r?\n/).map((line) => line.trim());
    const long = lines.length === 1 ? [] : lines.filter((line) => line.length >= SHORTEST_LINE);
    for (const form of [whole, ...long]) {
      forms.add(form);
      forms.add(JSON.stringify(form).slice(1, -1));
      if (form.isWellFormed()) forms.add(encodeURIComponent(form));
    }
  }
  if (forms.size === 0) return (text) => text;
  // The longest first: a secret may contain another one.
  const sorted = [...forms].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(sorted.map(patternOf).join('|'), 'g');
  return (text) => text.replaceAll(pattern, HIDDEN);
}

function patternOf(form: string): string {
  const literal = form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  if (form.length >= SHORTEST_ANYWHERE) return literal;
  // A short password such as "prod" must not turn "production" into "***uction".
  return `${/^\w/.test(form) ? String.raw`(?<!\w)` : ''}${literal}${/\w$/.test(form) ? String.raw`(?!\w)` : ''}`;
}

/**
 * Replaces what is a secret by its form or its place, whoever wrote it: user names and passwords in URLs, tokens of
 * well-known services, and values behind names such as `password`. ARNs, digests, commits and ids stay.
 */
export function redactSecretsByForm(text: string): string {
  return redactKeyEnds(redactAssignments(redactTokens(redactUserInfo(text))));
}
