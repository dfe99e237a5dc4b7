import { expect, test } from '@jest/globals';
import { textTable } from './text-table.ts';

test('columns are aligned, and those without content left out', () => {
  expect(
    textTable(
      ['Target', 'Reason', 'State'],
      [
        ['10.0.0.1:80', '', 'healthy'],
        ['10.0.0.12:80', '', 'ill\nindeed'],
      ],
    ),
  ).toBe('Target        State\n10.0.0.1:80   healthy\n10.0.0.12:80  ill indeed');
});

test('without rows there is the header', () => {
  expect(textTable(['A', 'B'], [])).toBe('A  B');
});
