import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { joinShellWords, NoShellWords, splitShellWords } from './shell-words.ts';

describe('a line is split as a shell splits it', () => {
  test.each([
    ['npm run migrate', ['npm', 'run', 'migrate']],
    ['  two   blanks\tand a tab ', ['two', 'blanks', 'and', 'a', 'tab']],
    [`sh -c 'a && b | c'`, ['sh', '-c', 'a && b | c']],
    [String.raw`say "a \"b\" \n $HOME"`, ['say', String.raw`a "b" \n $HOME`]],
    [String.raw`one\ word 'it'\''s'`, ['one word', "it's"]],
    [`--empty='' "" x`, ['--empty=', '', 'x']],
    ['KEY=a=b', ['KEY=a=b']],
    ['絵文字 😀', ['絵文字', '😀']],
  ])('%s', (line, words) => {
    expect(splitShellWords(line)).toEqual(words);
  });

  test.each(['a && b', 'a | b', 'a > file', '$(date)', 'a; b', "it's", '"open', 'end\\'])(
    '%s is refused',
    (line) => {
      expect(() => splitShellWords(line)).toThrow(NoShellWords);
    },
  );
});

test('what was joined is split into the same words', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
      expect(splitShellWords(joinShellWords(words))).toEqual(words);
    }),
  );
});
