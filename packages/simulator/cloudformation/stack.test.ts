import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CancelUpdateStackCommand,
  CloudFormationClient,
  ContinueUpdateRollbackCommand,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  CreateStackCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  RollbackStackCommand,
  type Stack,
  type StackEvent,
  UpdateStackCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { ECRClient, DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';

let simulator: RunningSimulator;
let client: CloudFormationClient;
let ecr: ECRClient;
let count = 0;
let name: string;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
  const options = {
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  client = new CloudFormationClient(options);
  ecr = new ECRClient(options);
});

beforeEach(() => {
  count += 1;
  name = `stack-${count}`;
});

afterAll(async () => {
  client.destroy();
  ecr.destroy();
  await simulator.close();
});

async function until<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    const found = await probe();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come about`);
}

const describeStack = async (id = name): Promise<Stack | undefined> =>
  (await client.send(new DescribeStacksCommand({ StackName: id }))).Stacks?.[0];

/** The stack once nothing runs on it any more. */
const settled = async (id = name): Promise<Stack> =>
  await until(`the end of the operation on ${id}`, async () => {
    const stack = await describeStack(id);
    return stack?.StackStatus?.endsWith('_IN_PROGRESS') === true ? undefined : stack;
  });

const events = async (id = name): Promise<StackEvent[]> =>
  (await client.send(new DescribeStackEventsCommand({ StackName: id }))).StackEvents ?? [];

/** `Logical STATUS`, oldest first. */
const history = async (id = name): Promise<string[]> =>
  (await events(id))
    .map(({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId ?? ''} ${ResourceStatus ?? ''}`)
    .toReversed();

const create = async (TemplateBody: string, rest: object = {}): Promise<Stack> => {
  await client.send(new CreateStackCommand({ StackName: name, TemplateBody, ...rest }));
  return await settled();
};

const update = async (TemplateBody: string, rest: object = {}): Promise<Stack> => {
  await client.send(new UpdateStackCommand({ StackName: name, TemplateBody, ...rest }));
  return await settled();
};

const changeSet = async (
  TemplateBody: string,
  rest: Partial<CreateChangeSetCommandInput> = {},
): Promise<DescribeChangeSetCommandOutput> => {
  const ids = { StackName: name, ChangeSetName: 'change' };
  await client.send(new CreateChangeSetCommand({ ...ids, TemplateBody, ...rest }));
  return await until('the change set', async () => {
    const found = await client.send(new DescribeChangeSetCommand(ids));
    return found.Status === 'CREATE_IN_PROGRESS' ? undefined : found;
  });
};

const repositoryNames = async (): Promise<(string | undefined)[]> =>
  ((await ecr.send(new DescribeRepositoriesCommand({}))).repositories ?? []).map(
    ({ repositoryName }) => repositoryName,
  );

const repository = (mutability = 'MUTABLE', extra = ''): string => `
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties: { ImageTagMutability: ${mutability} }
${extra}
Outputs:
  Uri: { Value: !GetAtt Repository.RepositoryUri, Description: Where to push }
`;

describe('creation', () => {
  test('resources come in order of their dependencies, with outputs and events', async () => {
    const stack = await create(`
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
    expect(await history()).toEqual([
      `${name} CREATE_IN_PROGRESS`,
      ...['Vpc', 'Subnet', 'Topic'].flatMap((id) => [
        `${id} CREATE_IN_PROGRESS`,
        `${id} CREATE_IN_PROGRESS`,
        `${id} CREATE_COMPLETE`,
      ]),
      `${name} CREATE_COMPLETE`,
    ]);
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
    expect(StackResources?.map(({ ResourceStatus }) => ResourceStatus)).toEqual(
      Array(3).fill('CREATE_COMPLETE'),
    );
    await expect(create(repository())).rejects.toMatchObject({
      name: 'AlreadyExistsException',
      message: `Stack [${name}] already exists`,
    });
  });

  test('a failure takes everything back, and then the stack can only be deleted', async () => {
    const body = `
Resources:
  Good: { Type: AWS::ECR::Repository }
  Bad: { Type: AWS::ECR::Repository, DependsOn: Good, Properties: { RepositoryName: Not/Legal } }
`;
    const stack = await create(body, { ClientRequestToken: 'token-1' });
    expect(stack).toMatchObject({
      StackStatus: 'ROLLBACK_COMPLETE',
    });
    const all = await events();
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
    expect((await repositoryNames()).filter((one) => one?.startsWith(name))).toEqual([]);
    const refusal = `Stack:${stack.StackId ?? ''} is in ROLLBACK_COMPLETE state and can not be updated.`;
    await expect(update(repository())).rejects.toMatchObject({ name: 'ValidationError', message: refusal });
    await expect(changeSet(repository())).rejects.toMatchObject({
      name: 'ValidationError',
      message: refusal,
    });

    await client.send(new DeleteStackCommand({ StackName: name }));
    await until('the deletion', async () =>
      (await describeStack(stack.StackId))?.StackStatus === 'DELETE_COMPLETE' ? true : undefined,
    );
    await expect(describeStack()).rejects.toMatchObject({
      name: 'ValidationError',
      message: `Stack with id ${name} does not exist`,
    });
  });

  test.each([
    { OnFailure: 'DO_NOTHING' as const, status: 'CREATE_FAILED', left: 1 },
    { OnFailure: 'DELETE' as const, status: 'DELETE_COMPLETE', left: 0 },
  ])('OnFailure $OnFailure ends in $status', async ({ OnFailure, status, left }) => {
    const { StackId } = await client.send(
      new CreateStackCommand({
        StackName: name,
        OnFailure,
        TemplateBody: `
Resources:
  Good: { Type: AWS::ECR::Repository }
  Bad: { Type: AWS::ECR::Repository, DependsOn: Good, Properties: { RepositoryName: Not/Legal } }
`,
      }),
    );
    expect((await settled(StackId)).StackStatus).toBe(status);
    expect((await repositoryNames()).filter((one) => one?.startsWith(name))).toHaveLength(left);
  });

  test('capabilities, size, parameters and rules are checked before anything is made', async () => {
    const role =
      'Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } } }';
    const named = role.replace('Properties: {', 'Properties: { RoleName: me,');
    await expect(create(role)).rejects.toMatchObject({
      name: 'InsufficientCapabilitiesException',
      message: 'Requires capabilities : [CAPABILITY_IAM]',
    });
    await expect(create(named, { Capabilities: ['CAPABILITY_IAM'] })).rejects.toMatchObject({
      message: 'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    });
    await expect(create(`${repository()}# ${'x'.repeat(51_200)}`)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(
        /'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200$/,
      ),
    });
    const ruled = `${repository()}
Parameters: { A: { Type: String, Default: x } }
Rules: { Same: { Assertions: [{ Assert: !Equals [!Ref A, x], AssertDescription: A must be x }] } }
`;
    await expect(
      create(ruled, { Parameters: [{ ParameterKey: 'A', ParameterValue: 'y' }] }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('A must be x'),
    });
    await expect(describeStack()).rejects.toThrow('does not exist');
  });

  test('an unknown property fails the resource by name', async () => {
    await create(repository('MUTABLE', '  Topic: { Type: AWS::SNS::Topic, Properties: { TopikName: a } }'));
    const failed = (await events()).find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
    expect(failed).toMatchObject({
      LogicalResourceId: 'Topic',
      ResourceStatusReason:
        'Properties validation failed for resource Topic with message:\n[#: extraneous key [TopikName] is not permitted]',
    });
  });
});

describe('update', () => {
  test('in place, by replacement, and with nothing to do', async () => {
    await create(repository());
    const [before] = await repositoryNames().then((all) => all.filter((one) => one?.startsWith(name)));
    await expect(update(repository())).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'No updates are to be performed.',
    });
    expect((await update(repository('IMMUTABLE'))).StackStatus).toBe('UPDATE_COMPLETE');
    const { repositories } = await ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: [before ?? ''] }),
    );
    expect(repositories?.[0]?.imageTagMutability).toBe('IMMUTABLE');

    const renamed = repository().replace('Properties: {', `Properties: { RepositoryName: ${name}-renamed,`);
    expect((await update(renamed)).StackStatus).toBe('UPDATE_COMPLETE');
    expect((await repositoryNames()).filter((one) => one?.startsWith(name))).toEqual([`${name}-renamed`]);
    const reasons = (await events()).map(({ ResourceStatusReason }) => ResourceStatusReason);
    expect(reasons).toContain(
      'Requested update requires the creation of a new physical resource; hence creating one.',
    );
    expect((await history()).slice(-4)).toEqual([
      `${name} UPDATE_COMPLETE_CLEANUP_IN_PROGRESS`,
      'Repository DELETE_IN_PROGRESS',
      'Repository DELETE_COMPLETE',
      `${name} UPDATE_COMPLETE`,
    ]);
  });

  test('a failure goes back: changed, replaced and added resources', async () => {
    await create(
      repository(
        'MUTABLE',
        `  Other: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${name}-other } }`,
      ),
    );
    const stack = await update(
      repository(
        'IMMUTABLE',
        `  Other: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${name}-another } }
  Added: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${name}-added } }
  Bad: { Type: AWS::ECR::Repository, DependsOn: [Repository, Other, Added], Properties: { RepositoryName: Not/Legal } }`,
      ),
    );
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(
      (await events()).find(({ ResourceStatus }) => ResourceStatus === 'UPDATE_ROLLBACK_IN_PROGRESS')
        ?.ResourceStatusReason,
    ).toBe('The following resource(s) failed to create: [Bad]. ');
    const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
    const left = repositories.filter(({ repositoryName }) => repositoryName?.startsWith(name));
    expect(left.map(({ imageTagMutability }) => imageTagMutability)).toEqual(['MUTABLE', 'MUTABLE']);
    expect(left.map(({ repositoryName }) => repositoryName)).toContain(`${name}-other`);
    await expect(
      update(
        repository(
          'MUTABLE',
          `  Other: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${name}-other } }`,
        ),
      ),
    ).rejects.toThrow('No updates are to be performed.');
  });

  test('a resource that cannot go back is skipped when the rollback is continued', async () => {
    await create(repository());
    const [mine = ''] = (await repositoryNames()).filter((one) => one?.startsWith(name));
    // The repository disappears behind CloudFormation's back: neither the update nor its rollback can succeed.
    await simulator.sim.call('ecr', 'DeleteRepository', { repositoryName: mine });
    expect((await update(repository('IMMUTABLE'))).StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
    await expect(update(repository())).rejects.toThrow(
      /is in UPDATE_ROLLBACK_FAILED state and can not be updated/,
    );
    await client.send(
      new ContinueUpdateRollbackCommand({ StackName: name, ResourcesToSkip: ['Repository'] }),
    );
    expect((await settled()).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  test('removed resources are deleted unless their policy keeps them', async () => {
    const kept = `  Kept: { Type: AWS::ECR::Repository, DeletionPolicy: Retain, Properties: { RepositoryName: ${name}-kept } }`;
    const gone = `  Gone: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${name}-gone } }`;
    await create(repository('MUTABLE', `${kept}\n${gone}`));
    await update(repository());
    expect(await repositoryNames()).toContain(`${name}-kept`);
    expect(await repositoryNames()).not.toContain(`${name}-gone`);
    expect(await history()).toContain('Kept DELETE_SKIPPED');
  });
});

describe('change sets', () => {
  test('a new stack waits in review, is created, and has no changes after that', async () => {
    const made = await changeSet(repository(), { ChangeSetType: 'CREATE' });
    expect((await describeStack())?.StackStatus).toBe('REVIEW_IN_PROGRESS');
    expect(made).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' });
    expect(made.Changes).toMatchObject([
      { Type: 'Resource', ResourceChange: { Action: 'Add', LogicalResourceId: 'Repository' } },
    ]);
    await client.send(
      new ExecuteChangeSetCommand({ StackName: name, ChangeSetName: 'change', ClientRequestToken: 't' }),
    );
    expect((await settled()).StackStatus).toBe('CREATE_COMPLETE');

    const same = await changeSet(repository());
    expect(same).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
    await expect(
      client.send(new ExecuteChangeSetCommand({ StackName: name, ChangeSetName: 'change' })),
    ).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
    await client.send(new DeleteChangeSetCommand({ StackName: name, ChangeSetName: 'change' }));
    await expect(
      client.send(new DescribeChangeSetCommand({ StackName: name, ChangeSetName: 'change' })),
    ).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
    await expect(changeSet(repository(), { ChangeSetType: 'CREATE' })).rejects.toThrow(
      /already exists and cannot be created again/,
    );
  });

  test('replacement is True for create-only properties, Conditional for what depends on them, False for the rest', async () => {
    const body = (cidr: string, description: string): string => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${cidr} } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${description} } }
  Alone: { Type: AWS::SNS::Topic }
`;
    await create(body('10.0.0.0/16', 'a'));
    const { Changes = [] } = await changeSet(body('10.2.0.0/16', 'b'));
    expect(
      Changes.map(({ ResourceChange }) => [ResourceChange?.LogicalResourceId, ResourceChange?.Replacement]),
    ).toEqual([
      ['Vpc', 'True'],
      ['Subnet', 'Conditional'],
      ['Topic', 'False'],
    ]);
    expect(Changes[1]?.ResourceChange?.Details?.[0]).toMatchObject({
      Evaluation: 'Dynamic',
      ChangeSource: 'ResourceReference',
      CausingEntity: 'Vpc',
      Target: { Attribute: 'Properties', Name: 'VpcId', RequiresRecreation: 'Always' },
    });
    await client.send(new ExecuteChangeSetCommand({ StackName: name, ChangeSetName: 'change' }));
    expect((await settled()).StackStatus).toBe('UPDATE_COMPLETE');
  });

  test('a changed parameter is named as the cause', async () => {
    const body = `
Parameters: { Display: { Type: String, Default: a } }
Resources: { Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Display } } }
`;
    await create(body);
    const { Changes } = await changeSet(body, {
      Parameters: [{ ParameterKey: 'Display', ParameterValue: 'b' }],
    });
    expect(Changes?.[0]?.ResourceChange?.Details).toMatchObject([
      { ChangeSource: 'ParameterReference', CausingEntity: 'Display', Evaluation: 'Static' },
    ]);
  });

  test('an unknown property fails the change set, DescribeEvents names it', async () => {
    const body = repository().replace('ImageTagMutability', 'ImageTagMutable');
    const { Status, StatusReason } = await changeSet(body, { ChangeSetType: 'CREATE' });
    expect(Status).toBe('FAILED');
    expect(StatusReason).toContain('AWS::EarlyValidation::PropertyValidation');
    const { OperationEvents = [] } = await client.send(
      new DescribeEventsCommand({ StackName: name, Filters: { FailedEvents: true } }),
    );
    expect(OperationEvents[0]).toMatchObject({
      EventType: 'VALIDATION_ERROR',
      LogicalResourceId: 'Repository',
      ValidationPath: '/Resources/Repository/Properties',
      ValidationStatusReason: 'extraneous key [ImageTagMutable] is not permitted',
    });
  });

  test('a token makes creation and execution repeatable', async () => {
    const input = {
      StackName: name,
      ChangeSetName: 'change',
      ChangeSetType: 'CREATE' as const,
      TemplateBody: repository(),
      ClientToken: 'again',
    };
    const first = await client.send(new CreateChangeSetCommand(input));
    expect((await client.send(new CreateChangeSetCommand(input))).Id).toBe(first.Id);
    await expect(
      client.send(new CreateChangeSetCommand({ ...input, ClientToken: 'other' })),
    ).rejects.toMatchObject({
      name: 'AlreadyExistsException',
    });
  });
});

describe('interruptions', () => {
  // An RDS instance takes five minutes, long enough to step in.
  const slow = (extra = ''): string => `
Resources:
  Topic: { Type: AWS::SNS::Topic${extra} }
  Database: { Type: AWS::RDS::DBInstance, Properties: { Engine: postgres${extra === '' ? '' : ', DBInstanceIdentifier: other'} } }
  After: { Type: AWS::SNS::Topic, DependsOn: Database }
`;
  const working = async (id: string): Promise<boolean> =>
    await until(`work on ${id}`, async () =>
      (await history()).filter((one) => one.startsWith(`${id} `)).length > 0 ? true : undefined,
    );

  test('a creation that is deleted stops and leaves nothing', async () => {
    const { StackId } = await client.send(new CreateStackCommand({ StackName: name, TemplateBody: slow() }));
    await working('Database');
    await client.send(new DeleteStackCommand({ StackName: name }));
    expect((await settled(StackId)).StackStatus).toBe('DELETE_COMPLETE');
    const all = await history(StackId ?? '');
    expect(all).toContain('Database DELETE_COMPLETE');
    expect(all.filter((one) => one.startsWith('After '))).toEqual([]);
  });

  test('an update that is cancelled rolls back', async () => {
    await create(slow());
    await client.send(
      new UpdateStackCommand({ StackName: name, TemplateBody: slow(', Properties: { DisplayName: new }') }),
    );
    await until('the replacement', async () =>
      (await history()).filter((one) => one === 'Database UPDATE_IN_PROGRESS').length > 1 ? true : undefined,
    );
    await client.send(new CancelUpdateStackCommand({ StackName: name }));
    expect((await settled()).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    await expect(update(slow())).rejects.toThrow('No updates are to be performed.');
    await expect(client.send(new CancelUpdateStackCommand({ StackName: name }))).rejects.toThrow(
      'CancelUpdateStack cannot be called from current stack status',
    );
  });

  test('while an operation runs another is refused', async () => {
    await client.send(new CreateStackCommand({ StackName: name, TemplateBody: slow() }));
    await expect(update(slow())).rejects.toThrow(/is in CREATE_IN_PROGRESS state and can not be updated/);
    await settled();
  });

  test('a failed update without rollback can be rolled back later', async () => {
    await create(repository());
    const bad = repository(
      'IMMUTABLE',
      '  Bad: { Type: AWS::ECR::Repository, DependsOn: Repository, Properties: { RepositoryName: Not/Legal } }',
    );
    expect((await update(bad, { DisableRollback: true })).StackStatus).toBe('UPDATE_FAILED');
    await client.send(new RollbackStackCommand({ StackName: name }));
    expect((await settled()).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    await expect(update(repository())).rejects.toThrow('No updates are to be performed.');
  });

  test('an execution whose answer was lost can be repeated with its token', async () => {
    await changeSet(repository(), { ChangeSetType: 'CREATE' });
    const command = new ExecuteChangeSetCommand({
      StackName: name,
      ChangeSetName: 'change',
      ClientRequestToken: 't',
    });
    simulator.sim.faults.add({ service: 'cloudformation', operation: 'ExecuteChangeSet', reset: 'after' });
    await client.send(command);
    expect((await settled()).StackStatus).toBe('CREATE_COMPLETE');
    await client.send(command);
    expect((await history()).filter((one) => one === `${name} CREATE_IN_PROGRESS`)).toHaveLength(1);
    await expect(
      client.send(
        new ExecuteChangeSetCommand({ StackName: name, ChangeSetName: 'change', ClientRequestToken: 'u' }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
    // The name of an executed change set is free again.
    expect((await changeSet(repository('IMMUTABLE'))).Status).toBe('CREATE_COMPLETE');
  });
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
    expect((await create(provider, rest)).StackStatus).toBe('CREATE_COMPLETE');
    name = `${name}-second`;
    expect((await create(provider, rest)).StackStatus).toBe('ROLLBACK_COMPLETE');
    const failed = (await events()).find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
    expect(failed?.ResourceStatusReason).toContain(
      'Provider with url https://token.actions.githubusercontent.com already exists.',
    );
  });

  test('a resource with a name of its own cannot be replaced under that name', async () => {
    const body = (kms: string): string => `
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: ${name}-named, EncryptionConfiguration: { EncryptionType: ${kms} } }
`;
    await create(body('AES256'));
    expect((await update(body('KMS'))).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const failed = (await events()).find(({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED');
    expect(failed?.ResourceStatusReason).toBe(
      `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name}-named and update the stack again.`,
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
    name = `${name}-${'Very-Long-Name-'.repeat(5)}`.slice(0, 80);
    const properties: Record<string, string> = {
      'AWS::ElasticLoadBalancingV2::TargetGroup': 'TargetType: ip, Protocol: HTTP, Port: 80, VpcId: !Ref Vpc',
      'AWS::IAM::Role': 'AssumeRolePolicyDocument: {}',
    };
    const stack = await create(
      `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AResourceWithALongLogicalId: { Type: '${type}', Properties: { ${properties[type] ?? ''} } }
`,
      { Capabilities: ['CAPABILITY_IAM'] },
    );
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
    const id = StackResources.find(({ ResourceType }) => ResourceType === type)?.PhysicalResourceId ?? '';
    expect(id.split(':targetgroup/').at(-1)?.split('/')[0]).toMatch(pattern);
  });
});

test('templates can be read back, summarized and validated', async () => {
  const body = `
Parameters: { A: { Type: String, Default: x, Description: what A is } }
Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {}, Description: !Ref A } } }
`;
  await create(body, { Capabilities: ['CAPABILITY_IAM'] });
  expect((await client.send(new GetTemplateCommand({ StackName: name }))).TemplateBody).toBe(body);
  expect(await client.send(new GetTemplateSummaryCommand({ StackName: name }))).toMatchObject({
    Capabilities: ['CAPABILITY_IAM'],
    ResourceTypes: ['AWS::IAM::Role'],
    Parameters: [{ ParameterKey: 'A', DefaultValue: 'x', ParameterType: 'String' }],
  });
  expect(await client.send(new ValidateTemplateCommand({ TemplateBody: body }))).toMatchObject({
    Parameters: [{ ParameterKey: 'A', Description: 'what A is' }],
  });
  await expect(
    client.send(new ValidateTemplateCommand({ TemplateBody: 'Resources: [' })),
  ).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'Template format error: YAML not well-formed. (line 1, column 13)',
  });
});
