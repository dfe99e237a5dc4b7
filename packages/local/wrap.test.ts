import { expect, test } from '@jest/globals';
import { wrapText } from './wrap.ts';

test('lines but the first hang', () => {
  expect(wrapText('one two three four five', 9, '  ')).toEqual(['one two', '  three', '  four', '  five']);
});
