import { expect, test } from '@jest/globals';
import { AccessDeniedError } from '@cutover/domain/errors';
import { testWorld } from '../testing/world.ts';
import { restoreAfterKill } from './hold.ts';

const BEFORE = { in: false, out: false, scheduled: true };
const refused = new AccessDeniedError('x:Y', { what: 'x:Y was refused.', fix: 'Grant it.' });

/** What `post:` says of a suspension that a killed step left, and the state that it sets. */
async function after(suspend: (to: object) => void): Promise<string> {
  const world = testWorld({
    run: { runUrl: '' },
    aws: {
      scaling: {
        describe: async () => ({ arn: 'arn', suspended: { ...BEFORE, in: true } }),
        tags: async () => ({}),
        untag: async () => undefined,
        suspend: async (_cluster: string, _service: string, to: object) => suspend(to),
      },
    },
  });
  const held = JSON.stringify({ cluster: 'shop', service: 'web', before: BEFORE });
  return await restoreAfterKill({ 'scaling-held': held }, world).then(
    () => '',
    (error: Error) => error.message,
  );
}

test('post: brings back the state from before', async () => {
  const set: object[] = [];
  expect(await after((to) => void set.push(to))).toBe('');
  expect(set).toEqual([BEFORE]);
});

test('post: fails while scaling may still be suspended', async () => {
  const said = await after(() => {
    throw refused;
  });
  expect(said).toBe(
    'The step was killed, and scaling in of service web may still be suspended: x:Y was refused.',
  );
});
