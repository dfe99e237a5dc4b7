import { describe, expect, test } from '@jest/globals';
import { Screen } from './screen.ts';

function written(isTerminal: boolean, use: (screen: Screen) => void): string {
  let text = '';
  use(new Screen((part) => (text += part), isTerminal, false));
  return text;
}

describe('the screen of the demonstration', () => {
  test('a chapter and its lines fit 80 columns', () => {
    const text = written(false, (screen) => {
      screen.chapter('2 of 5', 'word '.repeat(30).trim());
      screen.tell(`${'long '.repeat(30).trim()} ${'x'.repeat(100)}`, '  ');
    });
    const lines = text.split('\n');
    expect(lines[1]).toMatch(/^2 of 5 {2}word word/);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(
      lines
        .filter((line) => line !== '')
        .slice(1)
        .every((line) => line.startsWith('        ')),
    ).toBe(true);
  });

  test('a live line is written over on a terminal, and is not shown elsewhere', () => {
    const use = (screen: Screen): void => {
      screen.live('50 %');
      screen.live('60 %');
      screen.line('done');
    };
    expect(written(true, use)).toBe('        50 %\r\u001B[2K        60 %\r\u001B[2Kdone\n');
    expect(written(false, use)).toBe('done\n');
  });
});
