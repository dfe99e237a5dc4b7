import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { writeOciLayout } from '@cutover/local/layout/oci-layout';
import type { ActionResult } from '@cutover/runner/run-action';
import type { ImageSource } from '@cutover/simulator/kernel/images';
import { run, start } from './action.ts';
import { FakeGithub } from './fake-github.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(400_000);

const WITH = {
  cluster: 'shop',
  service: 'web',
  image: 'test/web',
  'container-name': 'app',
  'poll-interval-seconds': '0.1',
  consecutive: '1',
};

const PROGRAM = `
  const [what, ...rest] = process.argv.slice(2);
  if (what === 'say') console.log(rest.join(' '));
  else if (what === 'exit') process.exit(Number(rest[0]));
  else require('node:http').createServer((request, response) => {
    response.setHeader('x-revision', process.env.REVISION ?? 'old');
    response.end('revision ' + (process.env.REVISION ?? 'old'));
  }).listen(Number(process.env.PORT));
  process.on('SIGTERM', () => process.exit(0));`;

const images: ImageSource = {
  owns: () => true,
  pull: async (_reference, _architecture, directory) => {
    await mkdir(join(directory, 'app'), { recursive: true });
    await writeFile(join(directory, 'app', 'main.cjs'), PROGRAM);
    return {
      digest: `sha256:${'cd'.repeat(32)}`,
      config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: [] },
    };
  },
};

/** A group that waits before the shift, longer than any test takes. */
const WAITING: NonNullable<LiveOptions['ready']> = {
  deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2880 },
  terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 60 },
};

const TARGET = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/web',
  ScalableDimension: 'ecs:service:DesiredCount',
};

let live: LiveService | undefined;
let github: FakeGithub | undefined;
let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'cutover-workspace-'));
});

afterEach(async () => {
  await live?.close();
  await github?.close();
  live = undefined;
  github = undefined;
  await rm(workspace, { recursive: true, force: true });
});

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  live.running.sim.images = images;
  return live;
}

async function deploy(
  account: LiveService,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  return await run('pipeline', {
    inputs: { ...WITH, ...inputs },
    env: { ...account.env, ...env },
    workspace,
  });
}

async function layout(): Promise<void> {
  const files = join(workspace, 'app');
  await mkdir(files);
  await writeFile(join(files, 'main.cjs'), PROGRAM);
  await writeOciLayout(join(workspace, 'image'), { files, command: ['serve'], port: 8080, labels: {} });
}

/** Rules of the production listener that answer 503. */
async function pages(account: LiveService): Promise<number> {
  const { Rules = [] } = await account.call<{ Rules?: { Actions?: { Type?: string }[] }[] }>(
    'elasticloadbalancing',
    'DescribeRules',
    { ListenerArn: account.production },
  );
  return Rules.filter(({ Actions }) => Actions?.[0]?.Type === 'fixed-response').length;
}

/** Where a listener really answers: the simulator takes another port when its own is in use. */
function address(account: LiveService, listener: string): string {
  const seen = account.running.sim.service('elasticloadbalancing').snapshot?.() as {
    loadBalancers: { listeners: { arn: string; address: string }[] }[];
  };
  return (
    seen.loadBalancers.flatMap(({ listeners }) => listeners).find(({ arn }) => arn === listener)?.address ??
    ''
  );
}

test('snapshot, maintenance page, gate, suspended scaling, probes and protected image come in their order', async () => {
  const account = await open({ ready: WAITING });
  await account.call('ecr', 'CreateRepository', { repositoryName: 'shop/web' });
  await account.call('application-autoscaling', 'RegisterScalableTarget', {
    ...TARGET,
    MinCapacity: 1,
    MaxCapacity: 4,
  });
  void account.running.sim.service('rds').controls?.['POST /_simulator/databases']?.({ id: 'shop' });
  await account.call('cloudwatch', 'PutMetricAlarm', {
    AlarmName: 'web-errors',
    Namespace: 'shop',
    MetricName: 'errors',
    Period: 60,
    Statistic: 'Sum',
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  });
  await account.call('cloudwatch', 'SetAlarmState', {
    AlarmName: 'web-errors',
    StateValue: 'OK',
    StateReason: 'quiet',
  });
  await layout();
  await writeFile(join(workspace, 'page.html'), '<!doctype html><title>Back soon</title>');
  const before = account.changes().length;
  const result = await deploy(account, {
    image: '',
    repository: 'shop/web',
    'oci-layout': 'image',
    tag: 'v1',
    'environment-variables': 'REVISION=two',
    'migration-command': 'say "two tables made"',
    snapshot: 'shop',
    'snapshot-keep': '3',
    'snapshot-timeout-minutes': '60',
    maintenance: 'true',
    'maintenance-page': 'page.html',
    'retry-after-seconds': '30',
    'suspend-auto-scaling': 'true',
    'keep-revisions': '5',
    alarms: 'web-errors',
    'auto-rollback-events': 'DEPLOYMENT_FAILURE',
    gate: 'http',
    'gate-url': address(account, account.testListener),
    'gate-path': '/health',
    'gate-expect-status': '200',
    'gate-timeout-minutes': '60',
    'on-active-deployment': 'finish',
    'wait-for-active-minutes': '60',
    url: address(account, account.production),
    path: '/',
    'host-header': 'shop.example.com',
    'expect-status': '200-299',
    'expect-body': 'revision two',
    'expect-header': 'x-revision: two',
    'max-latency-ms': '30000',
    'probe-count': '3',
    'probe-concurrency': '2',
  });
  expect(result.errors).toEqual([]);
  expect(result.outputs).toMatchObject({ outcome: 'succeeded', 'migration-exit-code': '0' });
  expect(result.outputs['snapshot-id']).toMatch(/^cutover-/);
  const wanted = [
    'ecs:RegisterTaskDefinition',
    'elasticloadbalancing:CreateRule',
    'rds:CreateDBSnapshot',
    'application-autoscaling:RegisterScalableTarget',
    'codedeploy:CreateDeployment',
    'codedeploy:ContinueDeployment',
    'elasticloadbalancing:DeleteRule',
    'application-autoscaling:RegisterScalableTarget',
    'ecr:PutImage',
  ];
  const made = account.changes().slice(before);
  expect(made.filter((change, at) => wanted.includes(change) && made.indexOf(change) <= at)).toEqual(wanted);
  expect(await pages(account)).toBe(0);
  const { imageDetails = [] } = await account.call<{ imageDetails?: { imageTags?: string[] }[] }>(
    'ecr',
    'DescribeImages',
    { repositoryName: 'shop/web' },
  );
  expect(imageDetails.map(({ imageTags }) => imageTags?.toSorted())).toEqual([['live-web', 'v1']]);
  expect((await result.post())?.stdout ?? '').toBe('');
});

test('the page goes when the deployment fails, and its post entry takes it away when the job is killed', async () => {
  const account = await open();
  const inputs = {
    image: 'test/web',
    'environment-variables': 'REVISION=two',
    'migration-command': 'say done',
    maintenance: 'true',
    'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent15Minutes',
  };
  const running = await start('pipeline', {
    inputs: { ...WITH, ...inputs },
    env: account.env,
    workspace,
  });
  await account.until(async () => (account.calls('CreateDeployment').length > 0 ? true : undefined));
  expect(await pages(account)).toBe(1);
  running.process.kill('SIGKILL');
  const killed = await running.done;
  const post = await killed.post();
  expect(post?.exitCode).toBe(0);
  expect(post?.stdout).toContain('The maintenance page was taken away: users reach the service.');
  expect(await pages(account)).toBe(0);
  expect(account.calls('StopDeployment')).toHaveLength(1);
});

test('what preflight finds ends the pipeline before it changes anything, or is a warning, or is not looked for', async () => {
  const account = await open();
  await account.call('cloudwatch', 'PutMetricAlarm', {
    AlarmName: 'web-errors',
    Namespace: 'shop',
    MetricName: 'errors',
    Period: 60,
    Statistic: 'Sum',
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  });
  await account.call('cloudwatch', 'SetAlarmState', {
    AlarmName: 'web-errors',
    StateValue: 'ALARM',
    StateReason: 'many',
  });
  const before = account.changes();
  const inputs = { alarms: 'web-errors', 'dry-run': 'true' };
  const refused = await deploy(account, inputs);
  expect(refused.exitCode).toBe(1);
  expect(refused.errors[0]).toContain('web-errors');
  // That nothing has changed is told once.
  expect(refused.errors[0]?.match(/Nothing was (deployed|changed)/g)).toHaveLength(1);
  expect(refused.errors[0]).toContain('Nothing was deployed: the old version serves.');
  const warned = await deploy(account, { ...inputs, preflight: 'warn' });
  expect(warned.errors).toEqual([]);
  expect(warned.stdout).toMatch(/::warning.*web-errors/);
  const silent = await deploy(account, { ...inputs, preflight: 'off' });
  expect(silent.errors).toEqual([]);
  // What the deployment itself would refuse is looked at all the same, but it is no stage.
  expect(silent.summary).not.toMatch(/^- .* \*\*preflight\*\*/m);
  expect(account.changes()).toEqual(before);
});

describe('ends before the first stage', () => {
  test('for a commit that is older than the one that serves: its migration is not run', async () => {
    const account = await open();
    github = await FakeGithub.open();
    github.relation = 'behind';
    const { taskDefinition = '' } = await account.service();
    await account.call('ecs', 'TagResource', {
      resourceArn: taskDefinition,
      tags: [
        { key: 'cutover:commit', value: 'f'.repeat(40) },
        { key: 'cutover:run', value: 'https://github.com/octo/shop/actions/runs/12' },
      ],
    });
    const before = account.changes();
    const inputs = { 'migration-command': 'say done', 'github-token': 'let-me-read', 'job-key': '0-1' };
    const refused = await deploy(account, inputs, github.env);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toContain('is older than fffffff of web:1, which serves');
    expect(account.calls('RunTask')).toEqual([]);
    expect(account.changes()).toEqual(before);
    const wanted = await deploy(account, { ...inputs, 'allow-downgrade': 'true' }, github.env);
    expect(wanted.errors).toEqual([]);
    expect(account.calls('RunTask')).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a gate without its command',
      { gate: 'command' },
      'gate: command needs a command, and gate-command was not given',
    ],
    ['a gate’s command without the gate', { 'gate-command': 'true' }, 'gate-command was given, and gate is'],
    [
      'a snapshot of nothing to come',
      { snapshot: 'shop' },
      'Input snapshot was given, and there is no migration.',
    ],
    [
      'a page that is too long',
      { 'migration-command': 'x', maintenance: 'true', 'maintenance-page': 'long.html' },
      '1024',
    ],
    [
      'alarms that are ignored',
      { alarms: 'web-errors', 'ignore-alarms': 'true' },
      'ignore-alarms: true and alarms contradict each other',
    ],
    ['a cache of no kind', { cache: 'somewhere' }, 'Input cache: "somewhere"'],
    ['a severity of no kind', { 'fail-on-severity': 'grim' }, 'Input fail-on-severity: "grim"'],
    ['a scan without end', { 'scan-timeout-minutes': '600' }, 'Input scan-timeout-minutes: "600"'],
    ['a file of variables elsewhere', { 'env-files': 'https://example.com/env' }, 'Input env-files'],
    [
      'a build and a ready image',
      { 'secret-envs': 'token=TOKEN', 'secret-files': 'key=key', 'build-contexts': 'base=base' },
      'Inputs image and secret-envs were both given.',
    ],
    ['a flag that is none', { protect: 'perhaps' }, 'Input protect: "perhaps"'],
  ])('for %s', async (_, inputs, message) => {
    await writeFile(join(workspace, 'long.html'), 'x'.repeat(1025));
    const result = await run('pipeline', {
      inputs: { ...WITH, ...inputs },
      env: { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' },
      workspace,
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain(message);
  });
});
