import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Stack } from '@aws-sdk/client-cloudformation';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from './action.ts';

jest.setTimeout(120_000);

/** A template of one repository; another name is another repository. */
const TEMPLATE = `
Parameters:
  Name: { Type: String }
  Days: { Type: Number, Default: 7 }
  Password: { Type: String, NoEcho: true, Default: '' }
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: !Ref Name }
  LogGroup:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: !Ref Days }
Outputs:
  RepositoryArn: { Value: !GetAtt Repository.Arn }
  Days: { Value: !Ref Days }
`;

let simulator: RunningSimulator;
let workspace: string;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 500 });
  workspace = await mkdtemp(join(tmpdir(), 'cutover-stack-'));
});

afterEach(async () => {
  await simulator.close();
  await rm(workspace, { recursive: true, force: true });
});

/** A CloudFormation that never gets anything done. */
async function standStill(): Promise<void> {
  await simulator.close();
  simulator = await startSimulator({ timeScale: 0 });
}

interface Given {
  readonly template?: string;
  readonly [input: string]: string | undefined;
}

async function options({ template, ...inputs }: Given) {
  if (template !== undefined) await writeFile(join(workspace, 'stack.yml'), template);
  return {
    workspace,
    inputs: {
      name: 'shop',
      'poll-interval-seconds': '0.05',
      ...(template === undefined ? {} : { template: 'stack.yml' }),
      ...(inputs as Record<string, string>),
    },
    env: awsEnv(simulator.url),
  };
}

async function deploy(given: Given): Promise<ActionResult> {
  return await run('deploy-stack', await options(given));
}

async function stacks(): Promise<readonly Stack[]> {
  const { Stacks } = await simulator.sim.call<{ Stacks: Stack[] }>('cloudformation', 'DescribeStacks', {});
  return Stacks.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE');
}

function calls(operation: string): readonly Record<string, unknown>[] {
  return simulator.sim.calls
    .filter((call) => call.operation === operation)
    .map(({ input }) => input as Record<string, unknown>);
}

describe('a stack', () => {
  test('is created, its events shown, its outputs given', async () => {
    const result = await deploy({
      template: TEMPLATE,
      'parameter-overrides': 'Name=shop,Days=14\nPassword=correct-horse',
      tags: 'team=web',
    });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      status: 'CREATE_COMPLETE',
      'has-changes': 'true',
      RepositoryArn: expect.stringContaining('repository/shop'),
      Days: '14',
      outcome: 'succeeded',
    });
    expect(JSON.parse(result.outputs['outputs'] ?? '')).toMatchObject({ Days: '14' });
    expect(result.outputs['changes-markdown']).toContain('| Add | Repository | AWS::ECR::Repository |');
    expect(result.stdout).toContain('LogGroup');
    const shown = result.stdout.replaceAll(/^::add-mask::.*$/gm, '');
    expect(shown + result.summary).not.toContain('correct-horse');
  });

  test('is updated with the parameters that it has; what is the same is unchanged', async () => {
    await deploy({ template: TEMPLATE, 'parameter-overrides': 'Name=shop\nDays=14' });
    const same = await deploy({ template: TEMPLATE });
    expect(same.exitCode).toBe(0);
    expect(same.outputs).toMatchObject({ 'has-changes': 'false', outcome: 'unchanged', Days: '14' });
    const strict = await deploy({ template: TEMPLATE, 'fail-on-empty-changeset': 'true' });
    expect(strict.exitCode).toBe(1);
    const changed = await deploy({ template: TEMPLATE, 'parameter-overrides': 'Days=30' });
    expect(changed.errors).toEqual([]);
    expect(changed.outputs).toMatchObject({ status: 'UPDATE_COMPLETE', Days: '30' });
    expect(changed.outputs['changes-markdown']).toContain('| Modify | LogGroup |');
    expect(calls('ExecuteChangeSet')).toHaveLength(2);
  });

  test('that is only looked at leaves nothing behind', async () => {
    const result = await deploy({
      template: TEMPLATE,
      'parameter-overrides': 'Name=shop',
      'dry-run': 'true',
    });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ 'has-changes': 'true', outcome: 'unchanged' });
    expect(calls('ExecuteChangeSet')).toEqual([]);
    expect(await stacks()).toEqual([]);
  });

  test('waits for review with no-execute-changeset, and is created from there', async () => {
    const review = await deploy({
      template: TEMPLATE,
      'parameter-overrides': 'Name=shop',
      'no-execute-changeset': 'true',
    });
    expect(review.exitCode).toBe(0);
    expect((await stacks()).map(({ StackStatus }) => StackStatus)).toEqual(['REVIEW_IN_PROGRESS']);
    const created = await deploy({ template: TEMPLATE, 'parameter-overrides': 'Name=shop' });
    expect(created.errors).toEqual([]);
    expect(created.outputs['status']).toBe('CREATE_COMPLETE');
  });
});

test('an operation that goes on is waited for', async () => {
  await simulator.close();
  simulator = await startSimulator({ timeScale: 10 });
  // A load balancer takes minutes.
  const slow = TEMPLATE.replace(
    'Outputs:',
    `  LoadBalancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Subnets: [subnet-1, subnet-2] }
Outputs:`,
  );
  const first = await start(
    'deploy-stack',
    await options({ template: slow, 'parameter-overrides': 'Name=shop' }),
  );
  const end = Date.now() + 60_000;
  while ((await stacks())[0]?.StackStatus !== 'CREATE_IN_PROGRESS' && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const second = await deploy({ template: slow });
  expect((await first.done).exitCode).toBe(0);
  expect(second.errors).toEqual([]);
  expect(second.outputs['outcome']).toBe('unchanged');
  expect(second.stdout).toContain('waiting for that to end');
});

test('lost answers and throttling change nothing', async () => {
  const { faults } = simulator.sim;
  faults.add({ operation: 'CreateChangeSet', reset: 'after' });
  faults.add({ operation: 'ExecuteChangeSet', reset: 'after' });
  faults.add({
    operation: 'DescribeStackEvents',
    error: { code: 'Throttling', message: 'Rate exceeded' },
    times: 3,
  });
  faults.add({
    operation: 'DescribeStacks',
    error: { code: 'InternalFailure', status: 500 },
    skip: 1,
    times: 2,
  });
  const result = await deploy({ template: TEMPLATE, 'parameter-overrides': 'Name=shop' });
  expect(result.errors).toEqual([]);
  expect(result.outputs['status']).toBe('CREATE_COMPLETE');
});

describe('a failure', () => {
  test('names the first resource that failed; the remains are replaced next time', async () => {
    await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'taken' });
    const result = await deploy({ template: TEMPLATE, 'parameter-overrides': 'Name=taken' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ status: 'ROLLBACK_COMPLETE', outcome: 'rolled-back' });
    expect(result.errors.join('\n')).toContain('Repository (AWS::ECR::Repository)');
    const again = await deploy({ template: TEMPLATE, 'parameter-overrides': 'Name=free' });
    expect(again.errors).toEqual([]);
    expect(again.outputs['status']).toBe('CREATE_COMPLETE');
    expect(calls('DeleteStack')).toHaveLength(1);
  });

  test('of an update leaves the stack as it was, and says so', async () => {
    await deploy({ template: TEMPLATE, 'parameter-overrides': 'Name=shop' });
    await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'taken' });
    const result = await deploy({
      template: TEMPLATE,
      'parameter-overrides': 'Name=taken',
      'allow-replacement': 'Repository',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', outcome: 'rolled-back' });
  });

  test('by the clock is no success', async () => {
    await standStill();
    const result = await deploy({
      template: TEMPLATE,
      'parameter-overrides': 'Name=shop',
      'wait-for-minutes': '0.05',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('timed-out');
  });

  test('by cancellation takes an unused change set away', async () => {
    await standStill();
    const action = await start(
      'deploy-stack',
      await options({ template: TEMPLATE, 'parameter-overrides': 'Name=shop' }),
    );
    const end = Date.now() + 30_000;
    while (calls('DescribeChangeSet').length === 0 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    action.process.kill('SIGINT');
    const result = await action.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('cancelled');
    expect(calls('ExecuteChangeSet')).toEqual([]);
  });
});

describe('before the first call', () => {
  test('an unknown parameter is refused, and which one was meant', async () => {
    const result = await deploy({ template: TEMPLATE, 'parameter-overrides': 'Name=a\nDay=3' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('Did you mean Days?');
    expect(simulator.sim.calls).toEqual([]);
  });

  test('of a creation, a parameter without a value is refused', async () => {
    const result = await deploy({ template: TEMPLATE });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join()).toContain('parameter Name has no default');
    expect(calls('CreateChangeSet')).toEqual([]);
  });
});

describe('what CloudFormation refuses', () => {
  test.each<[string, Given, string]>([
    [
      'a capability that is missing',
      {
        template: TEMPLATE.replace(
          'Outputs:',
          `  Role:
    Type: AWS::IAM::Role
    Properties: { RoleName: shop, AssumeRolePolicyDocument: { Statement: [] } }
Outputs:`,
        ),
        'parameter-overrides': 'Name=shop',
      },
      'Add CAPABILITY_NAMED_IAM to capabilities',
    ],
    [
      'a rule of the template that the parameters break',
      {
        template: `${TEMPLATE}
Rules: { Named: { Assertions: [{ Assert: !Equals [!Ref Name, store], AssertDescription: the name is store }] } }
`,
        'parameter-overrides': 'Name=shop',
      },
      'Correct the template or its parameters',
    ],
    [
      'a property that its type does not have',
      {
        template: TEMPLATE.replace('RetentionInDays', 'RetentionDays'),
        'parameter-overrides': 'Name=shop',
      },
      '/Resources/LogGroup/Properties: extraneous key [RetentionDays] is not permitted',
    ],
  ])('%s is explained', async (_, given, message) => {
    const result = await deploy(given);
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain(message);
    expect(calls('ExecuteChangeSet')).toEqual([]);
  });
});

describe('the bundled template', () => {
  const WITH = { capabilities: 'CAPABILITY_IAM' };

  test('keeps the colour that serves, and never touches the service', async () => {
    const created = await deploy(WITH);
    expect(created.errors).toEqual([]);
    expect(created.outputs['ServiceName']).toBeDefined();
    const { ProductionListenerArn, BlueTargetGroupArn, GreenTargetGroupArn } = created.outputs;
    // What CodeDeploy leaves behind after a deployment.
    await simulator.sim.call('elasticloadbalancing', 'ModifyListener', {
      ListenerArn: ProductionListenerArn,
      DefaultActions: [
        {
          Type: 'forward',
          ForwardConfig: {
            TargetGroups: [
              { TargetGroupArn: BlueTargetGroupArn, Weight: 0 },
              { TargetGroupArn: GreenTargetGroupArn, Weight: 100 },
            ],
          },
        },
      ],
    });
    const wrong = await deploy({ ...WITH, 'parameter-overrides': 'LiveColor=blue' });
    expect(wrong.exitCode).toBe(1);
    expect(wrong.errors.join()).toContain('production is served by green');

    const updated = await deploy({ ...WITH, 'parameter-overrides': 'TestListenerPort=9090' });
    expect(updated.errors).toEqual([]);
    expect(updated.outputs['status']).toBe('UPDATE_COMPLETE');
    const { Listeners } = await simulator.sim.call<{
      Listeners: {
        DefaultActions: { ForwardConfig: { TargetGroups: { TargetGroupArn: string; Weight: number }[] } }[];
      }[];
    }>('elasticloadbalancing', 'DescribeListeners', { ListenerArns: [ProductionListenerArn] });
    expect(Listeners[0]?.DefaultActions[0]?.ForwardConfig.TargetGroups).toContainEqual(
      expect.objectContaining({ TargetGroupArn: GreenTargetGroupArn, Weight: 100 }),
    );
    const [stack] = await stacks();
    expect(stack?.Parameters).toContainEqual(
      expect.objectContaining({ ParameterKey: 'LiveColor', ParameterValue: 'green' }),
    );

    const frozen = await deploy({ ...WITH, 'parameter-overrides': 'ContainerPort=9999' });
    expect(frozen.exitCode).toBe(1);
    expect(frozen.errors.join('\n')).toContain('an ECS service that CodeDeploy deploys to');
    expect(calls('ExecuteChangeSet')).toHaveLength(3);
  });
});
