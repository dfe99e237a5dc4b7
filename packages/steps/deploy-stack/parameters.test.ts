import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Files } from '@cutover/domain/files';
import { parametersOf, readParameters } from './parameters.ts';
import { readPairs } from './pairs.ts';
import { readTemplate, type TemplateParameter } from './template.ts';

const known: readonly TemplateParameter[] = ['Name', 'Subnets', 'Url'].map((name) => ({
  name,
  hasDefault: name === 'Url',
  noEcho: false,
  type: 'String',
}));
const names = known.map(({ name }) => name);

const noFiles = { read: () => Promise.reject(new Error('no file')) } as unknown as Files;

async function problems(
  overrides: string,
  parameters: readonly TemplateParameter[],
  file?: string,
): Promise<ConfigurationError['problems']> {
  const files = file === undefined ? noFiles : ({ read: () => Promise.resolve(file) } as unknown as Files);
  try {
    await readParameters(
      { overrides, file: file === undefined ? undefined : 'production.yml' },
      parameters,
      files,
    );
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('pairs are read', () => {
  test.each<[string, string, Record<string, string>]>([
    ['one a line', 'Name=a\nUrl=b', { Name: 'a', Url: 'b' }],
    ['between commas', 'Name=a,Url=b', { Name: 'a', Url: 'b' }],
    ['with lists in them', 'Subnets=subnet-1,subnet-2,Name=a', { Subnets: 'subnet-1,subnet-2', Name: 'a' }],
    ['with = in them', 'Url=https://host/?a=1,b=2', { Url: 'https://host/?a=1,b=2' }],
    ['empty', 'Name=', { Name: '' }],
    ['in quotes', 'Name="a,b", Url=c', { Name: 'a,b', Url: 'c' }],
    ['with blank lines', '\nName=a\r\n\n', { Name: 'a' }],
  ])('%s', (_, text, values) => {
    const found = readPairs(text, 'parameter-overrides', names);
    expect(Object.fromEntries(found.map(({ name, value }) => [name, value]))).toEqual(values);
  });

  test('with the place of each', () => {
    expect(readPairs('Name=a, Url=b\n\nSubnets=c', 'shop.txt', names).map(({ place }) => place)).toEqual([
      { file: 'shop.txt', line: 1, column: 1 },
      { file: 'shop.txt', line: 1, column: 9 },
      { file: 'shop.txt', line: 3, column: 1 },
    ]);
  });

  test.each([
    ['Nam=a', 'Did you mean Name?'],
    ['Name=a,Urll=b', 'Did you mean Url?'],
    ['Unheard=a', 'The parameters are: Name, Subnets, Url.'],
    ['Name=a\nName=b', 'stands there twice'],
    ['=a', 'is not KEY=value'],
  ])('%s is refused', async (text, message) => {
    const [first] = await problems(text, known);
    expect(`${first?.what} ${first?.fix}`).toContain(message);
  });
});

describe('values are held against the template', () => {
  const { parameters } = readTemplate(
    `
Parameters:
  Color: { Type: String, AllowedValues: [blue, green] }
  Port: { Type: Number, MinValue: 1, MaxValue: 65535 }
  Path: { Type: String, AllowedPattern: '^/.*$' }
  Name: { Type: String, MinLength: 3, MaxLength: 5, ConstraintDescription: three to five letters }
  Secret: { Type: String, NoEcho: true, MinLength: 12 }
  Sizes: { Type: CommaDelimitedList, AllowedValues: [1, 2] }
  Key: { Type: 'AWS::SSM::Parameter::Value<String>', AllowedPattern: '^/shop/.*$' }
Resources: { A: { Type: AWS::Logs::LogGroup } }
`,
    'stack.yml',
  );

  test.each([
    ['Color=red', 'parameter Color is "red", which is not an allowed value. Give Color one of blue, green.'],
    ['Port=http', 'parameter Port is "http", which is not a number. Give Port a number from 1 to 65535.'],
    ['Port=0', 'is "0", which is not in the allowed range. Give Port a number from 1 to 65535.'],
    ['Port=65536', 'Give Port a number from 1 to 65535.'],
    ['Path=health', 'Give Path a value that matches ^/.*$.'],
    ['Name=ab', 'not at least 3 characters long. The template says: three to five letters.'],
    ['Name=abcdef', 'not at most 5 characters long.'],
    ['Sizes=1,3', 'parameter Sizes is "3", which is not an allowed value.'],
    ['Key=/other/key', 'Give Key a value that matches ^/shop/.*$.'],
  ])('%s', async (text, said) => {
    const [first] = await problems(text, parameters);
    expect(`${first?.what} ${first?.fix}`).toContain(said);
  });

  test.each([
    'Color=blue',
    'Port=80',
    'Path=/',
    'Name=abc',
    'Sizes=1, 2',
    'Secret=correct-horse',
    'Key=/shop/a',
  ])('%s is taken', async (text) => {
    expect(await problems(text, parameters)).toEqual([]);
  });

  test('all mistakes of both inputs come at once, each with its place', async () => {
    const found = await problems('Port=0,Path=a', parameters, 'Color: red\nColour: blue\n');
    expect(found.map(({ place }) => place)).toEqual([
      { file: 'production.yml', line: 1, column: 8 },
      { file: 'production.yml', line: 2, column: 9 },
      { file: 'parameter-overrides', line: 1, column: 1 },
      { file: 'parameter-overrides', line: 1, column: 8 },
    ]);
  });

  test('a secret value is never repeated', async () => {
    const found = await problems('Secret=hunter2', parameters);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});

test('parameter-overrides wins over the file', async () => {
  const files = { read: () => Promise.resolve('Name: a\nUrl: b') } as unknown as Files;
  const given = await readParameters({ overrides: 'Url=c', file: 'production.yml' }, known, files);
  expect([...given].map(([name, { value }]) => [name, value])).toEqual([
    ['Name', 'a'],
    ['Url', 'c'],
  ]);
});

test('a parameter that is not given keeps what the stack has, then takes its default, and is missed last', () => {
  const { parameters, missing } = parametersOf(known, new Map([['Name', 'a']]), { Name: 'b', Removed: 'c' });
  expect([...parameters]).toEqual([['Name', 'a']]);
  expect(missing).toEqual(['Subnets']);
  expect([...parametersOf(known, new Map(), { Name: 'b', Subnets: 'c' }).parameters]).toEqual([
    ['Name', undefined],
    ['Subnets', undefined],
  ]);
});
