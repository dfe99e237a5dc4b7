import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityProvider } from '@cutover/local/identity-provider';
import { writeOciLayout } from '@cutover/local/layout/oci-layout';
import { toHtml } from '@cutover/local/markdown/html';
import { act, leads, type Ended, type Listener } from './act.ts';
import { trafficBar } from './bar.ts';
import type { Options } from './command-line.ts';
import { freePorts } from './free-port.ts';
import { GithubStandIn } from './github.ts';
import { since, startLoad, type Load, type Traffic } from './load.ts';
import { takeSamples, type Sample } from './samples.ts';
import type { Screen } from './screen.ts';
import { startSimulatorProcess } from './simulator-process.ts';

/** One release of the demonstration and how it ended. */
export interface Release {
  readonly version: string;
  readonly action: string;
  /** The action's output `outcome`, such as `rolled-back`; when the exit code contradicts it, `exit 0 after rolled-back`. */
  readonly outcome: string;
  readonly expected: string;
  /** Seconds since the load began. */
  readonly startedAt: number;
  readonly seconds: number;
  readonly revision: string;
  readonly deployment: string;
  /** The error annotation's lines, if there was one. */
  readonly trouble: readonly string[];
}

export interface Report {
  readonly releases: readonly Release[];
  readonly traffic: Traffic;
  readonly samples: readonly Sample[];
  readonly seconds: number;
}

const TIME_SCALE = 60;
const STACK = 'sample';
const POLL_SECONDS = '0.2';
const CHAPTERS = 5;

interface Setting {
  readonly repository: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Inputs by which a job assumes the deploy role; empty until the stack is there. */
  readonly role: Record<string, string>;
  readonly database: string;
  readonly options: Options;
  readonly screen: Screen;
  load: Load | undefined;
  began: number;
  chapter: number;
}

/**
 * Runs the whole demonstration against a simulator of its own and leaves nothing behind.
 * @param keep called after the last chapter; the simulator and the load stop when its promise resolves
 */
export async function tell(
  repository: string,
  screen: Screen,
  options: Options,
  keep: (
    addresses: { readonly simulator: string; readonly application: string },
    report: Report,
  ) => Promise<void>,
): Promise<Report> {
  const began = Date.now();
  screen.line(screen.paint('bold', 'Cutover: three releases and a rollback while users send requests'));
  screen.tell(
    `This takes about a minute, on this machine alone: a simulated AWS account, ${TIME_SCALE} times as fast as AWS. No account, no cost, nothing to install.`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'cutover-demo-'));
  const simulator = await startSimulatorProcess(repository, TIME_SCALE);
  const provider = await IdentityProvider.open();
  const github = await GithubStandIn.open();
  try {
    const [port = 0, testPort = 0] = await freePorts(2);
    const setting: Setting = {
      repository,
      folder,
      screen,
      options,
      role: {},
      load: undefined,
      began,
      chapter: 0,
      database: `file:${join(folder, 'shop.db')}`,
      env: {
        ...provider.env,
        GITHUB_API_URL: github.url,
        AWS_ENDPOINT_URL: simulator.url,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'simulator',
        AWS_SECRET_ACCESS_KEY: 'simulator',
      },
    };
    const stack = await createStack(setting, port, testPort);
    const url = `http://127.0.0.1:${port}/`;
    screen.tell(`From now on four users send requests to ${url}`);
    const load = startLoad(url, 4, 10);
    const sampling = takeSamples(load, simulator.url, {
      blue: stack['BlueTargetGroupArn'] ?? '',
      green: stack['GreenTargetGroupArn'] ?? '',
    });
    Object.assign(setting, { load, began: Date.now() });
    const releases: Release[] = [];
    let samples: readonly Sample[] = [];
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
        // Later chapters start from the state that this one leaves.
        if (one.outcome !== one.expected) break;
      }
    } finally {
      samples = await sampling.stop();
      if (!options.keep) await load.stop();
    }
    const report = { releases, traffic: load.traffic(), samples, seconds: (Date.now() - began) / 1000 };
    await keep({ simulator: simulator.url, application: url }, report);
    await load.stop();
    return report;
  } finally {
    await Promise.all([simulator.stop(), provider.close(), github.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function createStack(
  setting: Setting,
  port: number,
  testPort: number,
): Promise<Readonly<Record<string, string>>> {
  const { screen } = setting;
  open(setting, 'Create the infrastructure from the bundled template');
  const { result } = await job(setting, 'infrastructure', 'deploy-stack', {
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
      'GitHubOrg=octo',
      'GitHubRepo=shop',
      'CreateOidcProvider=true',
    ].join('\n'),
    'poll-interval-seconds': POLL_SECONDS,
  });
  if (result.exitCode !== 0) throw new Error(`the stack could not be created: ${result.errors.join('\n')}`);
  const outputs = JSON.parse(result.outputs['outputs'] ?? '{}') as Record<string, string>;
  const role = outputs['DeployRoleArn'];
  if (role !== undefined) setting.role['role-to-assume'] = role;
  screen.tell(
    screen.paint('green', '✔ network, load balancer, ECS service, CodeDeploy group, repository, roles'),
  );
  return outputs;
}

const TITLES: Readonly<Record<string, string>> = {
  '1': 'Release version 1: build, register, migrate, shift, verify',
  '2': 'Release version 2: it migrates the database, and gets 10 % of the traffic for five minutes of AWS before the rest',
  '3': 'Release version 3, which is broken on purpose: it starts, and then fails its health check. What follows is how that failure ends',
};

async function release(
  setting: Setting,
  version: string,
  expected: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Release> {
  const { screen } = setting;
  open(setting, TITLES[version] ?? `Release version ${version}`);
  const app = await checkout(setting, version);
  const source: Record<string, string> = setting.options.docker
    ? { context: app }
    : { 'oci-layout': await layout(setting, app, version) };
  const watch = follow(setting, version);
  const began = Date.now();
  const ended = await job(
    setting,
    `version-${version}`,
    'pipeline',
    {
      stack: STACK,
      tag: `v${version}`,
      ...source,
      'task-definition': join(app, 'task-definition.json'),
      'environment-variables': `DATABASE_URL=${setting.database}`,
      'migration-command': 'node migrate.js',
      'github-token': 'demonstration',
      'poll-interval-seconds': POLL_SECONDS,
      ...inputs,
    },
    { commit: commitOf(version), title: TITLES[version] ?? '', listener: watch.listener },
  );
  watch.end();
  const one = summary(setting, version, 'release', expected, ended, began);
  if (one.outcome === 'succeeded')
    screen.tell(
      `${screen.paint('green', `✔ Version ${version} serves`)} (${one.revision}). ${soFar(setting)}`,
    );
  else tellFailure(setting, ended, one);
  return one;
}

/** Prints how a release failed, and whether that was expected. */
function tellFailure(setting: Setting, { cause, headline }: Ended, one: Release): void {
  const { screen } = setting;
  const isExpected = one.outcome === one.expected;
  const verdict = isExpected
    ? 'Refused: its tasks failed, the deployment was stopped and rolled back'
    : (/^.*?[.!](?= |$)/.exec(headline)?.[0] ?? headline);
  screen.tell(screen.paint(isExpected ? 'yellow' : 'red', `✖ ${verdict}`), '  ');
  const said = cause?.evidence
    .flatMap((text) => text.split('\n'))
    .find((text) => /not |error|fail/i.test(text));
  if (said !== undefined) screen.tell(`  Its log says: ${said.trim()}`, '  ');
  if (isExpected)
    screen.tell(`${screen.paint('green', '✔ Version 2 served all the time.')} ${soFar(setting)}`);
}

async function rollback(setting: Setting): Promise<Release> {
  const { screen } = setting;
  open(setting, 'Roll back by hand, to the commit of version 1');
  const watch = follow(setting, '1');
  const began = Date.now();
  const ended = await job(
    setting,
    'rollback',
    'rollback',
    { stack: STACK, to: commitOf('1'), 'poll-interval-seconds': POLL_SECONDS },
    { listener: watch.listener },
  );
  watch.end();
  const one = summary(setting, '1', 'rollback', 'succeeded', ended, began);
  if (one.outcome === 'succeeded')
    screen.tell(`${screen.paint('green', '✔ Version 1 serves again')} (${one.revision}). ${soFar(setting)}`);
  else tellFailure(setting, ended, one);
  return one;
}

/** Opens the next chapter: prints its number, as in `2 of 5`, and its title. */
function open(setting: Setting, title: string): void {
  setting.chapter += 1;
  setting.screen.chapter(`${setting.chapter} of ${CHAPTERS}`, title);
}

function soFar({ load }: Setting): string {
  const { failed, requests } = load?.traffic() ?? { failed: 0, requests: 0 };
  return `${requests} requests so far, ${failed} failed.`;
}

const STAGES: Readonly<Record<string, string>> = {
  preflight: 'check the account',
  'build-push-ecr': 'push the image',
  'register-taskdef': 'register the task definition',
  'run-migration-task': 'migrate the database',
  'blue-green-codedeploy': 'start the new tasks',
  'verify-target-health': 'prove the targets healthy',
};

/** Shows where a release is: a live line on a terminal, and a line for each part of the shift that users noticed. */
function follow({ load, screen }: Setting, version: string): { readonly listener: Listener; end(): void } {
  const stages = Object.keys(STAGES);
  let now = '';
  let percent: number | undefined;
  let phase = load?.traffic();
  let window = phase;
  const tellPhase = (): void => {
    const traffic = load?.traffic();
    if (percent === undefined || traffic === undefined || phase === undefined) return;
    const { byVersion } = since(phase, traffic);
    const goal = `${percent} %`.padStart(5);
    screen.tell(`shift ${goal}  ${trafficBar(byVersion, screen.paint)}`);
    phase = traffic;
  };
  const timer = setInterval(() => {
    const traffic = load?.traffic();
    if (traffic === undefined || window === undefined) return;
    screen.live(
      `${now.padEnd(38)}${trafficBar(since(window, traffic).byVersion, screen.paint)}`.slice(0, 200),
    );
    window = traffic;
  }, 400);
  return {
    listener: {
      stage: (name) => {
        const at = stages.indexOf(name);
        if (at >= 0) now = `${at + 1} of ${stages.length} ${STAGES[name] ?? name}`;
      },
      shift: (to) => {
        // At 0 % the version was rolled back; that is no phase to report.
        if (percent !== undefined) tellPhase();
        phase = load?.traffic();
        percent = to === 0 ? undefined : to;
        now = `version ${version} gets ${to} %`;
      },
      container: (text) => {
        if (text.startsWith('applied ')) screen.tell(`migration: ${text}`);
      },
    },
    end: () => {
      clearInterval(timer);
      tellPhase();
    },
  };
}

function summary(
  { began: origin }: Setting,
  version: string,
  action: string,
  expected: string,
  { result }: Ended,
  began: number,
): Release {
  const claimed = result.outputs['outcome'] ?? 'no outcome';
  // Exit code 0 must mean `succeeded` or `unchanged`.
  const consistent = (result.exitCode === 0) === ['succeeded', 'unchanged'].includes(claimed);
  return {
    version,
    action,
    expected,
    outcome: consistent ? claimed : `exit ${result.exitCode ?? 'by a signal'} after ${claimed}`,
    startedAt: Math.round((began - origin) / 100) / 10,
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

async function job(
  setting: Setting,
  page: string,
  name: string,
  inputs: Readonly<Record<string, string>>,
  {
    commit = commitOf('0'),
    listener = {},
    title = '',
  }: { readonly commit?: string; readonly title?: string; readonly listener?: Listener } = {},
): Promise<Ended> {
  const { chapter, env, folder, options, repository, role, screen } = setting;
  const ended = await act(
    {
      repository,
      // The inputs name files in this folder.
      workspace: folder,
      name,
      inputs: { ...role, ...inputs },
      event: { head_commit: { id: commit, message: title } },
      env: { ...env, GITHUB_SHA: commit, GITHUB_RUN_ID: `${Date.now()}`, ...dockerEnv(options) },
      verbose: options.verbose,
    },
    screen,
    listener,
  );
  if (options.summaries !== undefined) {
    await mkdir(options.summaries, { recursive: true });
    const file = join(options.summaries, `${chapter}-${page}.html`);
    await writeFile(file, toHtml(ended.result.summary, { title: `${name}: ${page}`, leads }));
  }
  return ended;
}

function dockerEnv({ docker }: Options): Record<string, string> {
  if (!docker) return {};
  return Object.fromEntries(
    ['DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG', 'HOME'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
