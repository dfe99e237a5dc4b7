import { expect, test } from '@jest/globals';
import type { Aws } from '@cutover/aws/aws';
import { ConfigurationError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs';
import type { World } from '../world.ts';
import { deployStack } from './step.ts';

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

/** What is said against the inputs and the template; any use of AWS would be another error. */
async function refusal({ template = '', ...given }: Given): Promise<string> {
  const world = {
    aws: {} as Aws,
    clock: { now: () => 0 },
    signal: new AbortController().signal,
    files: { read: async () => template },
    mask: () => {},
  } as unknown as World;
  try {
    const texts = { name: 'shop', template: 'stack.yml', ...(given as Record<string, string>) };
    await deployStack.run(parseInputs(deployStack.inputs, texts), world);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return `${error.message} Fix: ${error.remedy}`;
  }
  throw new Error('nothing was refused');
}

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
  ['broken YAML', { template: 'Resources:\n  A: {\n' }, 'stack.yml:3:1'],
  ['no template', { template: 'a: 1' }, 'has no Resources'],
  ['a template that is too large', { template: `${TEMPLATE}\n#${'x'.repeat(52_000)}` }, '51200 at most'],
])('%s is refused before the first call', async (_, given, message) => {
  expect(await refusal(given)).toContain(message);
});
