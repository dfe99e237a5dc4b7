import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diagnose } from './diagnose.ts';
import type { Source } from './source.ts';
import { COMBINATIONS, VARIATIONS, type Variation } from './variations.ts';

interface Sample {
  readonly id: string;
  readonly source: Source;
  readonly text: string;
}

interface Other {
  readonly source: Source;
  readonly text: string;
  readonly finding: string | null;
}

const read = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T[];
const samples = read<Sample>('samples.json');
const others = [...read<Other>('cases.json'), ...read<Other>('formats.json')].flatMap(
  ({ finding, source, text }) => (finding === null ? [] : [{ id: finding, source, text }]),
);
/** A word that stands alone is the value of a member; no tool wraps or prefixes it. */
const sentences = [...samples, ...others].filter(
  ({ text }) => /\s/.test(text) && text !== 'Health checks failed',
);

const missed = (change: Variation, among: readonly Sample[]): readonly string[] =>
  among
    .filter(({ id, source, text }) => diagnose([{ source, text: change(text) }])[0]?.id !== id)
    .map(({ id }) => id);

describe('at least 99 % of the messages are recognised through', () => {
  // Each changes every third message; together they change all.
  const share = (at: number): readonly Sample[] => sentences.filter((__, index) => index % 3 === at % 3);

  test.each(Object.entries(VARIATIONS).map(([name, change], at) => [name, change, at] as const))(
    '%s',
    (_, change, at) => {
      const some = share(at);
      const lost = missed(change, some);
      expect({ lost, count: lost.length <= some.length / 100 }).toEqual({ lost, count: true });
    },
  );

  test.each(COMBINATIONS.map((names, at) => [names.join(' + '), names, at] as const))(
    '%s',
    (_, names, at) => {
      const some = share(at);
      const lost = missed((text) => names.reduce((read, name) => VARIATIONS[name](read), text), some);
      expect({ lost, count: lost.length <= some.length / 100 }).toEqual({ lost, count: true });
    },
  );
});

test('a reason of ECS that was cut at 255 characters still gets a finding', () => {
  const reasons = samples.filter(({ source }) => /DescribeTasks/.test(source));
  expect(
    reasons.filter(({ source, text }) => diagnose([{ source, text: text.slice(0, 255) }]).length === 0),
  ).toEqual([]);
});
