import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ContinueUpdateRollbackCommand } from '@aws-sdk/client-cloudformation';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { repositoryTemplate, StackClient } from './stack-client.ts';

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

describe('update', () => {
  test('in place, by replacement, and with nothing to do', async () => {
    await stacks.create(repositoryTemplate());
    const [before] = await repositoryNames().then((all) => all.filter((one) => one?.startsWith(stacks.name)));
    await expect(stacks.update(repositoryTemplate())).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'No updates are to be performed.',
    });
    expect((await stacks.update(repositoryTemplate('IMMUTABLE'))).StackStatus).toBe('UPDATE_COMPLETE');
    const { repositories } = await ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: [before ?? ''] }),
    );
    expect(repositories?.[0]?.imageTagMutability).toBe('IMMUTABLE');

    const renamed = repositoryTemplate().replace(
      'Properties: {',
      `Properties: { RepositoryName: ${stacks.name}-renamed,`,
    );
    expect((await stacks.update(renamed)).StackStatus).toBe('UPDATE_COMPLETE');
    expect((await repositoryNames()).filter((one) => one?.startsWith(stacks.name))).toEqual([
      `${stacks.name}-renamed`,
    ]);
    const reasons = (await stacks.events()).map(({ ResourceStatusReason }) => ResourceStatusReason);
    expect(reasons).toContain(
      'Requested update requires the creation of a new physical resource; hence creating one.',
    );
    expect((await stacks.history()).slice(-4)).toEqual([
      `${stacks.name} UPDATE_COMPLETE_CLEANUP_IN_PROGRESS`,
      'Repository DELETE_IN_PROGRESS',
      'Repository DELETE_COMPLETE',
      `${stacks.name} UPDATE_COMPLETE`,
    ]);
  });

  test('a failure goes back: changed, replaced and added resources', async () => {
    await stacks.create(
      repositoryTemplate(
        'MUTABLE',
        `  Other: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${stacks.name}-other } }`,
      ),
    );
    const stack = await stacks.update(
      repositoryTemplate(
        'IMMUTABLE',
        `  Other: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${stacks.name}-another } }
  Added: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${stacks.name}-added } }
  Bad: { Type: AWS::ECR::Repository, DependsOn: [Repository, Other, Added], Properties: { RepositoryName: Not/Legal } }`,
      ),
    );
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(
      (await stacks.events()).find(({ ResourceStatus }) => ResourceStatus === 'UPDATE_ROLLBACK_IN_PROGRESS')
        ?.ResourceStatusReason,
    ).toBe('The following resource(s) failed to create: [Bad]. ');
    const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
    const left = repositories.filter(({ repositoryName }) => repositoryName?.startsWith(stacks.name));
    expect(left.map(({ imageTagMutability }) => imageTagMutability)).toEqual(['MUTABLE', 'MUTABLE']);
    expect(left.map(({ repositoryName }) => repositoryName)).toContain(`${stacks.name}-other`);
    await expect(
      stacks.update(
        repositoryTemplate(
          'MUTABLE',
          `  Other: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${stacks.name}-other } }`,
        ),
      ),
    ).rejects.toThrow('No updates are to be performed.');
  });

  test('a resource that cannot go back is skipped when the rollback is continued', async () => {
    await stacks.create(repositoryTemplate());
    const [mine = ''] = (await repositoryNames()).filter((one) => one?.startsWith(stacks.name));
    // The repository disappears behind CloudFormation's back: neither the update nor its rollback can succeed.
    await simulator.sim.call('ecr', 'DeleteRepository', { repositoryName: mine });
    expect((await stacks.update(repositoryTemplate('IMMUTABLE'))).StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
    await expect(stacks.update(repositoryTemplate())).rejects.toThrow(
      /is in UPDATE_ROLLBACK_FAILED state and can not be updated/,
    );
    await stacks.client.send(
      new ContinueUpdateRollbackCommand({ StackName: stacks.name, ResourcesToSkip: ['Repository'] }),
    );
    expect((await stacks.settled()).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  test('removed resources are deleted unless their policy keeps them', async () => {
    const kept = `  Kept: { Type: AWS::ECR::Repository, DeletionPolicy: Retain, Properties: { RepositoryName: ${stacks.name}-kept } }`;
    const gone = `  Gone: { Type: AWS::ECR::Repository, Properties: { RepositoryName: ${stacks.name}-gone } }`;
    await stacks.create(repositoryTemplate('MUTABLE', `${kept}\n${gone}`));
    await stacks.update(repositoryTemplate());
    expect(await repositoryNames()).toContain(`${stacks.name}-kept`);
    expect(await repositoryNames()).not.toContain(`${stacks.name}-gone`);
    expect(await stacks.history()).toContain('Kept DELETE_SKIPPED');
  });
});
