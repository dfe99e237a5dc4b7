import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  DeleteStackCommand,
  type DeleteStackCommandInput,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { buildImage, Pusher } from '../ecr/push.ts';
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

async function remove(
  id: string | undefined,
  rest: Partial<DeleteStackCommandInput> = {},
): Promise<string | undefined> {
  await stacks.client.send(new DeleteStackCommand({ StackName: stacks.name, ...rest }));
  return (await stacks.settled(id)).StackStatus;
}

test('a repository with images keeps its stack, until it is left behind', async () => {
  const { StackId } = await stacks.create(repositoryTemplate());
  const { repositories } = await simulator.sim.call<{ repositories: { repositoryName: string }[] }>(
    'ecr',
    'DescribeRepositories',
    {},
  );
  const repositoryName = repositories[0]?.repositoryName ?? '';
  const { authorizationData } = await simulator.sim.call<{
    authorizationData: { authorizationToken: string }[];
  }>('ecr', 'GetAuthorizationToken', {});
  await new Pusher(simulator.url, repositoryName, authorizationData[0]?.authorizationToken ?? '').push(
    buildImage([]),
    'v1',
  );
  expect(await remove(StackId)).toBe('DELETE_FAILED');
  expect((await stacks.eventOf('DELETE_FAILED'))?.ResourceStatusReason).toBe(
    'The following resource(s) failed to delete: [Repository]. ',
  );
  expect((await stacks.events()).map(({ ResourceStatusReason }) => ResourceStatusReason)).toContainEqual(
    expect.stringContaining('cannot be deleted because it still contains images'),
  );
  expect(await remove(StackId, { RetainResources: ['Repository'] })).toBe('DELETE_COMPLETE');
});

test('termination protection refuses the deletion', async () => {
  const { StackId } = await stacks.create(repositoryTemplate(), { EnableTerminationProtection: true });
  await expect(remove(StackId)).rejects.toThrow(/cannot be deleted while TerminationProtection is enabled/);
  await stacks.client.send(
    new UpdateTerminationProtectionCommand({ StackName: stacks.name, EnableTerminationProtection: false }),
  );
  expect(await remove(StackId)).toBe('DELETE_COMPLETE');
});

test('dependent resources go first', async () => {
  const { StackId } = await stacks.create(`
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Topic: { Type: AWS::SNS::Topic, DependsOn: Subnet }
`);
  await remove(StackId);
  expect((await stacks.history(StackId)).filter((one) => one.endsWith('DELETE_COMPLETE'))).toEqual([
    'Topic DELETE_COMPLETE',
    'Subnet DELETE_COMPLETE',
    'Vpc DELETE_COMPLETE',
    `${stacks.name} DELETE_COMPLETE`,
  ]);
});

test('the name of a deleted stack is free, its events are found by its id', async () => {
  const first = await stacks.create(repositoryTemplate());
  await remove(first.StackId);
  const second = await stacks.create(repositoryTemplate());
  expect(second.StackId).not.toBe(first.StackId);
  expect((await stacks.describe(first.StackId))?.StackStatus).toBe('DELETE_COMPLETE');
  expect((await stacks.describe())?.StackId).toBe(second.StackId);
  // Deleting what isn't there succeeds.
  await stacks.client.send(new DeleteStackCommand({ StackName: 'never-was' }));
});

test('a value that one stack exports is imported by another', async () => {
  await stacks.create(`
Resources: { Topic: { Type: AWS::SNS::Topic } }
Outputs: { Arn: { Value: !Ref Topic, Export: { Name: !Sub '\${AWS::StackName}-topic' } } }
`);
  const exporter = stacks.name;
  stacks.name = `${exporter}-importer`;
  const importer = (name: string): string => `
Resources: { Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !ImportValue '${name}' } } }
Outputs: { Seen: { Value: !ImportValue '${name}' } }
`;
  const { Outputs } = await stacks.create(importer(`${exporter}-topic`));
  expect(Outputs?.[0]?.OutputValue).toMatch(/^arn:aws:sns:us-east-1:123456789012:/);
  stacks.name = `${exporter}-stranger`;
  await expect(stacks.create(importer('nothing'))).rejects.toThrow('No export named nothing found.');
});

test('with a standing clock a stack moves only when time is moved', async () => {
  const still = await startSimulator({ timeScale: 0 });
  const client = new StackClient(still.url, 'still');
  try {
    await still.sim.call('cloudformation', 'CreateStack', {
      StackName: 'still',
      TemplateBody: repositoryTemplate(
        'MUTABLE',
        '  Topic: { Type: AWS::SNS::Topic, DependsOn: Repository }',
      ),
    });
    expect((await client.describe())?.StackStatus).toBe('CREATE_IN_PROGRESS');
    for (let steps = 0; steps < 50; steps += 1) {
      await still.sim.clock.advance(1000);
      if ((await client.describe())?.StackStatus === 'CREATE_COMPLETE') break;
    }
    expect((await client.describe())?.StackStatus).toBe('CREATE_COMPLETE');
  } finally {
    client.client.destroy();
    await still.close();
  }
});
