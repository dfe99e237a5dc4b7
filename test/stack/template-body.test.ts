import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { compactTemplate } from '@cutover/domain/compact-template';
import { parseTemplate } from '@cutover/simulator/cloudformation/template/parse-template';
import { StackAccount } from './stack-run.ts';

const BUNDLED = readFileSync(new URL('../../packages/template/template.yml', import.meta.url), 'utf8');

const SHOP = `
Parameters: { Days: { Type: Number, Default: 7, Description: Days that lines are kept } }
Conditions: { IsShort: !Equals [!Ref Days, 7] }
Resources:
  Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: !Ref Days } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Principal: { AWS: '012345678901' }, Action: sts:AssumeRole }
      Policies:
        - !If
          - IsShort
          - PolicyName: logs
            PolicyDocument:
              Version: 2012-10-17
              Statement: [{ Effect: Allow, Action: logs:GetLogEvents, Resource: !GetAtt Logs.Arn }]
          - !Ref AWS::NoValue
Outputs: { Group: { Value: !Sub '\${AWS::StackName} \${Logs}' } }
`;

/** Makes a template too large for a request without changing its meaning. */
const padded = (template: string, bytes = 51_200): string => `${template}\n# ${'x'.repeat(bytes)}`;

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open();
});

afterEach(async () => {
  await account.close();
});

const sent = (): string => String(account.calls('CreateChangeSet').at(-1)?.['TemplateBody']);

test('a template that fits is sent as it is', async () => {
  await account.create({ template: SHOP, capabilities: 'CAPABILITY_IAM' });
  expect(sent()).toBe(SHOP);
});

test('a larger template is sent as compact JSON, and makes the same stack', async () => {
  const created = await account.create({ template: SHOP, capabilities: 'CAPABILITY_IAM' });
  const again = await account.run({ template: padded(SHOP), capabilities: 'CAPABILITY_IAM' });
  expect(again.kind).toBe('unchanged');
  expect(sent()).toBe(compactTemplate(SHOP, 'stack.yml'));
  expect(again.notes.join('\n')).toMatch(/stack\.yml has \d{5} bytes; .* sent as compact JSON, \d+ bytes/);
  const days = await account.run({
    template: padded(SHOP),
    capabilities: 'CAPABILITY_IAM',
    'parameter-overrides': 'Days=14',
  });
  expect(days.kind).toBe('succeeded');
  expect(days.outputs['Group']).toBe(created.outputs['Group']);
});

test('descriptions are left out when they are what does not fit', async () => {
  const described = SHOP.replace('Days that lines are kept', 'x'.repeat(51_200));
  const created = await account.run({ template: described, capabilities: 'CAPABILITY_IAM' });
  expect(created.kind).toBe('succeeded');
  expect(created.notes.join('\n')).toContain('without the descriptions of parameters and outputs');
  expect(sent()).toBe(compactTemplate(described, 'stack.yml', 'left out'));
});

test('a template that fits in no form is refused with both sizes and the way out', async () => {
  const { kind, said } = await account.run({
    template: SHOP.replace('PolicyName: logs', `PolicyName: ${'x'.repeat(60_000)}`),
  });
  expect(kind).toBe('refused');
  expect(said).toMatch(/stack\.yml has 6\d{4} bytes, and 6\d{4} as compact JSON; CloudFormation takes 51200/);
  expect(said).toContain('parameters-from');
  expect(said).toContain('--template-url');
  expect(account.calls('CreateChangeSet')).toHaveLength(0);
});

test('a scalar with two meanings is refused before the first call, when the template has to be written anew', async () => {
  const doubtful = `${SHOP}\nMetadata: { Owner: 012345678901 }`;
  const { said } = await account.run({ template: padded(doubtful) });
  expect(said).toMatch(/stack\.yml:\d+:\d+: A number with a leading zero/);
  expect(account.calls('CreateChangeSet')).toHaveLength(0);
});

test('the compact form of the bundled template means the same', async () => {
  expect(parseTemplate(compactTemplate(BUNDLED, 'template.yml'))).toEqual(parseTemplate(BUNDLED));
});

/** CloudFormation takes 51,200 bytes; the rest is for the next parameters. */
const BUDGET = 48 * 1024;

test('the bundled template leaves room in a request', () => {
  expect(Buffer.byteLength(compactTemplate(BUNDLED, 'template.yml', 'left out'))).toBeLessThanOrEqual(BUDGET);
});
