import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ConfigurationError } from './errors.ts';
import { readSourceText } from './source-text.ts';

function refusal(text: string, file: string): string {
  try {
    readSourceText(text, file);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (text, indent) => {
      const pretty = JSON.stringify(JSON.parse(text), undefined, indent);
      expect(readSourceText(pretty, 'file.json').value).toEqual(JSON.parse(text));
    }),
  );
});

test('comments and trailing commas are no mistakes, and no place moves', () => {
  const source = readSourceText(
    [
      '// what runs',
      '{',
      '\t"family": "app", /* several',
      '  lines */ "image": "https://example.com//a",',
      '  "list": [1, 2, ], // the end',
      '}',
    ].join('\n'),
    'task.json',
  );
  expect(source.value).toEqual({ family: 'app', image: 'https://example.com//a', list: [1, 2] });
  expect(source.placeOf(['image'])).toEqual({ file: 'task.json', line: 4, column: 21 });
  expect(source.placeOf(['list', 1])).toEqual({ file: 'task.json', line: 5, column: 15 });
});

test('what is absent stands where its nearest parent does', () => {
  const source = readSourceText('a:\n  b: 1\n', 'file.yml');
  expect(source.placeOf(['a', 'c', 0])).toEqual({ file: 'file.yml', line: 2, column: 3 });
});

test('a scalar keeps its spelling', () => {
  const source = readSourceText('version: 1.0\n', 'file.yml');
  expect(source.value).toEqual({ version: 1 });
  expect(source.spellingOf(['version'])).toBe('1.0');
});

describe('syntax errors have a place', () => {
  test.each([
    ['a missing comma', '{"a": 1\n "b": 2}', 'task.json', 'task.json:1:7: a comma is missing'],
    ['an open object', '{"a": 1', 'task.json', 'task.json:1:8: the object must end with a }'],
    [
      'a key that stands there twice',
      '{"a": 1,\n "a": 2}',
      'task.json',
      'task.json:2:2: the key "a" stands there twice',
    ],
    ['a word without quotes', '{"a": tru}', 'task.json', 'task.json:1:7: "tru" stands here without quotes'],
    ['YAML’s own', 'a: b: c', 'task.yml', 'task.yml:1:4: Nested mappings'],
    [
      'two values without a comma, told once',
      '[\n {"a": 1 "b": 2}\n]',
      'task.json',
      'task.json:2:8: a comma is missing behind the value that begins here',
    ],
    ['an alias without an anchor', 'a: &x 1\nb: *y\n', 'task.yml', 'task.yml:2:4: there is no anchor &y'],
    [
      'a YAML key that stands there twice',
      'a: 1\nb: 2\na: 3',
      'task.yml',
      'task.yml:3:1: the key a stands there twice',
    ],
  ])('%s', (_, text, file, message) => {
    expect(refusal(text, file)).toContain(message);
  });

  test('aliases that stand for a huge value', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x]'
        : `l${level}: &l${level} [${Array.from({ length: 9 }, () => `*l${level - 1}`).join(', ')}]`,
    );
    expect(refusal(levels.join('\n'), 'x.yml')).toContain('x.yml: ');
  });

  test('every one is said', () => {
    expect(refusal('a: 1\na: 2\nb: 1\nb: 2', 'x.yml').split('\n')).toHaveLength(2);
  });
});
