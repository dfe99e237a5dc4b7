import { expect, test } from '@jest/globals';
import { briefly, inOneLine } from './line.ts';

test.each([
  ['a', 'a'],
  [' a ', ' a '],
  ['a\nb', 'a b'],
  ['a  \r\n\n  b', 'a b'],
  ['a\n \nb', 'a b'],
  ['\na', ' a'],
  ['a\n', 'a '],
  ['a  b', 'a  b'],
])('%j in one line is %j', (text, line) => {
  expect(inOneLine(text)).toBe(line);
});

test('a long text is cut in a message', () => {
  expect([briefly('abc', 3), briefly('abcd', 3)]).toEqual(['abc', 'abc…']);
});
