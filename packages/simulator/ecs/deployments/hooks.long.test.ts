import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeploymentLifecycleHook } from '@aws-sdk/client-ecs';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Stage } from './testing/stage.ts';

// For busy machines: every wait has its own deadline.
jest.setTimeout(400_000);

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:smoke';
const ROLE = 'arn:aws:iam::123456789012:role/hooks';

interface Call {
  readonly executionId: string;
  readonly lifecycleStage: string;
  readonly resourceArn: string;
  readonly executionDetails: Record<string, unknown>;
  readonly hookDetails?: unknown;
}

let stage: Stage;
let worker: string;
let lambda: Server;
let calls: Call[] = [];
/** Answers in turn; the last stays. A string is sent as it is, with status 500. */
let answers: unknown[] = [];

beforeAll(async () => {
  stage = await Stage.open(28_300);
  worker = await stage.account.register('test/worker');
  lambda = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      calls.push(JSON.parse(body) as Call);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      response.statusCode = typeof answer === 'string' ? 500 : 200;
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => {
    lambda.listen(0, '127.0.0.1', resolve);
  });
  const { port } = lambda.address() as AddressInfo;
  await stage.account.control('functions', { arn: FUNCTION, url: `http://127.0.0.1:${port}/` });
});
afterAll(async () => {
  lambda.closeAllConnections();
  lambda.close();
  await stage.close();
});
beforeEach(() => {
  calls = [];
  answers = [{ hookStatus: 'SUCCEEDED' }];
});

const hook = (
  stages: DeploymentLifecycleHook['lifecycleStages'],
  more: Partial<DeploymentLifecycleHook> = {},
): DeploymentLifecycleHook => ({
  targetType: 'AWS_LAMBDA',
  hookTargetArn: FUNCTION,
  roleArn: ROLE,
  lifecycleStages: stages,
  ...more,
});

let names = 0;

/** A headless service that has been deployed once; gives back its name. */
async function deployed(): Promise<string> {
  names += 1;
  const name = `hooks-${names}`;
  const created = await stage.create(name, {
    taskDefinition: worker,
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 },
  });
  await stage.ended(await stage.begun(created));
  return name;
}

async function deploy(name: string, lifecycleHooks: DeploymentLifecycleHook[]): Promise<string> {
  return await stage.begun(
    await stage.update(name, { forceNewDeployment: true, deploymentConfiguration: { lifecycleHooks } }),
  );
}

const failed = (at: string, detail: string): object => ({
  status: 'ROLLBACK_SUCCESSFUL',
  statusReason: `Service deployment rolled back because ${at} lifecycle hook(s) failed. ${detail}`,
});

describe('a Lambda hook', () => {
  test('is called in its stages with the deployment, the target and the weights of that stage', async () => {
    const arn = await deploy(await deployed(), [
      hook(['PRE_SCALE_UP', 'TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'], {
        hookDetails: { suite: 'smoke' },
      }),
    ]);
    const done = await stage.ended(arn);
    expect(done.status).toBe('SUCCESSFUL');
    const target = done.targetServiceRevision?.arn ?? '';
    const source = done.sourceServiceRevisions?.[0]?.arn ?? '';
    expect(calls.map(({ lifecycleStage }) => lifecycleStage)).toEqual([
      'PRE_SCALE_UP',
      'TEST_TRAFFIC_SHIFT',
      'PRODUCTION_TRAFFIC_SHIFT',
    ]);
    expect(calls[0]).toMatchObject({
      resourceArn: arn,
      hookDetails: { suite: 'smoke' },
      executionDetails: {
        serviceArn: done.serviceArn,
        targetServiceRevisionArn: target,
        testTrafficWeights: {},
        productionTrafficWeights: {},
      },
    });
    expect(calls[1]?.executionDetails['testTrafficWeights']).toEqual({ [source]: 0, [target]: 100 });
    expect(calls[2]?.executionDetails['productionTrafficWeights']).toEqual({ [source]: 0, [target]: 100 });
  });

  test('that is IN_PROGRESS is asked again with the details that it gave', async () => {
    answers = [
      { hookStatus: 'IN_PROGRESS', callBackDelay: 5, hookDetails: { job: 7 } },
      { hookStatus: 'SUCCEEDED' },
    ];
    const arn = await deploy(await deployed(), [hook(['POST_SCALE_UP'])]);
    expect((await stage.ended(arn)).status).toBe('SUCCESSFUL');
    expect(calls.map(({ hookDetails }) => hookDetails)).toEqual([undefined, { job: 7 }]);
    expect(calls[0]?.executionId).toBe(calls[1]?.executionId);
  });

  test('that says FAILED rolls back, and no later stage is reached', async () => {
    answers = [{ hookStatus: 'FAILED' }];
    const name = await deployed();
    const arn = await deploy(name, [hook(['PRE_SCALE_UP', 'POST_SCALE_UP'])]);
    const end = await stage.ended(arn);
    expect(end).toMatchObject(
      failed('PRE_SCALE_UP', `Lifecycle hook target ${FUNCTION} returned FAILED status.`),
    );
    expect(end.lifecycleHookDetails).toMatchObject([
      { status: 'FAILED', targetType: 'AWS_LAMBDA', targetArn: FUNCTION },
    ]);
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['throws', 'boom'],
    ['answers null', null],
    ['answers nothing of use', { status: 'ok' }],
  ])('that %s rolls back with a text about its answer', async (_, answer) => {
    answers = [answer];
    const arn = await deploy(await deployed(), [hook(['PRE_SCALE_UP'])]);
    expect(await stage.ended(arn)).toMatchObject(
      failed(
        'PRE_SCALE_UP',
        `ECS was unable to parse the response from ${FUNCTION} due to HookStatus must not be null`,
      ),
    );
  });

  test('of a traffic shift is called again by the rollback, with nothing on green', async () => {
    answers = [{ hookStatus: 'SUCCEEDED' }, { hookStatus: 'FAILED' }, { hookStatus: 'SUCCEEDED' }];
    const arn = await deploy(await deployed(), [
      hook(['PRODUCTION_TRAFFIC_SHIFT', 'POST_PRODUCTION_TRAFFIC_SHIFT']),
    ]);
    const end = await stage.ended(arn);
    expect(end.status).toBe('ROLLBACK_SUCCESSFUL');
    expect(calls.map(({ lifecycleStage }) => lifecycleStage)).toEqual([
      'PRODUCTION_TRAFFIC_SHIFT',
      'POST_PRODUCTION_TRAFFIC_SHIFT',
      'PRODUCTION_TRAFFIC_SHIFT',
    ]);
    const weights = calls[2]?.executionDetails['productionTrafficWeights'];
    expect(Object.values(weights ?? {})).toEqual([100, 0]);
    expect(calls[2]?.executionDetails['targetServiceRevisionArn']).toBe(end.targetServiceRevision?.arn);
  });

  test('that never decides times out by its own action', async () => {
    answers = [{ hookStatus: 'IN_PROGRESS' }];
    const timeoutConfiguration = { timeoutInMinutes: 1 };
    const back = await deploy(await deployed(), [hook(['PRE_SCALE_UP'], { timeoutConfiguration })]);
    expect(await stage.ended(back)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      lifecycleHookDetails: [{ status: 'TIMED_OUT', timeoutAction: 'ROLLBACK' }],
    });
    const on = await deploy(await deployed(), [
      hook(['PRE_SCALE_UP'], { timeoutConfiguration: { ...timeoutConfiguration, action: 'CONTINUE' } }),
    ]);
    expect(await stage.ended(on)).toMatchObject({
      status: 'SUCCESSFUL',
      lifecycleHookDetails: [{ status: 'TIMED_OUT', timeoutAction: 'CONTINUE' }],
    });
  });

  describe('whose role', () => {
    let iam: IAMClient;
    beforeAll(() => {
      iam = new IAMClient({
        endpoint: stage.account.running.url,
        region: 'us-east-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
    });
    afterAll(() => {
      iam.destroy();
    });
    test.each([
      ['lambda.amazonaws.com', (role: string) => `ECS was unable to assume role ${role}`],
      [
        'ecs.amazonaws.com',
        () =>
          `User: arn:aws:sts::123456789012:assumed-role/role-ecs/ECS-Lambda-Execution is not authorized to perform: lambda:InvokeFunction on resource: ${FUNCTION} because no identity-based policy allows the lambda:InvokeFunction action`,
      ],
    ])('trusts %s and allows nothing fails the stage', async (Service, detail) => {
      const { Role } = await iam.send(
        new CreateRoleCommand({
          RoleName: `role-${Service.split('.')[0] ?? ''}`,
          AssumeRolePolicyDocument: JSON.stringify({
            Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
          }),
        }),
      );
      const roleArn = Role?.Arn ?? '';
      const arn = await deploy(await deployed(), [hook(['POST_SCALE_UP'], { roleArn })]);
      expect(await stage.ended(arn)).toMatchObject(failed('POST_SCALE_UP', detail(roleArn)));
      expect(calls).toEqual([]);
    });
  });

  test.each([
    [{ arn: 'smoke', url: 'http://127.0.0.1:1/' }, "arn must be the ARN of a function, not 'smoke'"],
    [
      { arn: FUNCTION, url: 'http://example.com/' },
      "url must be http:// at 127.0.0.1, localhost or [::1], not 'http://example.com/'",
    ],
  ])('is answered only by this machine: %j', async (body, message) => {
    expect(await stage.account.control('functions', body)).toMatchObject({ message });
  });
});

describe('a PAUSE hook', () => {
  const pause: DeploymentLifecycleHook = { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] };
  let arn: string;

  test('waits for its one answer', async () => {
    arn = await deploy(await deployed(), [pause]);
    const id = await stage.paused(arn);
    expect(id).toMatch(/^ecs-pause-[\w-]{43}$/);
    const [detail] = (await stage.describe(arn)).lifecycleHookDetails ?? [];
    expect(detail).toMatchObject({ status: 'AWAITING_ACTION', timeoutAction: 'ROLLBACK' });
    expect(detail?.expiresAt).toBeInstanceOf(Date);
    await expect(stage.answer(arn, 'pause-1')).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}',
    });
    await expect(stage.answer(arn, `${id}x`)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await stage.answer(arn, id);
    expect((await stage.ended(arn)).status).toBe('SUCCESSFUL');
    await expect(stage.answer(arn, id)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Continuing a service deployment is not allowed for service deployment in terminal states.',
    });
    await expect(stage.answer(`${arn.slice(0, -3)}abc`, id)).rejects.toMatchObject({
      name: 'ServiceDeploymentNotFoundException',
    });
  });

  test('refuses a second answer while another hook of the stage still waits', async () => {
    const two = await deploy(await deployed(), [pause, pause]);
    const first = await stage.paused(two);
    await stage.answer(two, first);
    await expect(stage.answer(two, first)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    const second = await stage.paused(two, [first]);
    expect((await stage.describe(two)).lifecycleStage).toBe('POST_SCALE_UP');
    await stage.answer(two, second);
    expect((await stage.ended(two)).status).toBe('SUCCESSFUL');
  });

  test('is rolled back by the answer ROLLBACK', async () => {
    const back = await deploy(await deployed(), [pause]);
    await stage.answer(back, await stage.paused(back), 'ROLLBACK');
    expect(await stage.ended(back)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      lifecycleHookDetails: [{ status: 'FAILED' }],
    });
  });

  test.each([
    ['ROLLBACK', 'ROLLBACK_SUCCESSFUL'],
    ['CONTINUE', 'SUCCESSFUL'],
  ] as const)('that nobody answers ends by its timeout action %s', async (action, status) => {
    const late = await deploy(await deployed(), [
      { ...pause, timeoutConfiguration: { timeoutInMinutes: 1, action } },
    ]);
    expect(await stage.ended(late)).toMatchObject({
      status,
      lifecycleHookDetails: [{ status: 'TIMED_OUT' }],
    });
  });

  test('is void once a newer deployment has begun', async () => {
    const name = await deployed();
    const old = await deploy(name, [pause]);
    const id = await stage.paused(old);
    const newer = await deploy(name, []);
    await expect(stage.answer(old, id)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    expect((await stage.ended(old)).status).toBe('STOPPED');
    expect((await stage.ended(newer)).status).toBe('SUCCESSFUL');
  });

  test('holds a rolling deployment back before its first task', async () => {
    const created = await stage.create('rolls', { taskDefinition: worker });
    await stage.ended(await stage.begun(created));
    const rolling = await deploy('rolls', [{ targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP'] }]);
    const id = await stage.paused(rolling);
    expect(await stage.describe(rolling)).toMatchObject({
      lifecycleStage: 'PRE_SCALE_UP',
      targetServiceRevision: { runningTaskCount: 0, pendingTaskCount: 0 },
    });
    expect((await stage.account.service('rolls')).runningCount).toBe(1);
    await stage.answer(rolling, id);
    const done = await stage.ended(rolling);
    expect(done.status).toBe('SUCCESSFUL');
    expect(done).not.toHaveProperty('lifecycleStage');
  });
});
