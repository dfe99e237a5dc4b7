import { describe, expect, test } from '@jest/globals';
import { AccessDeniedError, AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { judge } from './checklist.ts';
import { failed, gravest, passed, unknown, warned, type Item, type ItemId, type Verdict } from './item.ts';

const { signal } = new AbortController();
const fine = passed('Fine.');

function item(id: ItemId, needs: readonly ItemId[], check: () => Promise<Verdict>): Item {
  return { id, title: id, needs, check };
}

const verdict = async (said: Verdict): Promise<Verdict> => await Promise.resolve(said);
const broken = async (reason: Error): Promise<Verdict> => {
  await Promise.resolve();
  throw reason;
};

/** `service passed Fine.` of each. */
async function said(items: readonly Item[]): Promise<readonly string[]> {
  const results = await judge(items, signal);
  return results.map(({ id, status, what }) => `${id} ${status} ${what}`);
}

test('each is judged once, after what it needs, in whatever order they are given', async () => {
  const order: string[] = [];
  const noted = (id: ItemId, needs: readonly ItemId[]): Item =>
    item(id, needs, async () => {
      order.push(id);
      return await verdict(fine);
    });
  await judge(
    [noted('listeners', ['service', 'container']), noted('container', ['service']), noted('service', [])],
    signal,
  );
  expect(order).toEqual(['service', 'container', 'listeners']);
});

test('what needs a failure is not looked at, nor what needs that; the first cause is named', async () => {
  const never = async (): Promise<Verdict> => await broken(new Error('looked at'));
  expect(
    await said([
      item('service', [], async () => await verdict(failed('There is none.', 'Create it.'))),
      item('listeners', ['service'], never),
      item('alarms', ['listeners'], never),
      item('image', [], async () => await verdict(fine)),
    ]),
  ).toEqual([
    'service failed There is none.',
    'listeners skipped Not checked because service is not right.',
    'alarms skipped Not checked because service is not right.',
    'image passed Fine.',
  ]);
});

test('a warning and what is not known keep nothing from being judged', async () => {
  expect(
    await said([
      item('primary', [], async () => await verdict(warned('Not steady.', 'Wait.'))),
      item('subnets', [], async () => await verdict(unknown('Nobody knows.'))),
      item('egress', ['primary', 'subnets'], async () => await verdict(fine)),
    ]),
  ).toEqual(['primary warned Not steady.', 'subnets unknown Nobody knows.', 'egress passed Fine.']);
});

test('an item that needs one which was left out is judged', async () => {
  expect(await said([item('secrets', ['task-definition'], async () => await verdict(fine))])).toEqual([
    'secrets passed Fine.',
  ]);
});

describe('an error', () => {
  const denied = new AccessDeniedError('iam:GetRole', { what: 'refused', fix: 'Grant it.' });

  test.each<[string, Error, string]>([
    [
      'of IAM tells nothing of what was to be seen',
      denied,
      'image unknown It could not be looked at: iam:GetRole was refused.',
    ],
    [
      'of AWS neither',
      new AwsCallError({ action: 'iam:GetRole', code: 'Down', what: 'no', fix: 'Wait.' }),
      'image unknown It could not be looked at: iam:GetRole failed: Down: no',
    ],
    [
      'of the user is one',
      new ConfigurationError({ what: 'It is wrong.', fix: 'Mend it.' }),
      'image failed It is wrong.',
    ],
  ])('%s', async (_, error, expected) => {
    expect(await said([item('image', [], async () => await broken(error))])).toEqual([expected]);
  });

  test('that nobody foresaw is no verdict', async () => {
    await expect(
      judge([item('image', [], async () => await broken(new TypeError('defect')))], signal),
    ).rejects.toThrow('defect');
  });

  test('of IAM is told once, by the item that met it first', async () => {
    expect(
      await said([
        item('subnets', [], async () => await broken(denied)),
        item('egress', ['subnets'], async () => await broken(denied)),
      ]),
    ).toEqual([
      'subnets unknown It could not be looked at: iam:GetRole was refused.',
      'egress skipped Not checked because subnets could not be looked at.',
    ]);
  });
});

test.each<[string, readonly Verdict[], Verdict]>([
  ['nothing at all has passed', [], passed('Nothing.')],
  [
    'a failure outweighs all',
    [fine, unknown('Maybe.'), failed('No.', 'Do.'), warned('Hm.', 'Look.')],
    failed('No.', 'Do.'),
  ],
  [
    'equal ones are told together',
    [failed('A.', 'Do.'), failed('B.', 'Do.')],
    { status: 'failed', what: 'A. B.', fix: 'Do.' },
  ],
  ['what is not known outweighs what has passed', [fine, unknown('Maybe.')], unknown('Maybe.')],
])('of several verdicts: %s', (_, verdicts, expected) => {
  expect(gravest(verdicts, 'Nothing.')).toEqual(expected);
});
