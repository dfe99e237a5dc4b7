import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePorts } from '@cutover/demo/free-port';
import { writeOciLayout } from '@cutover/local/layout/oci-layout';
import { until } from '@cutover/simulator/cloudformation/stack-client';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { repository } from '../bundles/action.ts';
import { IdentityProvider } from '../bundles/identity-provider.ts';
import { publishedFiles } from '@cutover/local/workflow/act';
import { installExample, runAct, sampleApp, type ActRun } from './act.ts';
import { findTool } from '../tools.ts';

const act = findTool('act');
const aws = findTool('aws');

// Every example runs as it stands in the documentation, but for what only GitHub or Docker can give: the image comes as
// an OCI layout, and the ports are free ones.
(act === undefined ? describe.skip : describe)('the examples, run with act', () => {
  let folder: string;
  let cutover: string;
  let simulator: RunningSimulator;
  let ports: readonly number[];
  let issuer: IdentityProvider;
  let env: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-workflows-'));
    cutover = await publishedFiles(repository, join(folder, 'cutover'));
    simulator = await startSimulator({ timeScale: 100, region: 'ap-northeast-1' });
    ports = await freePorts(4);
    issuer = await IdentityProvider.open();
    env = {
      ...issuer.env,
      AWS_ENDPOINT_URL: simulator.url,
      AWS_ACCESS_KEY_ID: 'simulator',
      AWS_SECRET_ACCESS_KEY: 'simulator',
      AWS_REGION: 'ap-northeast-1',
    };
  });

  afterAll(async () => {
    await simulator.close();
    await issuer.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A checkout of the application at a version, with a ready image beside its sources. */
  async function checkout(version: number): Promise<string> {
    const app = join(folder, `app-${version}-${Math.random().toString(36).slice(2)}`);
    await sampleApp(app, version);
    await writeOciLayout(join(folder, `image-${version}`), {
      files: app,
      command: ['node', 'server.js'],
      port: 8080,
      labels: { version: `${version}` },
    }).catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    });
    const file = join(app, 'task-definition.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('file:/data/app.db', `file:${join(folder, 'app.db')}`));
    return app;
  }

  /** @param port index of the production listener's port */
  async function versionServed(port = 0): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${ports[port]}/`);
    return ((await response.json()) as { version: unknown }).version;
  }

  /** An environment beside the first one, on ports of its own. */
  async function secondStack(name: string): Promise<void> {
    const app = await checkout(1);
    const workflow = await installExample(app, 'stack.yml', (setWith) => {
      setWith(['jobs', 'stack'], 'name', name);
      setWith(['jobs', 'stack'], 'parameter-overrides', parametersFor(2));
    });
    expectSuccess(
      await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env, { 'dry-run': 'false' }),
    );
  }

  /** Parameters for ports of this machine, from an index on. */
  const parametersFor = (port: number): string =>
    [
      `ListenerPort=${ports[port]}`,
      `TestListenerPort=${ports[port + 1]}`,
      'HealthCheckPath=/health',
      'HealthCheckIntervalSeconds=5',
      'HealthCheckTimeoutSeconds=2',
      'HealthyThreshold=2',
      'BlueTerminationWaitMinutes=1',
    ].join('\n');

  function expectSuccess(run: ActRun): void {
    // The log tells why, where a bare exit code would not.
    if (run.exitCode !== 0) throw new Error(run.log.split('\n').slice(-80).join('\n'));
  }

  const image = (version: number): string => join(folder, `image-${version}`);
  const last = async (operation: string): Promise<number> => {
    const response = await fetch(`${simulator.url}/_simulator/requests`);
    const calls = (await response.json()) as { operation: string; status: number }[];
    return calls.filter((call) => call.operation === operation && call.status === 200).length;
  };

  test('stack.yml creates the infrastructure', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'stack.yml', (setWith) => {
      setWith(['jobs', 'stack'], 'parameter-overrides', parametersFor(0));
    });
    expectSuccess(
      await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env, { 'dry-run': 'false' }),
    );
    const response = await fetch(`http://127.0.0.1:${ports[0]}/`);
    expect(response.status).toBe(200);
  }, 400_000);

  test('deploy-on-push.yml releases version 1', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'deploy-on-push.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'oci-layout', image(1));
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(await runAct(act ?? '', cutover, app, 'push', workflow, env));
    expect(await versionServed()).toBe(1);
  }, 400_000);

  test('deploy-with-config.yml takes everything from cutover.yml, and finds version 1 there already', async () => {
    const app = await checkout(1);
    await cp(join(repository, 'workflows-examples/config/cutover.yml'), join(app, 'cutover.yml'));
    const workflow = await installExample(app, 'deploy-with-config.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'oci-layout', image(1));
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    const run = await runAct(act ?? '', cutover, app, 'push', workflow, env);
    expectSuccess(run);
    expect(run.log).toContain(
      'cutover.yml: taken task-definition, migration-command, path, region, stack, role-to-assume',
    );
    expect(run.log).toContain('(environment production)');
    expect(await versionServed()).toBe(1);
  }, 400_000);

  test('preflight.yml finds everything in place', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'preflight.yml', () => undefined);
    const run = await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env);
    expectSuccess(run);
    expect(run.log).toContain('Everything that was checked is right');
  }, 400_000);

  test('diagnose.yml calls the service healthy', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'diagnose.yml', () => undefined);
    const run = await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env);
    expectSuccess(run);
    expect(run.log).toMatch(/Service \S+ is healthy/);
  }, 120_000);

  test('deploy-with-actions.yml releases version 2', async () => {
    const app = await checkout(2);
    const workflow = await installExample(app, 'deploy-with-actions.yml', (setWith) => {
      setWith(['jobs', 'deploy', 'steps', 3], 'oci-layout', image(2));
      for (const step of [5, 6, 7])
        setWith(['jobs', 'deploy', 'steps', step], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(await runAct(act ?? '', cutover, app, 'push', workflow, env));
    expect(await versionServed()).toBe(2);
  }, 400_000);

  test('rollback.yml goes back to version 1', async () => {
    const before = await last('CreateDeployment');
    const app = await checkout(1);
    const workflow = await installExample(app, 'rollback.yml', () => undefined);
    expectSuccess(await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env));
    expect(await versionServed()).toBe(1);
    expect(await last('CreateDeployment')).toBe(before + 1);
  }, 400_000);

  test('deploy-one-step.yml refuses version 3, and version 1 goes on serving', async () => {
    const app = await checkout(3);
    const workflow = await installExample(app, 'deploy-one-step.yml', (setWith) => {
      setWith(['jobs', 'deploy', 'steps', 1], 'oci-layout', image(3));
      setWith(['jobs', 'deploy', 'steps', 1], 'poll-interval-seconds', '0.2');
    });
    const run = await runAct(act ?? '', cutover, app, 'push', workflow, env);
    expect(run.exitCode).not.toBe(0);
    expect(run.log).toContain('rolled back');
    expect(await versionServed()).toBe(1);
  }, 400_000);

  test('run-command.yml runs a command in the revision that serves', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'run-command.yml', () => undefined);
    const run = await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env, {
      command: `["node", "-e", "console.log('one-off of ' + 6 * 7)"]`,
    });
    expectSuccess(run);
    expect(run.log).toContain('one-off of 42');
    expect(run.log).toContain('the command runs in that revision');
  }, 400_000);

  (aws === undefined ? describe.skip : describe)('with the AWS CLI', () => {
    test('scale.yml sets the number of tasks', async () => {
      const app = await checkout(1);
      const programs = join(folder, 'aws-cli');
      await mkdir(programs, { recursive: true });
      await symlink(aws ?? '', join(programs, 'aws'));
      const workflow = await installExample(app, 'scale.yml', () => undefined);
      const run = await runAct(
        act ?? '',
        cutover,
        app,
        'workflow_dispatch',
        workflow,
        // As configure-aws-credentials sets it.
        { ...env, AWS_DEFAULT_REGION: 'ap-northeast-1' },
        { tasks: '2' },
        {},
        { programs },
      );
      expectSuccess(run);
      const { services = [] } = await simulator.sim.call<{ services?: { desiredCount: number }[] }>(
        'ecs',
        'DescribeServices',
        { cluster: await outputOf('ClusterName'), services: [await outputOf('ServiceName')] },
      );
      expect(services.map(({ desiredCount }) => desiredCount)).toEqual([2]);
    }, 400_000);
  });

  test('plan.yml comments what would change', async () => {
    const app = await checkout(2);
    const programs = join(folder, 'programs');
    const comment = join(folder, 'comment.txt');
    await mkdir(programs, { recursive: true });
    // GitHub's own program, of which only the call matters.
    await writeFile(
      join(programs, 'gh'),
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${comment}'\ncat plan.md >> '${comment}'\n`,
      { mode: 0o755 },
    );
    const workflow = await installExample(app, 'plan.yml', () => undefined);
    const repository = { full_name: 'octo/shop', name: 'shop', owner: { login: 'octo' } };
    expectSuccess(
      await runAct(
        act ?? '',
        cutover,
        app,
        'pull_request',
        workflow,
        { ...env, GITHUB_REPOSITORY: 'octo/shop' },
        {},
        {},
        { programs, payload: { repository, pull_request: { number: 7, head: { repo: repository } } } },
      ),
    );
    const text = await readFile(comment, 'utf8');
    expect(text.split('\n').slice(0, 5)).toEqual(['pr', 'comment', '7', '--edit-last', '--create-if-none']);
    expect(text).toContain('### Plan for my-app');
    expect(text).toMatch(/dry run/i);
  }, 400_000);

  test('deploy-and-notify.yml sends the headline', async () => {
    const received: string[] = [];
    const hook = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => received.push(chunk.toString()));
      request.on('end', () => response.end('ok'));
    });
    await new Promise<void>((resolve) => {
      hook.listen(0, '127.0.0.1', resolve);
    });
    const { port } = hook.address() as AddressInfo;
    const app = await checkout(1);
    const workflow = await installExample(app, 'deploy-and-notify.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'oci-layout', image(1));
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    const secrets = [`SLACK_WEBHOOK_URL=http://127.0.0.1:${port}/hook`];
    const run = await runAct(act ?? '', cutover, app, 'push', workflow, env, {}, {}, { secrets });
    await new Promise<void>((resolve) => {
      hook.close(() => {
        resolve();
      });
    });
    expectSuccess(run);
    const { text } = JSON.parse(received.join('')) as { text: string };
    expect(text).toMatch(/^\S+ unchanged: .*\n.*\/actions\/runs\/1$/);
  }, 400_000);

  test('promote.yml gives production the image that staging served', async () => {
    await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'my-app' });
    await secondStack('my-app-staging');
    const app = await checkout(2);
    await cp(join(repository, 'workflows-examples/config/cutover.yml'), join(app, 'cutover.yml'));
    const workflow = await installExample(app, 'promote.yml', (setWith) => {
      setWith(['jobs', 'staging'], 'oci-layout', image(2));
      for (const job of ['staging', 'production']) setWith(['jobs', job], 'poll-interval-seconds', '0.2');
    });
    const run = await runAct(act ?? '', cutover, app, 'push', workflow, env);
    expectSuccess(run);
    expect(await versionServed(2)).toBe(2);
    expect(await versionServed()).toBe(2);
  }, 400_000);

  test('deploy-monorepo.yml deploys each service from its folder', async () => {
    const app = await checkout(1);
    const stacks = { api: 'my-app', web: 'my-app-staging' };
    for (const [service, stack] of Object.entries(stacks)) {
      const home = join(app, 'services', service);
      await mkdir(home, { recursive: true });
      await cp(join(app, 'task-definition.json'), join(home, 'task-definition.json'));
      await writeFile(
        join(home, 'cutover.yml'),
        `region: ap-northeast-1\nstack: ${stack}\nmigration-command: node migrate.js\n`,
      );
    }
    const workflow = await installExample(app, 'deploy-monorepo.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'oci-layout', image(1));
      setWith(['jobs', 'deploy'], 'tag', 'v1');
      setWith(['jobs', 'deploy'], 'allow-downgrade', 'true');
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    const run = await runAct(act ?? '', cutover, app, 'push', workflow, env);
    expectSuccess(run);
    expect(run.log).toContain('services/api/cutover.yml: taken');
    expect([await versionServed(), await versionServed(2)]).toEqual([1, 1]);
  }, 400_000);

  /** An output of the first stack. */
  async function outputOf(name: string): Promise<string> {
    const { Stacks = [] } = await simulator.sim.call<{
      Stacks?: { Outputs?: { OutputKey: string; OutputValue: string }[] }[];
    }>('cloudformation', 'DescribeStacks', { StackName: 'my-app' });
    return Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? '';
  }

  test('deploy-existing-service.yml changes the image of what serves', async () => {
    const app = await checkout(2);
    const [cluster, service, repositoryName] = await Promise.all(
      ['ClusterName', 'ServiceName', 'EcrRepositoryName'].map(outputOf),
    );
    const workflow = await installExample(app, 'deploy-existing-service.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'cluster', cluster ?? '');
      setWith(['jobs', 'deploy'], 'service', service ?? '');
      setWith(['jobs', 'deploy'], 'repository', repositoryName ?? '');
      setWith(['jobs', 'deploy'], 'oci-layout', image(2));
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(await runAct(act ?? '', cutover, app, 'push', workflow, env));
    expect(await versionServed()).toBe(2);
  }, 400_000);

  test('deploy-matrix.yml deploys each service in each environment, by its section', async () => {
    const app = await checkout(2);
    for (const service of ['api', 'web']) {
      const home = join(app, 'services', service);
      await mkdir(home, { recursive: true });
      await cp(join(app, 'task-definition.json'), join(home, 'task-definition.json'));
      await writeFile(
        join(home, 'cutover.yml'),
        'region: ap-northeast-1\nenvironments:\n  tokyo: {stack: my-app}\n  osaka: {stack: my-app-staging}\n',
      );
    }
    const workflow = await installExample(app, 'deploy-matrix.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'oci-layout', image(2));
      setWith(['jobs', 'deploy'], 'tag', 'v2');
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    const run = await runAct(act ?? '', cutover, app, 'push', workflow, env);
    expectSuccess(run);
    for (const section of ['api/cutover.yml', 'web/cutover.yml'])
      for (const environment of ['tokyo', 'osaka'])
        expect(run.log).toMatch(new RegExp(`services/${section}: taken .*\\(environment ${environment}\\)`));
    expect([await versionServed(), await versionServed(2)]).toEqual([2, 2]);
  }, 240_000);

  test('deploy-rolling.yml deploys a web service and two workers that roll', async () => {
    const ecs = async <O extends object>(operation: string, input: object): Promise<O> =>
      await simulator.sim.call<O>('ecs', operation, input);
    const [cluster, service] = await Promise.all(['ClusterName', 'ServiceName'].map(outputOf));
    const { services } = await ecs<{
      services: { networkConfiguration: object; taskSets: { status: string; taskDefinition: string }[] }[];
    }>('DescribeServices', { cluster, services: [service] });
    const taskDefinition = services[0]?.taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition;
    const { taskDefinition: base } = await ecs<{ taskDefinition: Record<string, unknown> }>(
      'DescribeTaskDefinition',
      { taskDefinition },
    );
    const { containerDefinitions, cpu, executionRoleArn, memory, networkMode, requiresCompatibilities } =
      base;
    await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'shop' });
    await ecs('CreateCluster', { clusterName: 'shop' });
    const names = ['web', 'mailer', 'reports'];
    for (const name of names) {
      const family = `shop-${name}`;
      const size = { cpu, memory, networkMode, requiresCompatibilities };
      await ecs('RegisterTaskDefinition', { family, containerDefinitions, executionRoleArn, ...size });
      await ecs('CreateService', {
        cluster: 'shop',
        serviceName: name,
        taskDefinition: family,
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: services[0]?.networkConfiguration,
      });
    }
    const app = await checkout(2);
    const workflow = await installExample(app, 'deploy-rolling.yml', (setWith) => {
      setWith(['jobs', 'deploy', 'steps', 2], 'oci-layout', image(2));
      setWith(['jobs', 'deploy', 'steps', 6], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(await runAct(act ?? '', cutover, app, 'push', workflow, env));
    const { services: rolled } = await ecs<{ services: { taskDefinition: string }[] }>('DescribeServices', {
      cluster: 'shop',
      services: names,
    });
    expect(rolled.map((one) => one.taskDefinition.replace(/.*\//, ''))).toEqual([
      'shop-web:2',
      'shop-mailer:2',
      'shop-reports:2',
    ]);
  }, 400_000);

  test('deploy-with-worker.yml releases the web service, and its worker from a stack of its own', async () => {
    const text = await readFile(join(repository, 'packages/template/service.yml'), 'utf8');
    const names = ['ClusterName', 'VpcId', 'SubnetIds', 'SecurityGroupId', 'ExecutionRoleArn', 'TaskRoleArn'];
    await simulator.sim.call('cloudformation', 'CreateStack', {
      StackName: 'my-app-worker',
      TemplateBody: text,
      Capabilities: ['CAPABILITY_IAM'],
      Parameters: await Promise.all(
        names.map(async (name) => ({ ParameterKey: name, ParameterValue: await outputOf(name) })),
      ),
    });
    const outputs = async (): Promise<Record<string, string> | undefined> => {
      const { Stacks } = await simulator.sim.call<{
        Stacks: { StackStatus: string; Outputs?: { OutputKey: string; OutputValue: string }[] }[];
      }>('cloudformation', 'DescribeStacks', { StackName: 'my-app-worker' });
      const [stack] = Stacks;
      if (stack?.StackStatus === 'CREATE_IN_PROGRESS') return undefined;
      expect(stack?.StackStatus).toBe('CREATE_COMPLETE');
      return Object.fromEntries((stack?.Outputs ?? []).map((one) => [one.OutputKey, one.OutputValue]));
    };
    const { ClusterName: cluster = '', ServiceName: service = '' } = await until(
      'the stack of the worker',
      outputs,
    );
    const app = await checkout(2);
    await writeFile(
      join(app, 'worker.json'),
      JSON.stringify({
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [{ name: 'app', image: 'sample-app', essential: true }],
      }),
    );
    const workflow = await installExample(app, 'deploy-with-worker.yml', (setWith) => {
      setWith(['jobs', 'deploy', 'steps', 1], 'oci-layout', image(2));
      setWith(['jobs', 'deploy', 'steps', 1], 'poll-interval-seconds', '0.2');
      setWith(['jobs', 'deploy', 'steps', 2], 'command', '["node", "-e", "setInterval(() => {}, 1000)"]');
      setWith(['jobs', 'deploy', 'steps', 3], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(await runAct(act ?? '', cutover, app, 'push', workflow, env));
    expect(await versionServed()).toBe(2);
    const { services } = await simulator.sim.call<{
      services: { taskDefinition: string; runningCount: number }[];
    }>('ecs', 'DescribeServices', { cluster, services: [service] });
    expect(services[0]?.taskDefinition).toMatch(/my-app-worker-app:1$/);
    expect(services[0]?.runningCount).toBe(1);
  }, 240_000);

  test('from-aws-actions.yml deploys by the names that its steps had before', async () => {
    const app = await checkout(1);
    const [cluster = '', service = '', repositoryName = ''] = await Promise.all(
      ['ClusterName', 'ServiceName', 'EcrRepositoryName'].map(outputOf),
    );
    const workflow = await installExample(app, 'from-aws-actions.yml', (setWith) => {
      setWith(['jobs', 'deploy', 'steps', 2], 'repository', repositoryName);
      setWith(['jobs', 'deploy', 'steps', 2], 'oci-layout', image(1));
      for (const step of [3, 4]) {
        setWith(['jobs', 'deploy', 'steps', step], 'cluster', cluster);
        setWith(['jobs', 'deploy', 'steps', step], 'service', service);
      }
      setWith(['jobs', 'deploy', 'steps', 4], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(await runAct(act ?? '', cutover, app, 'push', workflow, env));
    expect(await versionServed()).toBe(1);
  }, 400_000);

  test('deploy-with-approval.yml releases version 2 in a job of its own', async () => {
    const { applications = [] } = await simulator.sim.call<{ applications?: string[] }>(
      'codedeploy',
      'ListApplications',
      {},
    );
    const [applicationName = ''] = applications;
    const { deploymentGroups = [] } = await simulator.sim.call<{ deploymentGroups?: string[] }>(
      'codedeploy',
      'ListDeploymentGroups',
      { applicationName },
    );
    await simulator.sim.call('codedeploy', 'UpdateDeploymentGroup', {
      applicationName,
      currentDeploymentGroupName: deploymentGroups[0],
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2880 },
        terminateBlueInstancesOnDeploymentSuccess: {
          action: 'TERMINATE',
          terminationWaitTimeInMinutes: 1,
        },
      },
    });
    const app = await checkout(2);
    const workflow = await installExample(app, 'deploy-with-approval.yml', (setWith) => {
      setWith(['jobs', 'prepare', 'steps', 1], 'oci-layout', image(2));
      setWith(['jobs', 'prepare', 'steps', 1], 'poll-interval-seconds', '0.2');
      for (const step of [0, 1]) setWith(['jobs', 'release', 'steps', step], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(
      await runAct(
        act ?? '',
        cutover,
        app,
        'push',
        workflow,
        env,
        {},
        { TEST_URL: `http://127.0.0.1:${ports[1]}` },
      ),
    );
    expect(await versionServed()).toBe(2);
    expect(await last('ContinueDeployment')).toBe(1);
  }, 400_000);

  test('deploy-with-gate.yml shifts when the test listener has answered', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'deploy-with-gate.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'oci-layout', image(1));
      setWith(['jobs', 'deploy'], 'gate-url', `http://127.0.0.1:${ports[1]}`);
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    const run = await runAct(act ?? '', cutover, app, 'push', workflow, env);
    expectSuccess(run);
    expect(await versionServed()).toBe(1);
    expect(await last('ContinueDeployment')).toBe(2);
  }, 400_000);
});
