import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { DescribeStacksOutput } from '@aws-sdk/client-cloudformation';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from './action.ts';

jest.setTimeout(400_000);

/** A service whose image no registry has, so that CloudFormation waits for it in vain. */
const STUCK = `
Parameters: { Image: { Type: String, Default: '123456789012.dkr.ecr.us-east-1.amazonaws.com/none:1' } }
Resources:
  Logs: { Type: AWS::Logs::LogGroup }
  Cluster: { Type: AWS::ECS::Cluster }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: '256'
      Memory: '512'
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{ Name: app, Image: !Ref Image, Essential: true }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      DesiredCount: 1
      LaunchType: FARGATE
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1] } }
Outputs:
  ClusterName: { Value: !Ref Cluster }
`;

let simulator: RunningSimulator;
let workspace: string;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  workspace = await mkdtemp(join(tmpdir(), 'cutover-stack-'));
});

afterEach(async () => {
  await simulator.close();
  await rm(workspace, { recursive: true, force: true });
});

async function options(template: string, inputs: Readonly<Record<string, string>>) {
  await writeFile(join(workspace, 'stack.yml'), template);
  return {
    workspace,
    inputs: { name: 'shop', template: 'stack.yml', 'poll-interval-seconds': '0.1', ...inputs },
    env: awsEnv(simulator.url),
  };
}

async function deploy(template: string, inputs: Readonly<Record<string, string>>): Promise<ActionResult> {
  return await run('deploy-stack', await options(template, inputs));
}

async function status(): Promise<string | undefined> {
  const { Stacks = [] } = await simulator.sim
    .call<DescribeStacksOutput>('cloudformation', 'DescribeStacks', { StackName: 'shop' })
    .catch((): DescribeStacksOutput => ({}));
  return Stacks[0]?.StackStatus;
}

describe('a wait that is over', () => {
  test('tells the stack as it is now, the resource in progress and why its tasks don’t start', async () => {
    const before = STUCK.replace(/ {2}Service:[^]*?(?=Outputs:)/, '');
    const first = await deploy(before, { capabilities: 'CAPABILITY_IAM' });
    expect(first.errors).toEqual([]);
    expect(first.outputs['status']).toBe('CREATE_COMPLETE');
    const result = await deploy(STUCK, { 'wait-for-minutes': '0.15' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('timed-out');
    expect(result.outputs['status']).toBe('UPDATE_IN_PROGRESS');
    const said = result.errors.join('\n');
    expect(said).toContain('Service (AWS::ECS::Service) is CREATE_IN_PROGRESS');
    expect(said).toMatch(/Its tasks don’t start: \d+ tasks? stopped: .*CannotPullContainerError/);
    expect(result.summary).toContain('In progress');
  });

  test('with a new stack names the stack that is there now', async () => {
    const result = await deploy(STUCK, { 'wait-for-minutes': '0.15' });
    expect(result.outputs).toMatchObject({
      outcome: 'timed-out',
      status: 'CREATE_IN_PROGRESS',
      'stack-id': expect.stringContaining(':stack/shop/'),
    });
  });
});

test('a cancelled step tells no status from before its operation', async () => {
  const before = STUCK.replace(/ {2}Service:[^]*?(?=Outputs:)/, '');
  expect((await deploy(before, {})).outputs['status']).toBe('CREATE_COMPLETE');
  const action = await start('deploy-stack', await options(STUCK, {}));
  for (const end = Date.now() + 60_000; (await status()) !== 'UPDATE_IN_PROGRESS' && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
  action.process.kill('SIGINT');
  const result = await action.done;
  expect(result.outputs['outcome']).toBe('cancelled');
  expect(['UPDATE_IN_PROGRESS', '', undefined]).toContain(result.outputs['status']);
  expect(result.outputs['stack-id']).toContain(':stack/shop/');
});
