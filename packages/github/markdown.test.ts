import { describe, expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { codeBlock, folded, inlineCode, link, plain, table } from './markdown.ts';

describe('text from outside', () => {
  test.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a & b', 'a &amp; b'],
    ['[click](https://example.com)', '\\[click\\](https://example.com)'],
    ['**bold** _under_ `code`', '\\*\\*bold\\*\\* \\_under\\_ \\`code\\`'],
    ['one | two', 'one \\| two'],
    ['# heading', '\\# heading'],
    ['first\r\n- second', 'first - second'],
    ['$x^2$ ~no~ @someone', '\\$x^2\\$ \\~no\\~ \\@someone'],
  ])('%j stays words', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('never opens a tag, breaks a line or ends a cell', () => {
    assert(
      property(string({ unit: 'grapheme-ascii' }), (text) => {
        const encoded = plain(text);
        expect(encoded).not.toMatch(/[<>\r\n]/);
        expect(encoded.replaceAll(/\\./g, '')).not.toMatch(/[|`*_[\]]/);
      }),
    );
  });
});

describe('code', () => {
  test.each([
    ['arn:aws:ecs:x', '`arn:aws:ecs:x`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a|b', '`a\\|b`'],
    ['a\nb', '`a b`'],
    [' ', ''],
  ])('%j inline', (text, expected) => {
    expect(inlineCode(text)).toBe(expected);
  });

  test('a block can’t be closed by its text', () => {
    expect(codeBlock('a\n````\n# no\n', 'text')).toBe('`````text\na\n````\n# no\n`````');
  });
});

test('a table', () => {
  expect(
    table(
      ['A', 'B'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ),
  ).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |');
});

test('a folded part encodes its title', () => {
  expect(folded('a <b>\nc', 'body')).toBe('<details><summary>a &lt;b&gt; c</summary>\n\nbody\n\n</details>');
});

test.each([
  ['https://example.com/a(b)|c', '[here](https://example.com/a%28b%29%7Cc)'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('a link to %s', (address, expected) => {
  expect(link('here', address)).toBe(expected);
});
