import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs/input';
import { deployStack } from './step.ts';
import { testWorld } from '../testing/world.ts';

/** A template of one repository; another name is another repository. */
const TEMPLATE = `
Parameters:
  Name: { Type: String }
  Days: { Type: Number, Default: 7 }
  Password: { Type: String, NoEcho: true, Default: '' }
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: !Ref Name }
  LogGroup:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: !Ref Days }
Outputs:
  RepositoryArn: { Value: !GetAtt Repository.Arn }
  Days: { Value: !Ref Days }
`;

interface Given {
  readonly template?: string;
  readonly [input: string]: string | undefined;
}

/** The refusal of the inputs and the template; any use of AWS would be another error. */
async function refusal({ template = '', ...given }: Given): Promise<string> {
  const world = testWorld({
    aws: {},
    files: { read: async () => template },
    mask: () => {},
  });
  try {
    const texts = {
      name: 'shop',
      ...(template === '' ? {} : { template: 'stack.yml' }),
      ...(given as Record<string, string>),
    };
    await deployStack.run(parseInputs(deployStack.inputs, texts), world);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return `${error.message} Fix: ${error.fix}`;
  }
  throw new Error('nothing was refused');
}

test('the word of the other action for apply is understood', () => {
  const notes: string[] = [];
  const given = parseInputs(
    deployStack.inputs,
    { name: 'shop', mode: 'create-and-execute' },
    { note: (text) => notes.push(text) },
  );
  expect(given.mode).toBe('apply');
  expect(notes).toEqual(['Input mode: create-and-execute is read as apply.']);
});

test.each<[string, Given, string]>([
  ['no name', { name: '', template: TEMPLATE }, 'name'],
  ['a name that is none', { name: '9lives', template: TEMPLATE }, 'is not a stack name'],
  [
    'an unknown parameter',
    { template: TEMPLATE, 'parameter-overrides': 'Name=a\nDay=3' },
    'the template has no parameter Day. Fix: Did you mean Days?',
  ],
  [
    'an unknown parameter between commas',
    { template: TEMPLATE, 'parameter-overrides': 'Name=a,Dayz=3' },
    'no parameter Dayz',
  ],
  ['a parameter that is no pair', { template: TEMPLATE, 'parameter-overrides': 'Name' }, 'is not KEY=value'],
  ['a role that is none', { template: TEMPLATE, 'role-arn': 'deployer' }, 'is not the ARN of a role'],
  ['an unknown capability', { template: TEMPLATE, capabilities: 'IAM' }, 'Input capabilities: "IAM" is not'],
  ['a mode that is none', { template: TEMPLATE, mode: 'destroy' }, 'one of apply, preview, drift, delete'],
  [
    'a mode of the other action',
    { template: TEMPLATE, mode: 'create-only' },
    'set no-execute-changeset: true',
  ],
  ['the other mode of the other action', { template: TEMPLATE, mode: 'execute-only' }, 'change-set: NAME'],
  ['a change set that is none', { 'change-set': 'a/b' }, 'is not the name or the ARN of a change set'],
  [
    'a template beside a change set',
    { template: TEMPLATE, 'change-set': 'reviewed' },
    'Input template stands beside change-set',
  ],
  ['broken YAML', { template: 'Resources:\n  A: {\n' }, 'stack.yml:3:1'],
  [
    'JSON with a comma behind its last member',
    { template: '{"Resources": {"A": {"Type": "AWS::SNS::Topic"},\n}}' },
    'stack.yml:2:1',
  ],
  [
    'JSON with a comment',
    { template: '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}} /* one */}' },
    'CloudFormation takes only plain JSON',
  ],
  ['no template', { template: 'a: 1' }, 'has no Resources'],
  [
    'a template that is too large',
    { template: `${TEMPLATE}\nMetadata: { A: ${'x'.repeat(52_000)} }` },
    '51200 at most',
  ],
])('%s is refused before the first call', async (_, given, message) => {
  expect(await refusal(given)).toContain(message);
});
