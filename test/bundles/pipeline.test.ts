import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { writeOciLayout } from '@cutover/local/layout/oci-layout';
import type { ActionResult } from '@cutover/runner/run-action';
import type { ImageSource } from '@cutover/simulator/kernel/images';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';
import { finishShift, slowShift } from './slow-shift.ts';

jest.setTimeout(60_000);

const WITH = {
  cluster: 'shop',
  service: 'web',
  image: 'test/web',
  'poll-interval-seconds': '0.1',
  consecutive: '1',
};

/** Serves, unless it is given a command: `say WORDS` or `exit CODE`. */
const PROGRAM = `
  const [what, ...rest] = process.argv.slice(2);
  if (what === 'say') console.log(rest.join(' '));
  else if (what === 'exit') { console.error('relation "orders" does not exist'); process.exit(Number(rest[0])); }
  else require('node:http').createServer((request, response) => {
    response.end(process.env.REVISION ?? '');
  }).listen(Number(process.env.PORT));
  process.on('SIGTERM', () => process.exit(0));`;

const commandable: ImageSource = {
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

let live: LiveService | undefined;
let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'cutover-workspace-'));
});

afterEach(async () => {
  await live?.close();
  live = undefined;
  await rm(workspace, { recursive: true, force: true });
});

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  return live;
}

async function deploy(account: LiveService, inputs: Readonly<Record<string, string>>): Promise<ActionResult> {
  return await run('pipeline', { inputs: { ...WITH, ...inputs }, env: account.env, workspace });
}

/** Calls of one service, whatever they are: `codedeploy`. */
function callsTo(account: LiveService, service: string): readonly string[] {
  return account.running.sim.calls
    .filter((call) => call.service === service)
    .map(({ operation }) => operation);
}

async function file(name: string, text: string): Promise<string> {
  await mkdir(workspace, { recursive: true });
  await writeFile(join(workspace, name), text);
  return name;
}

describe('a release that goes well', () => {
  test('registers what is given, deploys it and proves it; every stage is in the summary', async () => {
    const account = await open({ terminationMinutes: 60 });
    account.running.sim.images = commandable;
    const result = await deploy(account, {
      'environment-variables': 'REVISION=two',
      'migration-command': 'say "two tables made"',
      'container-name': 'app',
      'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
      'min-healthy': '1',
    });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(await account.serving()).toBe('web:2');
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      image: 'test/web',
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:2',
      'previous-task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
      changed: 'true',
      'migration-exit-code': '0',
      'rolled-back': 'false',
      superseded: 'false',
      'healthy-count': '1',
    });
    expect(result.outputs['deployment-id']).toMatch(/^d-/);
    expect(result.stdout).toContain('two tables made');
    const stages = [
      'register-taskdef',
      'run-migration-task',
      'blue-green-codedeploy',
      'verify-target-health',
    ];
    for (const stage of stages) expect(result.summary).toContain(`- ✅ **${stage}** (`);
    expect(result.stdout).toMatch(/^\d\d:\d\d {2}▶ run-migration-task$/m);
    expect(account.changes()).toEqual(['ecs:RegisterTaskDefinition', 'codedeploy:CreateDeployment']);
    expect((await result.post())?.stdout).toBe('');
  });

  test('run again it finds everything done and changes nothing', async () => {
    const account = await open();
    const inputs = { 'environment-variables': 'REVISION=two' };
    expect((await deploy(account, inputs)).errors).toEqual([]);
    const before = account.changes();
    const again = await deploy(account, inputs);
    expect(again.errors).toEqual([]);
    expect(again.outputs).toMatchObject({ outcome: 'unchanged', changed: 'false', 'healthy-count': '1' });
    expect(account.changes()).toEqual(before);
  });

  test('with wait-until: ready it ends before any user is on the new version', async () => {
    const account = await open({
      ready: {
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      },
    });
    const result = await deploy(account, {
      'environment-variables': 'REVISION=two',
      'wait-until': 'ready',
      'wait-for-minutes': '60',
    });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-status': 'Ready' });
    expect(await account.serving()).toBe('web:1');
  });

  test('a ready image is pushed from its layout and deployed by its digest, secrets and all', async () => {
    const account = await open();
    await account.call('ecr', 'CreateRepository', { repositoryName: 'shop/web' });
    const files = join(workspace, 'app');
    await mkdir(files);
    await writeFile(join(files, 'main.cjs'), PROGRAM);
    await writeOciLayout(join(workspace, 'image'), { files, command: ['serve'], port: 8080, labels: {} });
    account.running.sim.images = commandable;
    const inputs = {
      image: '',
      repository: 'shop/web',
      'oci-layout': 'image',
      tag: 'v1',
      'container-name': 'app',
      'environment-variables': 'REVISION=two',
    };
    const first = await deploy(account, inputs);
    expect(first.errors).toEqual([]);
    expect(first.outputs['image']).toMatch(/\/shop\/web@sha256:[0-9a-f]{64}$/);
    const [registered] = account.calls('RegisterTaskDefinition');
    expect(registered).toMatchObject({ containerDefinitions: [{ image: first.outputs['image'] }] });
    expect(await account.serving()).toBe('web:2');

    await account.call('ssm', 'PutParameter', { Name: 'token', Value: 'x', Type: 'SecureString' });
    const byDigest = await deploy(account, {
      image: '',
      repository: 'shop/web',
      digest: first.outputs['digest'] ?? '',
      secrets: 'TOKEN=arn:aws:ssm:us-east-1:123456789012:parameter/token',
      'dry-run': 'true',
    });
    expect(byDigest.errors).toEqual([]);
    expect(byDigest.outputs['outcome']).toBe('unchanged');
    expect(byDigest.stdout).toContain('TOKEN');

    const again = await deploy(account, { ...inputs, 'if-exists': 'fail' });
    expect(again.exitCode).toBe(1);
    expect(again.errors[0]).toContain('has an image with tag v1 already');
    expect(again.errors[0]).toContain('Nothing was deployed');
  });

  test('a dry run shows the build and changes nothing', async () => {
    const account = await open();
    await account.call('ecr', 'CreateRepository', { repositoryName: 'shop/web' });
    const before = account.changes();
    await mkdir(join(workspace, 'app'));
    await file('app/Containerfile', 'FROM scratch');
    const result = await deploy(account, {
      image: '',
      repository: 'shop/web',
      context: 'app',
      file: 'app/Containerfile',
      target: 'release',
      'build-args': 'VERSION=2',
      platforms: 'linux/arm64',
      'migration-command': 'say hello',
      'dry-run': 'true',
    });
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('unchanged');
    expect(result.summary).toMatch(
      /--file app\/Containerfile --target release --build-arg VERSION=2 .*--platform linux\/arm64/,
    );
    expect(result.summary).toContain('shop/web:0123456789abcdef');
    expect(account.changes()).toEqual(before);
  });
});

describe('a release that goes wrong', () => {
  test('what the deployment needs and lacks ends it before the build', async () => {
    const account = await open();
    account.running.sim.resources.delete('AWS::IAM::Role', 'codedeploy');
    const result = await deploy(account, { 'environment-variables': 'REVISION=two' });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('role/codedeploy does not exist');
    expect(result.summary).toContain('- ❌ **preflight** (');
    expect(result.summary).toContain('AWSCodeDeployRoleForECS');
    expect(result.summary).toContain('the old version serves');
    expect(account.changes()).toEqual([]);
    // All of it takes so many calls, at the same time for the most part.
    expect(account.running.sim.calls.length).toBeLessThan(45);
  });

  test('a migration that fails leads to no deployment', async () => {
    const account = await open();
    account.running.sim.images = commandable;
    const result = await deploy(account, {
      'environment-variables': 'REVISION=two',
      'migration-commands': 'say first\nexit 7\nsay third',
      'migration-timeout-minutes': '10',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'migration-exit-code': '7' });
    expect(result.outputs['task-definition-arn']).toMatch(/web:2$/);
    expect(callsTo(account, 'codedeploy')).not.toContain('CreateDeployment');
    expect(result.errors[0]).toContain('exit code 7');
    expect(result.summary).toContain('relation "orders" does not exist');
    expect(result.stdout).not.toContain('third');
    expect(await account.serving()).toBe('web:1');
  });

  test('new tasks that crash are refused, rolled back and explained', async () => {
    const account = await open();
    const result = await deploy(account, { image: 'test/crash', 'max-failed-tasks': '1' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
    expect(await account.serving()).toBe('web:1');
    expect(`${result.errors[0]}${result.summary}`).toContain('Cannot find module express');
  });

  test('what does not prove healthy after the shift is taken back', async () => {
    const account = await open({ terminationMinutes: 60 });
    // More healthy targets than there are tasks: nothing can prove that.
    const result = await deploy(account, {
      'environment-variables': 'REVISION=two',
      'min-healthy': '9',
      'verify-for-minutes': '0.02',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
    expect(result.errors[0]).toContain('Rolled back: web:1 serves.');
    expect(await account.serving()).toBe('web:1');
    expect(account.calls('StopDeployment')[0]).toMatchObject({ autoRollbackEnabled: true });
  });

  test('what does not prove healthy stays while a deployment of another run is under way, which is never stopped', async () => {
    const account = await open();
    const config = await slowShift(account);
    const newer = await account.register('web');
    let others: Promise<string> | undefined;
    const running = await start('pipeline', {
      inputs: {
        ...WITH,
        'environment-variables': 'REVISION=two',
        'wait-until': 'completed',
        'min-healthy': '9',
        'verify-for-minutes': '0.1',
      },
      env: account.env,
      workspace,
      onLine: (line) => {
        if (/▶ verify-target-health/.test(line)) others ??= account.deploy(newer, config);
      },
    });
    const result = await running.done;
    const deploymentId = await others;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'rolled-back': 'false', superseded: 'false' });
    expect(result.errors[0]).toContain(
      `deployment ${deploymentId} (InProgress), which is under way, is not of this run and is left alone`,
    );
    expect(account.calls('StopDeployment')).toEqual([]);
    expect(callsTo(account, 'codedeploy').filter((one) => one === 'CreateDeployment')).toHaveLength(1);
    await finishShift(account);
    await account.until(async () => ((await account.serving()) === 'web:2' ? true : undefined));
  });

  test('cancelled while traffic shifts, it goes back', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const running = await start('pipeline', {
      inputs: { ...WITH, 'environment-variables': 'REVISION=two', 'on-cancel': 'rollback' },
      env: account.env,
      workspace,
      onLine: (line) => {
        if (/10 % goes/.test(line)) running.process.kill('SIGINT');
      },
    });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('cancelled');
    await account.until(async () => ((await account.serving()) === 'web:1' ? true : undefined));
    expect(account.calls('StopDeployment')[0]).toMatchObject({ autoRollbackEnabled: true });
  });

  test('killed while traffic shifts, its post entry goes back', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const running = await start('pipeline', {
      inputs: { ...WITH, 'environment-variables': 'REVISION=two' },
      env: account.env,
      workspace,
      onLine: (line) => {
        if (/10 % goes/.test(line)) running.process.kill('SIGKILL');
      },
    });
    const killed = await running.done;
    expect(killed.exitCode).toBeNull();
    expect(account.calls('StopDeployment')).toEqual([]);
    const post = await killed.post();
    expect(post?.exitCode).toBe(0);
    expect(account.calls('StopDeployment')).toHaveLength(1);
    expect(post?.summary).toContain('Cleaned up after pipeline');
  });
});

describe('bad input ends before the first call to AWS', () => {
  let account: RunningSimulator;

  beforeAll(async () => {
    account = await startSimulator({ timeScale: 0 });
  });

  afterAll(async () => {
    await account.close();
  });

  const definition = JSON.stringify({
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'app', image: 'x', portMappings: [{ containerPort: 8080 }] }],
  });

  test.each<readonly [title: string, inputs: Record<string, string>, said: RegExp]>([
    [
      'an unknown input',
      { 'migration-comand': 'x' },
      /Unknown input migration-comand\.\nFix: Did you mean migration-command\?/,
    ],
    [
      'a missing file',
      { 'task-definition': 'nowhere.json' },
      /Input task-definition: there is no file "nowhere\.json"/,
    ],
    ['broken JSON', { 'task-definition': 'broken.json' }, /broken\.json:2:\d+/],
    ['a broken AppSpec', { 'codedeploy-appspec': 'broken.json' }, /broken\.json:2:\d+/],
    [
      'an unknown container',
      { 'task-definition': 'task.json', 'container-name': 'ap' },
      /no container "ap".*\nFix: The containers are: app\. Did you mean app\?/,
    ],
    ['a negative number', { 'max-failed-tasks': '-1' }, /Input max-failed-tasks: "-1" is not a whole number/],
    ['no number', { 'wait-for-minutes': 'long' }, /Input wait-for-minutes: "long" is not a number/],
    ['a malformed digest', { image: '', digest: 'sha256:12' }, /Input digest: "sha256:12" is not a digest/],
    [
      'image and build inputs',
      { 'build-args': 'A=1', context: '.', target: 'x', platforms: 'linux/amd64', file: 'x' },
      /Inputs image and build-args were both given/,
    ],
    [
      'two migrations',
      { 'migration-command': 'a', 'migration-commands': 'b' },
      /migration-command and migration-commands were both given/,
    ],
    ['no service', { service: '', stack: '' }, /Neither input stack nor input service was given/],
    ['a region that is none', { region: 'moon' }, /"moon" is not an AWS region/],
  ])('%s', async (_, inputs, said) => {
    await file('broken.json', '{\n  "a": 1,,\n}');
    await file('task.json', definition);
    const result = await run('pipeline', {
      inputs: { ...WITH, ...inputs },
      env: awsEnv(account.url),
      workspace,
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(said);
    expect(account.sim.calls).toEqual([]);
  });
});
