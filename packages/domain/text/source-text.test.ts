import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ConfigurationError } from '../errors.ts';
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

test('a key is a text as it is spelt', () => {
  const text = 'a:\n  1.10: x\n  012345678901: y\n  0x10: z\n  true: t\n  null: n\nb: {<<: {2.0: m}}\n';
  const source = readSourceText(text, 'a.yml');
  expect(source.value).toEqual({
    a: { '1.10': 'x', '012345678901': 'y', '0x10': 'z', true: 't', null: 'n' },
    b: { '2.0': 'm' },
  });
  expect(source.placeOf(['a', '012345678901'])).toMatchObject({ line: 3 });
  expect(source.placeOf(['b', '2.0'])).toMatchObject({ line: 7 });
});

describe('YAML is read as values', () => {
  const yaml = [
    'x-base: &base {cpu: 256, memory: "0512", logging: &log {driver: awslogs}}', // 1
    'x-more: &more', //                                                             2
    '  memory: 1024', //                                                            3
    '  name: more', //                                                              4
    'one:', //                                                                      5
    '  <<: *base', //                                                               6
    '  cpu: 512', //                                                                7
    'two:', //                                                                      8
    '  <<: [*base, *more]', //                                                      9
    'three: {logging: *log, version: *v}', //                                       10
  ]
    .join('\n')
    .replace('three', 'four: &v 1.0\nthree');
  const source = readSourceText(yaml, 'task.yml');

  test('merge keys become members; the map’s own and the first merged one win', () => {
    expect(source.value).toMatchObject({
      one: { cpu: 512, memory: '0512', logging: { driver: 'awslogs' } },
      two: { cpu: 256, memory: '0512', name: 'more' },
      three: { logging: { driver: 'awslogs' }, version: 1 },
    });
    expect(source.value).not.toHaveProperty(['one', '<<']);
  });

  test.each<[string, (string | number)[], number, number]>([
    ['a value that was merged in stands where its anchor has it', ['one', 'memory'], 1, 34],
    ['one that wins over a merged one stands in its map', ['one', 'cpu'], 7, 8],
    ['one from the second of a list of maps', ['two', 'name'], 4, 9],
    ['deep in a merged value', ['one', 'logging', 'driver'], 1, 65],
    ['an alias itself', ['three', 'logging'], 11, 18],
    ['what is absent from a merged map', ['two', 'image'], 9, 3],
  ])('%s', (_, path, line, column) => {
    expect(source.placeOf(path)).toEqual({ file: 'task.yml', line, column });
  });

  test('an alias and a merged scalar keep their spelling', () => {
    expect(source.spellingOf(['three', 'version'])).toBe('1.0');
    expect(source.spellingOf(['two', 'memory'])).toBe('0512');
  });

  test('a key in quotes is no merge key', () => {
    expect(readSourceText('{"<<": {"a": 1}}', 'x.json').value).toEqual({ '<<': { a: 1 } });
  });

  test('empty documents around the one with a value are none', () => {
    expect(readSourceText('---\na: 1\n---\n', 'x.yml').value).toEqual({ a: 1 });
    expect(readSourceText('# a comment\n---\na: 1\n...\n', 'x.yml').value).toEqual({ a: 1 });
  });

  test('tags of CloudFormation are kept only where a template is read', () => {
    expect(readSourceText('a: !Ref Name', 'x.yml', 'kept').value).toEqual({ a: 'Name' });
  });

  test('many aliases of one value are no attack', () => {
    const users = Array.from({ length: 3000 }, (_, at) => `u${at}:\n  <<: *base`);
    const { value } = readSourceText(['base: &base {a: 1, b: 2}', ...users].join('\n'), 'x.yml');
    expect(value).toHaveProperty('u2999', { a: 1, b: 2 });
  });

  test('what merges itself ends', () => {
    expect(refusal('a: &a\n  <<: *a\n  b: 1\n', 'x.yml')).toContain('x.yml:2:7: the alias *a stands inside');
  });
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
    ['a second document', 'a: 1\n---\nb: 2\n', 'task.yml', 'task.yml:3:1: a second document (---)'],
    ['a tag of CloudFormation', 'a: !Ref Role\n', 'task.yml', 'task.yml:1:4: unknown tag !Ref'],
    [
      'an alias inside its anchor',
      'a: &x [1, *x]\n',
      'task.yml',
      'task.yml:1:11: the alias *x stands inside',
    ],
    ['a merge key for a text', 'a:\n  <<: text\n', 'task.yml', 'task.yml:2:7: the merge key << takes maps'],
    [
      'a merge key for a list with a text',
      'b: &b [{}, text]\na:\n  <<: *b\n',
      'task.yml',
      'task.yml:3:7: the merge key << takes maps',
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

  test.each<[string, string, (name: string, before: string) => string]>([
    ['lists', '[x]', (name, before) => `${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`],
    ['maps', '{a: 1}', (name, before) => `${name} {k: ${before}, j: ${before}}`],
    ['merge keys', '{a: 1}', (name, before) => `${name} {<<: [${before}, ${before}]}`],
  ])('aliases that stand for a huge value: %s', (_, first, level) => {
    const levels = Array.from({ length: 60 }, (__, at) =>
      at === 0 ? `l0: &l0 ${first}` : level(`l${at}: &l${at}`, `*l${at - 1}`),
    );
    expect(refusal(levels.join('\n'), 'x.yml')).toMatch(/^x\.yml:\d+:\d+: with this alias the file has more/);
  });

  test('every one is said', () => {
    expect(refusal('a: 1\na: 2\nb: 1\nb: 2', 'x.yml').split('\n')).toHaveLength(2);
  });
});

test.each<[string, string, string]>([
  ['brackets without end', '['.repeat(1_000_000), 'nested deeper than 200 levels'],
  ['objects in objects', '{"a":'.repeat(10_000), 'nested deeper than 200 levels'],
  ['lists in lists', '- '.repeat(10_000), 'nested deeper than 200 levels'],
  ['20 MB', 'a'.repeat(20_000_000), 'has 20000000 characters, more than the 2000000 that are read'],
  ['20 MB in quotes', `"${'a'.repeat(20_000_000)}"`, 'more than the 2000000 that are read'],
])('%s are refused by name, not by the end of the stack', (_, text, message) => {
  expect(() => readSourceText(text, 'task.json')).toThrow(`task.json: the file `);
  expect(() => readSourceText(text, 'task.json')).toThrow(message);
});

test('a megabyte of white space or comments before the document is passed over', () => {
  expect(readSourceText(`${' '.repeat(1_000_000)}{"a": 1}`, 'task.json').value).toEqual({ a: 1 });
  expect(readSourceText(`${'/* */'.repeat(100_000)}{"a": 1}`, 'task.json').value).toEqual({ a: 1 });
});
