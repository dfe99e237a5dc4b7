import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StackAccount } from './stack-run.ts';

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open();
});

afterEach(async () => {
  await account.close();
});

test('properties that were changed outside the stack are listed, and a resource that is gone', async () => {
  await account.create({
    template: `
Resources:
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /shop, RetentionInDays: 7 } }
  Old: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /old } }
`,
  });
  const same = await account.run({ mode: 'drift' });
  expect([same.kind, same.said, same.outputs['has-drift']]).toEqual([
    'unchanged',
    'Stack shop is as its template says.',
    false,
  ]);
  await account.sim.call('logs', 'PutRetentionPolicy', { logGroupName: '/shop', retentionInDays: 30 });
  await account.sim.call('logs', 'DeleteLogGroup', { logGroupName: '/old' });
  const drifted = await account.run({ mode: 'drift' });
  expect(drifted.said).toBe('Stack shop differs from its template in 2 properties of 2 resources.');
  expect(drifted.rows).toEqual([
    'Logs | AWS::Logs::LogGroup | /RetentionInDays | 7 | 30 | changed outside the stack',
    'Old | AWS::Logs::LogGroup | (the resource) | Old | deleted | changed outside the stack',
  ]);
  expect(drifted.outputs['has-drift']).toBe(true);
  expect(account.calls('CreateChangeSet')).toHaveLength(1);
});

test('what a shift leaves behind is shown as that, and is no drift', async () => {
  const { outputs } = await account.create({});
  await account.serve(outputs, 'green');
  const shown = await account.run({ mode: 'drift' });
  expect(shown.outputs['has-drift']).toBe(false);
  expect(shown.said).toMatch(
    /^Stack shop is as its template says\. \d+ differences? (is|are) what a deployment leaves behind\.$/,
  );
  expect(shown.rows.join('\n')).toMatch(/ProductionListener .*Weight \| 100 \| 0 \| a deployment; leave it/);
  expect(await account.weights(outputs)).toEqual([0, 100]);
});

test('a stack that is not there', async () => {
  const refused = await account.run({ mode: 'drift' });
  expect([refused.kind, refused.said]).toEqual([
    'failed',
    'There is no stack shop in us-east-1. Fix: Nothing was changed. Create the stack first, or correct its name.',
  ]);
});
