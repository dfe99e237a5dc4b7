import type { InputSchema } from '@cutover/domain/inputs/input';
import type { RunningSimulator } from '@cutover/simulator/start';
import type { Step } from '@cutover/steps/step';
import { awsEnv } from '../bundles/action.ts';
import { putImage } from '../bundles/ecr-image.ts';
import { LiveService } from '../bundles/live-service.ts';
import { inOneLine, observeStep, type Surroundings } from './observe.ts';
import type { Given, Scene } from './proof.ts';

/** Stack whose outputs name the service. */
export const STACK = 'shop-production';

/** With this deployment config CodeDeploy says that another deployment is under way. */
export const BUSY_CONFIG = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';

/** Name of a deployment config that shifts for a day. */
const SLOW = 'Slow';

/** Template of {@link STACK}. */
export const TEMPLATE = `
Resources:
  Logs: { Type: AWS::Logs::LogGroup }
Outputs:
  ClusterName: { Value: shop }
  ServiceName: { Value: web }
  EcrRepositoryUri: { Value: 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app }
`;

/** How long the credentials will do: a longer wait is warned of, with its reason. */
const HALF_AN_HOUR_MS = 30 * 60_000;

/** Alarm that is in ALARM. */
export const ALARM = 'web-errors';

/**
 * A simulated account in which service web of cluster shop serves web:2, which was made of another commit and deployed over
 * web:1. web:3 is not deployed yet, and the container of web:4 fails. CodeDeploy refuses every further deployment, and ECS
 * every revision and tasks of web:3, so that runs end with what they asked for.
 */
export class Account {
  readonly live: LiveService;

  private constructor(live: LiveService) {
    this.live = live;
  }

  static async open(): Promise<Account> {
    const live = await LiveService.open({ timeScale: 200, terminationMinutes: 5 });
    try {
      const revisions = [await live.register('web'), await live.register('web')];
      const created = await live.deploy(revisions[0] ?? '', 'CodeDeployDefault.ECSAllAtOnce');
      await live.until(async () =>
        (await live.deployment(created)).status === 'Succeeded' ? true : undefined,
      );
      await live.call('ecs', 'TagResource', {
        resourceArn: revisions[0],
        tags: [{ key: 'cutover:commit', value: 'f'.repeat(40) }],
      });
      await live.call('cloudformation', 'CreateStack', { StackName: STACK, TemplateBody: TEMPLATE });
      // Its container says something and fails.
      await live.register('crash');
      await live.call('rds', 'CreateDBInstance', {
        DBInstanceIdentifier: 'shop',
        Engine: 'postgres',
        DBInstanceClass: 'db.t4g.micro',
        AllocatedStorage: 20,
        MasterUsername: 'shop',
        ManageMasterUserPassword: true,
      });
      await putImage(live.running, 'team/app');
      await putImage(live.running, 'team/app', { tag: 'v2', platforms: ['linux/arm64'] });
      await live.call('cloudwatch', 'PutMetricAlarm', {
        AlarmName: ALARM,
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 1,
        MetricName: 'HTTPCode_Target_5XX_Count',
        Namespace: 'AWS/ApplicationELB',
        Period: 60,
        Statistic: 'Sum',
        Threshold: 10,
      });
      await live.call('cloudwatch', 'SetAlarmState', {
        AlarmName: ALARM,
        StateValue: 'ALARM',
        StateReason: 'tried',
      });
      for (const [code, resource] of [
        ['DeploymentLimitExceededException', BUSY_CONFIG],
        ['InvalidRoleException', '*'],
      ] as const)
        live.fault({
          service: 'codedeploy',
          operation: 'CreateDeployment',
          resource,
          error: { code, message: 'refused' },
          times: 'always',
        });
      for (const [operation, resource] of [
        ['RunTask', 'web:3'],
        ['RegisterTaskDefinition', '*'],
      ] as const)
        live.fault({
          service: 'ecs',
          operation,
          resource,
          error: { code: 'InvalidParameterException', message: 'refused' },
          times: 'always',
        });
      return new Account(live);
    } catch (error) {
      await live.close();
      throw error;
    }
  }
}

/** Runs of a step in a simulated account, with all calls that they make. */
export function sceneIn<S extends InputSchema>(
  { sim, url }: RunningSimulator,
  // eslint-disable-next-line typescript/no-explicit-any -- the outputs of every step
  step: Step<S, any>,
  surroundings: Surroundings,
): Scene {
  return {
    observe: async (given: Given) => {
      sim.calls.length = 0;
      Object.assign(process.env, awsEnv(url), {
        AWS_SESSION_TOKEN: 'token',
        AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + HALF_AN_HOUR_MS).toISOString(),
      });
      const seen = await observeStep(step, given, surroundings);
      return [
        seen,
        ...sim.calls.map(({ operation, input }) => `calls ${operation} ${inOneLine(input)}`),
      ].join('\n');
    },
  };
}

/** Another deployment is under way for a day, and the service is to have no task. */
async function busyWithoutTasks(live: LiveService): Promise<void> {
  await live.call('codedeploy', 'CreateDeploymentConfig', {
    deploymentConfigName: SLOW,
    computePlatform: 'ECS',
    trafficRoutingConfig: {
      type: 'TimeBasedCanary',
      timeBasedCanary: { canaryPercentage: 10, canaryInterval: 1440 },
    },
  });
  await live.deploy('arn:aws:ecs:us-east-1:123456789012:task-definition/web:1', SLOW);
  await live.active();
  await live.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', desiredCount: 0 });
}

const opened: Record<'common' | 'busy', Promise<Account> | undefined> = {
  common: undefined,
  busy: undefined,
};

/** Runs of a step in the account that all such scenes share. */
export function inAccount<S extends InputSchema>(
  // eslint-disable-next-line typescript/no-explicit-any -- the outputs of every step
  step: Step<S, any>,
  surroundings: Surroundings = {},
): () => Promise<Scene> {
  return async () => {
    const { live } = await (opened.common ??= Account.open());
    return sceneIn(live.running, step, surroundings);
  };
}

/** Runs of a step in an account where another deployment is under way, and the service is to have no task. */
export function inBusyAccount<S extends InputSchema>(
  // eslint-disable-next-line typescript/no-explicit-any -- the outputs of every step
  step: Step<S, any>,
  surroundings: Surroundings = {},
): () => Promise<Scene> {
  return async () => {
    opened.busy ??= Account.open().then(async (account) => {
      await busyWithoutTasks(account.live);
      return account;
    });
    const { live } = await opened.busy;
    return sceneIn(live.running, step, surroundings);
  };
}

/** Closed at the end, beside the accounts. */
export const simulators: RunningSimulator[] = [];

/** Closes the accounts of all scenes. */
export async function closeAccounts(): Promise<void> {
  for (const account of [opened.common, opened.busy]) await (await account)?.live.close();
  for (const simulator of simulators) await simulator.close();
}
