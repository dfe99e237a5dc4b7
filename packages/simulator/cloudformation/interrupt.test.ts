import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  CancelUpdateStackCommand,
  CreateStackCommand,
  DeleteStackCommand,
  ExecuteChangeSetCommand,
  RollbackStackCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { repositoryTemplate, StackClient, until } from './stack-client.ts';

let simulator: RunningSimulator;
let stacks: StackClient;
let count = 0;

beforeAll(async () => {
  // The five minutes that a database takes are two seconds here, enough to step in on a busy machine.
  simulator = await startSimulator({ timeScale: 150 });
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
      (await stacks.history()).filter((one) => one.startsWith(`${id} `)).length > 0 ? true : undefined,
    );

  test('a creation that is deleted stops and leaves nothing', async () => {
    const { StackId } = await stacks.client.send(
      new CreateStackCommand({ StackName: stacks.name, TemplateBody: slow() }),
    );
    await working('Database');
    await stacks.client.send(new DeleteStackCommand({ StackName: stacks.name }));
    expect((await stacks.settled(StackId)).StackStatus).toBe('DELETE_COMPLETE');
    const all = await stacks.history(StackId ?? '');
    expect(all).toContain('Database DELETE_COMPLETE');
    expect(all.filter((one) => one.startsWith('After '))).toEqual([]);
  });

  test('an update that is cancelled rolls back', async () => {
    await stacks.create(slow());
    await stacks.client.send(
      new UpdateStackCommand({
        StackName: stacks.name,
        TemplateBody: slow(', Properties: { DisplayName: new }'),
      }),
    );
    await until('the replacement', async () =>
      (await stacks.history()).filter((one) => one === 'Database UPDATE_IN_PROGRESS').length > 1
        ? true
        : undefined,
    );
    await stacks.client.send(new CancelUpdateStackCommand({ StackName: stacks.name }));
    expect((await stacks.settled()).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    await expect(stacks.update(slow())).rejects.toThrow('No updates are to be performed.');
    await expect(
      stacks.client.send(new CancelUpdateStackCommand({ StackName: stacks.name })),
    ).rejects.toThrow('CancelUpdateStack cannot be called from current stack status');
  });

  test('while an operation runs another is refused', async () => {
    await stacks.client.send(new CreateStackCommand({ StackName: stacks.name, TemplateBody: slow() }));
    await expect(stacks.update(slow())).rejects.toThrow(
      /is in CREATE_IN_PROGRESS state and can not be updated/,
    );
    await stacks.settled();
  });

  test('a failed update without rollback can be rolled back later', async () => {
    await stacks.create(repositoryTemplate());
    const bad = repositoryTemplate(
      'IMMUTABLE',
      '  Bad: { Type: AWS::ECR::Repository, DependsOn: Repository, Properties: { RepositoryName: Not/Legal } }',
    );
    expect((await stacks.update(bad, { DisableRollback: true })).StackStatus).toBe('UPDATE_FAILED');
    await stacks.client.send(new RollbackStackCommand({ StackName: stacks.name }));
    expect((await stacks.settled()).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    await expect(stacks.update(repositoryTemplate())).rejects.toThrow('No updates are to be performed.');
  });

  test('an execution whose answer was lost can be repeated with its token', async () => {
    await stacks.changeSet(repositoryTemplate(), { ChangeSetType: 'CREATE' });
    const command = new ExecuteChangeSetCommand({
      StackName: stacks.name,
      ChangeSetName: 'change',
      ClientRequestToken: 't',
    });
    simulator.sim.faults.add({ service: 'cloudformation', operation: 'ExecuteChangeSet', reset: 'after' });
    await stacks.client.send(command);
    expect((await stacks.settled()).StackStatus).toBe('CREATE_COMPLETE');
    await stacks.client.send(command);
    expect(
      (await stacks.history()).filter((one) => one === `${stacks.name} CREATE_IN_PROGRESS`),
    ).toHaveLength(1);
    await expect(
      stacks.client.send(
        new ExecuteChangeSetCommand({
          StackName: stacks.name,
          ChangeSetName: 'change',
          ClientRequestToken: 'u',
        }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
    // The name of an executed change set is free again.
    expect((await stacks.changeSet(repositoryTemplate('IMMUTABLE'))).Status).toBe('CREATE_COMPLETE');
  });
});
