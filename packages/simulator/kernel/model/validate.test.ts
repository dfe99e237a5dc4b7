import { describe, expect, test } from '@jest/globals';
import type { ApiModel } from './shape.ts';
import { type Rules, validate } from './validate.ts';

const model: ApiModel = {
  inputs: { Do: 'Request' },
  shapes: {
    Request: {
      is: 'structure',
      required: ['name'],
      members: { name: 'Name', kind: 'Kind', count: 'Count', on: 'boolean', parts: 'Parts', tags: 'Tags' },
    },
    Name: { is: 'string', min: 1, max: 5, pattern: '[a-z]+' },
    Kind: { is: 'string', values: ['A', 'B'] },
    Count: { is: 'integer', min: 1, max: 10 },
    Parts: { is: 'list', of: 'Part', max: 2 },
    Part: { is: 'structure', required: ['id'], members: { id: 'string' } },
    Tags: { is: 'map', key: 'Name', value: 'string' },
  },
};
const rules: Rules = { model, form: false, code: () => 'Invalid', wording: 'shared' };
const fails = 'failed to satisfy constraint: Member must';

describe('a request', () => {
  test.each([
    [{ name: 'abc', kind: 'A', count: 3, on: true, parts: [{ id: 'x' }], tags: { a: 'b' } }],
    [{ name: 'abc', unknown: { to: 'the model' } }],
    [{ name: 'abc', kind: null, parts: null }],
  ])('%j passes', (input) => {
    expect(() => validate(rules, 'Do', input)).not.toThrow();
  });

  test.each([
    [{}, `1 validation error detected: Value null at 'name' ${fails} not be null`],
    [
      { name: '' },
      `2 validation errors detected: Value '' at 'name' ${fails} have length greater than or equal to 1; Value '' at 'name' ${fails} satisfy regular expression pattern: [a-z]+`,
    ],
    [
      { name: 'a', kind: 'C' },
      `1 validation error detected: Value 'C' at 'kind' ${fails} satisfy enum value set: [A, B]`,
    ],
    [
      { name: 'a', count: 11 },
      `1 validation error detected: Value '11' at 'count' ${fails} have value less than or equal to 10`,
    ],
    [
      { name: 'a', parts: [{ id: 'x' }, {}] },
      `1 validation error detected: Value null at 'parts.2.member.id' ${fails} not be null`,
    ],
    [
      { name: 'a', tags: { A: 'x' } },
      `1 validation error detected: Value 'A' at 'tags.key' ${fails} satisfy regular expression pattern: [a-z]+`,
    ],
  ])('%j breaks a constraint', (input, message) => {
    expect(() => validate(rules, 'Do', input)).toThrow(expect.objectContaining({ code: 'Invalid', message }));
  });

  test.each([
    [{ name: 5 }, 'NUMBER_VALUE can not be converted to a String'],
    [{ name: 'a', count: '5' }, 'STRING_VALUE can not be converted to an Integer'],
    [{ name: 'a', on: 'true' }, 'STRING_VALUE can not be converted to a Boolean'],
    [{ name: {} }, 'Start of structure or map found where not expected.'],
    [{ name: ['a'] }, 'Unexpected list found where not expected.'],
    [{ name: 'a', count: 1.5 }, '1.5 can not be converted to integer'],
  ])('%j has a wrong type', (input, message) => {
    expect(() => validate({ ...rules, wording: 'own' }, 'Do', input)).toThrow(
      expect.objectContaining({ code: 'SerializationException', message }),
    );
  });
});

test.each([
  [{}, "Invalid parameter at 'name' failed to satisfy constraint: 'must not be null'"],
  [
    { name: 'A' },
    "Invalid parameter at 'name' failed to satisfy constraint: 'must satisfy regular expression '[a-z]+''",
  ],
  [
    { name: 'a', parts: [{ id: 'x' }, { id: 'y' }, { id: 'z' }] },
    "Invalid parameter at 'parts' failed to satisfy constraint: 'must have length less than or equal to 2'",
  ],
])('ECR tells of %j in its own words', (input, message) => {
  expect(() => validate({ ...rules, wording: 'ecr' }, 'Do', input)).toThrow(
    expect.objectContaining({ message }),
  );
});

describe('a form', () => {
  const form = { ...rules, form: true };

  test('has strings for everything and an empty text for an empty list', () => {
    expect(() => validate(form, 'Do', { name: 'a', count: '5', on: 'true', parts: '' })).not.toThrow();
  });

  test('names members with a small letter first', () => {
    const shapes = {
      Request: { is: 'structure' as const, required: ['StackName'], members: { StackName: 'string' } },
    };
    expect(() => validate({ ...form, model: { inputs: { Do: 'Request' }, shapes } }, 'Do', {})).toThrow(
      "Value null at 'stackName'",
    );
  });

  test('is refused when a number is none', () => {
    expect(() => validate(form, 'Do', { name: 'a', count: 'x' })).toThrow("'x' is not of type integer");
    expect(() => validate(form, 'Do', { name: 'a', count: '1.5' })).toThrow("'1.5' is not of type integer");
  });
});
