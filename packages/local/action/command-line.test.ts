import { describe, expect, test } from '@jest/globals';
import { readCommand } from './command-line.ts';

describe('the command line of npm run action', () => {
  test('inputs keep everything behind the first =, blanks and lines included', () => {
    expect(
      readCommand(['rollback', '-w', 'stack=my-app', '--with', 'variables=A=1\nB= 2 ', '--simulator']),
    ).toEqual({
      kind: 'run',
      name: 'rollback',
      given: { stack: 'my-app', variables: 'A=1\nB= 2 ' },
      inputsFile: undefined,
      target: { simulator: 'http://127.0.0.1:4566' },
      workspace: undefined,
      results: undefined,
      verbose: false,
    });
  });

  test('without --simulator the account is that of the credentials', () => {
    expect(readCommand(['preflight'])).toMatchObject({ target: { simulator: undefined } });
  });

  test.each([
    [[], undefined],
    [['--help'], undefined],
    [['preflight', '-h'], 'preflight'],
  ])('%j asks for help', (argv, name) => {
    expect(readCommand(argv)).toEqual({ kind: 'help', name });
  });

  test.each([
    ['an input without a value', ['preflight', '--with', 'stack'], /--with stack has no value/],
    ['an input without a name', ['preflight', '--with', '=secret'], /--with has no name/],
    ['an unknown option', ['preflight', '--dry-run'], /Unknown option '--dry-run'/],
    ['a word that is no option', ['preflight', 'stack=a'], /'stack=a' belongs to no option/],
    [
      'an endpoint that is no address',
      ['preflight', '--endpoint', '4566'],
      /--endpoint 4566 is not an address/,
    ],
  ])('%s is refused', (_, argv, message) => {
    expect(() => readCommand(argv)).toThrow(message);
  });
});
