import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StackAccount } from './stack-run.ts';

const NETWORK = `
Resources: { Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 7 } } }
Outputs: { Days: { Value: '14' }, Other: { Value: a } }
`;
const SHOP = `
Parameters: { Days: { Type: Number }, Name: { Type: String, Default: a } }
Resources: { Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: !Ref Days } } }
Outputs: { Days: { Value: !Ref Days } }
`;

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open();
  await account.create({ name: 'network', template: NETWORK });
});

afterEach(async () => {
  await account.close();
});

test('a parameter is the output of another stack, unless a file or an override gives it', async () => {
  const created = await account.run({ template: SHOP, 'parameters-from': 'network' });
  expect(created.outputs['Days']).toBe('14');
  expect(created.notes).toContain('Stack network gives Days.');
  const updated = await account.run(
    { template: SHOP, 'parameters-from': 'network', 'parameters-file': 'production.yml' },
    { files: { 'production.yml': 'Days: 30' } },
  );
  expect(updated.outputs['Days']).toBe('30');
});

test('a stack that is not there ends the run before a change set is made', async () => {
  const refused = await account.run({ template: SHOP, 'parameters-from': 'nobody' });
  expect(refused.said).toContain('there is no stack nobody in us-east-1');
  expect(account.calls('CreateChangeSet')).toHaveLength(1);
});
