import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DescribeChangeSetCommand, ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { repositoryTemplate, StackClient } from './stack-client.ts';

let simulator: RunningSimulator;
let stacks: StackClient;
let count = 0;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000, secrets: { '/shop/days': '14', '/shop/list': 'a,b' } });
  stacks = new StackClient(simulator.url, '');
});

beforeEach(() => {
  count += 1;
  stacks.name = `strict-${count}`;
});

afterAll(async () => {
  stacks.client.destroy();
  await simulator.close();
});

const LOGS = 'Logs: { Type: AWS::Logs::LogGroup }';

describe('templates that CloudFormation takes', () => {
  test.each([
    ['of a synthesised application', 'AWS::CDK::Metadata', '{ Analytics: "v2:deflate64:x" }'],
    ['with a function', 'AWS::Lambda::Function', '{ Code: { ZipFile: x }, Role: !GetAtt Logs.Arn }'],
    ['with a group of instances', 'AWS::AutoScaling::AutoScalingGroup', '{ MinSize: "1", MaxSize: "2" }'],
    ['with an API', 'AWS::ApiGatewayV2::Api', '{ Name: shop, ProtocolType: HTTP }'],
    ['with a table', 'AWS::DynamoDB::Table', '{ BillingMode: PAY_PER_REQUEST }'],
    [
      'with a custom resource',
      'Custom::Certificate',
      '{ ServiceToken: "arn:aws:lambda:us-east-1:123456789012:function:x" }',
    ],
    ['with one of the general type', 'AWS::CloudFormation::CustomResource', '{ ServiceToken: x }'],
  ])('%s are recorded: %s', async (_, type, properties) => {
    const stack = await stacks.create(
      `Resources:\n  ${LOGS}\n  Other: { Type: '${type}', Properties: ${properties} }\nOutputs:\n  Id: { Value: !Ref Other }\n  Arn: { Value: !GetAtt Other.Arn }\n`,
    );
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    expect(stack.Outputs?.find(({ OutputKey }) => OutputKey === 'Id')?.OutputValue).toMatch(/./);
    expect(stack.Outputs?.find(({ OutputKey }) => OutputKey === 'Arn')?.OutputValue).toMatch(/./);
    const changed = await stacks.changeSet(
      `Resources:\n  ${LOGS}\n  Other: { Type: '${type}', Properties: { ServiceToken: y } }\n`,
    );
    expect(changed.Changes?.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId)).toEqual([
      'Other',
    ]);
  });

  test.each([
    ['String', '/shop/days', '14'],
    ['List<String>', '/shop/list', 'b'],
    [
      'AWS::EC2::Image::Id',
      '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
      'ami-0123456789abcdef0',
    ],
  ])('with a parameter of Parameter Store, %s', async (type, name, value) => {
    const read = type.startsWith('List') ? '!Select [1, !Ref Stored]' : '!Ref Stored';
    const stack = await stacks.create(`
Parameters: { Stored: { Type: 'AWS::SSM::Parameter::Value<${type}>', Default: ${name} } }
Resources: { ${LOGS} }
Outputs: { Value: { Value: ${read} } }
`);
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    expect(stack.Outputs?.[0]?.OutputValue).toBe(value);
    expect(stack.Parameters?.[0]).toMatchObject({ ParameterValue: name });
    expect(stack.Parameters?.[0]?.ResolvedValue).toBe(type.startsWith('List') ? 'a,b' : value);
  });
});

describe('templates that are refused', () => {
  test.each([
    [
      'a comma behind the last member',
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic"},}}',
      'JSON not well-formed',
    ],
    [
      'a comment in JSON',
      '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}} /* x */}',
      'JSON not well-formed',
    ],
    [
      'a word without quotes in JSON',
      '{"Resources": {A: {"Type": "AWS::SNS::Topic"}}}',
      'JSON not well-formed',
    ],
    ['JSON that ends early', '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}', 'JSON not well-formed'],
    [
      'a type that there is none of',
      'Resources: { A: { Type: "AWS::SNS::Topics" } }',
      'Unrecognized resource types: [AWS::SNS::Topics]',
    ],
    [
      'a parameter that Parameter Store does not have',
      `Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /none } }\nResources: { ${LOGS} }`,
      'Unable to fetch parameters [/none] from parameter store for this account.',
    ],
  ])('%s, in the words of CloudFormation', async (_, template, message) => {
    await expect(stacks.create(template)).rejects.toThrow(message);
  });

  test.each([
    [
      'nested stacks',
      'Resources: { A: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: x } } }',
    ],
    ['third-party types', 'Resources: { A: { Type: "Datadog::Monitors::Monitor" } }'],
    ['modules', 'Resources: { A: { Type: "AWS::S3::Bucket::MODULE" } }'],
    ['serverless types', 'Resources: { A: { Type: "AWS::Serverless::Function" } }'],
    ['transforms', `Transform: AWS::Serverless-2016-10-31\nResources: { ${LOGS} }`],
    ['waits for a signal', 'Resources: { A: { Type: "AWS::CloudFormation::WaitCondition" } }'],
    ['a custom resource without a function', 'Resources: { A: { Type: "Custom::Thing" } }'],
  ])('for what the simulator does not do: %s, in its own words', async (_, template) => {
    await expect(stacks.create(template)).rejects.toThrow(/^The simulator /);
  });
});

describe('change sets that wait', () => {
  const execute = async (ChangeSetName: string): Promise<unknown> =>
    await stacks.client.send(new ExecuteChangeSetCommand({ StackName: stacks.name, ChangeSetName }));
  const stateOf = async (ChangeSetName: string): Promise<string | undefined> =>
    (await stacks.client.send(new DescribeChangeSetCommand({ StackName: stacks.name, ChangeSetName })))
      .ExecutionStatus;

  test('are obsolete once another one runs', async () => {
    await stacks.create(repositoryTemplate());
    await stacks.changeSet(repositoryTemplate('IMMUTABLE'), { ChangeSetName: 'one' });
    await stacks.changeSet(repositoryTemplate('IMMUTABLE'), { ChangeSetName: 'two' });
    await execute('one');
    expect((await stacks.settled()).StackStatus).toBe('UPDATE_COMPLETE');
    expect(await stateOf('two')).toBe('OBSOLETE');
    await expect(execute('two')).rejects.toThrow(/cannot be executed in its current status of \[OBSOLETE\]/);
  });

  test('are obsolete once the stack was updated without one', async () => {
    await stacks.create(repositoryTemplate());
    await stacks.changeSet(repositoryTemplate('IMMUTABLE'), { ChangeSetName: 'one' });
    await stacks.update(repositoryTemplate('IMMUTABLE'));
    expect(await stateOf('one')).toBe('OBSOLETE');
    await expect(execute('one')).rejects.toThrow('OBSOLETE');
  });
});

describe('outputs', () => {
  const template = (value: string, parameter = 'a'): string => `
Parameters: { Word: { Type: String, Default: ${parameter} } }
Resources: { ${LOGS} }
Outputs: { Said: { Value: ${value} } }
`;

  test('that change in value alone are a change, though they are written as before', async () => {
    await stacks.create(template('!Ref Word'));
    const Parameters = [{ ParameterKey: 'Word', ParameterValue: 'b' }];
    const found = await stacks.changeSet(template('!Ref Word'), { Parameters });
    expect(found.Status).toBe('CREATE_COMPLETE');
    await stacks.client.send(
      new ExecuteChangeSetCommand({ StackName: stacks.name, ChangeSetName: 'change' }),
    );
    expect((await stacks.settled()).Outputs?.[0]?.OutputValue).toBe('b');
  });

  test('that are only written otherwise are none', async () => {
    await stacks.create(template('!Ref Word'));
    const found = await stacks.changeSet(template("!Sub '${Word}'"));
    expect(found).toMatchObject({
      Status: 'FAILED',
      StatusReason: expect.stringContaining("didn't contain changes"),
    });
    await expect(stacks.update(template("!Join ['', [!Ref Word]]"))).rejects.toThrow(
      'No updates are to be performed.',
    );
  });
});
