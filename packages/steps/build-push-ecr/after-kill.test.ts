import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { forgetAfterKill } from './build.ts';
import { testWorld } from '../testing/world.ts';

const OWN = '/tmp/runner/cutover-01234567-89ab-cdef-0123-456789abcdef';

/** Behaviour of `post:` with a saved state. */
async function after(remembered: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const told: string[] = [];
  await forgetAfterKill(
    remembered,
    testWorld({
      files: { isOwnFolder: async (path: string) => path === OWN, resolve: (path: string) => path },
      docker: {
        run: async ({ args }: { readonly args: readonly string[] }) => {
          told.push(args.join(' '));
          return { exitCode: 0, tail: [] };
        },
        forget: async (path: string) => told.push(`forget ${path}`),
      },
    }),
  );
  return told;
}

const NAME = 'cutover-01234567-89ab-cdef-0123-456789abcdef';

test.each<[string, Record<string, string>, string[]]>([
  ['nothing', {}, []],
  ['its own folder', { 'docker-config': OWN }, [`forget ${OWN}`]],
  [
    'its own folder and builder',
    { 'docker-config': OWN, builder: NAME },
    [`buildx rm --force ${NAME}`, `forget ${OWN}`],
  ],
  ['a builder of somebody else', { 'docker-config': OWN, builder: 'team' }, [`forget ${OWN}`]],
  ['a folder that it did not make', { 'docker-config': '/srv/shop', builder: NAME }, []],
  ['the root', { 'docker-config': '/' }, []],
])('a saved state that names %s', async (_, remembered, told) => {
  expect(await after(remembered)).toEqual(told);
});

interface Removal {
  readonly signal: AbortSignal;
}

/** What `post:` forgets and what it says when the removal of the builder ends so. */
async function whenRemoval(
  ends: (removal: Removal) => Promise<{ readonly exitCode: number; readonly tail: readonly string[] }>,
): Promise<{ readonly forgotten: readonly string[]; readonly said: string }> {
  const forgotten: string[] = [];
  const world = testWorld({
    files: { isOwnFolder: async () => true, resolve: (path: string) => path },
    docker: { run: ends, forget: async (path: string) => void forgotten.push(path) },
  });
  const said = await forgetAfterKill({ 'docker-config': OWN, builder: NAME }, world).then(
    () => 'nothing',
    (error: Error) => error.message,
  );
  return { forgotten, said };
}

test('a builder that stays is named, and the login goes all the same', async () => {
  const failed = await whenRemoval(async () => ({ exitCode: 1, tail: ['ERROR: permission denied'] }));
  expect(failed).toEqual({ forgotten: [OWN], said: expect.stringContaining(`Builder ${NAME}`) });
  expect(failed.said).toContain('permission denied');
  const gone = await whenRemoval(async () => {
    throw new ConfigurationError({ what: 'There is no command docker.', fix: '' });
  });
  expect(gone).toEqual({ forgotten: [OWN], said: expect.stringContaining('There is no command docker.') });
});

test('a removal that never ends is given up', async () => {
  const hung = await whenRemoval(
    async ({ signal }) =>
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        if (signal.aborted) reject(signal.reason as Error);
      }),
  );
  expect(hung).toEqual({ forgotten: [OWN], said: expect.stringContaining('did not end within 60 s') });
});

test('a builder that was never made is no fault', async () => {
  const never = await whenRemoval(async () => ({
    exitCode: 1,
    tail: [`ERROR: failed to find instance "${NAME}": no builder "${NAME}" found`],
  }));
  expect(never).toEqual({ forgotten: [OWN], said: 'nothing' });
});
