import {
  ConflictException,
  type DeploymentConfiguration,
  type LoadBalancer,
  type Service,
  StopServiceDeploymentCommand,
} from '@aws-sdk/client-ecs';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { until } from '../test-account.ts';
import { stepsOf } from './shifting.ts';
import { type Balanced, Stage } from './testing/stage.ts';

// For busy machines: every wait has its own deadline.
jest.setTimeout(400_000);

const ROLE = 'arn:aws:iam::123456789012:role/infrastructure';
const BLUE_GREEN = { strategy: 'BLUE_GREEN' as const, bakeTimeInMinutes: 0 };
const PAUSE = (
  stage: 'POST_TEST_TRAFFIC_SHIFT' | 'PRE_PRODUCTION_TRAFFIC_SHIFT' | 'POST_PRODUCTION_TRAFFIC_SHIFT',
) => ({
  lifecycleHooks: [{ targetType: 'PAUSE' as const, lifecycleStages: [stage] }],
});

let stage: Stage;
let v1: string;
let v2: string;
let sick: string;

beforeAll(async () => {
  stage = await Stage.open(28_200);
  v1 = await stage.web();
  v2 = await stage.web();
  sick = await stage.web({ STATUS: '500' });
});
afterAll(async () => {
  await stage.close();
});

function behind({ a, b, production, test: testRule }: Balanced, roleArn = ROLE): LoadBalancer[] {
  return [
    {
      targetGroupArn: a,
      containerName: 'app',
      containerPort: 8080,
      advancedConfiguration: {
        alternateTargetGroupArn: b,
        productionListenerRule: production,
        testListenerRule: testRule,
        roleArn,
      },
    },
  ];
}

/** A service whose first deployment has succeeded. */
async function deployed(
  name: string,
  deploymentConfiguration: DeploymentConfiguration = BLUE_GREEN,
  roleArn = ROLE,
): Promise<Balanced> {
  const balanced = await stage.balanced(name);
  const created = await stage.create(name, {
    taskDefinition: v1,
    loadBalancers: behind(balanced, roleArn),
    deploymentConfiguration,
  });
  expect(await stage.ended(await stage.begun(created))).toMatchObject({ status: 'SUCCESSFUL' });
  return balanced;
}

const primary = ({ deployments = [] }: Service): [string | undefined, number | undefined] => [
  deployments[0]?.taskDefinition,
  deployments.length,
];

test('the first deployment rewrites the rule with both groups; the next one goes back to the first group', async () => {
  const balanced = await deployed('turns');
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  expect(await stage.weights(balanced.test)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  const service = await stage.account.service('turns');
  expect(service.loadBalancers?.[0]?.targetGroupArn).toBe(balanced.a);
  expect(service).not.toHaveProperty('taskSets');

  const arn = await stage.begun(await stage.update('turns', { taskDefinition: v2 }));
  const done = await stage.ended(arn);
  expect(done).toMatchObject({
    status: 'SUCCESSFUL',
    lifecycleStage: 'CLEAN_UP',
    sourceServiceRevisions: [
      { runningTaskCount: 0, requestedProductionTrafficWeight: 0, requestedTestTrafficWeight: 0 },
    ],
    targetServiceRevision: {
      runningTaskCount: 1,
      requestedProductionTrafficWeight: 100,
      requestedTestTrafficWeight: 100,
    },
  });
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 100, [balanced.b]: 0 });
  expect(await stage.targets(balanced.a)).toEqual(['healthy']);
  const revision = await stage.revision(done.targetServiceRevision?.arn);
  expect(revision.resolvedConfiguration?.loadBalancers).toEqual([
    { targetGroupArn: balanced.a, productionListenerRule: balanced.production },
  ]);
});

test('green serves test traffic while production stays on blue, and both revisions run', async () => {
  const balanced = await deployed('tests');
  const answer = await stage.update('tests', {
    taskDefinition: v2,
    deploymentConfiguration: PAUSE('POST_TEST_TRAFFIC_SHIFT'),
  });
  expect(answer.deployments?.map(({ status, taskDefinition }) => [status, taskDefinition])).toEqual([
    ['PRIMARY', v2],
    ['ACTIVE', v1],
  ]);
  const arn = await stage.begun(answer);
  await stage.paused(arn);
  expect(await stage.describe(arn)).toMatchObject({
    status: 'IN_PROGRESS',
    lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
    sourceServiceRevisions: [
      { runningTaskCount: 1, requestedProductionTrafficWeight: 100, requestedTestTrafficWeight: 0 },
    ],
    targetServiceRevision: {
      runningTaskCount: 1,
      requestedProductionTrafficWeight: 0,
      requestedTestTrafficWeight: 100,
    },
  });
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  expect(await stage.weights(balanced.test)).toEqual({ [balanced.a]: 100, [balanced.b]: 0 });

  await stage.account.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn }));
  const back = await stage.ended(arn);
  expect(back).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    targetServiceRevision: { runningTaskCount: 0 },
    sourceServiceRevisions: [{ runningTaskCount: 1 }],
  });
  expect(await stage.weights(balanced.test)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  expect(primary(await stage.account.service('tests'))).toEqual([v1, 1]);
});

test('a stop during the bake gives production back; in CLEAN_UP it comes too late', async () => {
  const balanced = await deployed('bakes');
  const arn = await stage.begun(
    await stage.update('bakes', {
      taskDefinition: v2,
      deploymentConfiguration: { ...BLUE_GREEN, bakeTimeInMinutes: 1440 },
    }),
  );
  await stage.when(arn, ({ lifecycleStage }) => lifecycleStage === 'BAKE_TIME');
  expect((await stage.account.service('bakes')).deployments).toHaveLength(2);
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 100, [balanced.b]: 0 });
  await stage.account.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn }));
  expect((await stage.ended(arn)).status).toBe('ROLLBACK_SUCCESSFUL');
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });

  const late = await stage.begun(
    await stage.update('bakes', { taskDefinition: v2, deploymentConfiguration: BLUE_GREEN }),
  );
  await stage.when(late, ({ lifecycleStage }) => lifecycleStage === 'CLEAN_UP');
  // Cleaning up takes moments here; a stop after its end is a conflict.
  await stage.account.ecs
    .send(new StopServiceDeploymentCommand({ serviceDeploymentArn: late }))
    .catch((error: unknown) => {
      if (!(error instanceof ConflictException)) throw error;
    });
  expect((await stage.ended(late)).status).toBe('SUCCESSFUL');
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 100, [balanced.b]: 0 });
});

test('a green that is never healthy gets no traffic; the circuit breaker ends it', async () => {
  const balanced = await deployed('sick');
  const answer = await stage.update('sick', {
    taskDefinition: sick,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  });
  expect(await stage.ended(await stage.begun(answer))).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    targetServiceRevision: { requestedProductionTrafficWeight: 0, requestedTestTrafficWeight: 0 },
  });
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  expect(await stage.targets(balanced.b)).toEqual(['healthy']);
});

test('LINEAR moves production in equal steps, each before which a PAUSE waits', async () => {
  const balanced = await deployed('linear');
  const arn = await stage.begun(
    await stage.update('linear', {
      taskDefinition: v2,
      deploymentConfiguration: {
        strategy: 'LINEAR',
        bakeTimeInMinutes: 0,
        linearConfiguration: { stepPercent: 40, stepBakeTimeInMinutes: 0 },
        ...PAUSE('PRE_PRODUCTION_TRAFFIC_SHIFT'),
      },
    }),
  );
  const answered: string[] = [];
  for (const share of [0, 40, 80]) {
    const hook = await stage.paused(arn, answered);
    expect(await stage.weights(balanced.production)).toEqual({
      [balanced.a]: share,
      [balanced.b]: 100 - share,
    });
    answered.push(hook);
    await stage.answer(arn, hook);
  }
  expect(new Set(answered).size).toBe(3);
  expect((await stage.ended(arn)).status).toBe('SUCCESSFUL');
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 100, [balanced.b]: 0 });
});

test('CANARY holds its share for the canary bake, and one step leads back', async () => {
  const balanced = await deployed('canary');
  const arn = await stage.begun(
    await stage.update('canary', {
      taskDefinition: v2,
      deploymentConfiguration: {
        strategy: 'CANARY',
        canaryConfiguration: { canaryPercent: 12.5, canaryBakeTimeInMinutes: 1440 },
      },
    }),
  );
  await stage.when(
    arn,
    ({ targetServiceRevision: target }) => target?.requestedProductionTrafficWeight === 12.5,
  );
  // Weights are whole numbers up to 999.
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 125, [balanced.b]: 874 });
  await stage.account.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn }));
  expect((await stage.ended(arn)).status).toBe('ROLLBACK_SUCCESSFUL');
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
});

test.each<[DeploymentConfiguration, number[]]>([
  [{ strategy: 'BLUE_GREEN' }, [100]],
  [{ strategy: 'LINEAR' }, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
  [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 33.3 } }, [33.3, 66.6, 99.9, 100]],
  [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 100 } }, [100]],
  [{ strategy: 'CANARY' }, [5, 100]],
  [{ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 100 } }, [100]],
])('%j moves production to %j percent', (configuration, percents) => {
  const steps = stepsOf(configuration);
  expect(steps.map(({ percent }) => percent)).toEqual(percents);
  expect(steps.at(-1)?.bakeMinutes).toBe(0);
});

test('without load balancer BLUE_GREEN doubles the tasks and shifts nothing', async () => {
  const worker = await stage.account.register('test/worker');
  await stage.ended(
    await stage.begun(
      await stage.create('headless', { taskDefinition: worker, deploymentConfiguration: BLUE_GREEN }),
    ),
  );
  const arn = await stage.begun(
    await stage.update('headless', {
      forceNewDeployment: true,
      deploymentConfiguration: PAUSE('POST_PRODUCTION_TRAFFIC_SHIFT'),
    }),
  );
  const hook = await stage.paused(arn);
  expect((await stage.account.service('headless')).runningCount).toBe(2);
  await stage.answer(arn, hook);
  expect((await stage.ended(arn)).status).toBe('SUCCESSFUL');
});

test('a newer deployment stops the one in a shift and takes its traffic back first', async () => {
  const balanced = await deployed('replaced');
  const first = await stage.begun(
    await stage.update('replaced', {
      taskDefinition: v2,
      deploymentConfiguration: {
        strategy: 'CANARY',
        bakeTimeInMinutes: 0,
        canaryConfiguration: { canaryPercent: 50, canaryBakeTimeInMinutes: 1440 },
      },
    }),
  );
  await stage.when(first, ({ targetServiceRevision: t }) => t?.requestedProductionTrafficWeight === 50);
  const second = await stage.begun(
    await stage.update('replaced', {
      forceNewDeployment: true,
      deploymentConfiguration: { ...BLUE_GREEN, ...PAUSE('POST_TEST_TRAFFIC_SHIFT') },
    }),
  );
  expect(await stage.ended(first)).toMatchObject({ status: 'STOPPED' });
  const hook = await stage.paused(second);
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  await stage.answer(second, hook);
  expect((await stage.ended(second)).status).toBe('SUCCESSFUL');
  expect(primary(await stage.account.service('replaced'))).toEqual([v2, 1]);
});

describe('networking that the live rules show', () => {
  const reason = (detail: string): string =>
    `Service deployment rolled back because of invalid networking configuration${detail}`;
  const cases: [
    string,
    (balanced: Balanced, foreign: string) => Record<string, number>,
    (balanced: Balanced, foreign: string) => string,
  ][] = [
    [
      'two',
      ({ a, b }) => ({ [a]: 1, [b]: 1 }),
      ({ production }) =>
        `. productionListenerRule ${production} should have exactly one target group serving traffic but found 2 target groups which are serving traffic`,
    ],
    [
      'foreign',
      (_, foreign) => ({ [foreign]: 1 }),
      ({ a, b }, foreign) =>
        `. Production listener rule is forwarding traffic to unexpected target group ${foreign}. Expected traffic to be forwarded to either targetGroupArn: ${a} or alternateTargetGroupArn: ${b}`,
    ],
  ];
  test.each(cases)(
    'a rule with %s groups is rolled back with nothing moved',
    async (name, weights, detail) => {
      const balanced = await deployed(name);
      const { b: other } = await stage.balanced(`${name}-x`);
      // A group of the same load balancer that the service does not name.
      const foreign = name === 'foreign' ? await stage.group(`${name}-y`) : other;
      await stage.setWeights(balanced.production, weights(balanced, foreign));
      const answer = await stage.update(name, { taskDefinition: v2 });
      const failed = await stage.ended(await stage.begun(answer));
      expect(failed).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        statusReason: reason(detail(balanced, foreign)),
      });
      expect(failed).not.toHaveProperty('lifecycleStage', 'SCALE_UP');
      expect(await stage.events(name)).toContain(
        `(service ${name}) (deployment ${answer.deployments?.[0]?.id ?? ''}) deployment failed: ${reason(detail(balanced, foreign))}`,
      );
    },
  );

  test('a rule that was reset takes the served group for blue, although the tasks sit in the other', async () => {
    const balanced = await deployed('reset');
    await stage.setWeights(balanced.production, { [balanced.a]: 1, [balanced.b]: 0 });
    const arn = await stage.begun(await stage.update('reset', { taskDefinition: v2 }));
    expect((await stage.ended(arn)).status).toBe('SUCCESSFUL');
    // Green joined the group in which the old task lived.
    expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  });
});

describe('the infrastructure role', () => {
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
  const role = async (RoleName: string, service: string, actions: string[]): Promise<string> => {
    const { Role } = await iam.send(
      new CreateRoleCommand({
        RoleName,
        AssumeRolePolicyDocument: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
        }),
      }),
    );
    await allow(RoleName, actions);
    return Role?.Arn ?? '';
  };
  const allow = async (RoleName: string, Action: string[]): Promise<void> => {
    await iam.send(
      new PutRolePolicyCommand({
        RoleName,
        PolicyName: 'elb',
        PolicyDocument: JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }),
      }),
    );
  };
  const ALL = ['elasticloadbalancing:*'];
  const NO_SHIFT = ['elasticloadbalancing:Describe*', 'elasticloadbalancing:*Targets'];

  test('that does not trust ECS rolls the deployment back before it starts a task', async () => {
    const arn = await role('untrusting', 'ecs-tasks.amazonaws.com', ALL);
    await deployed('untrusted');
    const [loadBalancer] = (await stage.account.service('untrusted')).loadBalancers ?? [];
    const failed = await stage.ended(
      await stage.begun(
        await stage.update('untrusted', {
          loadBalancers: [
            {
              ...loadBalancer,
              advancedConfiguration: {
                ...loadBalancer?.advancedConfiguration,
                alternateTargetGroupArn: loadBalancer?.advancedConfiguration?.alternateTargetGroupArn,
                productionListenerRule: loadBalancer?.advancedConfiguration?.productionListenerRule,
                roleArn: arn,
              },
            },
          ],
        }),
      ),
    );
    expect(failed).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: `Service deployment rolled back because of invalid networking configuration. ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role '${arn}'.`,
      targetServiceRevision: { runningTaskCount: 0 },
    });
  });

  test('that may not modify rules fails the shift', async () => {
    const arn = await role('narrow', 'ecs.amazonaws.com', ALL);
    const balanced = await deployed('narrow', BLUE_GREEN, arn);
    await allow('narrow', NO_SHIFT);
    const failed = await stage.ended(await stage.begun(await stage.update('narrow', { taskDefinition: v2 })));
    expect(failed).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: `Service deployment rolled back because TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. User: arn:aws:sts::123456789012:assumed-role/narrow/ECSNetworkingWithELB is not authorized to perform: elasticloadbalancing:ModifyRule on resource: ${balanced.test} because no identity-based policy allows the elasticloadbalancing:ModifyRule action`,
    });
  });

  test('that may not register targets leaves the deployment in SCALE_UP with an event', async () => {
    const arn = await role('blind', 'ecs.amazonaws.com', ALL);
    await deployed('blind', BLUE_GREEN, arn);
    await allow('blind', ['elasticloadbalancing:Describe*', 'elasticloadbalancing:ModifyRule']);
    const stuck = await stage.begun(await stage.update('blind', { taskDefinition: v2 }));
    await until(
      async () => stage.events('blind'),
      (events) =>
        events.some((event) =>
          event?.includes(
            'assumed-role/blind/ecs-service-scheduler is not authorized to perform: elasticloadbalancing:RegisterTargets',
          ),
        ),
    );
    expect(await stage.describe(stuck)).toMatchObject({
      status: 'IN_PROGRESS',
      lifecycleStage: 'SCALE_UP',
    });
    await allow('blind', ALL);
    expect((await stage.ended(stuck)).status).toBe('SUCCESSFUL');
  });
});

describe('requests that are refused at once', () => {
  const refusals: [string, (balanced: Balanced) => object, string | RegExp][] = [
    [
      'none',
      ({ a }) => ({ loadBalancers: [{ targetGroupArn: a, containerName: 'app', containerPort: 8080 }] }),
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
    ],
    [
      'twice',
      (one) => ({ loadBalancers: behind({ ...one, b: one.a }) }),
      /^Duplicate targetGroupArn found: arn:/,
    ],
    [
      'same',
      (one) => ({ loadBalancers: behind({ ...one, test: one.production }) }),
      /^The following rules cannot be used as both production and test listener rules: arn:/,
    ],
    [
      'arn',
      (one) => ({
        loadBalancers: behind({ ...one, production: one.production.replace('listener-rule', 'listener') }),
      }),
      /^productionListenerRule has an invalid ARN format/,
    ],
    [
      'mixed',
      (one) => ({
        loadBalancers: [...behind(one), { targetGroupArn: one.a, containerName: 'app', containerPort: 8080 }],
      }),
      'Either all or none of the provided loadBalancers must have advancedConfiguration defined',
    ],
    [
      'bake',
      (one) => ({
        loadBalancers: behind(one),
        deploymentConfiguration: { ...BLUE_GREEN, bakeTimeInMinutes: 1441 },
      }),
      'bakeTimeInMinutes must be between 0 and 1440',
    ],
    [
      'step',
      (one) => ({
        loadBalancers: behind(one),
        deploymentConfiguration: { strategy: 'LINEAR', linearConfiguration: { stepPercent: 2.9 } },
      }),
      'stepPercent must be between 3.0 and 100.0',
    ],
    [
      'pause',
      (one) => ({
        loadBalancers: behind(one),
        deploymentConfiguration: {
          ...BLUE_GREEN,
          lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] }],
        },
      }),
      'Invalid lifecycle stage provided for Pause Hook',
    ],
  ];
  test.each(refusals)('%s', async (name, input, message) => {
    const balanced = await stage.balanced(`no-${name}`);
    await expect(
      stage.create(`no-${name}`, {
        taskDefinition: v1,
        deploymentConfiguration: BLUE_GREEN,
        ...input(balanced),
      }),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringMatching(message) as unknown,
    });
  });

  test('no test rule, and a production rule with one of the two groups only', async () => {
    const balanced = await stage.balanced('no-rule');
    await stage.setWeights(balanced.production, { [balanced.a]: 1 });
    const [{ advancedConfiguration, ...rest } = {}] = behind(balanced);
    const { testListenerRule: _, ...advanced } = advancedConfiguration ?? {};
    await expect(
      stage.create('no-rule', {
        taskDefinition: v1,
        deploymentConfiguration: BLUE_GREEN,
        loadBalancers: [{ ...rest, advancedConfiguration: advanced }],
      }),
    ).rejects.toMatchObject({
      message:
        'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
    });
  });
});

test('the configuration of another strategy is dropped, and no deployment starts for a changed strategy alone', async () => {
  await deployed('drops');
  const answer = await stage.update('drops', {
    deploymentConfiguration: { ...BLUE_GREEN, canaryConfiguration: { canaryPercent: 10 } },
  });
  expect(answer.deploymentConfiguration).not.toHaveProperty('canaryConfiguration');
  await stage.update('drops', {
    deploymentConfiguration: { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10 } },
  });
  expect(await stage.list('drops')).toHaveLength(1);
});

test('a service of CODE_DEPLOY moves to the controller ECS in place, by a deployment of its own', async () => {
  const balanced = await stage.balanced('moves');
  const plain = [{ targetGroupArn: balanced.a, containerName: 'app', containerPort: 8080 }];
  await stage.create('moves', {
    taskDefinition: v1,
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: plain,
  });
  await stage.account.serviceWhen(
    'moves',
    ({ taskSets }) => taskSets?.[0]?.stabilityStatus === 'STEADY_STATE',
  );
  const answer = await stage.update('moves', {
    deploymentController: { type: 'ECS' },
    taskDefinition: v1,
    deploymentConfiguration: BLUE_GREEN,
    loadBalancers: behind(balanced),
  });
  expect(await stage.ended(await stage.begun(answer))).toMatchObject({ status: 'SUCCESSFUL' });
  expect(await stage.weights(balanced.production)).toEqual({ [balanced.a]: 0, [balanced.b]: 100 });
  await expect(
    stage.update('moves', { deploymentController: { type: 'CODE_DEPLOY' } }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
});
