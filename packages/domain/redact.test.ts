import { expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { redactor } from './redact.ts';

test.each<[string, readonly string[], string, string]>([
  ['a value', ['secret'], 'a secret here', 'a *** here'],
  ['each time', ['secret'], 'secret secret', '*** ***'],
  ['one that contains another', ['abc', 'abcdef'], 'abcdef abc', '*** ***'],
  ['the lines of a longer text', ['first-line\nsecond-line'], 'got second-line', 'got ***'],
  ['no short lines', ['-----BEGIN\n}\n-----END'], 'a } b', 'a } b'],
  ['as JSON writes it', ['a"b\\c'], String.raw`{"x":"a\"b\\c"}`, '{"x":"***"}'],
  ['nothing of one or two characters', ['ab', ''], 'ab', 'ab'],
  ['white space around is no part of it', [' secret\n'], 'secret!', '***!'],
])('hides %s', (_, secrets, text, expected) => {
  expect(redactor(secrets)(text)).toBe(expected);
});

test('whatever the value and wherever it stands', () => {
  const value = string({ minLength: 3, maxLength: 30 }).map((text) => `§${text.replaceAll(/\s/g, '_')}§`);
  assert(
    property(value, string(), string(), (secret, before, after) => {
      expect(redactor([secret])(before + secret + after)).not.toContain(secret);
      expect(redactor([secret])(JSON.stringify(before + secret + after))).not.toContain(secret);
    }),
  );
});
