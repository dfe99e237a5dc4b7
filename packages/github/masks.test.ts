import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pairs, text } from '@cutover/domain/inputs/input';
import { Masks } from './masks.ts';

let masked: string[];

beforeEach(() => {
  masked = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    masked.push(String(line).trimEnd());
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

const schema = {
  secrets: pairs({ secret: true, aliases: ['build-secrets'] }),
  token: text({ secret: true }),
  note: text(),
};

test('secret inputs are masked whole, by line and by value, under each of their names', () => {
  new Masks().addInputs(schema, {
    'build-secrets': 'NPM=hunter22\nCA=-----BEGIN',
    token: 'Zm9vYg==',
    note: 'open',
  });
  expect(masked).toEqual([
    '::add-mask::NPM=hunter22%0ACA=-----BEGIN',
    '::add-mask::NPM=hunter22',
    '::add-mask::hunter22',
    '::add-mask::CA=-----BEGIN',
    '::add-mask::-----BEGIN',
    // The padding is no value of its own.
    '::add-mask::Zm9vYg==',
  ]);
});

test('a secret within a longer one leaves nothing of the longer one', () => {
  const masks = new Masks();
  masks.add('pass');
  masks.add('password1');
  masks.add('  ');
  expect(masks.redact('password1, pass and $& of it')).toBe('***, *** and $& of it');
});

test('a private key in the lines of a value is hidden, line by line', () => {
  const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
  const evidence = ['before', '-----BEGIN PRIVATE KEY-----', line, '-----END PRIVATE KEY-----', line];
  expect(new Masks().redactAll({ findings: [{ evidence }] })).toEqual({
    findings: [{ evidence: ['before', '***', '***', '***', line] }],
  });
});
