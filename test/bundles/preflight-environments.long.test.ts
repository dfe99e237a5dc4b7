import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Account, role, secret } from './preflight-account.ts';

jest.setTimeout(400_000);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-preflight-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** How the account is broken, the items that fail by it, and words of what is said about the first of them. */
type Row = readonly [
  name: string,
  spoil: (account: Account) => Promise<unknown> | void,
  failing: string,
  found: RegExp,
  fix: RegExp,
];

const ELB = 'elasticloadbalancing';
const IAM_ROLE = 'AWS::IAM::Role';

function given(inputs: Readonly<Record<string, string>>): Row[1] {
  return (account) => {
    Object.assign(account.inputs, inputs);
  };
}

function credentialsFor(minutes: number): Record<string, string> {
  return { AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + minutes * 60_000).toISOString() };
}

/** Another service beside the sample. */
async function createService(account: Account, serviceName: string, changes: object = {}): Promise<void> {
  await account.call('ecs', 'CreateService', {
    cluster: 'sample',
    serviceName,
    taskDefinition: 'sample:1',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-a'],
        securityGroups: ['sg-sample'],
        assignPublicIp: 'ENABLED',
      },
    },
    ...changes,
  });
  account.inputs['service'] = serviceName;
}

const ofTheService: readonly Row[] = [
  [
    'there is no cluster',
    given({ cluster: 'nowhere' }),
    'service',
    /no ECS cluster nowhere in us-east-1/,
    /Correct cluster/,
  ],
  [
    'there is no service',
    given({ service: 'nothing' }),
    'service',
    /Cluster sample has no service nothing/,
    /Correct cluster and service/,
  ],
  [
    'the service is gone',
    async (account) =>
      await account.call('ecs', 'DeleteService', { cluster: 'sample', service: 'sample', force: true }),
    'service',
    /is (DRAINING|INACTIVE)/,
    /Create it again/,
  ],
  [
    'something else deploys the service',
    async (account) =>
      await createService(account, 'external', { deploymentController: { type: 'EXTERNAL' } }),
    'controller service-features subnets',
    /EXTERNAL deployment controller/,
    /CreateTaskSet/,
  ],
  [
    'nobody wants a task',
    async (account) =>
      await account.call('ecs', 'UpdateService', { cluster: 'sample', service: 'sample', desiredCount: 0 }),
    'desired-count',
    /desired count of 0/,
    /allow-zero-tasks: true/,
  ],
];

const ofTheGroup: readonly Row[] = [
  [
    'there is no application',
    given({ 'codedeploy-application': 'none', 'codedeploy-deployment-group': 'DgpECS-sample-sample' }),
    'deployment-group',
    /no deployment group DgpECS-sample-sample in application none/,
    /leave both out/,
  ],
  [
    'there is no group of the name',
    given({ 'codedeploy-application': 'AppECS-sample-sample', 'codedeploy-deployment-group': 'none' }),
    'deployment-group',
    /no deployment group none/,
    /leave both out/,
  ],
  [
    'no group is for the service',
    async (account) =>
      await account.call('codedeploy', 'DeleteDeploymentGroup', {
        applicationName: 'AppECS-sample-sample',
        deploymentGroupName: 'DgpECS-sample-sample',
      }),
    'deployment-group',
    /No CodeDeploy deployment group is for service sample/,
    /the bundled template does/,
  ],
  [
    'the group is for another service',
    async (account) => {
      const blue = await account.targetGroup('sample-blue');
      await createService(account, 'other', {
        deploymentController: { type: 'CODE_DEPLOY' },
        loadBalancers: [{ targetGroupArn: blue, containerName: 'app', containerPort: 8080 }],
      });
      Object.assign(account.inputs, {
        'codedeploy-application': 'AppECS-sample-sample',
        'codedeploy-deployment-group': 'DgpECS-sample-sample',
      });
      await account.running.sim.clock.advance(60_000);
    },
    'deployment-group',
    /is for sample\/sample, not for sample\/other/,
    /leave it out to have it found/,
  ],
  [
    'the group is for servers',
    async (account) => {
      await account.call('codedeploy', 'CreateApplication', {
        applicationName: 'servers',
        computePlatform: 'Server',
      });
      await account.call('codedeploy', 'CreateDeploymentGroup', {
        applicationName: 'servers',
        deploymentGroupName: 'all',
        serviceRoleArn: role('ecsCodeDeployRole'),
      });
      Object.assign(account.inputs, {
        'codedeploy-application': 'servers',
        'codedeploy-deployment-group': 'all',
      });
    },
    'deployment-group',
    /is for the Server platform, not for ECS/,
    /compute platform ECS/,
  ],
  [
    'there is no such configuration',
    given({ 'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary11Percent5Minutes' }),
    'deployment-config',
    /no deployment configuration CodeDeployDefault\.ECSCanary11Percent5Minutes/,
    /CodeDeployDefault\.ECSAllAtOnce/,
  ],
  [
    'the configuration is for Lambda',
    async (account) => {
      await account.call('codedeploy', 'CreateDeploymentConfig', {
        deploymentConfigName: 'functions',
        computePlatform: 'Lambda',
        trafficRoutingConfig: { type: 'AllAtOnce' },
      });
      account.inputs['codedeploy-deployment-config'] = 'functions';
    },
    'deployment-config',
    /for the Lambda platform/,
    /one for ECS/,
  ],
  [
    'a network load balancer cannot shift in steps',
    async (account) => {
      // A target group belongs to one load balancer.
      for (const port of [80, 8080])
        await account.call(ELB, 'DeleteListener', { ListenerArn: await account.listener(port) });
      const { LoadBalancers } = await account.call<{ LoadBalancers: { LoadBalancerArn: string }[] }>(
        ELB,
        'CreateLoadBalancer',
        { Name: 'net', Type: 'network', Subnets: ['subnet-a'], SecurityGroups: ['sg-sample'] },
      );
      const { Listeners } = await account.call<{ Listeners: { ListenerArn: string }[] }>(
        ELB,
        'CreateListener',
        {
          LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
          Protocol: 'TCP',
          Port: 80,
          DefaultActions: [{ Type: 'forward', TargetGroupArn: await account.targetGroup('sample-blue') }],
        },
      );
      await account.updateGroup({
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: 'sample-blue' }, { name: 'sample-green' }],
              prodTrafficRoute: { listenerArns: [Listeners[0]?.ListenerArn] },
            },
          ],
        },
      });
      account.inputs['codedeploy-deployment-config'] = 'CodeDeployDefault.ECSCanary10Percent5Minutes';
    },
    'deployment-config',
    /gradually, which a network load balancer can’t do/,
    /ECSAllAtOnce, or use an application load balancer/,
  ],
  [
    'a deployment is under way',
    async (account) => {
      await account.call('codedeploy', 'CreateDeployment', {
        applicationName: 'AppECS-sample-sample',
        deploymentGroupName: 'DgpECS-sample-sample',
        revision: {
          revisionType: 'AppSpecContent',
          appSpecContent: {
            content: JSON.stringify({
              version: 0.0,
              Resources: [
                {
                  TargetService: {
                    Type: 'AWS::ECS::Service',
                    Properties: {
                      TaskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/sample:1',
                      LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
                    },
                  },
                },
              ],
            }),
          },
        },
      });
    },
    'active-deployment',
    /Deployment d-\w+ of the group is under way/,
    /stop-deployment --deployment-id d-\w+.*on-active-deployment/,
  ],
  [
    'an alarm is firing',
    async (account) => await account.alarm('web-5xx', 'ALARM'),
    'alarms',
    /Alarm web-5xx is firing \(as the test wants it\)/,
    /ignore-alarms: true/,
  ],
  [
    'an alarm is missing',
    async (account) => await account.call('cloudwatch', 'DeleteAlarms', { AlarmNames: ['web-5xx'] }),
    'alarms',
    /CloudWatch has no alarm web-5xx/,
    /alarmConfiguration/,
  ],
];

const ofTheLoadBalancer: readonly Row[] = [
  [
    'one target group of the pair is gone',
    async (account) =>
      await account.call(ELB, 'DeleteTargetGroup', {
        TargetGroupArn: await account.targetGroup('sample-green'),
      }),
    'target-groups',
    /names target group sample-green, which does not exist/,
    /Create it with the port, protocol, VPC and health check of the other/,
  ],
  [
    'the pair is not the service’s',
    async (account) => {
      await account.makeTargetGroup('one');
      await account.makeTargetGroup('two');
      const route = { listenerArns: [await account.listener(80)] };
      await account.updateGroup({
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            { targetGroups: [{ name: 'one' }, { name: 'two' }], prodTrafficRoute: route },
          ],
        },
      });
    },
    'target-groups',
    /not one of the pair/,
    /targetGroupPairInfoList/,
  ],
  [
    'a target group is for instances',
    async (account) => {
      await account.makeTargetGroup('machines', { TargetType: 'instance' });
      await pairWith(account, 'machines');
    },
    'target-groups',
    /Target group machines of .* has targets of type instance; tasks of network mode awsvpc need ip/,
    /Create a target group of type ip/,
  ],
  [
    'the target groups are in two networks',
    async (account) => {
      await account.makeTargetGroup('far', { VpcId: 'vpc-far' });
      await pairWith(account, 'far');
    },
    'target-groups',
    /in different VPCs \(vpc-sample, vpc-far\)/,
    /VPC of the tasks/,
  ],
  [
    'the production listener is gone',
    async (account) => await account.call(ELB, 'DeleteListener', { ListenerArn: await account.listener(80) }),
    'listeners',
    /production listener arn:\S+ does not exist/,
    /prodTrafficRoute/,
  ],
  [
    'the test listener is gone',
    async (account) =>
      await account.call(ELB, 'DeleteListener', { ListenerArn: await account.listener(8080) }),
    'listeners',
    /test listener arn:\S+ does not exist/,
    /testTrafficRoute/,
  ],
  [
    'production and test are one listener',
    async (account) => {
      const route = { listenerArns: [await account.listener(80)] };
      await account.updateGroup({
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: 'sample-blue' }, { name: 'sample-green' }],
              prodTrafficRoute: route,
              testTrafficRoute: route,
            },
          ],
        },
      });
    },
    'listeners',
    /the same listener for production and test/,
    /another listener of the same load balancer/,
  ],
  [
    'the production listener is on the wrong group',
    async (account) => await account.point(80, [await account.targetGroup('sample-green'), 1]),
    'listeners-on-primary',
    /production listener on port 80 forwards to \S+sample-green\S* 100 %/,
    /modify-listener --listener-arn \S+ --default-actions Type=forward,TargetGroupArn=\S+sample-blue/,
  ],
  [
    'the production listener forwards to neither',
    async (account) => await account.point(80, [await account.makeTargetGroup('third'), 1]),
    'listeners-on-primary',
    /forwards to \S+third\S* 100 %/,
    /TargetGroupArn=\S+sample-blue/,
  ],
  [
    'a shift was left half done',
    async (account) =>
      await account.point(
        80,
        [await account.targetGroup('sample-blue'), 90],
        [await account.targetGroup('sample-green'), 10],
      ),
    'listeners-on-primary',
    /sample-green\S* 10 %/,
    /modify-listener/,
  ],
  [
    'the test listener is on the wrong group',
    async (account) => await account.point(8080, [await account.targetGroup('sample-green'), 1]),
    'listeners-on-primary',
    /test listener on port 8080/,
    /Point the test listener back/,
  ],
  [
    'a health check asks where nothing listens',
    async (account) =>
      await account.call(ELB, 'ModifyTargetGroup', {
        TargetGroupArn: await account.targetGroup('sample-green'),
        HealthCheckPort: '9000',
      }),
    'health-check',
    /health check of target group sample-green asks port 9000, which container app does not map \(8080\)/,
    /--health-check-port traffic-port/,
  ],
];

async function pairWith(account: Account, name: string): Promise<void> {
  await account.updateGroup({
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'sample-blue' }, { name }],
          prodTrafficRoute: { listenerArns: [await account.listener(80)] },
        },
      ],
    },
  });
}

const ofTheTasks: readonly Row[] = [
  [
    'there is no such revision',
    given({ 'task-definition-arn': 'sample:99' }),
    'task-definition',
    /no task definition sample:99/,
    /register-taskdef/,
  ],
  [
    'the revision to deploy is INACTIVE',
    async (account) => await account.call('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'sample:2' }),
    'task-definition',
    /sample:2 is INACTIVE/,
    /makes a copy/,
  ],
  [
    'the file of the task definition is not there',
    (account) => {
      delete account.inputs['task-definition-arn'];
      account.inputs['task-definition'] = join(folder, 'none.json');
    },
    'task-definition',
    /none\.json/,
    /./,
  ],
  [
    'CPU and memory are no pair of Fargate',
    async (account) => {
      const path = join(folder, 'pair.json');
      const definition = {
        family: 'sample',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '8192',
        containerDefinitions: [{ name: 'app', image: 'nginx', portMappings: [{ containerPort: 8080 }] }],
      };
      await writeFile(path, JSON.stringify(definition));
      delete account.inputs['task-definition-arn'];
      account.workspace = folder;
      account.inputs['task-definition'] = path;
    },
    'task-definition',
    /pair\.json.*8192/s,
    /512/,
  ],
  [
    'the container has another name',
    async (account) => await account.register({}, { name: 'web' }),
    'container',
    /has no container app; it has web/,
    /Set container-name/,
  ],
  [
    'the container has another port',
    async (account) => await account.register({}, { portMappings: [{ containerPort: 3000 }] }),
    'container',
    /Container app of .* does not map port 8080; it maps 3000/,
    /add the port to portMappings/,
  ],
  [
    'the input names another container',
    given({ 'container-name': 'sidecar' }),
    'container',
    /has no container sidecar/,
    /Set container-name/,
  ],
  [
    'the input names another port',
    given({ 'container-port': '81' }),
    'container',
    /Container app of .* does not map port 81/,
    /add the port to portMappings/,
  ],
  [
    'the image has no such tag',
    async (account) =>
      await account.register({}, { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/sample:v9' }),
    'image',
    /has no image v9/,
    /build-push-ecr/,
  ],
  [
    'the image has no such digest',
    given({ image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/sample@sha256:${'0'.repeat(64)}` }),
    'image',
    /has no image sha256:0000/,
    /lifecycle rule/,
  ],
  [
    'there is no repository',
    async (account) =>
      await account.register({}, { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/none:v1' }),
    'image',
    /ECR has no repository none/,
    /Push the image first/,
  ],
  [
    'the image is for another processor',
    async (account) => await account.register({ runtimePlatform: { cpuArchitecture: 'ARM64' } }),
    'image',
    /is built for linux\/amd64, and the task runs on linux\/arm64/,
    /platforms: linux\/arm64.*X86_64/,
  ],
  [
    'a secret is missing',
    (account) => {
      account.running.sim.secrets.delete(secret('shop/db-AbCdEf'));
    },
    'secrets',
    /DATABASE_URL.*Secrets Manager has no/,
    /six characters/,
  ],
  [
    'a secret is named in another Region',
    async (account) =>
      await account.register(
        {},
        {
          secrets: [{ name: 'DATABASE_URL', valueFrom: secret('shop/db-AbCdEf', 'eu-west-1') }],
        },
      ),
    'secrets',
    /Secrets Manager has no arn:aws:secretsmanager:eu-west-1/,
    /its region or account/,
  ],
  [
    'a parameter is missing',
    async (account) => await account.register({}, { secrets: [{ name: 'TOKEN', valueFrom: '/shop/none' }] }),
    'secrets',
    /TOKEN.*no parameter \/shop\/none/,
    /create the parameter/,
  ],
  [
    'the log group is missing',
    async (account) => await account.call('logs', 'DeleteLogGroup', { logGroupName: '/ecs/sample' }),
    'log-group',
    /no log group \/ecs\/sample/,
    /create-log-group --log-group-name \/ecs\/sample/,
  ],
];

const ofTheRoles: readonly Row[] = [
  [
    'CodeDeploy’s role is gone',
    (account) => {
      account.put(IAM_ROLE, 'ecsCodeDeployRole', undefined);
    },
    'codedeploy-role',
    /ecsCodeDeployRole does not exist/,
    /AWSCodeDeployRoleForECS/,
  ],
  [
    'CodeDeploy’s role does not trust it',
    async (account) => await account.trust('ecsCodeDeployRole', 'ecs.amazonaws.com'),
    'codedeploy-role',
    /does not trust codedeploy\.amazonaws\.com/,
    /"Service":"codedeploy\.amazonaws\.com"/,
  ],
  [
    'CodeDeploy’s role may nothing',
    (account) => {
      account.allowOnly('ecsCodeDeployRole', ['ecs:DescribeServices', 'iam:PassRole']);
    },
    'codedeploy-role',
    /does not allow CodeDeploy ecs:UpdateServicePrimaryTaskSet, ecs:CreateTaskSet, ecs:DeleteTaskSet/,
    /"Action":\["ecs:CreateTaskSet","ecs:DeleteTaskSet"\],"Resource":\["arn:aws:ecs:us-east-1:123456789012:task-set\/sample\/sample\/\*"\]/,
  ],
  [
    'CodeDeploy’s role may not pass the tasks’ roles',
    (account) => {
      account.allowOnly('ecsCodeDeployRole', ['ecs:*', 'elasticloadbalancing:*']);
    },
    'codedeploy-role',
    /does not allow CodeDeploy iam:PassRole/,
    /"iam:PassedToService":"ecs-tasks\.amazonaws\.com"/,
  ],
  [
    'the execution role is gone',
    (account) => {
      account.put(IAM_ROLE, 'ecsTaskExecutionRole', undefined);
    },
    'execution-role',
    /IAM has no role/,
    /create the role/,
  ],
  [
    'the execution role does not trust ECS',
    async (account) => await account.trust('ecsTaskExecutionRole', 'ec2.amazonaws.com'),
    'execution-role',
    /does not trust ecs-tasks\.amazonaws\.com/,
    /"Service":"ecs-tasks\.amazonaws\.com"/,
  ],
  [
    'the execution role may not log in to ECR',
    (account) => {
      account.allowOnly('ecsTaskExecutionRole', ['logs:*', 'secretsmanager:*', 'ssm:*']);
    },
    'execution-role',
    /not allowed to pull the image of container app/,
    /ecr:GetAuthorizationToken/,
  ],
  [
    'the execution role may not read the secrets',
    async (account) =>
      await account.call('iam', 'DeleteRolePolicy', {
        RoleName: 'ecsTaskExecutionRole',
        PolicyName: 'secrets',
      }),
    'execution-role',
    /not allowed to read the secret DATABASE_URL/,
    /secretsmanager:GetSecretValue/,
  ],
  [
    'the execution role may not write logs',
    (account) => {
      account.allowOnly('ecsTaskExecutionRole', ['ecr:*', 'secretsmanager:*', 'ssm:*']);
    },
    'execution-role',
    /not allowed to write the logs of container app/,
    /logs:CreateLogStream/,
  ],
  [
    'the task role is gone',
    (account) => {
      account.put(IAM_ROLE, 'app', undefined);
    },
    'task-role',
    /IAM has no role \S+app/,
    /create the role/,
  ],
  [
    'the task role does not trust ECS',
    async (account) => await account.trust('app', 'lambda.amazonaws.com'),
    'task-role',
    /role app does not trust/i,
    /ecs-tasks\.amazonaws\.com/,
  ],
  [
    'the workflow may not pass the roles',
    (account) => {
      account.allowOnly('simulator', ['codedeploy:*', 'ecs:*', 'elasticloadbalancing:*', 'iam:Get*']);
    },
    'pass-role',
    /Role simulator, whose credentials these are, is not allowed iam:PassRole/,
    /"Resource":\["\S+role\/app","\S+role\/ecsTaskExecutionRole"\],"Condition"/,
  ],
  [
    'a boundary keeps the workflow from passing the roles',
    (account) => {
      account.put('AWS::IAM::ManagedPolicy', 'arn:aws:iam::123456789012:policy/fence', {
        PolicyDocument: { Statement: [{ Effect: 'Allow', NotAction: 'iam:PassRole', Resource: '*' }] },
      });
      account.put(IAM_ROLE, 'simulator', { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/fence' });
    },
    'pass-role',
    /not allowed iam:PassRole/,
    /boundary of simulator/,
  ],
  [
    'a policy denies the workflow to pass the roles',
    (account) => {
      account.put(IAM_ROLE, 'simulator', {
        Policies: [
          {
            PolicyName: 'no',
            PolicyDocument: { Statement: { Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' } },
          },
        ],
      });
    },
    'pass-role',
    /not allowed iam:PassRole/,
    /Remove the denial of iam:PassRole/,
  ],
  [
    'the workflow may not deploy',
    (account) => {
      account.allowOnly('simulator', ['iam:*', 'ecs:*', 'elasticloadbalancing:*', 'codedeploy:Get*']);
    },
    'permissions',
    /is not allowed codedeploy:CreateDeployment, codedeploy:ListDeployments, codedeploy:ListDeploymentTargets, codedeploy:StopDeployment, codedeploy:RegisterApplicationRevision\./,
    /"Resource":\["arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:AppECS-sample-sample\/DgpECS-sample-sample"\]/,
  ],
];

const ofTheNetwork: readonly Row[] = [
  [
    'a subnet is gone',
    (account) => {
      account.put('AWS::EC2::Subnet', 'subnet-b', undefined);
    },
    'subnets',
    /no subnet subnet-b in us-east-1/,
    /update-service --network-configuration/,
  ],
  [
    'the subnets are in two networks',
    (account) => {
      account.put('AWS::EC2::Subnet', 'subnet-b', { VpcId: 'vpc-other' });
    },
    'subnets',
    /in different VPCs/,
    /one VPC/,
  ],
  [
    'the subnets are full',
    (account) => {
      for (const id of ['subnet-a', 'subnet-b'])
        account.put('AWS::EC2::Subnet', id, { AvailableIpAddressCount: 0 });
    },
    'subnets',
    /0 free addresses, and the new tasks need 2/,
    /larger subnets/,
  ],
  [
    'the security group is gone',
    (account) => {
      account.put('AWS::EC2::SecurityGroup', 'sg-sample', undefined);
    },
    'security-groups',
    /no security group sg-sample/,
    /Name a security group of the VPC/,
  ],
  [
    'the security group is in another network',
    (account) => {
      account.put('AWS::EC2::SecurityGroup', 'sg-sample', { VpcId: 'vpc-other' });
    },
    'security-groups',
    /sg-sample is in another VPC/,
    /subnets’ VPC/,
  ],
  [
    'the load balancer does not reach the tasks',
    (account) => {
      account.put('AWS::EC2::SecurityGroup', 'sg-sample', {
        SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' }],
      });
    },
    'security-groups',
    /reach port 8080 of the tasks: sg-sample admits nobody there/,
    /authorize-security-group-ingress --group-id sg-sample --protocol tcp --port 8080 --source-group sg-sample/,
  ],
  [
    'another group than the load balancer’s is let in',
    (account) => {
      account.put('AWS::EC2::SecurityGroup', 'sg-sample', {
        SecurityGroupIngress: [
          { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: 'sg-bastion' },
        ],
      });
    },
    'security-groups',
    /admits only sg-bastion/,
    /--source-group sg-sample/,
  ],
  [
    'nothing is let out',
    (account) => {
      account.put('AWS::EC2::SecurityGroup', 'sg-sample', { SecurityGroupEgress: [] });
    },
    'egress',
    /sg-sample lets nothing out on port 443/,
    /authorize-security-group-egress/,
  ],
  [
    'the subnets have no way out',
    (account) => {
      account.put('AWS::EC2::Route', 'rtb-sample-default', undefined);
    },
    'egress',
    /Subnet subnet-a has no route to the internet.*ecr\.api, ecr\.dkr, s3, logs, secretsmanager, ssm/,
    /NAT gateway with a default route, or the endpoints/,
  ],
  [
    'a public subnet gives no public address',
    async (account) => await createPrivateTwin(account),
    'egress',
    /through igw-sample, but the tasks get no public address/,
    /assignPublicIp to ENABLED/,
  ],
  [
    'the NAT gateway is gone',
    (account) => {
      account.put('AWS::EC2::Route', 'rtb-sample-default', {
        GatewayId: undefined,
        NatGatewayId: 'nat-gone',
      });
    },
    'egress',
    /leads to nat-gone, which is gone/,
    /NAT gateway that exists/,
  ],
  [
    'an endpoint is missing',
    (account) => {
      account.put('AWS::EC2::Route', 'rtb-sample-default', undefined);
      endpoints(account, ['ecr.api', 'ecr.dkr', 'secretsmanager', 'ssm']);
    },
    'egress',
    /no VPC endpoints for logs\./,
    /private DNS/,
  ],
  [
    'the credentials have expired',
    (account) => {
      Object.assign(account.env, credentialsFor(-1));
    },
    'credentials',
    /have expired/,
    /configure-aws-credentials/,
  ],
  [
    'the credentials end in the middle of the canary',
    (account) => {
      account.inputs['codedeploy-deployment-config'] = 'CodeDeployDefault.ECSCanary10Percent15Minutes';
      Object.assign(account.env, credentialsFor(10));
    },
    'credentials',
    /last \d minutes more; the deployment takes 15 by its configuration/,
    /role-duration-seconds/,
  ],
  [
    'the credentials don’t work',
    (account) => {
      account.fault({
        service: 'sts',
        operation: 'GetCallerIdentity',
        times: 'always',
        error: {
          code: 'ExpiredToken',
          message: 'The security token included in the request is expired',
          status: 403,
        },
      });
    },
    'identity',
    /credentials of this job have expired/,
    /id-token: write/,
  ],
];

/** The sample's network without public addresses: a service of its own, as addresses are the service's. */
async function createPrivateTwin(account: Account): Promise<void> {
  const targetGroupArn = await account.makeTargetGroup('twin-blue');
  await account.makeTargetGroup('twin-green');
  for (const port of [80, 8080]) await account.point(port, [targetGroupArn, 1]);
  await createService(account, 'twin', {
    deploymentController: { type: 'CODE_DEPLOY' },
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-a'],
        securityGroups: ['sg-sample'],
        assignPublicIp: 'DISABLED',
      },
    },
    loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
  });
  await account.updateGroup({
    ecsServices: [{ clusterName: 'sample', serviceName: 'twin' }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'twin-blue' }, { name: 'twin-green' }],
          prodTrafficRoute: { listenerArns: [await account.listener(80)] },
        },
      ],
    },
  });
}

function endpoints(account: Account, services: readonly string[]): void {
  account.put('AWS::EC2::VPCEndpoint', 'vpce-s3', {
    VpcId: 'vpc-sample',
    ServiceName: 'com.amazonaws.us-east-1.s3',
    RouteTableIds: ['rtb-sample'],
  });
  for (const service of services) {
    account.put('AWS::EC2::VPCEndpoint', `vpce-${service}`, {
      VpcId: 'vpc-sample',
      ServiceName: `com.amazonaws.us-east-1.${service}`,
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: true,
      SubnetIds: ['subnet-a', 'subnet-b'],
      SecurityGroupIds: ['sg-sample'],
    });
  }
}

const rows: readonly Row[] = [
  ...ofTheService,
  ...ofTheGroup,
  ...ofTheLoadBalancer,
  ...ofTheTasks,
  ...ofTheRoles,
  ...ofTheNetwork,
];

test('there are at least forty broken environments', () => {
  expect(rows.length).toBeGreaterThanOrEqual(40);
});

describe('caught by the right item alone:', () => {
  test.each(rows)('%s', async (_, spoil, failing, found, fix) => {
    const account = await Account.open();
    try {
      await spoil(account);
      const said = await account.preflight();
      expect(said.of('failed')).toEqual(failing.split(' '));
      const [first = ''] = failing.split(' ');
      const item = said.item(first);
      expect(item.found).toMatch(found);
      expect(item.fix).toMatch(fix);
      // What was not checked says why: one of those that failed.
      const titles = failing.split(' ').map((id) => said.item(id).title);
      for (const id of said.of('skipped')) {
        const { found: why } = said.item(id);
        expect(why).toMatch(/^Not checked because .+ is (not right|moving them)\.$/);
        expect(why.includes('moving them') || titles.some((title) => why.includes(title))).toBe(true);
      }
      expect(said.exitCode).toBe(1);
      expect(said.outputs).toMatchObject({
        passed: 'false',
        'failed-count': String(said.of('failed').length),
      });
      expect(said.of('unknown')).toEqual([]);
    } finally {
      await account.close();
    }
  });
});

describe('nothing fails, and there is something to know:', () => {
  test.each<readonly [string, Row[1], string, RegExp]>([
    [
      'the tasks that serve crash',
      async (account) => {
        account.fault({ task: 'crash', resource: 'sample:1', afterSeconds: 0 });
        await account.call('ecs', 'UpdateService', { cluster: 'sample', service: 'sample', desiredCount: 4 });
      },
      'primary',
      /of 4 tasks and is not steady/,
    ],
    [
      'the health checks of the pair differ',
      async (account) =>
        await account.call(ELB, 'ModifyTargetGroup', {
          TargetGroupArn: await account.targetGroup('sample-green'),
          HealthCheckPath: '/other',
        }),
      'health-check',
      /path \/health and \/other/,
    ],
    [
      'the revision that serves is INACTIVE',
      async (account) => {
        delete account.inputs['task-definition-arn'];
        await account.call('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'sample:1' });
      },
      'task-definition',
      /sample:1, which serves now, is INACTIVE/,
    ],
    [
      'nothing rolls back by itself',
      async (account) => await account.updateGroup({ autoRollbackConfiguration: { enabled: false } }),
      'deployment-group',
      /no automatic rollback/,
    ],
    [
      'the way out is narrow',
      (account) => {
        account.put('AWS::EC2::SecurityGroup', 'sg-sample', {
          SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' }],
        });
      },
      'egress',
      /to 10\.0\.0\.0\/8 only/,
    ],
  ])('%s', async (_, change, id, found) => {
    const account = await Account.open();
    try {
      await change(account);
      const said = await account.preflight();
      expect(said.of('failed')).toEqual([]);
      expect(said.of('warned')).toEqual([id]);
      expect(said.item(id).found).toMatch(found);
      expect(said.exitCode).toBe(0);
    } finally {
      await account.close();
    }
  });
});

describe('sound:', () => {
  test.each<readonly [string, Row[1]]>([
    ['as it is', () => undefined],
    [
      'behind a NAT gateway',
      (account) => {
        account.put('AWS::EC2::NatGateway', 'nat-1', { SubnetId: 'subnet-a' });
        account.put('AWS::EC2::Route', 'rtb-sample-default', { GatewayId: undefined, NatGatewayId: 'nat-1' });
      },
    ],
    [
      'with VPC endpoints alone',
      (account) => {
        account.put('AWS::EC2::Route', 'rtb-sample-default', undefined);
        endpoints(account, ['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'ssm']);
      },
    ],
    [
      'with the driver making the log group',
      async (account) => {
        await account.call('logs', 'DeleteLogGroup', { logGroupName: '/ecs/sample' });
        account.put(IAM_ROLE, 'ecsTaskExecutionRole', {
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        });
        await account.register(
          {},
          {
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/ecs/new',
                'awslogs-region': 'us-east-1',
                'awslogs-stream-prefix': 'ecs',
                'awslogs-create-group': 'true',
              },
            },
          },
        );
      },
    ],
  ])('%s', async (_, change) => {
    const account = await Account.open();
    try {
      await change(account);
      const said = await account.preflight();
      expect(said.items.filter(({ status }) => status !== 'passed')).toEqual([]);
      expect(said.items.length).toBeGreaterThan(25);
      expect(said.outputs).toMatchObject({ passed: 'true', 'failed-count': '0', 'unknown-count': '0' });
      expect(said.exitCode).toBe(0);
    } finally {
      await account.close();
    }
  });
});
