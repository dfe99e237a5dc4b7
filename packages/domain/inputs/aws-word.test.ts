import { expect, test } from '@jest/globals';
import { ConfigurationError } from '../errors.ts';
import { awsWord } from './aws-word.ts';
import { parseInputs } from './input.ts';

const SCHEMA = { 'launch-type': awsWord(['FARGATE', 'EC2'], {}) };

function parsed(value: string): { readonly value: string | undefined; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const inputs = parseInputs(SCHEMA, { 'launch-type': value }, { note: (text) => notes.push(text) });
  return { value: inputs['launch-type'], notes };
}

test('a known word is taken without a word', () => {
  expect(parsed('EC2')).toEqual({ value: 'EC2', notes: [] });
});

test('a word that AWS may have added is passed on, and named', () => {
  expect(parsed('LAMBDA_INSTANCES')).toEqual({
    value: 'LAMBDA_INSTANCES',
    notes: [expect.stringContaining('"LAMBDA_INSTANCES" is none of FARGATE, EC2; AWS decides about it.')],
  });
});

test.each([
  ['fargate', /Did you mean FARGATE/],
  ['FARGAT', /Did you mean FARGATE/],
  ['E2C', /Did you mean EC2/],
  ['FARGATE,EC2', /Write one of FARGATE, EC2/],
  ['${TYPE}', /Write one of FARGATE, EC2/],
])('%s is refused', (value, fix) => {
  const refused = (): unknown => {
    try {
      return parsed(value);
    } catch (error) {
      return error;
    }
  };
  expect(refused()).toBeInstanceOf(ConfigurationError);
  expect((refused() as ConfigurationError).problems[0]?.fix).toMatch(fix);
});
