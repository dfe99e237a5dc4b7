import { expect, test } from '@jest/globals';
import { parseCommand, parseFileCommand } from './file-commands.ts';

test('values may hold newlines, equals signs and empty lines', () => {
  expect(parseFileCommand('a<<x\n1\n\nb=2\nx\nc=d=e\n')).toEqual({ a: '1\n\nb=2', c: 'd=e' });
});

test('a value without its closing delimiter is refused', () => {
  expect(() => parseFileCommand('a<<x\n1\n')).toThrow('no closing delimiter for a');
});

test('a command has properties and an escaped message', () => {
  expect(parseCommand('::error title=No%3A image,file=a%2Cb::first%0Asecond 100%25')).toEqual({
    command: 'error',
    properties: { title: 'No: image', file: 'a,b' },
    message: 'first\nsecond 100%',
  });
  expect(parseCommand('plain text')).toBeUndefined();
});
