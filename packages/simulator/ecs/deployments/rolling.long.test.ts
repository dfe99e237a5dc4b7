import {
  DeleteServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  type Service,
  StopServiceDeploymentCommand,
} from '@aws-sdk/client-ecs';
import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { failureCount, threshold } from './breaker.ts';
import { Stage } from './testing/stage.ts';

// For busy machines: every wait has its own deadline.
jest.setTimeout(400_000);

let stage: Stage;
let v1: string;
let v2: string;
let worker: string;
/** Its image can't be pulled, so its tasks never reach RUNNING. */
let broken: string;

beforeAll(async () => {
  stage = await Stage.open(28_100);
  v1 = await stage.web();
  v2 = await stage.web();
  worker = await stage.account.register('test/worker');
  broken = await stage.account.register('registry.example.com/none:1');
});
afterAll(async () => {
  await stage.close();
});

const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const numberOf = ({ deployments = [] }: Service): string => deployments[0]?.id?.replace('ecs-svc/', '') ?? '';

test('CreateService and UpdateService record a service deployment whose revision has the number of the deployment', async () => {
  const created = await stage.create('records', { taskDefinition: worker });
  expect(created).not.toHaveProperty('currentServiceDeployment');
  const first = await stage.begun(created);
  expect(first).toMatch(
    /^arn:aws:ecs:us-east-1:123456789012:service-deployment\/test\/records\/[\w-]{21,22}$/,
  );
  const before = await stage.ended(first);
  expect(before).toMatchObject({
    status: 'SUCCESSFUL',
    sourceServiceRevisions: [],
    targetServiceRevision: {
      arn: `arn:aws:ecs:us-east-1:123456789012:service-revision/test/records/${numberOf(created)}`,
      requestedTaskCount: 1,
      runningTaskCount: 1,
    },
    deploymentCircuitBreaker: { status: 'DISABLED', failureCount: 0, threshold: 3 },
    lifecycleHookDetails: [],
  });
  for (const absent of ['lifecycleStage', 'statusReason', 'rollback', 'stoppedAt'])
    expect(before).not.toHaveProperty(absent);
  expect(before.targetServiceRevision).not.toHaveProperty('requestedProductionTrafficWeight');

  const next = await stage.account.register('test/worker');
  const answer = await stage.update('records', { taskDefinition: next });
  // The newest entry right after the call may still be the deployment before.
  expect(answer.currentServiceDeployment).toBe(first);
  const second = await stage.begun(answer);
  expect(second).not.toBe(first);
  expect(await stage.describe(second)).toMatchObject({
    sourceServiceRevisions: [{ arn: before.targetServiceRevision?.arn }],
  });
  expect((await stage.ended(second)).status).toBe('SUCCESSFUL');
  expect(await stage.list('records')).toEqual([second, first]);
  const after = await stage.account.service('records');
  expect(after.currentServiceDeployment).toBe(second);
  expect(after.deployments?.[0]).toMatchObject({ rolloutState: 'COMPLETED' });
  expect(await stage.events('records')).toContain(
    `(service records) (deployment ${answer.deployments?.[0]?.id ?? ''}) deployment completed.`,
  );
  const revision = await stage.revision((await stage.describe(second)).targetServiceRevision?.arn);
  expect(revision).toMatchObject({
    taskDefinition: next,
    launchType: 'FARGATE',
    containerImages: [
      { containerName: 'app', image: 'test/worker', imageDigest: `sha256:${'ab'.repeat(32)}` },
    ],
  });
});

test('an update without a new revision starts no deployment, forceNewDeployment does', async () => {
  await stage.ended(await stage.begun(await stage.create('same', { taskDefinition: worker })));
  const settings = await stage.update('same', {
    taskDefinition: worker,
    desiredCount: 2,
    deploymentConfiguration: breaker,
    healthCheckGracePeriodSeconds: 5,
  });
  expect(settings.deployments).toHaveLength(1);
  expect(await stage.list('same')).toHaveLength(1);
  const forced = await stage.update('same', { forceNewDeployment: true });
  expect((await stage.ended(await stage.begun(forced))).status).toBe('SUCCESSFUL');
  expect(await stage.list('same')).toHaveLength(2);
});

test('the circuit breaker rolls the same service deployment back', async () => {
  const created = await stage.create('breaks', { taskDefinition: worker, deploymentConfiguration: breaker });
  const first = await stage.ended(await stage.begun(created));
  const answer = await stage.update('breaks', { taskDefinition: broken });
  const failed = await stage.ended(await stage.begun(answer));
  const reason = 'Service deployment rolled back because the circuit breaker threshold was exceeded.';
  expect(failed).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    statusReason: reason,
    rollback: { reason, serviceRevisionArn: first.targetServiceRevision?.arn },
    deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
  });
  expect(await stage.list('breaks')).toHaveLength(2);
  const service = await stage.account.service('breaks');
  expect(service).toMatchObject({ taskDefinition: worker, runningCount: 1 });
  expect(service.deployments?.map(({ id, rolloutState }) => [id, rolloutState])).toEqual([
    [created.deployments?.[0]?.id, 'COMPLETED'],
  ]);
  const events = await stage.events('breaks');
  expect(events).toContain(
    `(service breaks) (deployment ${answer.deployments?.[0]?.id ?? ''}) deployment failed: tasks failed to start.`,
  );
  expect(events).toContain(
    `(service breaks) rolling back to deployment ${created.deployments?.[0]?.id ?? ''}.`,
  );
});

test('the rollback restarts a revision of which no task is left', async () => {
  const replace = { ...breaker, minimumHealthyPercent: 0, maximumPercent: 100 };
  await stage.ended(
    await stage.begun(
      await stage.create('restarts', { taskDefinition: worker, deploymentConfiguration: replace }),
    ),
  );
  const failed = await stage.ended(
    await stage.begun(await stage.update('restarts', { taskDefinition: broken })),
  );
  expect(failed.status).toBe('ROLLBACK_SUCCESSFUL');
  expect(await stage.account.service('restarts')).toMatchObject({ taskDefinition: worker, runningCount: 1 });
});

test('without rollback the circuit breaker stops the deployment, and the service stays as it is', async () => {
  await stage.ended(await stage.begun(await stage.create('stays', { taskDefinition: worker })));
  const answer = await stage.update('stays', {
    taskDefinition: broken,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
  });
  const stopped = await stage.ended(await stage.begun(answer));
  expect(stopped).toMatchObject({ status: 'STOPPED', deploymentCircuitBreaker: { status: 'TRIGGERED' } });
  expect(stopped.stoppedAt).toEqual(stopped.finishedAt);
  expect(stopped).not.toHaveProperty('rollback');
  expect((await stage.account.service('stays')).deployments?.[0]).toMatchObject({
    status: 'PRIMARY',
    taskDefinition: broken,
    rolloutState: 'FAILED',
    rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
  });
});

test('the first deployment has nothing to go back to', async () => {
  const created = await stage.create('first', { taskDefinition: broken, deploymentConfiguration: breaker });
  const failed = await stage.ended(await stage.begun(created));
  expect(failed).toMatchObject({
    status: 'ROLLBACK_FAILED',
    statusReason: 'No rollback candidate was found to run the rollback.',
  });
  expect(await stage.events('first')).toContain(
    `Deployment [${failed.serviceDeploymentArn?.split('/').at(-1) ?? ''}] rollback has failed.`,
  );
});

test('tasks that fail the checks of their load balancer count, and the old ones go on serving', async () => {
  const { a } = await stage.balanced('checks');
  const loadBalancers = [{ targetGroupArn: a, containerName: 'app', containerPort: 8080 }];
  await stage.ended(await stage.begun(await stage.create('checks', { taskDefinition: v1, loadBalancers })));
  const sick = await stage.web({ STATUS: '500' });
  const failing = await stage.update('checks', {
    taskDefinition: sick,
    deploymentConfiguration: {
      deploymentCircuitBreaker: {
        enable: true,
        rollback: true,
        thresholdConfiguration: { type: 'COUNT', value: 2 },
      },
    },
  });
  expect(await stage.ended(await stage.begun(failing))).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    deploymentCircuitBreaker: { failureCount: 2, threshold: 2 },
  });
  expect(await stage.targets(a)).toContain('healthy');
});

test.each([
  [undefined, 1],
  [true, 1],
  [false, 4],
])(
  'with resetOnHealthyTask %s, one failure after a healthy task and three before count as %d',
  (reset, count) => {
    const deployment = {
      configuration: {
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          ...(reset !== undefined && { resetOnHealthyTask: reset }),
        },
      },
      target: { failedTasks: 1, failures: 4 },
    };
    expect(failureCount(deployment)).toBe(count);
  },
);

test.each([
  [undefined, 1, 3],
  [undefined, 25, 13],
  [undefined, 1000, 200],
  [{ type: 'BOUNDED_PERCENT' as const, value: 10 }, 100, 10],
  [{ type: 'BOUNDED_PERCENT' as const, value: 10 }, 10, 3],
  [{ type: 'UNBOUNDED_PERCENT' as const, value: 10 }, 10, 1],
  [{ type: 'UNBOUNDED_PERCENT' as const, value: 100 }, 1000, 1000],
  [{ type: 'COUNT' as const, value: 1 }, 100, 1],
])(
  'the circuit breaker with %j and %d tasks trips at %d failures',
  (thresholdConfiguration, count, failures) => {
    expect(
      threshold(
        { enable: true, rollback: true, ...(thresholdConfiguration && { thresholdConfiguration }) },
        count,
      ),
    ).toBe(failures);
  },
);

test('a second deployment supersedes the first, whose candidate stays the last successful revision', async () => {
  const created = await stage.create('newer', { taskDefinition: worker, deploymentConfiguration: breaker });
  const sound = await stage.ended(await stage.begun(created));
  const first = await stage.begun(await stage.update('newer', { taskDefinition: broken }));
  const second = await stage.begun(
    await stage.update('newer', { taskDefinition: broken, forceNewDeployment: true }),
  );
  const stopped = await stage.ended(first);
  expect(stopped.status).toBe('STOPPED');
  expect(stopped).not.toHaveProperty('rollback');
  expect(await stage.ended(second)).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    rollback: { serviceRevisionArn: sound.targetServiceRevision?.arn },
  });
  expect(await stage.account.service('newer')).toMatchObject({ taskDefinition: worker, runningCount: 1 });
});

test('StopServiceDeployment rolls back, configured or not, and refuses what has ended', async () => {
  const replace = { minimumHealthyPercent: 0, maximumPercent: 100 };
  await stage.ended(
    await stage.begun(
      await stage.create('stops', { taskDefinition: worker, deploymentConfiguration: replace }),
    ),
  );
  const arn = await stage.begun(await stage.update('stops', { taskDefinition: broken }));
  // The way back takes its time once the old task is gone.
  await stage.account.serviceWhen('stops', ({ runningCount }) => runningCount === 0);
  const stop = async () =>
    await stage.account.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn }));
  expect(await stop()).toMatchObject({ serviceDeploymentArn: arn });
  expect((await stage.describe(arn)).status).toMatch(/^ROLLBACK_/);
  // Asked again, the rollback goes on.
  await stop();
  expect((await stage.ended(arn)).status).toBe('ROLLBACK_SUCCESSFUL');
  await expect(stop()).rejects.toMatchObject({ name: 'ConflictException' });
  expect(await stage.account.service('stops')).toMatchObject({ taskDefinition: worker });
  await expect(
    stage.account.ecs.send(
      new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ABORT' }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await expect(
    stage.account.ecs.send(
      new StopServiceDeploymentCommand({ serviceDeploymentArn: `${arn.slice(0, -3)}abc` }),
    ),
  ).rejects.toMatchObject({ name: 'ServiceDeploymentNotFoundException' });
});

test('an alarm that goes red rolls back during the bake; one that was red before is ignored', async () => {
  const cloudwatch = new CloudWatchClient({
    endpoint: stage.account.running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const set = async (AlarmName: string, StateValue: 'ALARM' | 'OK') =>
    await cloudwatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'test' }));
  try {
    for (const AlarmName of ['old', 'new']) {
      await cloudwatch.send(
        new PutMetricAlarmCommand({
          AlarmName,
          Namespace: 'test',
          MetricName: 'errors',
          Period: 60,
          Statistic: 'Sum',
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanThreshold',
        }),
      );
    }
    await stage.ended(await stage.begun(await stage.create('alarmed', { taskDefinition: worker })));
    await set('old', 'ALARM');
    const answer = await stage.update('alarmed', {
      forceNewDeployment: true,
      deploymentConfiguration: {
        bakeTimeInMinutes: 1440,
        alarms: { alarmNames: ['old', 'new'], enable: true, rollback: true },
      },
    });
    const arn = await stage.begun(answer);
    await stage.account.serviceWhen('alarmed', ({ deployments }) => deployments?.length === 1);
    const baking = await stage.describe(arn);
    expect(baking).toMatchObject({
      status: 'IN_PROGRESS',
      alarms: { status: 'MONITORING', triggeredAlarmNames: [] },
    });
    expect((await stage.account.service('alarmed')).deployments?.[0]?.rolloutState).toBe('IN_PROGRESS');
    await set('new', 'ALARM');
    expect(await stage.ended(arn)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['new'] },
    });
    expect(await stage.events('alarmed')).toContain(
      `(service alarmed) (deployment ${answer.deployments?.[0]?.id ?? ''}) deployment failed: alarm detected.`,
    );
  } finally {
    cloudwatch.destroy();
  }
});

test('ListServiceDeployments filters and pages; what is unknown or deleted is MISSING', async () => {
  const arns: string[] = [];
  arns.push(await stage.begun(await stage.create('lists', { taskDefinition: worker, desiredCount: 0 })));
  await stage.ended(arns[0] ?? '');
  for (let count = 0; count < 2; count += 1) {
    const arn = await stage.begun(await stage.update('lists', { forceNewDeployment: true }));
    await stage.ended(arn);
    arns.unshift(arn);
  }
  const list = async (input: object) =>
    await stage.account.ecs.send(
      new ListServiceDeploymentsCommand({ cluster: 'test', service: 'lists', ...input }),
    );
  const first = await list({ maxResults: 2 });
  expect(first.serviceDeployments?.map((one) => one.serviceDeploymentArn)).toEqual(arns.slice(0, 2));
  const rest = await list({ maxResults: 2, nextToken: first.nextToken });
  expect(rest.serviceDeployments?.map((one) => one.serviceDeploymentArn)).toEqual(arns.slice(2));
  expect((await list({ status: ['STOPPED'] })).serviceDeployments).toEqual([]);
  const newest = first.serviceDeployments?.[0]?.createdAt?.getTime() ?? 0;
  const after = await list({ createdAt: { after: new Date(newest - 1000) } });
  expect(after.serviceDeployments?.map((one) => one.serviceDeploymentArn)).toEqual(arns.slice(0, 1));
  await expect(list({ createdAt: { after: new Date(newest - 100 * 86_400_000) } })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  const revision = first.serviceDeployments?.[0]?.targetServiceRevisionArn ?? '';
  await stage.account.ecs.send(new DeleteServiceCommand({ cluster: 'test', service: 'lists', force: true }));
  const { failures } = await stage.account.ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns }),
  );
  expect(failures).toEqual(arns.map((arn) => ({ arn, reason: 'MISSING' })));
  const gone = await stage.account.ecs.send(
    new DescribeServiceRevisionsCommand({ serviceRevisionArns: [revision] }),
  );
  expect(gone.failures).toEqual([{ arn: revision, reason: 'MISSING' }]);
});

test('services of CODE_DEPLOY have no service deployments', async () => {
  const { a } = await stage.balanced('other');
  await stage.create('other', {
    taskDefinition: v2,
    desiredCount: 0,
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [{ targetGroupArn: a, containerName: 'app', containerPort: 8080 }],
  });
  await expect(stage.list('other')).rejects.toMatchObject({ name: 'UnsupportedFeatureException' });
});
