import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Fault } from '@cutover/simulator/kernel/faults';
import { Account, type Said } from '../bundles/preflight-account.ts';
import type { CellResult, Operation } from './stage.ts';
import { Matrix } from './matrix.ts';
import { AT_ONCE } from './pool.ts';

jest.setTimeout(1_800_000);

const matrix = new Matrix('preflight');
/** A preflight changes nothing, so that one account after the other serves them all. */
const free: Account[] = [];

beforeAll(async () => {
  for (let count = 0; count < AT_ONCE; count += 1) free.push(await Account.open());
});

afterAll(async () => {
  await Promise.all(free.map(async (account) => account.close()));
  console.log(
    `${matrix.toString()}\na preflight is made before there is a deployment; while one is under way is an item of its own, not a moment`,
  );
});

async function lend<T>(use: (account: Account) => Promise<T>): Promise<T> {
  const account = free.pop();
  if (account === undefined) throw new Error('more are played at once than there are accounts');
  try {
    return await use(account);
  } finally {
    account.running.sim.faults.clear();
    free.push(account);
  }
}

async function play({ service, operation }: Operation, fault: Fault): Promise<CellResult> {
  const said = await lend(async (account) => {
    account.fault({ service, operation, ...fault });
    const result = await account.preflight();
    const changed = account.running.sim.calls.filter((call) =>
      /^(Create|Update|Put|Delete|Register|Stop|Modify|Run)/.test(call.operation),
    );
    return { ...result, changed: changed.length };
  });
  const violations: string[] = [];
  const check = (holds: boolean, message: string): void => {
    if (!holds) violations.push(message);
  };
  check(said.changed === 0, `${said.changed} calls changed something`);
  check(said.exitCode !== null, 'ended by a signal');
  const unsound = said.items.filter(({ status }) => status !== 'passed');
  if (fault.deny === undefined) {
    check(said.exitCode === 0, `failed: ${said.stdout}`);
    check(unsound.length === 0, `not passed: ${JSON.stringify(unsound)}`);
  } else {
    // What could not be read is not called sound.
    check(unsound.length > 0 || said.exitCode !== 0, 'nothing but passes, although a call was refused');
    check(names(said, operation), `the cause is not named: ${said.stdout}`);
    const guessed = unsound.filter(({ status }) => status === 'failed');
    check(
      said.exitCode !== 0 || guessed.length === 0,
      `success with failed items: ${JSON.stringify(guessed)}`,
    );
  }
  return { verdict: said.exitCode === 0 ? 'done' : 'as without the step', violations, requests: 0 };
}

function names({ items, stdout }: Said, operation: string): boolean {
  return `${JSON.stringify(items)}${stdout}`.includes(`:${operation}`);
}

test('before create', async () => {
  const violations = await matrix.play({
    name: 'before create',
    operations: async () =>
      await lend(async (account) => {
        const { exitCode, stdout } = await account.preflight();
        if (exitCode !== 0) throw new Error(`a sound account does not pass: ${stdout}`);
        const { calls } = account.running.sim;
        const seen = new Map(
          calls.map(({ service, operation }) => [`${service}:${operation}`, { service, operation }]),
        );
        return [...seen.values()];
      }),
    play,
  });
  expect(violations).toEqual([]);
});
