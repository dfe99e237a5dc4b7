import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { StackClient } from './stack-client.ts';

let simulator: RunningSimulator;
let stacks: StackClient;
let count = 0;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
  stacks = new StackClient(simulator.url, '');
});

beforeEach(() => {
  count += 1;
  stacks.name = `stack-${count}`;
});

afterAll(async () => {
  stacks.client.destroy();
  await simulator.close();
});

test('templates can be read back, summarized and validated', async () => {
  const body = `
Parameters: { A: { Type: String, Default: x, Description: what A is } }
Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {}, Description: !Ref A } } }
`;
  await stacks.create(body, { Capabilities: ['CAPABILITY_IAM'] });
  expect((await stacks.client.send(new GetTemplateCommand({ StackName: stacks.name }))).TemplateBody).toBe(
    body,
  );
  expect(await stacks.client.send(new GetTemplateSummaryCommand({ StackName: stacks.name }))).toMatchObject({
    Capabilities: ['CAPABILITY_IAM'],
    ResourceTypes: ['AWS::IAM::Role'],
    Parameters: [{ ParameterKey: 'A', DefaultValue: 'x', ParameterType: 'String' }],
  });
  expect(await stacks.client.send(new ValidateTemplateCommand({ TemplateBody: body }))).toMatchObject({
    Parameters: [{ ParameterKey: 'A', Description: 'what A is' }],
  });
  await expect(
    stacks.client.send(new ValidateTemplateCommand({ TemplateBody: 'Resources: [' })),
  ).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'Template format error: YAML not well-formed. (line 1, column 13)',
  });
});
