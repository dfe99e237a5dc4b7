import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
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

describe('names', () => {
  const provider = `
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    DeletionPolicy: RetainExceptOnCreate
    Properties: { Url: https://token.actions.githubusercontent.com, ClientIdList: [sts.amazonaws.com] }
`;
  test('what exists once in the account fails the second stack', async () => {
    const rest = { Capabilities: ['CAPABILITY_IAM'] };
    expect((await stacks.create(provider, rest)).StackStatus).toBe('CREATE_COMPLETE');
    stacks.name = `${stacks.name}-second`;
    expect((await stacks.create(provider, rest)).StackStatus).toBe('ROLLBACK_COMPLETE');
    const failed = (await stacks.events()).find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
    expect(failed?.ResourceStatusReason).toContain(
      'Provider with url https://token.actions.githubusercontent.com already exists.',
    );
  });

  test('a resource with a name of its own cannot be replaced under that name', async () => {
    const body = (kms: string): string => `
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: ${stacks.name}-named, EncryptionConfiguration: { EncryptionType: ${kms} } }
`;
    await stacks.create(body('AES256'));
    expect((await stacks.update(body('KMS'))).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const failed = (await stacks.events()).find(({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED');
    expect(failed?.ResourceStatusReason).toBe(
      `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${stacks.name}-named and update the stack again.`,
    );
  });

  test.each([
    {
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]$/,
    },
    { type: 'AWS::ECR::Repository', pattern: /^[a-z0-9-]{2,256}$/ },
    { type: 'AWS::S3::Bucket', pattern: /^[a-z0-9-]{3,63}$/ },
    { type: 'AWS::IAM::Role', pattern: /^[A-Za-z0-9-]{1,64}$/ },
  ])('a generated name of $type is legal however long the stack is called', async ({ type, pattern }) => {
    stacks.name = `${stacks.name}-${'Very-Long-Name-'.repeat(5)}`.slice(0, 80);
    const properties: Record<string, string> = {
      'AWS::ElasticLoadBalancingV2::TargetGroup': 'TargetType: ip, Protocol: HTTP, Port: 80, VpcId: !Ref Vpc',
      'AWS::IAM::Role': 'AssumeRolePolicyDocument: {}',
    };
    const stack = await stacks.create(
      `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AResourceWithALongLogicalId: { Type: '${type}', Properties: { ${properties[type] ?? ''} } }
`,
      { Capabilities: ['CAPABILITY_IAM'] },
    );
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    const { StackResources = [] } = await stacks.client.send(
      new DescribeStackResourcesCommand({ StackName: stacks.name }),
    );
    const id = StackResources.find(({ ResourceType }) => ResourceType === type)?.PhysicalResourceId ?? '';
    expect(id.split(':targetgroup/').at(-1)?.split('/')[0]).toMatch(pattern);
  });
});
