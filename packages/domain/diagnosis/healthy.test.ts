import { describe, expect, test } from '@jest/globals';
import { diagnose } from './diagnose.ts';
import { filledIn, HEALTHY } from './healthy.ts';
import type { Source } from './source.ts';

/** Times that each line is written, each time with other values. */
const TIMES = 40;
const written = (lines: readonly string[], times: number): readonly string[] =>
  Array.from({ length: times }, (_, round) =>
    lines.map((line, index) => filledIn(line, round * lines.length + index)),
  ).flat();

test('there are at least 5,000 lines of healthy systems', () => {
  const count = Object.values(HEALTHY).reduce((sum, lines) => sum + lines.length * TIMES, 0);
  expect(count).toBeGreaterThanOrEqual(5000);
});

describe('no finding in the lines of', () => {
  test.each(Object.entries(HEALTHY) as [Source, readonly string[]][])('%s', (source, lines) => {
    const alarms = written(lines, TIMES).flatMap((text) =>
      diagnose([{ source, text }]).map(({ id }) => `${id}: ${text}`),
    );
    expect([...new Set(alarms)]).toEqual([]);
  });

  test.each(Object.entries(HEALTHY) as [Source, readonly string[]][])('%s, as one log', (source, lines) => {
    const text = written(lines, 10).join('\n');
    expect(diagnose([{ source, text }]).map(({ evidence, id }) => `${id}: ${evidence.join(' ')}`)).toEqual(
      [],
    );
  });
});
