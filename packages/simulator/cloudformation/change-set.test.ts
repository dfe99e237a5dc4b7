import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeEventsCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { repositoryTemplate, StackClient } from './stack-client.ts';

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

describe('change sets', () => {
  test('a new stack waits in review, is created, and has no changes after that', async () => {
    const made = await stacks.changeSet(repositoryTemplate(), { ChangeSetType: 'CREATE' });
    expect((await stacks.describe())?.StackStatus).toBe('REVIEW_IN_PROGRESS');
    expect(made).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' });
    expect(made.Changes).toMatchObject([
      { Type: 'Resource', ResourceChange: { Action: 'Add', LogicalResourceId: 'Repository' } },
    ]);
    await stacks.client.send(
      new ExecuteChangeSetCommand({
        StackName: stacks.name,
        ChangeSetName: 'change',
        ClientRequestToken: 't',
      }),
    );
    expect((await stacks.settled()).StackStatus).toBe('CREATE_COMPLETE');

    const same = await stacks.changeSet(repositoryTemplate());
    expect(same).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
    await expect(
      stacks.client.send(new ExecuteChangeSetCommand({ StackName: stacks.name, ChangeSetName: 'change' })),
    ).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
    await stacks.client.send(new DeleteChangeSetCommand({ StackName: stacks.name, ChangeSetName: 'change' }));
    await expect(
      stacks.client.send(new DescribeChangeSetCommand({ StackName: stacks.name, ChangeSetName: 'change' })),
    ).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
    await expect(stacks.changeSet(repositoryTemplate(), { ChangeSetType: 'CREATE' })).rejects.toThrow(
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
    await stacks.create(body('10.0.0.0/16', 'a'));
    const { Changes = [] } = await stacks.changeSet(body('10.2.0.0/16', 'b'));
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
    await stacks.client.send(
      new ExecuteChangeSetCommand({ StackName: stacks.name, ChangeSetName: 'change' }),
    );
    expect((await stacks.settled()).StackStatus).toBe('UPDATE_COMPLETE');
  });

  test('a changed parameter is named as the cause', async () => {
    const body = `
Parameters: { Display: { Type: String, Default: a } }
Resources: { Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref Display } } }
`;
    await stacks.create(body);
    const { Changes } = await stacks.changeSet(body, {
      Parameters: [{ ParameterKey: 'Display', ParameterValue: 'b' }],
    });
    expect(Changes?.[0]?.ResourceChange?.Details).toMatchObject([
      { ChangeSource: 'ParameterReference', CausingEntity: 'Display', Evaluation: 'Static' },
    ]);
  });

  test('an unknown property fails the change set, DescribeEvents names it', async () => {
    const body = repositoryTemplate().replace('ImageTagMutability', 'ImageTagMutable');
    const { Status, StatusReason } = await stacks.changeSet(body, { ChangeSetType: 'CREATE' });
    expect(Status).toBe('FAILED');
    expect(StatusReason).toContain('AWS::EarlyValidation::PropertyValidation');
    const { OperationEvents = [] } = await stacks.client.send(
      new DescribeEventsCommand({ StackName: stacks.name, Filters: { FailedEvents: true } }),
    );
    expect(OperationEvents[0]).toMatchObject({
      EventType: 'VALIDATION_ERROR',
      LogicalResourceId: 'Repository',
      ValidationPath: '/Resources/Repository/Properties',
      ValidationStatusReason: 'extraneous key [ImageTagMutable] is not permitted',
    });
  });

  test('DescribeEvents of one change set tells nothing of another', async () => {
    const wrong = (name: string): string => repositoryTemplate().replace('ImageTagMutability', name);
    await stacks.changeSet(wrong('One'), { ChangeSetType: 'CREATE', ChangeSetName: 'one' });
    await stacks.changeSet(wrong('Two'), { ChangeSetType: 'CREATE', ChangeSetName: 'two' });
    const { OperationEvents = [] } = await stacks.client.send(
      new DescribeEventsCommand({ StackName: stacks.name, ChangeSetName: 'two' }),
    );
    expect(OperationEvents.map((event) => event.ValidationStatusReason)).toEqual([
      'extraneous key [Two] is not permitted',
    ]);
  });

  test('a token makes creation and execution repeatable', async () => {
    const input = {
      StackName: stacks.name,
      ChangeSetName: 'change',
      ChangeSetType: 'CREATE' as const,
      TemplateBody: repositoryTemplate(),
      ClientToken: 'again',
    };
    const first = await stacks.client.send(new CreateChangeSetCommand(input));
    expect((await stacks.client.send(new CreateChangeSetCommand(input))).Id).toBe(first.Id);
    await expect(
      stacks.client.send(new CreateChangeSetCommand({ ...input, ClientToken: 'other' })),
    ).rejects.toMatchObject({
      name: 'AlreadyExistsException',
    });
  });
});
