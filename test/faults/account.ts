import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { DescribeScalableTargetsResponse } from '@aws-sdk/client-application-auto-scaling';
import type { DeploymentInfo, DeploymentTarget } from '@aws-sdk/client-codedeploy';
import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Clock } from '@cutover/simulator/kernel/clock';
import type { RecordedCall, Simulator } from '@cutover/simulator/kernel/simulator';
import { startSimulator } from '@cutover/simulator/start';
import { LiveService, type LiveOptions } from '../bundles/live-service.ts';
import { addService } from '../bundles/second-service.ts';
import { images } from './images.ts';
import { Visitor } from './visitor.ts';

/** The way of shifting that the deployment group has. */
export const CONFIG = 'Shop.Canary10Percent';
const ALARM = 'errors';
/** AWS time that passes at once. */
const STEP_MS = 1000;
/** AWS time that passes for each call of a step that runs: between two polls of a real one are seconds. */
const STEP_FOR_CALL_MS = 10_000;
/** A step that makes no call, as between two attempts, sees AWS time pass ten times faster than its own. */
const QUIET_MS = 100;
/** Of the wall's time between two looks: what waits for it gets its turn. */
const LOOK_MS = 2;
const PATIENCE_MS = 180_000;
const SCALER = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/web',
  ScalableDimension: 'ecs:service:DesiredCount',
};
/** What of the scaler is suspended by its owner, before any step. */
const SUSPENDED = {
  DynamicScalingInSuspended: false,
  DynamicScalingOutSuspended: false,
  ScheduledScalingSuspended: true,
};
const OVER = ['Succeeded', 'Failed', 'Stopped'];

export interface AccountOptions {
  /** How long a tenth of the requests goes to the new version. */
  readonly canaryMinutes?: number;
  readonly terminationMinutes?: number;
  /** A second service of that name, beside `web`. */
  readonly beside?: string;
  /** Deployments wait for somebody who continues them, before the shift. */
  readonly waits?: true;
}

/** What serves production, as ECS, the listener and a visitor see it. */
export interface Serving {
  /** `web:1` */
  readonly primary: string;
  /** Per cent of the requests by revision. */
  readonly weights: Readonly<Record<string, number>>;
  /** The revision that answered. */
  readonly answers: string;
}

/** Where users reach a service. */
interface Front {
  readonly service: string;
  readonly listener: string;
  readonly visitor: Visitor;
}

/** Whether every request of every service goes to that revision. */
export function wholly(all: readonly Serving[], revision: string): boolean {
  return all.every(
    ({ answers, primary, weights }) =>
      primary === revision && weights[revision] === 100 && answers === revision,
  );
}

/**
 * A live service whose AWS time stands still unless it is moved, so that a moment lasts as long as a test needs it,
 * however slow the machine; and a visitor who sends requests from the first to the last moment.
 */
export class Account {
  readonly live: LiveService;
  readonly #fronts: readonly Front[];
  #closed = false;

  private constructor(live: LiveService, fronts: readonly Front[]) {
    this.live = live;
    this.#fronts = fronts;
  }

  /** Service `web` serves `web:1`; `web:2` is a version that runs, `web:3` one that crashes at its start. */
  static async open(options: AccountOptions = {}): Promise<Account> {
    const { canaryMinutes = 1, terminationMinutes = 0 } = options;
    const running = await startSimulator({ timeScale: 0 });
    const { sim } = running;
    sim.images = images;
    try {
      await sim.call('codedeploy', 'CreateDeploymentConfig', {
        deploymentConfigName: CONFIG,
        computePlatform: 'ECS',
        trafficRoutingConfig: {
          type: 'TimeBasedCanary',
          timeBasedCanary: { canaryPercentage: 10, canaryInterval: canaryMinutes },
        },
      });
      const live = await moveWhile(
        sim.clock,
        LiveService.open({
          running,
          config: CONFIG,
          container: says('web:1'),
          terminationMinutes,
          ...(options.waits === true ? { ready: waiting(terminationMinutes) } : {}),
        }),
      );
      const listeners = new Map([['web', live.production]]);
      if (options.beside !== undefined) {
        const listener = addService(live, options.beside, { config: CONFIG, terminationMinutes });
        listeners.set(options.beside, await moveWhile(sim.clock, listener));
      }
      // A process needs its time to start, on a slow machine more than AWS time leaves it.
      for (const service of listeners.keys()) {
        await live.call('ecs', 'UpdateService', {
          cluster: 'shop',
          service,
          healthCheckGracePeriodSeconds: 3600,
        });
      }
      await live.call('codedeploy', 'UpdateDeploymentGroup', {
        applicationName: live.application,
        currentDeploymentGroupName: live.group,
        alarmConfiguration: { enabled: true, alarms: [{ name: ALARM }] },
      });
      await live.call('application-autoscaling', 'RegisterScalableTarget', {
        ...SCALER,
        MinCapacity: 1,
        MaxCapacity: 4,
        SuspendedState: SUSPENDED,
      });
      await live.register('web', says('web:2'));
      await live.register('crash');
      const fronts = [...listeners].map(([service, listener]) => {
        const visitor = new Visitor(addressOf(sim, listener));
        return { service, listener, visitor };
      });
      const account = new Account(live, fronts);
      await account.calm();
      for (const { visitor } of fronts) visitor.enter();
      return account;
    } catch (error) {
      await running.close();
      throw error;
    }
  }

  /** Ends every wait for this account, too. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#fronts.map(async ({ visitor }) => visitor.leave()));
    await this.live.close();
  }

  /** How many requests were sent. */
  get requests(): number {
    return this.#fronts.reduce((sum, { visitor }) => sum + visitor.requests, 0);
  }

  /** What went wrong with requests, by request. */
  get dropped(): readonly string[] {
    return this.#fronts.flatMap(({ visitor }) => visitor.dropped);
  }

  /** Deployments of all services, oldest first by service. */
  async deployments(): Promise<readonly DeploymentInfo[]> {
    const found = this.#fronts.map(async ({ service }) =>
      this.live.deployments([`AppECS-shop-${service}`, `DgpECS-shop-${service}`]),
    );
    return (await Promise.all(found)).flat();
  }

  get sim(): Simulator {
    return this.live.running.sim;
  }

  /** What was asked over HTTP so far. */
  get calls(): readonly RecordedCall[] {
    return this.sim.calls;
  }

  /** Moves AWS time until there is something to see. */
  async move<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
    return await this.#until(look, async () => {
      await this.sim.clock.advance(STEP_MS);
    });
  }

  /**
   * Moves AWS time as calls come in, until there is something to see: a step sees as much of a deployment on a slow
   * machine as on a fast one.
   */
  async pace<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
    let seen = this.calls.length;
    let movedAt = Date.now();
    return await this.#until(look, async () => {
      const made = this.calls.length - seen;
      seen += made;
      const quiet = Date.now() - movedAt >= QUIET_MS;
      if (made === 0 && !quiet) return;
      movedAt = Date.now();
      for (let left = made === 0 ? STEP_MS : STEP_FOR_CALL_MS; left > 0; left -= STEP_MS)
        await this.sim.clock.advance(STEP_MS);
    });
  }

  /** Waits for something to see while AWS time stands still. */
  async rest<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
    return await this.#until(look, async () => undefined);
  }

  /** Per cent of production requests that go to the second target group, which is idle in the beginning. */
  async greenWeight(): Promise<number> {
    return (await this.#weights(this.live.production)).get(this.live.green) ?? 0;
  }

  /** Until production sends a tenth of its requests to the new version. */
  async moveToShift(): Promise<void> {
    await this.move(async () => ((await this.greenWeight()) === 10 ? true : undefined));
  }

  /** Somebody's deployment of `web:2`, by hand; gives back its id. */
  async deploy(revision = 'web:2', deploymentConfigName = CONFIG): Promise<string> {
    return await this.live.deploy(
      `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`,
      deploymentConfigName,
    );
  }

  /** What `aws deploy stop-deployment --auto-rollback-enabled` does, if there is anything to stop. */
  async stop(): Promise<void> {
    for (const { deploymentId, status = '' } of await this.deployments()) {
      if (OVER.includes(status)) continue;
      await this.live.call('codedeploy', 'StopDeployment', { deploymentId, autoRollbackEnabled: true });
    }
  }

  /** A CloudWatch alarm of the deployment group fires. */
  async alarm(): Promise<void> {
    const { ok, status } = await fetch(`${this.live.running.url}/_simulator/alarms`, {
      method: 'POST',
      body: JSON.stringify({ name: ALARM, state: 'ALARM' }),
    });
    if (!ok) throw new Error(`the simulator answered ${status}`);
  }

  /** Status of a lifecycle event of the newest deployment; empty before it has started. */
  async event(name: string): Promise<string> {
    const newest = (await this.live.deployments()).at(-1);
    if (newest?.startTime === undefined) return '';
    const { deploymentTarget } = await this.live.call<{ deploymentTarget: DeploymentTarget }>(
      'codedeploy',
      'GetDeploymentTarget',
      { deploymentId: newest.deploymentId, targetId: 'shop:web' },
    );
    const events = deploymentTarget.ecsTarget?.lifecycleEvents ?? [];
    return events.find(({ lifecycleEventName }) => lifecycleEventName === name)?.status ?? '';
  }

  /** True once a step has been answered that its deployment stops. */
  get stops(): boolean {
    return this.calls.some(({ operation, status }) => operation === 'StopDeployment' && status === 200);
  }

  /** Moves AWS time until no deployment is under way and only one task set is left; gives back all deployments. */
  async calm(): Promise<readonly DeploymentInfo[]> {
    return await this.move(async () => {
      const deployments = await this.deployments();
      if (deployments.some(({ status = '' }) => !OVER.includes(status))) return undefined;
      for (const { service } of this.#fronts) {
        const { taskSets = [] } = await this.live.service(service);
        if (taskSets.length !== 1 || taskSets[0]?.stabilityStatus !== 'STEADY_STATE') return undefined;
      }
      return deployments;
    });
  }

  /** What serves, by service; `web` is the first. */
  async serving(): Promise<readonly Serving[]> {
    return await Promise.all(this.#fronts.map(async (front) => this.#servingOf(front)));
  }

  async #servingOf({ listener, service, visitor }: Front): Promise<Serving> {
    const { taskSets = [] } = await this.live.service(service);
    const weights: Record<string, number> = {};
    for (const [group, weight] of await this.#weights(listener)) {
      const behind = taskSets.find(({ loadBalancers = [] }) =>
        loadBalancers.some(({ targetGroupArn }) => targetGroupArn === group),
      );
      if (weight > 0) weights[short(behind?.taskDefinition)] = weight;
    }
    const primary = short(taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition);
    return { primary, weights, answers: await visitor.ask() };
  }

  /** True when nothing but what its owner suspended is suspended. */
  async scales(): Promise<boolean> {
    const { ScalableTargets } = await this.live.call<DescribeScalableTargetsResponse>(
      'application-autoscaling',
      'DescribeScalableTargets',
      { ServiceNamespace: SCALER.ServiceNamespace },
    );
    return isDeepStrictEqual(ScalableTargets?.[0]?.SuspendedState, SUSPENDED);
  }

  async #until<T>(
    look: () => T | undefined | Promise<T | undefined>,
    between: () => Promise<void>,
  ): Promise<T> {
    return await until(look, async () => {
      if (this.#closed) throw new Error(`the account was closed before: ${look.toString()}`);
      await between();
    });
  }

  async #weights(listener: string): Promise<Map<string, number>> {
    const { Listeners } = await this.live.call<{ Listeners: Listener[] }>(
      'elasticloadbalancing',
      'DescribeListeners',
      { ListenerArns: [listener] },
    );
    const action = Listeners[0]?.DefaultActions?.[0];
    const groups = action?.ForwardConfig?.TargetGroups ?? [
      { TargetGroupArn: action?.TargetGroupArn, Weight: 1 },
    ];
    const total = groups.reduce((sum, { Weight = 0 }) => sum + Weight, 0);
    return new Map(
      groups.map(({ TargetGroupArn = '', Weight = 0 }) => [TargetGroupArn, (100 * Weight) / total]),
    );
  }
}

/** A group that waits two days to be continued. */
function waiting(terminationWaitTimeInMinutes: number): NonNullable<LiveOptions['ready']> {
  return {
    deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2880 },
    terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes },
  };
}

function says(revision: string): { environment: { name: string; value: string }[] } {
  return { environment: [{ name: 'REVISION', value: revision }] };
}

function short(arn: string | undefined): string {
  return arn === undefined ? 'nobody' : arn.slice(arn.lastIndexOf('/') + 1);
}

/** Where a listener really answers. */
function addressOf(sim: Simulator, listenerArn: string): string {
  const seen = sim.service('elasticloadbalancing').snapshot?.() as
    | { loadBalancers: { listeners: { arn: string; address: string }[] }[] }
    | undefined;
  const found = (seen?.loadBalancers ?? [])
    .flatMap(({ listeners }) => listeners)
    .find(({ arn }) => arn === listenerArn);
  if (found === undefined) throw new Error('production listens nowhere');
  return found.address;
}

async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  between: () => Promise<void>,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`never came true: ${look.toString()}`);
    await between();
    await setTimeout(LOOK_MS);
  }
}

/** Moves AWS time until the work is done. */
async function moveWhile<T>(clock: Clock, work: Promise<T>): Promise<T> {
  let over = false;
  const noted = work.finally(() => {
    over = true;
  });
  noted.catch(() => undefined);
  await until(
    () => (over ? true : undefined),
    async () => {
      await clock.advance(STEP_MS);
    },
  );
  return await noted;
}
