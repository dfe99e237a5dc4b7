import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diagnose, RECOGNISERS } from './diagnose.ts';
import type { Source } from './source.ts';

interface Sample {
  readonly id: string;
  readonly source: Source;
  readonly text: string;
}

/** Real messages with neutral names; one for each failure that is known. */
const samples = JSON.parse(readFileSync(new URL('samples.json', import.meta.url), 'utf8')) as Sample[];
const first = (source: Source, text: string): string | undefined => diagnose([{ source, text }])[0]?.id;

describe('each known failure is recognised by its message', () => {
  test.each(samples)('$id', ({ id, source, text }) => {
    expect(first(source, text)).toBe(id);
  });

  test('samples and recognisers are the same set', () => {
    expect(new Set(samples.map(({ id }) => id))).toEqual(new Set(RECOGNISERS.map(({ id }) => id)));
  });
});

describe('what tools put around a message changes nothing', () => {
  // A code that stands alone is what its API gives; no tool wraps it.
  const wrapped = samples.filter(({ text }) => text.includes(' ') && !text.startsWith('exec '));

  test.each([
    ['a log prefix', (text: string) => `##[error]Error: ${text}`],
    [
      'what the SDK appends',
      (text: string) => `${text} (Service: AmazonECS; Status Code: 400; Request ID: 0123)`,
    ],
    ['a line before and a line behind', (text: string) => `starting up\n${text}\ndone`],
    ['curly quotes', (text: string) => text.replaceAll("'", '’')],
    ['another account', (text: string) => text.replaceAll('123456789012', '210987654321')],
  ])('%s', (_, wrap) => {
    const exact = new Set([
      'target-failed-health-checks',
      'task-failed-to-start-agent',
      'task-failed-to-start-attribute',
    ]);
    const missed = wrapped.filter(
      ({ id, source, text }) => !exact.has(id) && first(source, wrap(text)) !== id,
    );
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});

test('no sample is claimed by two roots', () => {
  const roots = new Set(
    RECOGNISERS.filter(({ vague }) => vague === undefined || vague === 'kind').map(({ id }) => id),
  );
  const claimed = samples
    .map(({ id, source, text }) => ({
      id,
      roots: diagnose([{ source, text }])
        .map((finding) => finding.id)
        .filter((one) => roots.has(one)),
    }))
    .filter((sample) => sample.roots.length > 1);
  expect(claimed).toEqual([]);
});

test('rows of one id say the same', () => {
  const texts = new Map<string, string>();
  for (const { cause, fix, id } of RECOGNISERS) {
    const said = `${cause} ${fix}`;
    expect({ id, said: texts.get(id) ?? said }).toEqual({ id, said });
    texts.set(id, said);
  }
});
