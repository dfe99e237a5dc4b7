import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../../start.ts';
import { StackClient } from '../stack-client.ts';
import { toApi } from './api-names.ts';

let simulator: RunningSimulator;
let stacks: StackClient;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
  stacks = new StackClient(simulator.url, '');
});

afterAll(async () => {
  stacks.client.destroy();
  await simulator.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const call = async (service: string, operation: string, input: object): Promise<Record<string, unknown>> =>
  await simulator.sim.call(service, operation, input);

test('names become those of the API, data in maps stays', () => {
  expect(
    toApi({
      EnableECSManagedTags: true,
      ECSServices: [{ ClusterName: 'c' }],
      Volumes: [
        { EFSVolumeConfiguration: { FilesystemId: 'fs-1', AuthorizationConfig: { IAM: 'ENABLED' } } },
      ],
      LogConfiguration: { Options: { 'awslogs-group': 'g', Mode: 'm' } },
      DockerLabels: { Team: 'a' },
      HealthCheck: { Command: ['CMD-SHELL', 'True'] },
    }),
  ).toEqual({
    enableECSManagedTags: true,
    ecsServices: [{ clusterName: 'c' }],
    volumes: [{ efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } } }],
    logConfiguration: { options: { 'awslogs-group': 'g', Mode: 'm' } },
    dockerLabels: { Team: 'a' },
    healthCheck: { command: ['CMD-SHELL', 'True'] },
  });
});

test('a repository with everything, changed and stripped again', async () => {
  stacks.name = 'repository';
  const repositoryName = 'shop/web';
  const lifecycle = JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
        action: { type: 'expire' },
      },
    ],
  });
  const body = (properties: string): string => `
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: ${repositoryName}${properties} }
`;
  await stacks.create(
    body(`,
      ImageTagMutability: IMMUTABLE_WITH_EXCLUSION,
      ImageTagMutabilityExclusionFilters: [{ ImageTagMutabilityExclusionFilterType: WILDCARD, ImageTagMutabilityExclusionFilterValue: live-* }],
      ImageScanningConfiguration: { ScanOnPush: 'true' },
      LifecyclePolicy: { LifecyclePolicyText: '${lifecycle}' },
      RepositoryPolicyText: { Version: '2012-10-17', Statement: [] },
      Tags: [{ Key: a, Value: '1' }, { Key: b, Value: '2' }]`),
    { Tags: [{ Key: 'stack', Value: 's' }] },
  );
  const { repositories } = await call('ecr', 'DescribeRepositories', { repositoryNames: [repositoryName] });
  expect(repositories).toMatchObject([
    {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'live-*' }],
      imageScanningConfiguration: { scanOnPush: true },
    },
  ]);
  expect(await call('ecr', 'GetLifecyclePolicy', { repositoryName })).toMatchObject({
    lifecyclePolicyText: lifecycle,
  });
  expect(await call('ecr', 'GetRepositoryPolicy', { repositoryName })).toMatchObject({
    policyText: JSON.stringify({ Version: '2012-10-17', Statement: [] }),
  });
  const resourceArn = simulator.sim.arn('ecr', `repository/${repositoryName}`);
  const tags = async (): Promise<unknown> =>
    (await call('ecr', 'ListTagsForResource', { resourceArn }))['tags'];
  expect(await tags()).toEqual([
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '2' },
    { Key: 'stack', Value: 's' },
  ]);

  expect((await stacks.update(body(", Tags: [{ Key: a, Value: '9' }]"))).StackStatus).toBe('UPDATE_COMPLETE');
  expect(await tags()).toEqual([
    { Key: 'a', Value: '9' },
    { Key: 'stack', Value: 's' },
  ]);
  for (const operation of ['GetLifecyclePolicy', 'GetRepositoryPolicy']) {
    await expect(call('ecr', operation, { repositoryName })).rejects.toThrow(/does not exist/);
  }
});

test('load balancer, rule, deployment configuration and log group reach their services', async () => {
  stacks.name = 'services';
  const stack = await stacks.create(`
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  LoadBalancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: [!Ref A, !Ref B]
      LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: '120' }]
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      { VpcId: !Ref Vpc, TargetType: ip, Protocol: HTTP, Port: '80', HealthCheckPath: /up, Matcher: { HttpCode: 200-299 } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: ${await freePort()}
      Protocol: HTTP
      DefaultActions: [{ Type: fixed-response, FixedResponseConfig: { StatusCode: '404' } }]
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 10
      Conditions: [{ Field: path-pattern, PathPatternConfig: { Values: [/api/*] } }]
      Actions: [{ Type: forward, TargetGroupArn: !Ref Group }]
  Config:
    Type: AWS::CodeDeploy::DeploymentConfig
    Properties:
      ComputePlatform: ECS
      TrafficRoutingConfig: { Type: TimeBasedCanary, TimeBasedCanary: { CanaryInterval: 2, CanaryPercentage: 25 } }
  LogGroup: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /services/app, RetentionInDays: 14 } }
Outputs:
  Rule: { Value: !Ref Rule }
  Group: { Value: !Ref Group }
  FullName: { Value: !Sub '\${LoadBalancer.LoadBalancerFullName} \${Group.TargetGroupFullName}' }
  LoadBalancer: { Value: !Ref LoadBalancer }
  Config: { Value: !Ref Config }
  LogArn: { Value: !GetAtt LogGroup.Arn }
`);
  expect({
    status: stack.StackStatus,
    reason: (await stacks.eventOf('CREATE_FAILED'))?.ResourceStatusReason,
  }).toEqual({
    status: 'CREATE_COMPLETE',
    reason: undefined,
  });
  const outputs = Object.fromEntries(
    (stack.Outputs ?? []).map((one) => [one.OutputKey ?? '', one.OutputValue ?? '']),
  );
  expect(outputs['FullName']).toMatch(
    /^app\/services-LoadBalanc-\w+\/[0-9a-f]{16} targetgroup\/services-Group-\w+\/[0-9a-f]{16}$/,
  );
  expect(outputs['LogArn']).toBe('arn:aws:logs:us-east-1:123456789012:log-group:/services/app:*');
  expect(await call('elasticloadbalancing', 'DescribeRules', { RuleArns: [outputs['Rule']] })).toMatchObject({
    Rules: [{ Priority: '10', Conditions: [{ Field: 'path-pattern' }] }],
  });
  expect(
    await call('elasticloadbalancing', 'DescribeTargetGroups', { TargetGroupArns: [outputs['Group']] }),
  ).toMatchObject({ TargetGroups: [{ Port: 80, HealthCheckPath: '/up', Matcher: { HttpCode: '200-299' } }] });
  const { Attributes } = await call('elasticloadbalancing', 'DescribeLoadBalancerAttributes', {
    LoadBalancerArn: outputs['LoadBalancer'],
  });
  expect(Attributes).toContainEqual({ Key: 'idle_timeout.timeout_seconds', Value: '120' });
  expect(
    await call('codedeploy', 'GetDeploymentConfig', { deploymentConfigName: outputs['Config'] }),
  ).toMatchObject({
    deploymentConfigInfo: {
      trafficRoutingConfig: { timeBasedCanary: { canaryInterval: 2, canaryPercentage: 25 } },
    },
  });
  expect(await call('logs', 'DescribeLogGroups', { logGroupNamePrefix: '/services' })).toMatchObject({
    logGroups: [{ logGroupName: '/services/app', retentionInDays: 14 }],
  });
});
