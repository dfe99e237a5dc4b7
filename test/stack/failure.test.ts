import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StackAccount } from './stack-run.ts';

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open();
});

afterEach(async () => {
  await account.close();
});

test('what was given up because of another resource is no cause; the events of the failing one are shown', async () => {
  await account.sim.call('logs', 'CreateLogGroup', { logGroupName: '/taken' });
  const failed = await account.run({
    template: `
Resources:
  Slow: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [subnet-1, subnet-2] } }
  Taken: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /taken } }
`,
  });
  expect(failed.kind).toBe('rolledBack');
  expect(failed.said).toContain('First failure: Taken (AWS::Logs::LogGroup)');
  const { StackEvents } = await account.sim.call<{
    StackEvents: { LogicalResourceId: string; ResourceStatusReason?: string }[];
  }>('cloudformation', 'DescribeStackEvents', { StackName: 'shop' });
  expect(StackEvents).toContainEqual(
    expect.objectContaining({
      LogicalResourceId: 'Slow',
      ResourceStatusReason: 'Resource creation cancelled',
    }),
  );
  expect(failed.causes.join('\n')).not.toMatch(/never the cause/);
  expect(failed.rows).toContainEqual(expect.stringMatching(/^CREATE_FAILED \| .*already exists/));
});

test('a service that failed is explained by its stopped tasks, although the rollback deletes it', async () => {
  const failed = await account.run({
    template: `
Resources:
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
      ContainerDefinitions:
        [{ Name: app, Image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/none:1', Essential: true }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      DesiredCount: 1
      LaunchType: FARGATE
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } }
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1] } }
`,
  });
  expect(failed.kind).toBe('rolledBack');
  expect(failed.said).toMatch(
    /First failure: Service \(AWS::ECS::Service\): .*Circuit Breaker.* Its tasks don’t start: \d+ tasks? stopped: .*CannotPullContainerError/,
  );
  expect(failed.rows).toContainEqual(expect.stringMatching(/^CREATE_FAILED \| .*service\//));
});
