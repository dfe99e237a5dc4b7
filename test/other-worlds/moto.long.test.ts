import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTaskDefinitionsCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateDBInstanceCommand, DescribeDBSnapshotsCommand, RDSClient } from '@aws-sdk/client-rds';
import type { ActionResult } from '@cutover/runner/run-action';
import { awsEnv, run } from '../bundles/action.ts';
import { writeLayout } from '../bundles/oci-layout.ts';
import { findTool } from '../tools.ts';
import { startMoto, type Moto } from './moto.ts';

jest.setTimeout(400_000);

const program = findTool('moto-server');

// moto knows neither a registry behind ECR nor how tasks run nor any deployment of CodeDeploy: what needs those is tested
// against the simulator only.
(program === undefined ? describe.skip : describe)('moto-server', () => {
  let moto: Moto;
  let workspace: string;
  let ecs: ECSClient;
  let ecr: ECRClient;
  let iam: IAMClient;
  let rds: RDSClient;
  let elb: ElasticLoadBalancingV2Client;
  let stacks: CloudFormationClient;

  beforeAll(async () => {
    moto = await startMoto(program ?? '');
    const config = {
      endpoint: moto.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIASIMULATOR', secretAccessKey: 'simulator' },
    };
    ecs = new ECSClient(config);
    ecr = new ECRClient(config);
    iam = new IAMClient(config);
    rds = new RDSClient(config);
    elb = new ElasticLoadBalancingV2Client(config);
    stacks = new CloudFormationClient(config);
  });

  afterAll(async () => {
    for (const client of [ecs, ecr, elb, iam, rds, stacks]) client?.destroy();
    await moto?.close();
  });

  beforeEach(async () => {
    await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });
    await iam.send(
      new CreateRoleCommand({
        RoleName: 'execution',
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        }),
      }),
    );
    workspace = await mkdtemp(join(tmpdir(), 'cutover-moto-'));
  });

  afterEach(async () => {
    await rm(workspace, { recursive: true, force: true });
  });

  async function act(name: string, inputs: Record<string, string>): Promise<ActionResult> {
    const result = await run(name, { workspace, inputs, env: awsEnv(moto.url) });
    await result.dispose();
    return result;
  }

  const TASK = {
    family: 'shop',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      {
        name: 'app',
        image: 'example/shop:1',
        essential: true,
        memory: 512, // moto adds up what containers ask for
        portMappings: [{ containerPort: 8080 }],
        environment: [
          { name: 'GREETING', value: 'a=b "c"' },
          { name: 'EMPTY', value: '' },
        ],
      },
    ],
  };

  async function register(inputs: Record<string, string> = {}): Promise<ActionResult> {
    await writeFile(join(workspace, 'task.json'), JSON.stringify(TASK));
    return await act('register-taskdef', { 'task-definition': 'task.json', ...inputs });
  }

  async function revisions(): Promise<readonly string[]> {
    const { taskDefinitionArns = [] } = await ecs.send(new ListTaskDefinitionsCommand({}));
    return taskDefinitionArns.map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
  }

  describe('register-taskdef', () => {
    test('registers what the file says, and the same only once', async () => {
      const first = await register();
      expect(first.errors).toEqual([]);
      expect(first.outputs).toMatchObject({ revision: '1', changed: 'true', outcome: 'succeeded' });
      const { taskDefinition } = await ecs.send(
        new DescribeTaskDefinitionCommand({ taskDefinition: 'shop' }),
      );
      expect(taskDefinition).toMatchObject({
        ...TASK,
        taskDefinitionArn: first.outputs['task-definition-arn'],
      });
      const second = await register();
      expect(second.errors).toEqual([]);
      expect(second.outputs).toMatchObject({ revision: '1', changed: 'false', outcome: 'unchanged' });
      expect(await revisions()).toEqual(['shop:1']);
    });

    test('registers a new revision for a new image, unless it is only asked what would happen', async () => {
      await register();
      const change = { 'container-name': 'app', image: 'example/shop:2' };
      const dry = await register({ ...change, 'dry-run': 'true' });
      expect(dry.errors).toEqual([]);
      expect(await revisions()).toEqual(['shop:1']);
      const wet = await register(change);
      expect(wet.errors).toEqual([]);
      expect(wet.outputs).toMatchObject({ revision: '2', changed: 'true' });
      expect(wet.outputs['diff']).toContain('example/shop:2');
      expect(await revisions()).toEqual(['shop:1', 'shop:2']);
    });

    test('finds the image that is there for the platform, and the one that is not', async () => {
      const platforms = ['linux/amd64', 'linux/arm64'];
      const layout = await writeLayout(join(workspace, 'layout'), [Buffer.from('layer')], platforms);
      await ecr.send(new CreateRepositoryCommand({ repositoryName: 'shop' }));
      const { image } = await ecr.send(
        new PutImageCommand({
          repositoryName: 'shop',
          imageTag: 'v1',
          imageManifest: await readFile(
            join(workspace, 'layout/blobs', layout.digest.replace(':', '/')),
            'utf8',
          ),
          imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
        }),
      );
      const digest = image?.imageId?.imageDigest ?? '';
      const there = await register({ 'container-name': 'app', repository: 'shop', digest });
      expect(there.errors).toEqual([]);
      expect(there.outputs['diff']).toBe('');
      const missing = await register({ images: 'app=shop:v2' });
      expect(missing.exitCode).toBe(1);
      expect(missing.errors.join()).toContain('Input images: repository shop has no image v2');
      expect(await revisions()).toEqual(['shop:1']);
    });
  });

  describe('build-push-ecr', () => {
    test('reuses the image that has the tag', async () => {
      // moto gives no layer out, so the platforms must stand in the manifest itself: an index.
      const platforms = ['linux/amd64', 'linux/arm64'];
      const layout = await writeLayout(join(workspace, 'layout'), [Buffer.from('layer')], platforms);
      await ecr.send(new CreateRepositoryCommand({ repositoryName: 'shop' }));
      const { image } = await ecr.send(
        new PutImageCommand({
          repositoryName: 'shop',
          imageTag: 'v1',
          imageManifest: await readFile(
            join(workspace, 'layout/blobs', layout.digest.replace(':', '/')),
            'utf8',
          ),
          imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
        }),
      );
      const result = await act('build-push-ecr', { repository: 'shop', tag: 'v1', 'oci-layout': 'layout' });
      expect(result.errors).toEqual([]);
      expect(result.outputs).toMatchObject({ digest: image?.imageId?.imageDigest, tag: 'v1' });
    });

    test('names a repository that is not there', async () => {
      await writeLayout(join(workspace, 'layout'), [Buffer.from('layer')]);
      const result = await act('build-push-ecr', { repository: 'shop', tag: 'v1', 'oci-layout': 'layout' });
      expect(result.exitCode).toBe(1);
      expect(result.errors.join()).toMatch(/shop.*create-repository/s);
    });
  });

  describe('deploy-stack', () => {
    // moto forgets the outputs of stacks that come from change sets, and refuses CreateChangeSet without changes, which AWS
    // takes and answers with a change set of status FAILED.
    const TEMPLATE = `
Parameters: { Name: { Type: String }, Days: { Type: Number, Default: 7 } }
Resources:
  Images: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: !Ref Name } }
  Lines: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: !Ref Name, RetentionInDays: !Ref Days } }
`;

    async function deploy(overrides: string): Promise<ActionResult> {
      await writeFile(join(workspace, 'stack.yml'), TEMPLATE);
      return await act('deploy-stack', {
        name: 'shop',
        template: 'stack.yml',
        'parameter-overrides': overrides,
        'poll-interval-seconds': '0.05',
      });
    }

    test('creates a stack and updates it with the parameters that it has', async () => {
      const created = await deploy('Name=shop');
      expect(created.errors).toEqual([]);
      expect(created.outputs).toMatchObject({ status: 'CREATE_COMPLETE', outcome: 'succeeded' });
      const updated = await deploy('Days=14');
      expect(updated.errors).toEqual([]);
      expect(updated.outputs).toMatchObject({ status: 'UPDATE_COMPLETE', outcome: 'succeeded' });
      const { Stacks } = await stacks.send(new DescribeStacksCommand({ StackName: 'shop' }));
      expect(Stacks?.[0]?.Parameters).toEqual([
        { ParameterKey: 'Name', ParameterValue: 'shop' },
        { ParameterKey: 'Days', ParameterValue: '14' },
      ]);
    });
  });

  describe('run-migration-task', () => {
    let inputs: Record<string, string>;

    beforeEach(async () => {
      await ecs.send(new CreateClusterCommand({ clusterName: 'shop' }));
      inputs = {
        cluster: 'shop',
        'task-definition-arn': (await register()).outputs['task-definition-arn'] ?? '',
        subnets: await first('DescribeSubnets', 'subnetId'),
        'security-groups': await first('DescribeSecurityGroups', 'groupId'),
        'launch-type': 'FARGATE',
        command: 'node migrate.js',
        'poll-interval-seconds': '0.05',
      };
    });

    /** Id of the first of what the default network has; there is no EC2 client here. */
    async function first(operation: string, element: string): Promise<string> {
      const response = await fetch(moto.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: 'AWS4-HMAC-SHA256 Credential=AKIASIMULATOR/20260101/us-east-1/ec2/aws4_request',
        },
        body: `Action=${operation}&Version=2016-11-15`,
      });
      const [, id = ''] = new RegExp(`<${element}>(.*?)</${element}>`).exec(await response.text()) ?? [];
      return id;
    }

    test('takes a snapshot of the database first, and keeps as many as it is told', async () => {
      await moto.progress('ecs::task', 2);
      await rds.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: 'shop',
          DBInstanceClass: 'db.t4g.micro',
          Engine: 'postgres',
          AllocatedStorage: 20,
          MasterUsername: 'shop',
          MasterUserPassword: 'not-a-secret',
        }),
      );
      const first = await act('run-migration-task', { ...inputs, snapshot: 'shop', 'snapshot-keep': '1' });
      expect(first.errors).toEqual([]);
      const id = first.outputs['snapshot-id'] ?? '';
      const look = async () =>
        (await rds.send(new DescribeDBSnapshotsCommand({ SnapshotType: 'manual' }))).DBSnapshots ?? [];
      expect(await look()).toMatchObject([{ DBSnapshotIdentifier: id, DBInstanceIdentifier: 'shop' }]);
      const other = await act('run-migration-task', { ...inputs, snapshot: 'shopp' });
      expect(other.errors.join()).toContain('RDS has no database instance and no cluster shopp');
    });

    test('shows a maintenance page on the service’s listener until the job ends', async () => {
      await moto.progress('ecs::task', 2);
      const { LoadBalancers = [] } = await elb.send(
        new CreateLoadBalancerCommand({ Name: 'shop', Subnets: [inputs['subnets'] ?? ''] }),
      );
      const { TargetGroups = [] } = await elb.send(
        new CreateTargetGroupCommand({
          Name: 'shop',
          Protocol: 'HTTP',
          Port: 80,
          VpcId: await first('DescribeVpcs', 'vpcId'),
          TargetType: 'ip',
        }),
      );
      const targetGroupArn = TargetGroups[0]?.TargetGroupArn ?? '';
      const { Listeners = [] } = await elb.send(
        new CreateListenerCommand({
          LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
          Protocol: 'HTTP',
          Port: 80,
          DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
        }),
      );
      await ecs.send(
        new CreateServiceCommand({
          cluster: 'shop',
          serviceName: 'shop',
          taskDefinition: inputs['task-definition-arn'],
          desiredCount: 1,
          launchType: 'FARGATE',
          loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
        }),
      );
      const result = await run('run-migration-task', {
        workspace,
        inputs: { ...inputs, service: 'shop', maintenance: 'true' },
        env: awsEnv(moto.url),
      });
      expect(result.errors).toEqual([]);
      const rules = async () =>
        (await elb.send(new DescribeRulesCommand({ ListenerArn: Listeners[0]?.ListenerArn }))).Rules ?? [];
      expect(await rules()).toMatchObject([
        { Priority: '1', Actions: [{ FixedResponseConfig: { StatusCode: '503' } }] },
        { Priority: 'default' },
      ]);
      const after = await result.post();
      expect(after?.errors).toEqual([]);
      expect(await rules()).toMatchObject([{ Priority: 'default' }]);
      await result.dispose();
    });

    test('follows a task to its end', async () => {
      await moto.progress('ecs::task', 2);
      const result = await act('run-migration-task', inputs);
      expect(result.errors).toEqual([]);
      expect(result.outputs).toMatchObject({ 'exit-code': '0', outcome: 'succeeded' });
      const task = result.outputs['task-arn'] ?? '';
      const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: [task] }));
      expect(tasks?.[0]).toMatchObject({
        lastStatus: 'STOPPED',
        overrides: { containerOverrides: [{ name: 'app', command: ['node', 'migrate.js'] }] },
      });
    });

    test('takes network and launch type from a service', async () => {
      const { subnets = '', 'security-groups': groups = '', 'launch-type': type, ...rest } = inputs;
      expect(type).toBe('FARGATE');
      await ecs.send(
        new CreateServiceCommand({
          cluster: 'shop',
          serviceName: 'web',
          taskDefinition: 'shop',
          desiredCount: 1,
          launchType: 'FARGATE',
          networkConfiguration: { awsvpcConfiguration: { subnets: [subnets], securityGroups: [groups] } },
        }),
      );
      await moto.progress('ecs::task', 2);
      const result = await act('run-migration-task', { ...rest, service: 'web' });
      expect(result.errors).toEqual([]);
      expect(result.outputs).toMatchObject({ 'exit-code': '0', outcome: 'succeeded' });
      const task = result.outputs['task-arn'] ?? '';
      const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: [task] }));
      expect(tasks?.[0]?.launchType).toBe('FARGATE');
      expect(tasks?.[0]?.attachments?.[0]?.details).toContainEqual({ name: 'subnetId', value: subnets });
    });

    test('stops a task that takes too long', async () => {
      await moto.progress('ecs::task', 1_000_000);
      const result = await act('run-migration-task', { ...inputs, 'timeout-minutes': '0.15' });
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({ outcome: 'timed-out' });
      const task = result.outputs['task-arn'] ?? '';
      const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: [task] }));
      expect(tasks?.[0]?.desiredStatus).toBe('STOPPED');
    });
  });
});
