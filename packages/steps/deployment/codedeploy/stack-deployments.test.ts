import { expect, test } from '@jest/globals';
import { AwsCallError } from '@cutover/domain/errors';
import { testWorld } from '../../testing/world.ts';
import type { StackParts } from '../engine-kind.ts';
import { deploymentsOfStack } from './stack-deployments.ts';

const resource = (type: string, physicalId: string) => ({ type, physicalId });

/** Finds the groups of a stack; `asked` collects where deployments are looked for. */
async function look(
  stack: Partial<StackParts>,
  answer: (application: string, group: string) => readonly string[],
): Promise<{ readonly said: string | undefined; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const world = testWorld({
    aws: {
      deployments: {
        active: async (application: string, group: string) => {
          asked.push(`${application}/${group}`);
          return await Promise.resolve(answer(application, group));
        },
      },
    },
  });
  const found = await deploymentsOfStack(world, {
    name: 'shop',
    outputs: {},
    resources: () => Promise.reject(new Error('not asked for')),
    ...stack,
  });
  return { said: (await found())?.what, asked };
}

test('groups are those that the outputs name', async () => {
  const outputs = { CodeDeployApplication: 'app', CodeDeployDeploymentGroup: 'group' };
  expect(await look({ outputs }, () => ['d-1'])).toEqual({
    said: expect.stringContaining('CodeDeploy deployment d-1 of group group is running'),
    asked: ['app/group'],
  });
});

const RESOURCES = [
  resource('AWS::CodeDeploy::Application', 'one'),
  resource('AWS::CodeDeploy::Application', 'two'),
  resource('AWS::CodeDeploy::DeploymentGroup', 'group'),
  resource('AWS::CodeDeploy::DeploymentGroup', ''),
  resource('AWS::Logs::LogGroup', 'logs'),
];
const resources = async (): Promise<typeof RESOURCES> => await Promise.resolve(RESOURCES);

test('groups are found among the resources of a stack whose outputs do not name them', async () => {
  expect((await look({ resources }, () => [])).asked).toEqual(['one/group', 'two/group']);
});

test('a group that another application has is passed over, and an error is not', async () => {
  const failing = (code: string) => (application: string) => {
    if (application === 'two') return ['d-2'];
    throw new AwsCallError({ action: 'codedeploy:ListDeployments', code, what: '', fix: '' });
  };
  const { said } = await look({ resources }, failing('DeploymentGroupDoesNotExistException'));
  expect(said).toContain('d-2');
  await expect(look({ resources }, failing('InternalFailure'))).rejects.toThrow('InternalFailure');
});
