import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StackAccount, type StackRun } from './stack-run.ts';

let account: StackAccount;
let outputs: StackRun['outputs'];

beforeEach(async () => {
  account = await StackAccount.open();
  ({ outputs } = await account.create({}));
});

afterEach(async () => {
  await account.close();
});

/** Makes a change set and leaves it for a review. */
async function review(overrides = 'TestListenerPort=9090'): Promise<string> {
  const left = await account.run({ 'parameter-overrides': overrides, 'no-execute-changeset': 'true' });
  expect(left.kind).toBe('unchanged');
  return left.outputs['change-set'] ?? '';
}

test('a reviewed change set is executed once', async () => {
  const name = await review();
  const executed = await account.run({ 'change-set': name });
  expect(executed.kind).toBe('succeeded');
  expect(executed.outputs.status).toBe('UPDATE_COMPLETE');
  const again = await account.run({ 'change-set': name });
  expect([again.kind, again.said]).toEqual(['unchanged', `Change set ${name} was executed before.`]);
  expect(account.calls('ExecuteChangeSet')).toHaveLength(2);
});

test('one that creates the stack is executed, too', async () => {
  const template = 'Resources: { Logs: { Type: AWS::Logs::LogGroup } }';
  const left = await account.run({ name: 'other', template, 'no-execute-changeset': 'true' });
  const executed = await account.run({ name: 'other', 'change-set': left.outputs['change-set'] ?? '' });
  expect(executed.outputs.status).toBe('CREATE_COMPLETE');
});

test('one that was made before the shift is refused', async () => {
  const name = await review();
  await account.serve(outputs, 'green');
  const refused = await account.run({ 'change-set': name });
  expect(refused.kind).toBe('failed');
  expect(refused.said).toContain('was made when blue served production; green serves now');
  expect(refused.said).toContain('Nothing was changed.');
  expect(await account.weights(outputs)).toEqual([0, 100]);
  expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
});

test('for one that was made after the shift the stack learns the colour first', async () => {
  await account.serve(outputs, 'green');
  const name = await review();
  const executed = await account.run({ 'change-set': name });
  expect(executed.kind).toBe('succeeded');
  expect(await account.weights(outputs)).toEqual([0, 100]);
  // The colour, and then the reviewed changes, which are made anew.
  expect(account.calls('ExecuteChangeSet')).toHaveLength(3);
  expect((await account.stack())?.Parameters).toContainEqual(
    expect.objectContaining({ ParameterKey: 'TestListenerPort', ParameterValue: '9090' }),
  );
});

test('one that another update made obsolete is refused', async () => {
  const name = await review();
  await account.run({ 'parameter-overrides': 'LogRetentionDays=14' });
  const refused = await account.run({ 'change-set': name });
  expect(refused.said).toMatch(/out of date|has no change set/);
  expect(account.calls('ExecuteChangeSet')).toHaveLength(2);
});

test('one during a shift is refused and stays', async () => {
  const name = await review();
  await account.serve(outputs, 'both');
  const refused = await account.run({ 'change-set': name });
  expect(refused.said).toContain('served by both target groups');
  expect(account.calls('ExecuteChangeSet')).toHaveLength(1);
  expect(account.calls('DeleteChangeSet')).toHaveLength(0);
});

test('one that is not there, and inputs that would be ignored', async () => {
  expect((await account.run({ 'change-set': 'nobody' })).said).toContain(
    'stack shop has no change set nobody',
  );
  const beside = await account.run({ 'change-set': 'nobody', 'parameter-overrides': 'A=b', tags: 'a=b' });
  expect(beside.said).toContain('Input parameter-overrides stands beside change-set');
  expect(beside.said).toContain('Input tags stands beside change-set');
});
