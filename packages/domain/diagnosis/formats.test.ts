import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diagnose } from './diagnose.ts';
import type { Source } from './source.ts';

interface Message {
  /** The software that says it; its sources hold the format. */
  readonly of: string;
  readonly source: Source;
  readonly text: string;
  readonly finding: string;
}

/** Messages after the formats of the software itself, with values of our own; none was written after a pattern. */
const messages = JSON.parse(readFileSync(new URL('formats.json', import.meta.url), 'utf8')) as Message[];

test('there are messages of at least 200 programs and libraries', () => {
  expect(new Set(messages.map(({ of }) => of)).size).toBeGreaterThanOrEqual(200);
});

describe('the first finding of a message of', () => {
  test.each(
    messages.map(({ of, text, source, finding }) => [of, text.slice(0, 100), source, finding, text] as const),
  )('%s: %s', (_, __, source, finding, text) => {
    expect(diagnose([{ source, text }])[0]?.id).toBe(finding);
  });
});
