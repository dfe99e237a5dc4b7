import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePorts } from '@cutover/demo/free-port';
import { writeOciLayout } from '@cutover/demo/oci-layout';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { IdentityProvider } from '../bundles/identity-provider.ts';
import { installExample, publishedFiles, runAct, sampleApp, type ActRun } from './act.ts';
import { findTool } from '../tools.ts';

const act = findTool('act');

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
    cutover = await publishedFiles(join(folder, 'cutover'));
    simulator = await startSimulator({ timeScale: 100, region: 'ap-northeast-1' });
    ports = await freePorts(2);
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

  async function versionServed(): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${ports[0]}/`);
    return ((await response.json()) as { version: unknown }).version;
  }

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
      setWith(
        ['jobs', 'stack'],
        'parameter-overrides',
        [
          `ListenerPort=${ports[0]}`,
          `TestListenerPort=${ports[1]}`,
          'HealthCheckPath=/health',
          'HealthCheckIntervalSeconds=5',
          'HealthCheckTimeoutSeconds=2',
          'HealthyThreshold=2',
          'BlueTerminationWaitMinutes=1',
        ].join('\n'),
      );
    });
    expectSuccess(
      await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env, { 'dry-run': 'false' }),
    );
    const response = await fetch(`http://127.0.0.1:${ports[0]}/`);
    expect(response.status).toBe(200);
  }, 120_000);

  test('deploy-on-push.yml releases version 1', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'deploy-on-push.yml', (setWith) => {
      setWith(['jobs', 'deploy'], 'oci-layout', image(1));
      setWith(['jobs', 'deploy'], 'poll-interval-seconds', '0.2');
    });
    expectSuccess(await runAct(act ?? '', cutover, app, 'push', workflow, env));
    expect(await versionServed()).toBe(1);
  }, 120_000);

  test('preflight.yml finds everything in place', async () => {
    const app = await checkout(1);
    const workflow = await installExample(app, 'preflight.yml', () => undefined);
    const run = await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env);
    expectSuccess(run);
    expect(run.log).toContain('Everything that was checked is right');
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
  }, 120_000);

  test('rollback.yml goes back to version 1', async () => {
    const before = await last('CreateDeployment');
    const app = await checkout(1);
    const workflow = await installExample(app, 'rollback.yml', () => undefined);
    expectSuccess(await runAct(act ?? '', cutover, app, 'workflow_dispatch', workflow, env));
    expect(await versionServed()).toBe(1);
    expect(await last('CreateDeployment')).toBe(before + 1);
  }, 120_000);

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
  }, 120_000);

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
  }, 120_000);
});
