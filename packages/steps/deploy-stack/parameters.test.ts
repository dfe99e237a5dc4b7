import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { parametersOf, parseParameterOverrides } from './parameters.ts';
import type { TemplateParameter } from './template.ts';

const known: readonly TemplateParameter[] = ['Name', 'Subnets', 'Url'].map((name) => ({
  name,
  hasDefault: name === 'Url',
  noEcho: false,
}));

describe('overrides are read', () => {
  test.each<[string, string, Record<string, string>]>([
    ['one a line', 'Name=a\nUrl=b', { Name: 'a', Url: 'b' }],
    ['between commas', 'Name=a,Url=b', { Name: 'a', Url: 'b' }],
    ['with lists in them', 'Subnets=subnet-1,subnet-2,Name=a', { Subnets: 'subnet-1,subnet-2', Name: 'a' }],
    ['with = in them', 'Url=https://host/?a=1,b=2', { Url: 'https://host/?a=1,b=2' }],
    ['empty', 'Name=', { Name: '' }],
    ['in quotes', 'Name="a,b", Url=c', { Name: 'a,b', Url: 'c' }],
    ['with blank lines', '\nName=a\r\n\n', { Name: 'a' }],
  ])('%s', (_, text, values) => {
    expect(Object.fromEntries(parseParameterOverrides(text, known))).toEqual(values);
  });

  test.each([
    ['Nam=a', 'Did you mean Name?'],
    ['Name=a,Urll=b', 'Did you mean Url?'],
    ['Unheard=a', 'The parameters are: Name, Subnets, Url.'],
    ['Name=a\nName=b', 'stands there twice'],
    ['=a', 'is not KEY=value'],
  ])('%s is refused', (text, message) => {
    let said = '';
    try {
      parseParameterOverrides(text, known);
    } catch (error) {
      if (error instanceof ConfigurationError) said = `${error.message} ${error.remedy}`;
    }
    expect(said).toContain(message);
  });
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
