import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run } from './action.ts';
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

const WITH = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.1', 'wait-for-minutes': '0.2' };
/** What is not going to be proven needn't be waited for. */
const BRIEF = { 'wait-for-minutes': '0.01' };

async function verify(account: LiveService, inputs: Record<string, string> = {}) {
  return await run('verify-target-health', { inputs: { ...WITH, ...inputs }, env: account.env });
}

async function point(account: LiveService, weights: readonly (readonly [string, number])[]): Promise<void> {
  await account.call('elasticloadbalancing', 'ModifyListener', {
    ListenerArn: account.production,
    DefaultActions: [
      {
        Type: 'forward',
        ForwardConfig: {
          TargetGroups: weights.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
        },
      },
    ],
  });
}

describe('what production requests reach', () => {
  test('is healthy and of the expected revision, several times in a row', async () => {
    const account = await open({ desiredCount: 2 });
    const result = await verify(account, { 'task-definition-arn': 'web:1', consecutive: '3' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      'healthy-count': '2',
      'target-group-arn': account.blue,
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
    });
    expect(JSON.parse(result.outputs['targets'] ?? '')).toMatchObject([
      { state: 'healthy', revision: result.outputs['task-definition-arn'] },
      { state: 'healthy', revision: result.outputs['task-definition-arn'] },
    ]);
    expect(account.calls('DescribeTargetHealth').length).toBeGreaterThanOrEqual(3);
    const wanting = await verify(account, { 'min-healthy': '3', ...BRIEF });
    expect(wanting.exitCode).toBe(1);
    expect(wanting.errors[0]).toContain('2 of 3 targets are healthy in web-blue');
    const other = await verify(account, { 'target-group-arn': account.green, ...BRIEF });
    expect(other.errors[0]).toContain('forwards to web-blue, not to web-green');
  });

  test('is not what runs beside it: wrong revision, empty group, divided weights', async () => {
    const account = await open();
    const next = await account.register('web');
    const revision = await verify(account, { 'task-definition-arn': next, ...BRIEF });
    expect(revision.exitCode).toBe(1);
    expect(revision.errors[0]).toContain('PRIMARY runs web:1, not web:2');
    await point(account, [
      [account.blue, 90],
      [account.green, 10],
    ]);
    const divided = await verify(account, BRIEF);
    expect(divided.exitCode).toBe(1);
    expect(divided.errors[0]).toContain('still divides the requests: web-blue 90 %, web-green 10 %');
    await point(account, [
      [account.blue, 0],
      [account.green, 1],
    ]);
    const empty = await verify(account, BRIEF);
    expect(empty.exitCode).toBe(1);
    expect(empty.errors[0]).toContain('target group web-green has no targets');
  });

  test('is not a service without tasks, nor one that is not there', async () => {
    const account = await open({ desiredCount: 0 });
    const none = await verify(account);
    expect(none.exitCode).toBe(1);
    expect(none.errors[0]).toContain('has a desired count of 0');
    const absent = await verify(account, { service: 'shop' });
    expect(absent.errors[0]).toContain('Cluster shop has no service shop.');
  });

  test('works for a service of the ECS controller too', async () => {
    const account = await open({ controller: 'ECS', names: ['shop', 'web'] });
    const result = await verify(account, { region: 'us-east-1' });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ 'healthy-count': '1', 'target-group-arn': account.blue });
  });
});

describe('which target groups', () => {
  test('names say nothing: after a release the group called green serves', async () => {
    const account = await open({ terminationMinutes: 600 });
    const next = await account.register('web');
    const shifted = await run('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': next, 'wait-for-minutes': '5' },
      env: account.env,
    });
    expect(shifted.errors).toEqual([]);
    const result = await verify(account, { 'task-definition-arn': next, 'wait-for-minutes': '1' });
    expect(result.errors).toEqual([]);
    expect(result.outputs['target-group-arn']).toBe(account.green);
    const blue = await verify(account, { 'target-group-arn': `${account.green},${account.blue}`, ...BRIEF });
    expect(blue.exitCode).toBe(1);
    expect(blue.errors[0]).toContain('forwards to web-green, not to web-blue');
    // The old tasks are still there, and somebody has turned the listener back.
    await point(account, [
      [account.blue, 100],
      [account.green, 0],
    ]);
    const back = await verify(account, { 'task-definition-arn': next, ...BRIEF });
    expect(back.exitCode).toBe(1);
    expect(back.errors[0]).toMatch(/healthy target \S+ in web-blue runs web:1, not web:2/);
  });

  test('those of named listeners and rules', async () => {
    const account = await open();
    const both = await verify(account, {
      'listener-arn': `${account.production}\n${account.testListener}`,
      consecutive: '1',
    });
    expect(both.errors).toEqual([]);
    const { Rules } = await account.call<{ Rules: { RuleArn: string }[] }>(
      'elasticloadbalancing',
      'CreateRule',
      {
        ListenerArn: account.production,
        Priority: 1,
        Conditions: [{ Field: 'path-pattern', Values: ['/beta/*'] }],
        Actions: [{ Type: 'forward', TargetGroupArn: account.green }],
      },
    );
    const rule = await verify(account, { 'listener-arn': Rules[0]?.RuleArn ?? '', ...BRIEF });
    expect(rule.exitCode).toBe(1);
    expect(rule.errors[0]).toContain('target group web-green has no targets');
    // Both rules belong to the service, so that some users would get the other group.
    const whole = await verify(account, BRIEF);
    expect(whole.errors[0]).toContain('still divides the requests: web-green 100 %, web-blue 100 %');
    const gone = await verify(account, { 'listener-arn': `${account.production.slice(0, -4)}ffff` });
    expect(gone.errors[0]).toContain('Input listener-arn: there is no listener');
  });

  test('behind the test listener the replacement is proven before the shift', async () => {
    const account = await open({
      ready: {
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 600 },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      },
    });
    const next = await account.register('web');
    const ready = await run('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': next, 'wait-for-minutes': '5', 'wait-until': 'ready' },
      env: account.env,
    });
    expect(ready.errors).toEqual([]);
    const replacement = await verify(account, { listener: 'test', 'wait-for-minutes': '1' });
    expect(replacement.errors).toEqual([]);
    expect(replacement.outputs).toMatchObject({
      'task-definition-arn': next,
      'target-group-arn': account.green,
    });
    const users = await verify(account, { 'wait-for-minutes': '1' });
    expect(users.errors).toEqual([]);
    expect(users.outputs['target-group-arn']).toBe(account.blue);
  });
});

test('each target is told with state, reason in words, task, zone and since when', async () => {
  const account = await open();
  // ECS leaves ill tasks alone for so long.
  await account.call('ecs', 'UpdateService', {
    cluster: 'shop',
    service: 'web',
    healthCheckGracePeriodSeconds: 1_000_000,
  });
  const ill = await account.register('web', { environment: [{ name: 'STATUS', value: '500' }] });
  await account.call('codedeploy', 'CreateDeployment', {
    applicationName: account.application,
    deploymentGroupName: account.group,
    revision: {
      revisionType: 'AppSpecContent',
      appSpecContent: {
        content: JSON.stringify({
          version: 0,
          Resources: [
            {
              TargetService: {
                Type: 'AWS::ECS::Service',
                Properties: {
                  TaskDefinition: ill,
                  LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
                },
              },
            },
          ],
        }),
      },
    },
  });
  // With all traffic at once health checks of the replacement begin with the shift.
  await account.until(async () => {
    const { TargetHealthDescriptions: targets } = await account.call<{
      TargetHealthDescriptions: { TargetHealth: { State: string } }[];
    }>('elasticloadbalancing', 'DescribeTargetHealth', { TargetGroupArn: account.green });
    return (await account.serving()) === 'web:2' && targets[0]?.TargetHealth.State === 'unhealthy'
      ? true
      : undefined;
  });
  const result = await verify(account, { 'task-definition-arn': ill, ...BRIEF });
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('0 of 1 targets are healthy in web-');
  const said = 'it answers the health check with a status that the target group does not accept';
  expect(result.stdout).toMatch(/^\| Target +Target group +State +Since +Reason/m);
  for (const text of [result.stdout, result.summary]) {
    expect(text).toContain(`Target.ResponseCodeMismatch: ${said}`);
    expect(text).toMatch(/20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
  }
  expect(JSON.parse(result.outputs['targets'] ?? '')).toMatchObject([
    {
      state: 'unhealthy',
      reason: 'Target.ResponseCodeMismatch',
      meaning: expect.stringContaining(said),
      revision: ill,
      task: expect.stringContaining(':task/shop/'),
      zone: expect.stringMatching(/^us-east-1[a-f]$/),
      targetGroup: expect.stringContaining('targetgroup/web-'),
    },
  ]);
});

test('alarms must be in OK', async () => {
  const account = await open();
  const alarm = async (state: string): Promise<void> => {
    await fetch(`${account.running.url}/_simulator/alarms`, {
      method: 'POST',
      body: JSON.stringify({ name: 'web-errors', state }),
    });
  };
  await alarm('OK');
  const quiet = await verify(account, { alarms: 'web-errors' });
  expect(quiet.errors).toEqual([]);
  expect(quiet.stdout).toContain('web-errors OK');
  await alarm('ALARM');
  const ringing = await verify(account, { alarms: 'web-errors', ...BRIEF });
  expect(ringing.exitCode).toBe(1);
  expect(ringing.errors[0]).toContain('alarm web-errors is in ALARM (Set by the control interface to ALARM)');
  await alarm('INSUFFICIENT_DATA');
  const silent = await verify(account, { alarms: 'web-errors', ...BRIEF });
  expect(silent.exitCode).toBe(1);
  expect(`${silent.errors[0]}${silent.stdout}`).toContain('An alarm without data is not OK');
  const none = await verify(account, { alarms: 'web-errors,web-latency' });
  expect(none.errors[0]).toContain('CloudWatch has no alarm web-latency in us-east-1');
});

test('bad inputs are refused before the first call', async () => {
  const result = await run('verify-target-health', {
    inputs: {
      ...WITH,
      'min-healthy': '0',
      url: 'shop.example.com',
      path: 'health',
      'expect-status': '2xx',
      'target-group-arn': 'web-blue',
      'listener-arn': '443',
      listener: 'staging',
    },
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1' },
  });
  expect(result.exitCode).toBe(1);
  const said = result.errors.join('\n') + result.stdout;
  for (const message of [
    'Input min-healthy: "0" is not a whole number from 1',
    'Input url: "shop.example.com" is not an http or https address',
    'Input path: "health" is not a path that begins with /',
    'Input expect-status: "2xx" is not a list of HTTP statuses',
    'Input target-group-arn: "web-blue" is not a list of ARNs of target groups',
    'Input listener-arn: "443" is not a list of ARNs of listeners or listener rules',
    'Input listener: "staging" is not one of production, test',
  ]) {
    expect(said).toContain(message);
  }
});
