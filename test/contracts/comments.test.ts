import { expect, test } from '@jest/globals';
import { sources } from './sources.ts';

/** Beginnings of riddles: the sentence names its subject only later, or never. */
const RIDDLE = /(?:\/\/|\/\*\*|^ *\*) (?:What|Who|Whoever|Whose|Nobody|So many|So long|Such)\b/;

test('a comment begins with its subject', () => {
  const found = ['packages', 'actions']
    .flatMap(sources)
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (RIDDLE.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});
