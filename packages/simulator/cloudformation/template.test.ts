import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Change,
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type Parameter,
  type Stack,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { CodeDeployClient, GetDeploymentGroupCommand } from '@aws-sdk/client-codedeploy';
import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs';
import { type RunningSimulator, startSimulator } from '../start.ts';

const StackName = 'shop';
const Capabilities = ['CAPABILITY_IAM' as const];
let simulator: RunningSimulator;
let client: CloudFormationClient;
let ecs: ECSClient;
let codeDeploy: CodeDeployClient;
let TemplateBody: string;
let parameters: Record<string, string>;
let sets = 0;

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 500 });
  const options = {
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  client = new CloudFormationClient(options);
  ecs = new ECSClient(options);
  codeDeploy = new CodeDeployClient(options);
  TemplateBody = await readFile(
    fileURLToPath(new URL('../../template/template.json', import.meta.url)),
    'utf8',
  );
  parameters = { ListenerPort: await freePort(), TestListenerPort: await freePort() };
});

afterAll(async () => {
  for (const one of [client, ecs, codeDeploy]) one.destroy();
  await simulator.close();
});

async function until<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline;) {
    const found = await probe();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not come about`);
}

const given = (): Parameter[] =>
  Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));

const settled = async (): Promise<Stack> =>
  await until('the end of the operation', async () => {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
    return Stacks?.[0]?.StackStatus?.endsWith('_IN_PROGRESS') === true ? undefined : Stacks?.[0];
  });

const failures = async (): Promise<string[]> =>
  ((await client.send(new DescribeStackEventsCommand({ StackName }))).StackEvents ?? [])
    .filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED'))
    .map((event) => `${event.LogicalResourceId ?? ''}: ${event.ResourceStatusReason ?? ''}`);

/** Makes a change set; undefined when there is nothing to change. */
async function changes(type: 'CREATE' | 'UPDATE'): Promise<Change[] | undefined> {
  sets += 1;
  const ids = { StackName, ChangeSetName: `change-${sets}` };
  await client.send(
    new CreateChangeSetCommand({
      ...ids,
      ChangeSetType: type,
      TemplateBody,
      Capabilities,
      Parameters: given(),
    }),
  );
  const found = await until('the change set', async () => {
    const one = await client.send(new DescribeChangeSetCommand(ids));
    return one.Status === 'CREATE_IN_PROGRESS' ? undefined : one;
  });
  if (found.StatusReason?.includes("didn't contain changes") === true) return undefined;
  if (found.Status === 'FAILED') throw new Error(found.StatusReason);
  return found.Changes;
}

async function execute(): Promise<Stack> {
  await client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName: `change-${sets}` }));
  return await settled();
}

const summary = (all: Change[] | undefined): (string | undefined)[][] | undefined =>
  all?.map(({ ResourceChange: one }) => [one?.Action, one?.LogicalResourceId, one?.Replacement]);

test('the bundled template becomes a stack whose service serves, is updated, and goes away', async () => {
  const added = await changes('CREATE');
  expect(new Set(added?.map(({ ResourceChange }) => ResourceChange?.Action))).toEqual(new Set(['Add']));
  const stack = await execute();
  expect({ status: stack.StackStatus, failures: await failures() }).toEqual({
    status: 'CREATE_COMPLETE',
    failures: [],
  });
  const outputs = Object.fromEntries(
    (stack.Outputs ?? []).map((one) => [one.OutputKey ?? '', one.OutputValue ?? '']),
  );

  const { services } = await ecs.send(
    new DescribeServicesCommand({
      cluster: outputs['ClusterName'],
      services: [outputs['ServiceName'] ?? ''],
    }),
  );
  expect(services?.[0]).toMatchObject({
    deploymentController: { type: 'CODE_DEPLOY' },
    taskSets: [{ status: 'PRIMARY', stabilityStatus: 'STEADY_STATE' }],
  });
  const { deploymentGroupInfo } = await codeDeploy.send(
    new GetDeploymentGroupCommand({
      applicationName: outputs['CodeDeployApplication'],
      deploymentGroupName: outputs['CodeDeployDeploymentGroup'],
    }),
  );
  expect(deploymentGroupInfo).toMatchObject({
    ecsServices: [{ clusterName: outputs['ClusterName'], serviceName: outputs['ServiceName'] }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          prodTrafficRoute: { listenerArns: [outputs['ProductionListenerArn']] },
          testTrafficRoute: { listenerArns: [outputs['TestListenerArn']] },
        },
      ],
    },
  });
  const answer = await fetch(outputs['ServiceUrl'] ?? '');
  expect([answer.status, outputs['ServiceUrl']]).toEqual([
    200,
    `http://127.0.0.1:${parameters['ListenerPort'] ?? ''}`,
  ]);

  expect(await changes('UPDATE')).toBeUndefined();

  parameters = { ...parameters, LogRetentionDays: '7', HealthCheckPath: '/up' };
  expect(summary(await changes('UPDATE'))?.filter(([, id]) => /Log|Target/.test(id ?? ''))).toEqual([
    ['Modify', 'BlueTargetGroup', 'False'],
    ['Modify', 'GreenTargetGroup', 'False'],
    ['Modify', 'LogGroup', 'False'],
  ]);
  expect((await execute()).StackStatus).toBe('UPDATE_COMPLETE');
  expect(await failures()).toEqual([]);

  await client.send(new DeleteStackCommand({ StackName }));
  await until('the deletion', async () => {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack.StackId }));
    return Stacks?.[0]?.StackStatus === 'DELETE_COMPLETE' ? true : undefined;
  });
}, 90_000);

test('a service under CODE_DEPLOY refuses another task definition, in the words of its handler', async () => {
  const [StackName, port, testPort] = ['frozen', await freePort(), await freePort()];
  const body = (memory: string): string => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  LoadBalancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [!Ref A, !Ref B] } }
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { VpcId: !Ref Vpc, TargetType: ip, Protocol: HTTP, Port: 80 }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: ${port}
      Protocol: HTTP
      DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Group }]
  Cluster: { Type: AWS::ECS::Cluster }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: '256'
      Memory: '${memory}'
      ExecutionRoleArn: arn:aws:iam::123456789012:role/execution
      ContainerDefinitions:
        - { Name: web, Image: 'public.ecr.aws/nginx/nginx:stable', PortMappings: [{ ContainerPort: ${testPort} }] }
  Service:
    Type: AWS::ECS::Service
    DependsOn: Listener
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      LaunchType: FARGATE
      DeploymentController: { Type: CODE_DEPLOY }
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A, !Ref B], AssignPublicIp: ENABLED } }
      LoadBalancers: [{ ContainerName: web, ContainerPort: ${testPort}, TargetGroupArn: !Ref Group }]
`;
  const end = async (): Promise<string> =>
    await until('the end of the operation', async () => {
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
      const status = Stacks?.[0]?.StackStatus ?? '';
      return status.endsWith('_IN_PROGRESS') ? undefined : status;
    });
  const ids = { StackName, ChangeSetName: 'first' };
  await client.send(
    new CreateChangeSetCommand({ ...ids, ChangeSetType: 'CREATE', TemplateBody: body('512') }),
  );
  await until('the change set', async () =>
    (await client.send(new DescribeChangeSetCommand(ids))).Status === 'CREATE_COMPLETE' ? true : undefined,
  );
  await client.send(new ExecuteChangeSetCommand(ids));
  expect(await end()).toBe('CREATE_COMPLETE');

  await client.send(new UpdateStackCommand({ StackName, TemplateBody: body('1024') }));
  expect(await end()).toMatch(/^UPDATE_ROLLBACK_/);
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
  const failed = StackEvents.filter(({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED').at(-1);
  expect(failed?.LogicalResourceId).toBe('Service');
  expect(failed?.ResourceStatusReason).toMatch(
    /^Resource handler returned message: "Invalid request provided: UpdateService error: Unable to update task definition on services with a CODE_DEPLOY deployment controller\. Use AWS CodeDeploy to trigger a new deployment\. \(.*InvalidParameterException.*HandlerErrorCode: InvalidRequest\)$/,
  );
}, 90_000);
