import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(60_000);

let live: LiveService | undefined;

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  return live;
}

afterEach(async () => {
  await live?.close();
  live = undefined;
});

const WITH = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.1' };
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

async function deploy(
  account: LiveService,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
) {
  return await run('blue-green-codedeploy', {
    inputs: { ...WITH, ...inputs },
    env: { ...account.env, ...env },
  });
}

describe('a deployment that goes well', () => {
  test('ends when all traffic is shifted, keeps what the service has, and says what it sent', async () => {
    const account = await open({ terminationMinutes: 60 });
    const arn = await account.register('web');
    const result = await deploy(account, {
      'task-definition-arn': 'web:2',
      'codedeploy-deployment-description': 'Spring sale',
    });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(await account.serving()).toBe('web:2');
    const [deployment] = await account.deployments();
    expect(result.outputs).toMatchObject({
      'deployment-id': deployment?.deploymentId,
      'codedeploy-deployment-id': deployment?.deploymentId,
      'deployment-status': 'InProgress',
      'rolled-back': 'false',
      superseded: 'false',
      'task-definition-arn': arn,
      'previous-task-definition-arn': arn.replace(/2$/, '1'),
    });
    expect(result.outputs['traffic-shifted-at']).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(deployment?.description).toBe(
      `Spring sale | web:2 commit ${COMMIT} https://github.com/octo/shop/actions/runs/1/attempts/1`,
    );
    const [created] = account.calls('CreateDeployment');
    const revision = created?.['revision'] as { appSpecContent: { content: string } } | undefined;
    expect(JSON.parse(revision?.appSpecContent.content ?? '')).toEqual({
      version: 0,
      Resources: [
        {
          TargetService: {
            Type: 'AWS::ECS::Service',
            Properties: {
              TaskDefinition: arn,
              LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
              PlatformVersion: '1.4.0',
              NetworkConfiguration: {
                AwsvpcConfiguration: {
                  Subnets: ['subnet-1'],
                  SecurityGroups: ['sg-1'],
                  AssignPublicIp: 'ENABLED',
                },
              },
              CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1, Base: 0 }],
            },
          },
        },
      ],
    });
    expect(result.stdout).toContain('"TaskDefinition"');
    expect((await result.post())?.exitCode).toBe(0);
    expect(account.calls('StopDeployment')).toEqual([]);
  });

  test('shows a canary as it moves, and with wait-until: completed waits for the old task set’s end', async () => {
    const account = await open({
      config: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      terminationMinutes: 2,
    });
    await account.register('web');
    const result = await deploy(account, { 'task-definition-arn': 'web:2', 'wait-until': 'completed' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ 'deployment-status': 'Succeeded' });
    expect(result.stdout).toMatch(/\b10 ?%/);
    expect(result.stdout).toMatch(/\b100 ?%/);
    const { taskSets = [] } = await account.service();
    expect(taskSets.filter(({ status }) => status !== 'DRAINING')).toMatchObject([{ status: 'PRIMARY' }]);
    expect(await account.serving()).toBe('web:2');
  });

  test('with wait-until: ready ends before users see anything', async () => {
    const account = await open({
      ready: {
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      },
    });
    await account.register('web');
    const result = await deploy(account, { 'task-definition-arn': 'web:2', 'wait-until': 'ready' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ 'deployment-status': 'Ready' });
    expect(await account.serving()).toBe('web:1');
  });

  test('finds the only group of the service, whatever its name', async () => {
    const account = await open({ names: ['shop', 'blue-green'] });
    await account.register('web');
    const result = await deploy(account, {
      cluster: 'arn:aws:ecs:us-east-1:123456789012:cluster/shop',
      'task-definition-arn': 'web:2',
    });
    expect(result.errors).toEqual([]);
    expect(await account.serving()).toBe('web:2');
  });

  test('does nothing when the revision serves already', async () => {
    const account = await open();
    const result = await deploy(account, { 'task-definition-arn': 'web:1' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs['outcome']).toBe('unchanged');
    expect(account.changes()).toEqual([]);
  });

  test.each([
    ['throttling', { error: { code: 'ThrottlingException', message: 'Rate exceeded', status: 400 } }],
    ['a server error', { error: { code: 'InternalFailure', status: 500 } }],
    ['a lost connection', { reset: 'before' as const }],
  ])('survives %s of every call, twice in a row', async (_, fault) => {
    const account = await open();
    await account.register('web');
    for (const operation of ['CreateDeployment', 'GetDeployment', 'DescribeServices', 'ListTasks']) {
      account.fault({ operation, times: 2, ...fault });
    }
    const result = await deploy(account, { 'task-definition-arn': 'web:2' });
    expect(result.errors).toEqual([]);
    expect(await account.deployments()).toHaveLength(1);
    expect(await account.serving()).toBe('web:2');
  });

  test('an answer that got lost leads to no second deployment', async () => {
    const account = await open();
    await account.register('web');
    account.fault({ operation: 'CreateDeployment', reset: 'after' });
    const result = await deploy(account, { 'task-definition-arn': 'web:2' });
    expect(result.errors).toEqual([]);
    expect(await account.deployments()).toHaveLength(1);
    expect(await account.serving()).toBe('web:2');
  });
});

describe('a deployment that goes wrong', () => {
  test('a crash loop is stopped once and rolled back, with the cause and the last lines in the open', async () => {
    const account = await open();
    await account.register('crash');
    const result = await deploy(account, { 'task-definition-arn': 'web:2', 'max-failed-tasks': '2' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'rolled-back',
      'deployment-status': 'Stopped',
      'rolled-back': 'true',
    });
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment', 'codedeploy:StopDeployment']);
    expect(account.calls('StopDeployment')[0]).toMatchObject({ autoRollbackEnabled: true });
    const [ours, back] = await account.deployments();
    expect(ours?.rollbackInfo?.rollbackDeploymentId).toBe(back?.deploymentId);
    expect(result.outputs['rollback-deployment-id']).toBe(back?.deploymentId);
    expect(await account.serving()).toBe('web:1');
    const [error = ''] = result.errors;
    expect(error).toContain(ours?.deploymentId);
    expect(error).toContain('app exit code 3');
    expect(error).toContain('Cannot find module express');
    expect(result.summary).toContain('reading the settings');
  });

  test.each([
    [
      'whose image can not be pulled',
      { task: 'image-pull' as const },
      /\b([4-9]|\d\d) tasks stopped: CannotPullContainerError/,
      'not found',
    ],
    [
      'whose secret may not be read',
      { task: 'secrets' as const },
      /\b([4-9]|\d\d) tasks stopped: ResourceInitializationError/,
      'secretsmanager:GetSecretValue',
    ],
  ])(
    'a version %s is stopped and rolled back, with the cause and the number',
    async (_, fault, stops, cause) => {
      const account = await open({ desiredCount: 4 });
      await account.call('secretsmanager', 'CreateSecret', { Name: 'shop', SecretString: 'x' });
      await account.register('web', {
        secrets: [
          { name: 'KEY', valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf' },
        ],
      });
      account.fault({ ...fault, resource: 'web:2', times: 'always' });
      const result = await deploy(account, { 'task-definition-arn': 'web:2', 'max-failed-tasks': '4' });
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
      expect(result.errors[0]).toMatch(stops);
      expect(result.errors[0]).toContain(cause);
      expect(await account.serving()).toBe('web:1');
    },
  );

  test('a version that starts but fails its health check never gets a request', async () => {
    const account = await open();
    await account.register('web');
    expect((await deploy(account, { 'task-definition-arn': 'web:2' })).errors).toEqual([]);
    await account.until(async () => ((await account.service()).taskSets?.length === 1 ? true : undefined));
    await account.register('web', { environment: [{ name: 'STATUS', value: '503' }] });
    const result = await deploy(account, { 'task-definition-arn': 'web:3' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
    expect(result.errors[0]).toContain('failed ELB health checks');
    expect(result.stdout).not.toContain('AllowTraffic: InProgress');
    expect(await account.serving()).toBe('web:2');
  });

  test('a permission that lacks in the middle leads back to the old version', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    await account.register('web');
    account.fault({
      operation: 'GetDeploymentTarget',
      skip: 3,
      times: 1000,
      error: {
        code: 'AccessDeniedException',
        message: 'User: x is not authorized to perform: codedeploy:GetDeploymentTarget on resource: *',
      },
    });
    const result = await deploy(account, { 'task-definition-arn': 'web:2' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
    expect(result.errors[0]).toContain('Grant codedeploy:GetDeploymentTarget on *');
    expect(await account.serving()).toBe('web:1');
  });

  test('one that failed before it was first looked at is a failure', async () => {
    const account = await open();
    await account.register('web');
    account.fault({ operation: 'CreateDeployment', latencyMs: 1500 });
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: account.env,
      onLine: (line) => {
        // Everything has been checked; now somebody points the listener elsewhere.
        if (line.includes('waiting until traffic-shifted')) {
          void account.call('elasticloadbalancing', 'ModifyListener', {
            ListenerArn: account.testListener,
            DefaultActions: [{ Type: 'forward', TargetGroupArn: account.green }],
          });
        }
      },
    });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'failed',
      'deployment-status': 'Failed',
      'rolled-back': 'false',
    });
    expect(result.errors[0]).toContain('must be behind listener');
    expect(await account.serving()).toBe('web:1');
  });

  test('one that somebody else stopped is a failure, rolled back or not', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: account.env,
    });
    const deploymentId = await account.active();
    await account.call('codedeploy', 'StopDeployment', { deploymentId, autoRollbackEnabled: true });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'rolled-back',
      'deployment-status': 'Stopped',
      'rolled-back': 'true',
    });
    expect(result.errors[0]).toContain('stopped by somebody else');
    expect(account.calls('StopDeployment')).toEqual([]);
  });

  test('one that another revision overtook is a failure, and says so', async () => {
    const account = await open({ terminationMinutes: 60 });
    await account.register('web');
    const third = await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', 'wait-until': 'completed' },
      env: account.env,
    });
    await account.until(async () => ((await account.serving()) === 'web:2' ? true : undefined));
    const { taskSet } = await account.call<{ taskSet: { id: string } }>('ecs', 'CreateTaskSet', {
      cluster: 'shop',
      service: 'web',
      taskDefinition: third,
      loadBalancers: [{ targetGroupArn: account.green, containerName: 'app', containerPort: 8080 }],
    });
    await account.call('ecs', 'UpdateServicePrimaryTaskSet', {
      cluster: 'shop',
      service: 'web',
      primaryTaskSet: taskSet.id,
    });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'failed', superseded: 'true' });
    expect(result.errors[0]).toContain('web:3 serves production, not web:2');
  });

  test('one that takes longer than asked for is left running, and how to stop it is said', async () => {
    const account = await open({ timeScale: 20 });
    await account.register('web');
    const result = await deploy(account, { 'task-definition-arn': 'web:2', 'wait-for-minutes': '0.01' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'timed-out', 'rolled-back': 'false' });
    const id = result.outputs['deployment-id'] ?? '';
    expect(result.errors[0]).toContain(
      `aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`,
    );
    await (await result.post())?.dispose();
    expect(account.calls('StopDeployment')).toEqual([]);
  });
});

describe('a job that is cancelled', () => {
  test.each([
    ['rollback', [{ autoRollbackEnabled: true }], 'Stopped'],
    ['stop', [{ autoRollbackEnabled: false }], 'Stopped'],
    ['leave', [], 'InProgress'],
  ])('on-cancel: %s', async (onCancel, stops, status) => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes', timeScale: 50 });
    await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', 'on-cancel': onCancel },
      env: account.env,
    });
    const deploymentId = await account.active();
    const before = account.running.sim.clock.now();
    running.process.kill('SIGINT');
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'cancelled', 'deployment-id': deploymentId });
    expect(account.calls('StopDeployment')).toMatchObject(stops.map((stop) => ({ deploymentId, ...stop })));
    const stopped = account.running.sim.calls.find(({ operation }) => operation === 'StopDeployment');
    expect(((stopped?.at ?? before) - before) / 50).toBeLessThan(2000);
    expect((await account.deployment(deploymentId)).status).toBe(status);
    expect(await account.serving()).toBe('web:1');
    // What the step has done, post: doesn't do again.
    await (await result.post())?.dispose();
    expect(account.calls('StopDeployment')).toHaveLength(stops.length);
  });

  test('while the deployment is being created, too', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes', timeScale: 50 });
    await account.register('web');
    account.fault({ operation: 'CreateDeployment', latencyMs: 1000 });
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: account.env,
      onLine: (line) => {
        if (line.includes('waiting until traffic-shifted'))
          setTimeout(() => running.process.kill('SIGINT'), 300);
      },
    });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('cancelled');
    const [deployment] = await account.deployments();
    expect(account.calls('StopDeployment')).toMatchObject([{ deploymentId: deployment?.deploymentId }]);
    expect(deployment?.status).toBe('Stopped');
    expect(await account.serving()).toBe('web:1');
  });

  test('post: stops the deployment of a step that was killed', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes', timeScale: 50 });
    await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: account.env,
    });
    const deploymentId = await account.active();
    running.process.kill('SIGKILL');
    const killed = await running.done;
    expect(killed.exitCode).not.toBe(0);
    expect(account.calls('StopDeployment')).toEqual([]);
    const post = await killed.post();
    expect(post?.exitCode).toBe(0);
    expect(account.calls('StopDeployment')).toMatchObject([{ deploymentId, autoRollbackEnabled: true }]);
    expect(await account.serving()).toBe('web:1');
  });
});

describe('a group that is busy', () => {
  test('a re-run of the same commit follows the deployment in flight', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes', timeScale: 50 });
    await account.register('web');
    const first = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: account.env,
    });
    const id = await account.active();
    first.process.kill('SIGKILL');
    await first.done;
    const second = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: { ...account.env, GITHUB_RUN_ATTEMPT: '2' },
      onLine: (line) => {
        if (line.includes('AllowTraffic: InProgress')) void account.running.sim.clock.advance(15 * 60_000);
      },
    });
    const again = await second.done;
    expect(again.errors).toEqual([]);
    expect(again.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-id': id });
    expect(account.calls('CreateDeployment')).toHaveLength(1);
  });

  test('another commit waits for its turn, or fails at once', async () => {
    const account = await open({ terminationMinutes: 60 });
    await account.register('web');
    await account.register('web');
    const first = await deploy(account, { 'task-definition-arn': 'web:2' });
    expect(first.exitCode).toBe(0);
    const other = { GITHUB_SHA: 'f'.repeat(40) };
    const refused = await deploy(
      account,
      { 'task-definition-arn': 'web:3', 'on-active-deployment': 'fail' },
      other,
    );
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toContain(`${first.outputs['deployment-id'] ?? ''} (InProgress`);
    const third = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:3' },
      env: { ...account.env, ...other },
      onLine: (line) => {
        if (line.includes('waiting for its end')) void account.running.sim.clock.advance(60 * 60_000);
      },
    });
    const waited = await third.done;
    expect(waited.errors).toEqual([]);
    expect(await account.serving()).toBe('web:3');
    expect(account.calls('CreateDeployment')).toHaveLength(2);
  });
});

describe('what can not work is refused before anything starts', () => {
  // Nobody listens there: a call would end in another error.
  const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1' };

  test('all bad inputs at once, each with its value', async () => {
    const result = await run('blue-green-codedeploy', {
      inputs: {
        ...WITH,
        'task-definition-arn': 'web',
        'codedeploy-application': 'my app',
        'codedeploy-deployment-group': '*',
        'codedeploy-deployment-config': 'all at once',
        'container-port': '99999',
        'wait-until': 'shifted',
        'wait-for-minutes': '-1',
        'max-failed-tasks': 'few',
        'on-cancel': 'never',
        'on-active-deployment': 'ask',
        'allow-zero-tasks': 'yes',
        'dry-run': '2',
        dryrun: 'true',
      },
      env,
    });
    expect(result.exitCode).toBe(1);
    // GitHub shows ten annotations; the log has all.
    const said = result.errors.join('\n') + result.stdout;
    for (const message of [
      'Input task-definition-arn: "web" is not the ARN of a task definition or family:revision',
      'Input codedeploy-application: "my app" is not',
      'Input codedeploy-deployment-group: "*" is not',
      'Input codedeploy-deployment-config: "all at once" is not',
      'Input container-port: "99999" is not',
      'Input wait-until: "shifted" is not one of ready, traffic-shifted, completed',
      'Input wait-for-minutes: "-1" is not',
      'Input max-failed-tasks: "few" is not',
      'Input on-cancel: "never" is not one of rollback, stop, leave',
      'Input on-active-deployment: "ask" is not one of wait, stop, finish, fail',
      'Input allow-zero-tasks: "yes" is not a boolean',
      'Input dry-run: "2" is not a boolean',
      'Unknown input dryrun',
    ]) {
      expect(said).toContain(message);
    }
  });

  test.each<[string, Record<string, string>, string]>([
    ['no service', { service: '', cluster: '' }, 'Neither input stack nor input service was given.'],
    ['an AppSpec that is not there', { 'codedeploy-appspec': 'deploy/appspec.yaml' }, 'deploy/appspec.yaml'],
  ])('%s', async (_, inputs, message) => {
    const result = await run('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', ...inputs },
      env,
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain(message);
  });

  test('a broken AppSpec, with line and column', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'cutover-workspace-'));
    await writeFile(
      join(workspace, 'appspec.yaml'),
      'version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\nHooks:\n  - BeforeEverything: check\n',
    );
    const result = await run('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', 'codedeploy-appspec': 'appspec.yaml' },
      env,
      workspace,
    });
    await rm(workspace, { recursive: true });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('appspec.yaml:6:5: Hook BeforeEverything has no known event.');
  });

  test('what the account does not allow, all at once and without a deployment', async () => {
    const account = await open({ desiredCount: 0 });
    await account.register('web');
    const result = await deploy(account, {
      'task-definition-arn': 'web:2',
      'container-name': 'proxy',
      'wait-until': 'ready',
      'codedeploy-deployment-config': 'Shop.Canary',
    });
    expect(result.exitCode).toBe(1);
    const said = result.errors.join('\n');
    expect(said).toContain('has a desired count of 0');
    expect(said).toContain('Task definition web:2 has no container proxy; it has app.');
    expect(said).toContain('needs a deployment group that waits before the shift');
    expect(said).toContain('CodeDeploy has no deployment configuration Shop.Canary.');
    const port = await deploy(account, {
      'task-definition-arn': 'web:2',
      'container-port': '9090',
      'allow-zero-tasks': 'true',
    });
    expect(port.errors.join('\n')).toContain('Container app of web:2 does not map port 9090; it maps 8080.');
    const group = await deploy(account, {
      'task-definition-arn': 'web:2',
      'codedeploy-application': 'other',
      'codedeploy-deployment-group': 'web',
    });
    const cluster = await deploy(account, { 'task-definition-arn': 'web:2', cluster: 'shoop' });
    expect(cluster.errors[0]).toContain('There is no ECS cluster shoop in us-east-1.');
    expect(group.errors.join('\n')).toContain('CodeDeploy has no deployment group web in application other.');
    expect(account.changes()).toEqual([]);
  });

  test('a limit of the account, which no wait for a deployment mends', async () => {
    const account = await open();
    await account.register('web');
    account.fault({
      operation: 'CreateDeployment',
      times: 1000,
      error: { code: 'DeploymentLimitExceededException', message: 'The account has 1000 active deployments' },
    });
    const result = await deploy(account, { 'task-definition-arn': 'web:2' });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('The account has 1000 active deployments');
    expect(account.calls('CreateDeployment').length).toBeLessThan(20);
    expect(await account.deployments()).toEqual([]);
  });

  test('a service of the ECS controller', async () => {
    const account = await open({ controller: 'ECS', names: ['shop', 'web'] });
    await account.register('web');
    const result = await deploy(account, { 'task-definition-arn': 'web:2' });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('Service web has the ECS deployment controller');
  });
});

test('a dry run shows the AppSpec with the file merged into it, and changes nothing', async () => {
  const account = await open();
  await account.register('web');
  const workspace = await mkdtemp(join(tmpdir(), 'cutover-workspace-'));
  await writeFile(
    join(workspace, 'appspec.yaml'),
    [
      'version: 0.0',
      'resources:',
      '  - Web:',
      '      type: AWS::ECS::Service',
      '      properties:',
      '        taskDefinition: <TASK_DEFINITION>',
      '        platformVersion: LATEST',
      'hooks:',
      '  - afterAllowTestTraffic: CodeDeployHook_check',
    ].join('\n'),
  );
  const result = await run('blue-green-codedeploy', {
    inputs: {
      ...WITH,
      'task-definition-arn': 'web:2',
      'codedeploy-appspec': 'appspec.yaml',
      'dry-run': 'true',
      region: 'us-east-1',
    },
    env: account.env,
    workspace,
  });
  await rm(workspace, { recursive: true });
  expect(result.exitCode).toBe(0);
  expect(result.outputs['outcome']).toBe('unchanged');
  expect(result.summary).toContain('"AfterAllowTestTraffic": "CodeDeployHook_check"');
  expect(result.summary).toContain('"PlatformVersion": "LATEST"');
  expect(result.summary).toContain('task-definition/web:2"');
  expect(account.changes()).toEqual([]);
});
