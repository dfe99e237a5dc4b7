import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { FakeGithub } from './fake-github.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;
let github: FakeGithub | undefined;

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  return live;
}

afterEach(async () => {
  await live?.close();
  await github?.close();
  live = undefined;
  github = undefined;
});

const WITH = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.1' };
const OURS = '0123456789abcdef0123456789abcdef01234567';
const THEIRS = 'f'.repeat(40);

const deploy = async (
  account: LiveService,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
) =>
  await run('blue-green-codedeploy', {
    inputs: { ...WITH, ...inputs },
    env: { ...account.env, ...env },
  });

describe('another deployment of the group is active', () => {
  test('stop: it is stopped and taken back to its end, and then ours begins', async () => {
    const account = await open({
      config: 'CodeDeployDefault.ECSCanary10Percent15Minutes',
      terminationMinutes: 2880,
    });
    await account.register('web');
    await account.register('web');
    const first = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', 'on-cancel': 'leave' },
      env: { ...account.env, GITHUB_SHA: THEIRS },
    });
    const theirs = await account.active();
    const second = await deploy(account, {
      'task-definition-arn': 'web:3',
      'on-active-deployment': 'stop',
      'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
    });
    await first.done;
    expect(second.errors).toEqual([]);
    expect(account.changes()).toEqual([
      'codedeploy:CreateDeployment',
      'codedeploy:StopDeployment',
      'codedeploy:CreateDeployment',
    ]);
    expect(account.calls('StopDeployment')).toMatchObject([
      { deploymentId: theirs, autoRollbackEnabled: true },
    ]);
    const [stopped, back, ours] = await account.deployments();
    expect([stopped?.status, back?.creator, back?.status]).toEqual([
      'Stopped',
      'codeDeployRollback',
      'Succeeded',
    ]);
    expect(ours?.createTime?.valueOf()).toBeGreaterThanOrEqual(back?.completeTime?.valueOf() ?? Infinity);
    expect(await account.serving()).toBe('web:3');
  });

  test('stop: the deployment of a newer commit is not stopped', async () => {
    const account = await open({
      config: 'CodeDeployDefault.ECSCanary10Percent15Minutes',
      timeScale: 50,
    });
    await account.register('web');
    await account.register('web');
    github = await FakeGithub.open();
    github.relation = 'behind';
    const first = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', 'on-cancel': 'leave' },
      env: { ...account.env, GITHUB_SHA: THEIRS },
    });
    const theirs = await account.active();
    const second = await deploy(
      account,
      {
        'task-definition-arn': 'web:3',
        'on-active-deployment': 'stop',
        'github-token': 'let-me-read',
      },
      github.env,
    );
    first.process.kill('SIGINT');
    await first.done;
    expect(second.exitCode).toBe(1);
    expect(second.errors[0]).toContain(
      `Commit 0123456 is older than fffffff of deployment ${theirs}, which is under way`,
    );
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment']);
  });

  test('finish: its wait for the end of its old tasks is ended early, and then ours begins', async () => {
    const account = await open({ terminationMinutes: 2880 });
    await account.register('web');
    await account.register('web');
    const first = await deploy(account, { 'task-definition-arn': 'web:2' }, { GITHUB_SHA: THEIRS });
    expect(first.errors).toEqual([]);
    const second = await deploy(account, {
      'task-definition-arn': 'web:3',
      'on-active-deployment': 'finish',
    });
    expect(second.errors).toEqual([]);
    expect(account.changes()).toEqual([
      'codedeploy:CreateDeployment',
      'codedeploy:ContinueDeployment',
      'codedeploy:CreateDeployment',
    ]);
    expect(account.calls('ContinueDeployment')).toMatchObject([
      { deploymentId: first.outputs['deployment-id'], deploymentWaitType: 'TERMINATION_WAIT' },
    ]);
    expect(await account.serving()).toBe('web:3');
  });

  test('wait: it is left alone, for so long and no longer', async () => {
    const account = await open({ terminationMinutes: 2880 });
    await account.register('web');
    await account.register('web');
    await deploy(account, { 'task-definition-arn': 'web:2' }, { GITHUB_SHA: THEIRS });
    const second = await deploy(account, {
      'task-definition-arn': 'web:3',
      'wait-for-active-minutes': '0.01',
    });
    expect(second.exitCode).toBe(1);
    expect(second.errors[0]).toContain(
      'is still active in group DgpECS-shop-web after wait-for-active-minutes 0.01',
    );
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment']);
  });
});

describe('a commit that is older than the one that serves', () => {
  async function served(commit: string, runId = '7'): Promise<LiveService> {
    const account = await open();
    await account.register('web');
    github = await FakeGithub.open();
    const { taskDefinition = '' } = await account.service();
    await account.call('ecs', 'TagResource', {
      resourceArn: taskDefinition,
      tags: [
        { key: 'cutover:commit', value: commit },
        { key: 'cutover:run', value: `https://github.com/octo/shop/actions/runs/${runId}` },
      ],
    });
    return account;
  }

  const attempt = async (account: LiveService, inputs: Record<string, string> = {}, runId = '9') =>
    await deploy(
      account,
      { 'task-definition-arn': 'web:2', 'github-token': 'let-me-read', ...inputs },
      { ...github?.env, GITHUB_RUN_ID: runId },
    );

  test('is refused, unless that is what is wanted', async () => {
    const account = await served(THEIRS);
    if (github !== undefined) github.relation = 'behind';
    const refused = await attempt(account);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toContain('Commit 0123456 is older than fffffff of web:1, which serves.');
    expect(refused.errors[0]).toContain('allow-downgrade: true');
    expect(github?.compared).toEqual([`${THEIRS}...${OURS}`]);
    expect(account.changes()).toEqual([]);
    const wanted = await attempt(account, { 'allow-downgrade': 'true' });
    expect(wanted.errors).toEqual([]);
    expect(await account.serving()).toBe('web:2');
    expect(github?.compared).toHaveLength(1);
  });

  test('is known by its run where GitHub can not be asked', async () => {
    const account = await served(THEIRS, '12');
    if (github !== undefined) github.relation = 403;
    const refused = await attempt(account);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]).toContain('This run (9) began before run 12');
    expect(refused.errors[0]).toContain('permissions: contents: read');
    expect(account.changes()).toEqual([]);
  });

  test.each([
    ['a newer one', 'ahead', ''],
    ['one of another branch', 'diverged', 'does not contain fffffff of web:1'],
    ['one that can not be compared', 404, 'could not be found out: GitHub does not know commit fffffff'],
  ] as const)('%s is deployed', async (_, relation, said) => {
    const account = await served(THEIRS);
    if (github !== undefined) github.relation = relation;
    const result = await attempt(account);
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain(said);
    expect(await account.serving()).toBe('web:2');
  });
});

describe('alarms and rollback events of one deployment', () => {
  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    [
      'are the group’s',
      {},
      {
        autoRollbackConfiguration: {
          enabled: true,
          events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
        },
      },
    ],
    [
      'or those that are given',
      {
        alarms: 'web-errors, web-latency',
        'ignore-poll-alarm-failure': 'true',
        'auto-rollback-events': 'DEPLOYMENT_STOP_ON_REQUEST',
      },
      {
        autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_REQUEST'] },
        overrideAlarmConfiguration: {
          enabled: true,
          ignorePollAlarmFailure: true,
          alarms: [{ name: 'web-errors' }, { name: 'web-latency' }],
        },
      },
    ],
    [
      'or none',
      { 'ignore-alarms': 'true', 'auto-rollback-events': 'none' },
      {
        autoRollbackConfiguration: { enabled: false, events: [] },
        overrideAlarmConfiguration: { enabled: false, alarms: [] },
      },
    ],
  ])('%s', async (_, inputs, sent) => {
    const account = await open();
    await account.register('web');
    const result = await deploy(account, { 'task-definition-arn': 'web:2', ...inputs });
    expect(result.errors).toEqual([]);
    // Without that event a deployment that fails by itself may stay half shifted.
    const rollsBack = (inputs['auto-rollback-events'] ?? 'DEPLOYMENT_FAILURE').includes('DEPLOYMENT_FAILURE');
    expect(result.stdout.includes('auto-rollback-events lacks DEPLOYMENT_FAILURE')).toBe(!rollsBack);
    const [created] = account.calls('CreateDeployment');
    expect({
      autoRollbackConfiguration: created?.['autoRollbackConfiguration'],
      overrideAlarmConfiguration: created?.['overrideAlarmConfiguration'],
    }).toEqual({ overrideAlarmConfiguration: undefined, ...sent });
  });

  test('an alarm that rings stops the deployment, which goes back', async () => {
    const account = await open({
      config: 'CodeDeployDefault.ECSCanary10Percent15Minutes',
      timeScale: 50,
    });
    await account.register('web');
    let rung = false;
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', alarms: 'web-errors' },
      env: account.env,
      onLine: (line) => {
        if (rung || !line.includes('Traffic: 10 %')) return;
        rung = true;
        void fetch(`${account.running.url}/_simulator/alarms`, {
          method: 'POST',
          body: JSON.stringify({ name: 'web-errors', state: 'ALARM' }),
        });
      },
    });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'deployment-status': 'Stopped' });
    expect(result.errors[0]).toContain('was stopped by an alarm');
    expect(await account.serving()).toBe('web:1');
  });
});

test('inputs that contradict each other are refused before the first call, all at once', async () => {
  const result = await run('blue-green-codedeploy', {
    inputs: {
      ...WITH,
      mode: 'deploy',
      'deployment-id': 'd-RPCR1U3TW',
      gate: 'command',
      'auto-rollback-events': 'none, DEPLOYMENT_FAILURE',
      alarms: 'web-errors',
      'ignore-alarms': 'true',
    },
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1' },
  });
  expect(result.exitCode).toBe(1);
  const said = result.errors.join('\n') + result.stdout;
  for (const message of [
    'Input task-definition-arn is required and was not given.',
    'deployment-id d-RPCR1U3TW was given, and mode is deploy',
    'gate: command needs a command, and gate-command was not given.',
    'auto-rollback-events has none beside DEPLOYMENT_FAILURE.',
    'ignore-alarms: true and alarms contradict each other.',
  ]) {
    expect(said).toContain(message);
  }
});
