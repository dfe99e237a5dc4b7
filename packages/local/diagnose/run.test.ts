import { expect, test } from '@jest/globals';
import type { Invocation } from '../invocation.ts';
import { diagnoseHere, USAGE } from './run.ts';

/** The command line that the action would be run with, and what was written. */
async function asked(argv: readonly string[]) {
  const written: string[] = [];
  const given: (readonly string[])[] = [];
  const invocation = { argv, write: (text: string) => written.push(text) } as unknown as Invocation;
  const exitCode = await diagnoseHere(invocation, async (one) => {
    given.push(one.argv);
    return await Promise.resolve(7);
  });
  return { exitCode, given: given[0], written: written.join('') };
}

test('its options are the inputs of the action, and the exit code is the action’s', async () => {
  expect(
    await asked(['--service', 'web', '--cluster', 'shop', '--region', 'eu-west-1', '--simulator']),
  ).toEqual({
    exitCode: 7,
    given: [
      'diagnose',
      '--with',
      'service=web',
      '--with',
      'cluster=shop',
      '--with',
      'region=eu-west-1',
      '--simulator',
    ],
    written: '',
  });
  expect((await asked(['--stack', 'shop', '--results', 'out', '--verbose'])).given).toEqual([
    'diagnose',
    '--with',
    'stack=shop',
    '--results',
    'out',
    '--verbose',
  ]);
});

test('help runs nothing', async () => {
  expect(await asked(['--help'])).toEqual({ exitCode: 0, given: undefined, written: USAGE });
});

test.each([
  ['neither service nor stack', ['--cluster', 'shop'], /needs --service or --stack/],
  ['an unknown option', ['--servce', 'web'], /Unknown option '--servce'/],
])('%s is refused', async (_, argv, said) => {
  await expect(asked(argv)).rejects.toThrow(said);
});
