import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Files } from '@cutover/domain/files';
import { readParameters, type GivenParameters } from './parameters.ts';

const known = ['Name', 'Subnets', 'Version', 'Empty'].map((name) => ({
  name,
  hasDefault: true,
  noEcho: false,
  type: 'String',
}));

const MAPPING = '{"Name": "shop", "Subnets": ["subnet-1", "subnet-2"]}';
const LIST =
  '[{"ParameterKey": "Name", "ParameterValue": "shop"}, {"ParameterKey": "Version", "UsePreviousValue": true}]';

function files(text = ''): Files & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: async (path: string) => {
      asked.push(path);
      return await Promise.resolve(text);
    },
  } as unknown as Files & { readonly asked: string[] };
}

function valuesOf(given: GivenParameters): Record<string, string> {
  return Object.fromEntries([...given].map(([name, { value }]) => [name, value]));
}

async function read(text: string, content?: string): Promise<Record<string, string>> {
  return valuesOf(await readParameters({ overrides: text, file: undefined }, known, files(content)));
}

describe('overrides are read', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a JSON mapping', MAPPING, { Name: 'shop', Subnets: 'subnet-1,subnet-2' }],
    ['a list of ParameterKey and ParameterValue', LIST, { Name: 'shop' }],
    ['a list of texts', '["Name=shop", "Version=a=b"]', { Name: 'shop', Version: 'a=b' }],
    ['a mapping below Parameters', '{"Parameters": {"Name": "shop"}, "Tags": {"a": "b"}}', { Name: 'shop' }],
    [
      'a YAML mapping',
      'Name: shop\nSubnets:\n  - subnet-1\n  - subnet-2\n',
      { Name: 'shop', Subnets: 'subnet-1,subnet-2' },
    ],
    ['YAML with a comment first', '# of production\nName: shop', { Name: 'shop' }],
    ['a YAML list', '- ParameterKey: Name\n  ParameterValue: shop', { Name: 'shop' }],
    [
      'numbers as they are spelt',
      'Version: 1.10\nName: 012345678901',
      { Version: '1.10', Name: '012345678901' },
    ],
    ['booleans as they are spelt', 'Version: true\nName: No', { Version: 'true', Name: 'No' }],
    ['aliases', 'Name: &a shop\nVersion: *a', { Name: 'shop', Version: 'shop' }],
    ['an empty text', 'Empty: ""', { Empty: '' }],
    ['pairs', 'Name=shop,Version=1: 2', { Name: 'shop', Version: '1: 2' }],
    ['pairs on a line, as for the AWS CLI', 'Name=shop  Version=1: 2', { Name: 'shop', Version: '1: 2' }],
    [
      'a sentence, which no name of a parameter ends',
      'Name=for the shop a=b Version=1',
      { Name: 'for the shop a=b', Version: '1' },
    ],
    [
      'quotes around what looks like a pair',
      'Name="shop, Version=1" Version=2',
      { Name: 'shop, Version=1', Version: '2' },
    ],
    ['a pair with a URL', 'Name=https://host', { Name: 'https://host' }],
  ])('%s', async (_, text, values) => {
    expect(await read(text)).toEqual(values);
    expect(await read('file://stacks/shop.json', text)).toEqual(values);
  });

  test.each([
    ['file://stacks/shop.json', 'stacks/shop.json'],
    ['file:///srv/shop/parameters.json', '/srv/shop/parameters.json'],
    ['  file://stacks/shop.json\n', 'stacks/shop.json'],
  ])('%s is the file %s', async (text, path) => {
    const from = files(MAPPING);
    await readParameters({ overrides: text, file: undefined }, known, from);
    expect(from.asked).toEqual([path]);
  });
});

describe('is refused with its place', () => {
  test.each<[string, string, string, number | undefined]>([
    ['an unknown name', 'Name: a\nVerson: b', 'Did you mean Version?', 2],
    ['a name that stands there twice', '["Name=a",\n"Name=b"]', 'stands there twice', 2],
    ['an object', 'Name:\n  a: b', 'is an object', 2],
    ['no value', 'Name:\n', 'has no value', 1],
    ['a list of something else', '[{"Key": "Name"}]', 'is no parameter', 1],
    ['broken JSON', '{"Name": "a"\n"Version": "b"}', 'comma is missing', 2],
  ])('%s', async (_, text, message, line) => {
    const error = await readParameters(
      { overrides: 'file://shop.yml', file: undefined },
      known,
      files(text),
    ).then(
      () => undefined,
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(ConfigurationError);
    const { problems } = error as ConfigurationError;
    expect(`${problems[0]?.what} ${problems[0]?.fix}`).toContain(message);
    expect(problems[0]?.place).toMatchObject({ file: 'shop.yml', line });
  });

  test('a secret value is never repeated', async () => {
    const error = await readParameters(
      { overrides: 'Name: { a: hunter2 }', file: undefined },
      known,
      files(),
    ).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(JSON.stringify((error as ConfigurationError).problems)).not.toContain('hunter2');
  });

  test('a path beside something else', async () => {
    await expect(
      readParameters({ overrides: 'file://a.json\nName=b', file: undefined }, known, files()),
    ).rejects.toThrow(/something else/);
  });
});
