import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { closeAccounts } from './account.ts';
import { complaint, hides, shows, type Given, type Scene } from './proof.ts';
import { PROOFS } from './proofs.ts';

// A scene is a simulated account in which tasks have to start first.
jest.setTimeout(120_000);

afterAll(async () => {
  await closeAccounts();
});

describe.each(PROOFS.map((proofs) => ({ ...proofs })))('$action', ({ open, proofs }) => {
  let scene: Scene;
  const known = new Map<string, Promise<string>>();

  /** Proofs share most runs without their input. */
  const observed = async (given: Given): Promise<string> => {
    const key = JSON.stringify(given);
    const found = known.get(key) ?? scene.observe(given);
    known.set(key, found);
    return await found;
  };

  beforeAll(async () => {
    scene = await open();
  });

  test.each(proofs)('input $input changes what happens ($effect $trace)', async (proof) => {
    // A dry run comes before the run that changes the account.
    const withInput = await scene.observe({ ...proof.beside, [proof.input]: proof.value });
    const without = await observed(proof.beside);
    expect(complaint(proof, withInput, without)).toBeUndefined();
  });
});

describe('a proof notices', () => {
  test.each([
    ['an input without an effect', shows('a', '1', {}, 'seen'), 'nothing', 'nothing', 'does not have'],
    ['a trace that is always there', shows('a', '1', {}, 'seen'), 'seen', 'seen', 'has the trace seen, too'],
    ['an input that hides nothing', hides('a', '1', {}, /seen/), 'seen', 'seen', 'has the trace /seen/, too'],
    ['one of two traces', shows('a', '1', {}, ['seen', 'heard']), 'seen', 'nothing', 'trace heard'],
    ['a trace that is never there', hides('a', '1', {}, /seen/), 'nothing', 'nothing', 'does not have'],
  ] as const)('%s', (_, proof, withInput, without, said) => {
    expect(complaint(proof, withInput, without)).toContain(said);
  });

  test('nothing when only the run with the input has the trace', () => {
    expect(complaint(shows('a', '1', {}, ['seen', 'heard']), 'seen, heard', 'nothing')).toBeUndefined();
    expect(complaint(hides('a', '1', {}, 'seen'), 'nothing', 'seen')).toBeUndefined();
  });
});
