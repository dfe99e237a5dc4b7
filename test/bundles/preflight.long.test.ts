import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Account, role } from './preflight-account.ts';

jest.setTimeout(400_000);

let account: Account;

beforeEach(async () => {
  account = await Account.open();
});

afterEach(async () => {
  await account.close();
});

test('an account in which everything is right passes every item, and nothing is changed', async () => {
  const said = await account.preflight();
  expect(said.items.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(said.items.map(({ id }) => id)).toEqual([
    'identity',
    'service',
    'controller',
    'service-features',
    'desired-count',
    'deployment-group',
    'deployment-config',
    'target-groups',
    'listeners',
    'wait-before-shift',
    'task-definition',
    'container',
    'health-check',
    'codedeploy-role',
    'execution-role',
    'task-role',
    'pass-role',
    'permissions',
    'image',
    'secrets',
    'log-group',
    'subnets',
    'security-groups',
    'egress',
    'primary',
    'listeners-on-primary',
    'active-deployment',
    'leftovers',
    'alarms',
    'credentials',
  ]);
  expect(said.exitCode).toBe(0);
  expect(said.outputs).toMatchObject({
    passed: 'true',
    'failed-count': '0',
    'unknown-count': '0',
    outcome: 'succeeded',
  });
  expect(said.summary).toContain('| Image and platform | ');
  const commands =
    /<summary>Commands for service sample<\/summary>\s+```sh\n([^]*?)\n```/.exec(said.summary)?.[1] ?? '';
  expect(commands).toContain('aws ecs execute-command --cluster sample --container app ');
  expect(commands).toContain('aws ecs update-service --cluster sample --service sample --desired-count 2 ');
  expect(commands).toMatch(/aws logs tail [\w/-]+ --follow /);
  expect(commands).toMatch(/--task-definition sample:\d+ --launch-type FARGATE /);
  expect(commands.match(/aws elbv2 describe-target-health --target-group-arn arn:/g)).toHaveLength(2);
  // Values of secrets are nobody's business here.
  expect(said.item('secrets').found).toContain('Whether the JSON has url was not looked at');
  const { calls } = account.running.sim;
  expect(
    calls.filter(({ operation }) => !/^(Describe|Get|List|BatchGet|SimulatePrincipal)/.test(operation)),
  ).toEqual([]);
  // What several items want to know is asked once.
  expect(calls.length).toBeLessThan(45);
  for (const operation of [
    'DescribeServices',
    'GetDeploymentGroup',
    'DescribeTaskDefinition',
    'GetCallerIdentity',
  ])
    expect(calls.filter((call) => call.operation === operation)).toHaveLength(1);
});

test('each failure names cause and fix, what depends on it is not checked, and the rest is', async () => {
  account.inputs['codedeploy-application'] = 'AppECS-sample-sample';
  account.inputs['codedeploy-deployment-group'] = 'none';
  await account.call('logs', 'DeleteLogGroup', { logGroupName: '/ecs/sample' });
  const said = await account.preflight();
  expect(said.of('failed')).toEqual(['deployment-group', 'log-group']);
  expect(said.exitCode).toBe(1);
  expect(said.outputs).toMatchObject({ passed: 'false', 'failed-count': '2', outcome: 'failed' });
  expect(said.item('listeners')).toMatchObject({
    status: 'skipped',
    found: 'Not checked because Deployment group is not right.',
  });
  // Through an item that was not checked itself, the cause is still the first one.
  expect(said.item('health-check').found).toBe('Not checked because Deployment group is not right.');
  expect(said.of('passed')).toEqual(
    expect.arrayContaining(['service', 'image', 'secrets', 'subnets', 'egress']),
  );
  expect(said.stdout).toMatch(/Log group +FAIL +There is no log group \/ecs\/sample/);
  expect(said.summary).toContain('create-log-group');
  expect(said.summary).toContain('Nothing was changed.');
});

test('what may not be looked at is unknown, names the statement to add, and fails nothing', async () => {
  for (const action of ['GetRole', 'DescribeSubnets', 'DescribeAlarms', 'DescribeSecret'])
    account.fault({ operation: action, deny: true, times: 'always' });
  const said = await account.preflight();
  expect(said.exitCode).toBe(0);
  expect(said.of('failed')).toEqual([]);
  expect(said.of('unknown')).toEqual(
    expect.arrayContaining(['codedeploy-role', 'execution-role', 'secrets', 'subnets', 'alarms']),
  );
  expect(said.item('codedeploy-role')).toMatchObject({
    found: 'It could not be looked at: iam:GetRole was refused.',
    fix: expect.stringContaining(
      '{"Effect":"Allow","Action":"iam:GetRole","Resource":"arn:aws:iam::123456789012:role/ecsCodeDeployRole"}',
    ),
  });
  // The missing permission is told once, by the item that needs it first.
  expect(said.item('egress')).toMatchObject({
    status: 'skipped',
    found: 'Not checked because Subnets could not be looked at.',
  });
  expect(said.outputs['unknown-count']).toBe(String(said.of('unknown').length));
  expect(said.stdout).toContain('::warning');
});

test('a service of AWS that is down makes nothing fail', async () => {
  account.fault({ service: 'iam', serverError: 503, times: 'always' });
  const said = await account.preflight();
  expect(said.of('failed')).toEqual([]);
  expect(said.of('unknown')).toEqual(expect.arrayContaining(['codedeploy-role', 'permissions']));
  expect(said.item('permissions').found).toContain('ServiceUnavailable');
});

describe('what is asked for', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-preflight-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('a file, an image and items that are left out', async () => {
    const path = join(folder, 'task-definition.json');
    await writeFile(
      path,
      JSON.stringify({
        family: 'sample',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: role('ecsTaskExecutionRole'),
        containerDefinitions: [{ name: 'app', image: 'app', portMappings: [{ containerPort: 8080 }] }],
      }),
    );
    account.workspace = folder;
    account.inputs = {
      cluster: 'sample',
      service: 'sample',
      'task-definition': path,
      image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/sample:v1',
      'container-name': 'app',
      'container-port': '8080',
      'codedeploy-application': 'AppECS-sample-sample',
      'codedeploy-deployment-group': 'DgpECS-sample-sample',
      'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      alarms: 'web-5xx',
      'wait-until': 'completed',
      'wait-for-minutes': '30',
      skip: 'permissions, primary',
      region: 'us-east-1',
    };
    const said = await account.preflight();
    expect(said.of('failed')).toEqual([]);
    expect(said.item('task-definition').found).toContain('task-definition.json is well formed');
    expect(said.item('image').found).toContain('sample:v1 is there for linux/amd64');
    expect(said.item('deployment-config').found).toContain('step by step');
    expect(said.item('credentials').found).toContain('30 at most (wait-for-minutes 30)');
    expect(said.items.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['permissions']));
  });

  test('what the deployment will take care of is worth a warning', async () => {
    await account.alarm('web-5xx', 'ALARM');
    await account.call('ecs', 'UpdateService', { cluster: 'sample', service: 'sample', desiredCount: 0 });
    Object.assign(account.inputs, {
      'ignore-alarms': 'true',
      'allow-zero-tasks': 'true',
      'on-active-deployment': 'wait',
    });
    const said = await account.preflight();
    expect(said.of('failed')).toEqual([]);
    expect(said.of('warned')).toEqual(['desired-count']);
    expect(said.item('alarms').found).toBe('No alarm stops the deployment.');
  });

  test('a file and a revision at once, or no service', async () => {
    account.inputs = { ...account.inputs, 'task-definition': 'task-definition.json' };
    expect((await account.preflight()).stdout).toContain(
      'task-definition and task-definition-arn were both given',
    );
    account.inputs = {};
    expect((await account.preflight()).stdout).toContain('Neither input stack nor input service was given');
  });
});
