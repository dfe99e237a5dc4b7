import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction, type ActionResult } from '@cutover/runner/run-action';
import { freePorts } from './free-port.ts';
import { startLoad, type Traffic } from './load.ts';
import { writeOciLayout } from './oci-layout.ts';
import { startSimulatorProcess } from './simulator-process.ts';
import type { Terminal } from './terminal.ts';

/** One release of the demonstration and how it ended. */
export interface Release {
  readonly version: string;
  readonly action: string;
  /** The action's output of this name, such as `succeeded` or `rolled-back`, or how its exit code contradicts it. */
  readonly outcome: string;
  readonly expected: string;
  readonly seconds: number;
  readonly revision: string;
  readonly deployment: string;
  /** The error annotation's lines, if there was one. */
  readonly trouble: readonly string[];
}

export interface Report {
  readonly releases: readonly Release[];
  readonly traffic: Traffic;
  readonly seconds: number;
}

const TIME_SCALE = 60;
const STACK = 'sample';
const POLL_SECONDS = '0.2';

interface Setting {
  readonly repository: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly database: string;
  readonly docker: boolean;
  readonly terminal: Terminal;
}

/** Runs the whole demonstration against a simulator of its own and leaves nothing behind. */
export async function tell(repository: string, terminal: Terminal, docker: boolean): Promise<Report> {
  const began = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'cutover-demo-'));
  terminal.heading(`Starting an AWS account on this machine (simulated, ${TIME_SCALE} times as fast)`);
  const simulator = await startSimulatorProcess(repository, TIME_SCALE);
  terminal.line(simulator.url);
  try {
    const [port = 0, testPort = 0] = await freePorts(2);
    const setting: Setting = {
      repository,
      folder,
      terminal,
      docker,
      database: `file:${join(folder, 'shop.db')}`,
      env: {
        AWS_ENDPOINT_URL: simulator.url,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'simulator',
        AWS_SECRET_ACCESS_KEY: 'simulator',
      },
    };
    await createStack(setting, port, testPort);
    const url = `http://127.0.0.1:${port}/`;
    terminal.line(`Users send requests to ${url} from now on.`);
    const load = startLoad(url, 4, 10);
    const releases: Release[] = [];
    try {
      const canary = { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent5Minutes' };
      const chapters = [
        async () => await release(setting, '1', 'succeeded', {}),
        async () => await release(setting, '2', 'succeeded', canary),
        async () => await release(setting, '3', 'rolled-back', {}),
        async () => await rollback(setting),
      ];
      for (const chapter of chapters) {
        const one = await chapter();
        releases.push(one);
        const { requests, failed } = load.traffic();
        terminal.line(`${requests} requests so far, ${failed} failed.`);
        // What follows builds on it.
        if (one.outcome !== one.expected) break;
      }
    } finally {
      await load.stop();
    }
    return { releases, traffic: load.traffic(), seconds: (Date.now() - began) / 1000 };
  } finally {
    await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function createStack(setting: Setting, port: number, testPort: number): Promise<void> {
  setting.terminal.heading('Creating the infrastructure from the bundled template');
  const result = await act(setting, 'deploy-stack', {
    name: STACK,
    'parameter-overrides': [
      `ListenerPort=${port}`,
      `TestListenerPort=${testPort}`,
      'HealthCheckPath=/health',
      'HealthCheckIntervalSeconds=5',
      'HealthCheckTimeoutSeconds=2',
      'HealthyThreshold=2',
      'UnhealthyThreshold=2',
      'DeregistrationDelaySeconds=30',
      'BlueTerminationWaitMinutes=1',
    ].join('\n'),
    'poll-interval-seconds': POLL_SECONDS,
  });
  if (result.exitCode !== 0) throw new Error(`the stack could not be created: ${result.errors.join('\n')}`);
}

async function release(
  setting: Setting,
  version: string,
  expected: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Release> {
  const titles: Readonly<Record<string, string>> = {
    '1': 'Releasing version 1',
    '2': 'Releasing version 2: it needs a migration; 10 % of the traffic first, the rest after five minutes',
    '3': 'Releasing version 3: it starts, and then fails its health check',
  };
  setting.terminal.heading(titles[version] ?? `Releasing version ${version}`);
  const app = await checkout(setting, version);
  const source: Record<string, string> = setting.docker
    ? { context: app }
    : { 'oci-layout': await layout(setting, app, version) };
  const began = Date.now();
  const result = await act(
    setting,
    'pipeline',
    {
      stack: STACK,
      tag: `v${version}`,
      ...source,
      'task-definition': join(app, 'task-definition.json'),
      'environment-variables': `DATABASE_URL=${setting.database}`,
      'migration-command': 'node migrate.js',
      'poll-interval-seconds': POLL_SECONDS,
      ...inputs,
    },
    commitOf(version),
  );
  return summary(version, 'release', expected, result, began);
}

async function rollback(setting: Setting): Promise<Release> {
  setting.terminal.heading('Rolling back to the commit of version 1 by hand');
  const began = Date.now();
  const result = await act(setting, 'rollback', {
    stack: STACK,
    to: commitOf('1'),
    'poll-interval-seconds': POLL_SECONDS,
  });
  return summary('1', 'rollback', 'succeeded', result, began);
}

function summary(
  version: string,
  action: string,
  expected: string,
  result: ActionResult,
  began: number,
): Release {
  const claimed = result.outputs['outcome'] ?? 'no outcome';
  // Green and red must mean what the output says.
  const consistent = (result.exitCode === 0) === ['succeeded', 'unchanged'].includes(claimed);
  return {
    version,
    action,
    expected,
    outcome: consistent ? claimed : `exit ${result.exitCode ?? 'by a signal'} after ${claimed}`,
    seconds: Math.round((Date.now() - began) / 100) / 10,
    revision: (result.outputs['task-definition-arn'] ?? '').split('/').at(-1) ?? '',
    deployment: result.outputs['deployment-id'] ?? '',
    trouble: result.errors[0]?.split('\n') ?? [],
  };
}

/** The application's files at a version, as a checkout of its repository would have them. */
async function checkout(setting: Setting, version: string): Promise<string> {
  const sample = join(setting.repository, 'workflows-examples', 'sample-app');
  const app = join(setting.folder, `app-${version}`);
  await mkdir(app, { recursive: true });
  await cp(sample, app, { recursive: true, filter: (path) => !/[\\/](releases|node_modules)$/.test(path) });
  // Each release is the one before plus its own changes.
  for (let number = 2; number <= Number(version); number++) {
    await cp(join(sample, 'releases', `${number}`), app, { recursive: true, force: true });
  }
  await cp(join(setting.repository, 'dist', 'sample-app', 'node_modules'), join(app, 'node_modules'), {
    recursive: true,
  });
  return app;
}

async function layout(setting: Setting, app: string, version: string): Promise<string> {
  const directory = join(setting.folder, `image-${version}`);
  await writeOciLayout(directory, {
    files: app,
    command: ['node', 'server.js'],
    port: 8080,
    labels: {
      'org.opencontainers.image.version': version,
      'org.opencontainers.image.revision': commitOf(version),
    },
  });
  return directory;
}

function commitOf(version: string): string {
  return version.repeat(40).slice(0, 40);
}

async function act(
  setting: Setting,
  name: string,
  inputs: Readonly<Record<string, string>>,
  commit = commitOf('0'),
): Promise<ActionResult> {
  const result = await runAction(name, {
    repository: setting.repository,
    inputs,
    env: { ...setting.env, GITHUB_SHA: commit, GITHUB_RUN_ID: `${Date.now()}`, ...dockerEnv(setting) },
    onLine: (line) => {
      if (!/ [A-Z]+_IN_PROGRESS AWS::/.test(line)) setting.terminal.action(line);
    },
  });
  // The runner calls post: at the end of the job, whatever the outcome.
  await result.post();
  await result.dispose();
  return result;
}

function dockerEnv({ docker }: Setting): Record<string, string> {
  if (!docker) return {};
  return Object.fromEntries(
    ['DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG', 'HOME'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
