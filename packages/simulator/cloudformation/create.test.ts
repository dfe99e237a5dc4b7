import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { repositoryTemplate, StackClient, until } from './stack-client.ts';

let simulator: RunningSimulator;
let stacks: StackClient;
let count = 0;
let ecr: ECRClient;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
  stacks = new StackClient(simulator.url, '');
  ecr = new ECRClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});

beforeEach(() => {
  count += 1;
  stacks.name = `stack-${count}`;
});

afterAll(async () => {
  stacks.client.destroy();
  ecr.destroy();
  await simulator.close();
});

const repositoryNames = async (): Promise<(string | undefined)[]> =>
  ((await ecr.send(new DescribeRepositoriesCommand({}))).repositories ?? []).map(
    ({ repositoryName }) => repositoryName,
  );

describe('creation', () => {
  test('resources come in order of their dependencies, with outputs and events', async () => {
    const stack = await stacks.create(`
Parameters: { Zone: { Type: Number, Default: 1 }, Secret: { Type: String, NoEcho: true, Default: hidden } }
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      AvailabilityZone: !Select [!Ref Zone, !GetAZs '']
      CidrBlock: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 2, 8]]
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Topic: { Type: AWS::SNS::Topic, DependsOn: Subnet }
Outputs:
  SubnetId: { Value: !Ref Subnet }
  Zone: { Value: !GetAtt Subnet.AvailabilityZone }
`);
    expect(stack).toMatchObject({ StackStatus: 'CREATE_COMPLETE', DisableRollback: false });
    expect(stack.Parameters).toEqual([
      { ParameterKey: 'Zone', ParameterValue: '1' },
      { ParameterKey: 'Secret', ParameterValue: '****' },
    ]);
    const outputs = Object.fromEntries((stack.Outputs ?? []).map((one) => [one.OutputKey, one.OutputValue]));
    expect(outputs).toEqual({ SubnetId: expect.stringMatching(/^subnet-[0-9a-f]{17}$/), Zone: 'us-east-1b' });
    expect(await stacks.history()).toEqual([
      `${stacks.name} CREATE_IN_PROGRESS`,
      ...['Vpc', 'Subnet', 'Topic'].flatMap((id) => [
        `${id} CREATE_IN_PROGRESS`,
        `${id} CREATE_IN_PROGRESS`,
        `${id} CREATE_COMPLETE`,
      ]),
      `${stacks.name} CREATE_COMPLETE`,
    ]);
    const { StackResources } = await stacks.client.send(
      new DescribeStackResourcesCommand({ StackName: stacks.name }),
    );
    expect(StackResources?.map(({ ResourceStatus }) => ResourceStatus)).toEqual(
      Array(3).fill('CREATE_COMPLETE'),
    );
    await expect(stacks.create(repositoryTemplate())).rejects.toMatchObject({
      name: 'AlreadyExistsException',
      message: `Stack [${stacks.name}] already exists`,
    });
  });

  test('a failure takes everything back, and then the stack can only be deleted', async () => {
    const body = `
Resources:
  Good: { Type: AWS::ECR::Repository }
  Bad: { Type: AWS::ECR::Repository, DependsOn: Good, Properties: { RepositoryName: Not/Legal } }
`;
    const stack = await stacks.create(body, { ClientRequestToken: 'token-1' });
    expect(stack).toMatchObject({
      StackStatus: 'ROLLBACK_COMPLETE',
    });
    const all = await stacks.events();
    expect(all.every(({ ClientRequestToken }) => ClientRequestToken === 'token-1')).toBe(true);
    expect(all.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED')).toMatchObject({
      LogicalResourceId: 'Bad',
      ResourceStatusReason: expect.stringMatching(
        /^Resource handler returned message: "Invalid parameter at 'repositoryName'.*HandlerErrorCode: InvalidRequest\)$/,
      ),
    });
    expect(
      all.find(({ ResourceStatus }) => ResourceStatus === 'ROLLBACK_IN_PROGRESS')?.ResourceStatusReason,
    ).toBe('The following resource(s) failed to create: [Bad]. Rollback requested by user.');
    expect((await repositoryNames()).filter((one) => one?.startsWith(stacks.name))).toEqual([]);
    const refusal = `Stack:${stack.StackId ?? ''} is in ROLLBACK_COMPLETE state and can not be updated.`;
    await expect(stacks.update(repositoryTemplate())).rejects.toMatchObject({
      name: 'ValidationError',
      message: refusal,
    });
    await expect(stacks.changeSet(repositoryTemplate())).rejects.toMatchObject({
      name: 'ValidationError',
      message: refusal,
    });

    await stacks.client.send(new DeleteStackCommand({ StackName: stacks.name }));
    await until('the deletion', async () =>
      (await stacks.describe(stack.StackId))?.StackStatus === 'DELETE_COMPLETE' ? true : undefined,
    );
    await expect(stacks.describe()).rejects.toMatchObject({
      name: 'ValidationError',
      message: `Stack with id ${stacks.name} does not exist`,
    });
  });

  test.each([
    { OnFailure: 'DO_NOTHING' as const, status: 'CREATE_FAILED', left: 1 },
    { OnFailure: 'DELETE' as const, status: 'DELETE_COMPLETE', left: 0 },
  ])('OnFailure $OnFailure ends in $status', async ({ OnFailure, status, left }) => {
    const { StackId } = await stacks.client.send(
      new CreateStackCommand({
        StackName: stacks.name,
        OnFailure,
        TemplateBody: `
Resources:
  Good: { Type: AWS::ECR::Repository }
  Bad: { Type: AWS::ECR::Repository, DependsOn: Good, Properties: { RepositoryName: Not/Legal } }
`,
      }),
    );
    expect((await stacks.settled(StackId)).StackStatus).toBe(status);
    expect((await repositoryNames()).filter((one) => one?.startsWith(stacks.name))).toHaveLength(left);
  });

  test('capabilities, size, parameters and rules are checked before anything is made', async () => {
    const role =
      'Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } } }';
    const named = role.replace('Properties: {', 'Properties: { RoleName: me,');
    await expect(stacks.create(role)).rejects.toMatchObject({
      name: 'InsufficientCapabilitiesException',
      message: 'Requires capabilities : [CAPABILITY_IAM]',
    });
    await expect(stacks.create(named, { Capabilities: ['CAPABILITY_IAM'] })).rejects.toMatchObject({
      message: 'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    });
    await expect(stacks.create(`${repositoryTemplate()}# ${'x'.repeat(51_200)}`)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(
        /'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200$/,
      ),
    });
    const ruled = `${repositoryTemplate()}
Parameters: { A: { Type: String, Default: x } }
Rules: { Same: { Assertions: [{ Assert: !Equals [!Ref A, x], AssertDescription: A must be x }] } }
`;
    await expect(
      stacks.create(ruled, { Parameters: [{ ParameterKey: 'A', ParameterValue: 'y' }] }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('A must be x'),
    });
    await expect(stacks.describe()).rejects.toThrow('does not exist');
  });

  test('an unknown property fails the resource by name', async () => {
    await stacks.create(
      repositoryTemplate('MUTABLE', '  Topic: { Type: AWS::SNS::Topic, Properties: { TopikName: a } }'),
    );
    const failed = (await stacks.events()).find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
    expect(failed).toMatchObject({
      LogicalResourceId: 'Topic',
      ResourceStatusReason:
        'Properties validation failed for resource Topic with message:\n[#: extraneous key [TopikName] is not permitted]',
    });
  });
});
