import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { DescribeStacksOutput } from '@aws-sdk/client-cloudformation';
import type { SimulatePolicyResponse } from '@aws-sdk/client-iam';
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, repository, run } from './action.ts';

jest.setTimeout(400_000);

const STACK = 'shop';
let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 120 });
});

afterAll(async () => {
  await simulator.close();
});

interface Item {
  readonly id: string;
  readonly status: string;
  readonly found: string;
}

test('the stack of the bundled template passes, with the rights of its own deploy role', async () => {
  const created = await run('deploy-stack', {
    inputs: {
      name: STACK,
      'poll-interval-seconds': '0.2',
      'parameter-overrides': 'ListenerPort=18090\nTestListenerPort=18091\nGitHubOrg=octo\nGitHubRepo=shop',
    },
    env: awsEnv(simulator.url),
  });
  await created.dispose();
  expect(created.errors).toEqual([]);
  const { Stacks = [] } = await simulator.sim.call<DescribeStacksOutput>('cloudformation', 'DescribeStacks', {
    StackName: STACK,
  });
  const RoleArn = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'DeployRoleArn')?.OutputValue;
  const { Credentials } = await simulator.sim.call<AssumeRoleResponse>('sts', 'AssumeRole', {
    RoleArn,
    RoleSessionName: 'GitHubActions',
    // A lot of AWS time passes while a process starts.
    DurationSeconds: 43_200,
  });
  simulator.sim.calls.length = 0;
  const result = await run('preflight', {
    workspace: repository,
    inputs: {
      stack: STACK,
      'task-definition': join(repository, 'workflows-examples/sample-app/task-definition.json'),
      skip: 'image',
    },
    env: {
      ...awsEnv(simulator.url),
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
      AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 14_400_000).toISOString(),
    },
  });
  await result.dispose();
  const items = JSON.parse(result.outputs['items'] ?? '[]') as readonly Item[];
  const others = items
    .filter(({ status }) => status !== 'passed')
    .map(({ found, id, status }) => [id, status, found]);
  expect(others).toEqual([]);
  expect(items.find(({ id }) => id === 'identity')?.found).toContain('assumed-role/shop-DeployRole-');
  expect(result.exitCode).toBe(0);
  expect(await refused(RoleArn ?? '')).toEqual([]);
});

/** What the role's policies refuse of the calls that were made. */
async function refused(PolicySourceArn: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { action, conditions, resources } of simulator.sim.calls.flatMap(({ iam }) => iam)) {
    const { EvaluationResults = [] } = await simulator.sim.call<SimulatePolicyResponse>(
      'iam',
      'SimulatePrincipalPolicy',
      {
        PolicySourceArn,
        ActionNames: [action],
        ResourceArns: resources,
        ContextEntries: Object.entries(conditions).map(([ContextKeyName, value]) => ({
          ContextKeyName,
          ContextKeyValues: [value].flat(),
        })),
      },
    );
    if (EvaluationResults.some(({ EvalDecision }) => EvalDecision !== 'allowed'))
      found.add(`${action} ${resources.join(' ')}`);
  }
  return [...found];
}
