import { describe, expect, test } from '@jest/globals';
import type { Created } from '@cutover/aws/codedeploy/deployments';
import type { Clock } from '@cutover/domain/clock';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import type { ServiceState, TaskSet } from '@cutover/domain/task/ecs-service';
import { AccessDeniedError, AwsCallError, CancelledError, ConfigurationError } from '@cutover/domain/errors';
import type { ProgressEvent } from '@cutover/domain/progress';
import { outcomeOf } from '../deploy/outputs.ts';
import type { World } from '../world.ts';
import { cancelCreation } from './cancel.ts';
import { afterKill } from './codedeploy/after-kill.ts';
import { carryOut } from './carry-out.ts';
import { Pursuit } from './pursuit.ts';
import { createDeployment } from './codedeploy/create.ts';
import type { CodeDeployOrder } from './codedeploy/plan.ts';
import { engineOfWeb } from './codedeploy/testing/engine.ts';

const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';
const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const MINUTE = 60_000;

const order: CodeDeployOrder = {
  application: 'shop',
  group: 'web',
  cluster: 'shop',
  service: 'web',
  revision: NEW,
  previous: OLD,
  appSpec: '{}',
  config: undefined,
  autoRollbackEvents: ['DEPLOYMENT_FAILURE'],
  ignoreAlarms: false,
  description: 'web:8 https://github.com/octo/shop/actions/runs/7/attempts/1',
  waitUntil: 'traffic-shifted',
  budget: { totalMs: 90 * MINUTE, reason: 'install 60 min' },
  maxFailedTasks: 3,
  onCancel: 'rollback',
  intervalMs: 5000,
  through: 'shop/web',
  manner: undefined,
  document: { title: 'AppSpec', language: 'json', text: '{}' },
  warnings: [],
  production: {
    listener: { arn: 'production', loadBalancerArn: '', port: 443, protocol: 'HTTPS', rules: [] },
    targetGroups: ['blue', 'green'],
    settling: { settleMs: 0, patienceMs: 40_000, recoveryMs: 220_000 },
  },
};

/** Time that passes only while everybody sleeps, up to the moment at which the first one wakes. */
class FakeClock implements Clock {
  #now = 0;
  readonly #sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  now(): number {
    return this.#now;
  }
  random(): number {
    return 0.5;
  }
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const abort = (): void => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      const sleeper = {
        at: this.#now + ms,
        wake: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#sleepers.add(sleeper);
      setImmediate(() => {
        this.#pass();
      });
    });
  }
  #pass(): void {
    const [first] = [...this.#sleepers].sort((a, b) => a.at - b.at);
    if (first === undefined) return;
    this.#now = Math.max(this.#now, first.at);
    this.#sleepers.delete(first);
    first.wake();
  }
}

const side = (id: string, label: string, running: number, trafficWeight: number) => ({
  id,
  label,
  status: trafficWeight === 100 ? 'PRIMARY' : 'ACTIVE',
  trafficWeight,
  desired: 1,
  running,
  pending: 1 - running,
});

/** A CodeDeploy that plays one deployment by the clock; what it is told is written down. */
class Scene {
  readonly clock = new FakeClock();
  readonly told: string[] = [];
  readonly events: ProgressEvent[] = [];
  readonly remembered: Record<string, string> = {};
  readonly abort = new AbortController();
  /** When traffic has shifted. */
  shiftsAt = 10 * MINUTE;
  failedTasks = 0;
  /** Of the replacement; one is desired. */
  running = 1;
  /** Calls to AWS, by operation. */
  readonly asked = new Map<string, number>();
  /** Answers of CreateDeployment, in order; then it succeeds. */
  creations: Created[] = [];
  created: DeploymentState[] = [];
  /** State of the replacement's only target, from the shift on. */
  targetState: () => string = () => 'healthy';
  /** Times at which targets were looked at. */
  readonly proofs: number[] = [];
  onLook: (() => void | Promise<void>) | undefined;
  onStop: (() => void) | undefined;
  /** False: the deployment is over by the time it is told to stop. */
  stops = true;
  /** How a gate's command ends. */
  command: (env: Readonly<Record<string, string>>) => Promise<number> = () => Promise.resolve(0);
  /** When the deployment fails by itself; by then CodeDeploy has removed the replacement, and names the rollback later. */
  failsAt = Number.POSITIVE_INFINITY;
  /** The deployment waits to be continued from this moment on. */
  readyAt = Number.POSITIVE_INFINITY;
  /** Minutes between the shift and the end. */
  bakeMinutes = Number.POSITIVE_INFINITY;
  #stoppedAt: number | undefined;
  continuedAt = Number.POSITIVE_INFINITY;

  get world(): World {
    const { clock } = this;
    return {
      clock,
      signal: this.abort.signal,
      run: { runUrl: 'https://github.com/octo/shop/actions/runs/7' },
      files: { resolve: (path: string) => path },
      commands: {
        run: async (
          file: string,
          args: readonly string[],
          { env = {} }: { env?: Readonly<Record<string, string>> },
        ) => {
          this.told.push(['run', file, ...args].join(' '));
          return { exitCode: await this.command(env), tail: ['no'] };
        },
      },
      progress: { report: (event: ProgressEvent) => this.events.push(event) },
      remember: (key: string, value: string) => {
        this.remembered[key] = value;
      },
      aws: {
        region: 'us-east-1',
        deployments: {
          answeredAt: () => clock.now(),
          get: async (id: string) => {
            await this.#count('GetDeployment');
            return id === 'd-BACK' ? this.#state(id, 'Succeeded') : this.#ours();
          },
          target: async () => {
            await this.#count('GetDeploymentTarget');
            return this.#target();
          },
          continue: (id: string, waitType: string) => {
            this.told.push(`continue ${id} ${waitType}`);
            this.continuedAt = clock.now();
            return Promise.resolve('continued');
          },
          stop: (id: string, { rollback }: { rollback: boolean }) => {
            this.told.push(`stop ${id}${rollback ? ' with rollback' : ''}`);
            this.onStop?.();
            if (!this.stops) return Promise.resolve('ended');
            this.#stoppedAt = clock.now();
            return Promise.resolve('stopping');
          },
          create: () => {
            this.told.push('create');
            return Promise.resolve(this.creations.shift() ?? { kind: 'created', id: 'd-OURS' });
          },
          createdSince: () => Promise.resolve(this.created),
        },
        services: {
          describe: async () => {
            await this.#count('DescribeServices');
            return this.#service();
          },
        },
        serviceTasks: {
          running: () =>
            Promise.resolve([
              {
                arn: 'arn:task/ours',
                taskDefinition: NEW,
                startedBy: 'ecs-svc/2',
                status: 'RUNNING',
                addresses: ['10.0.0.2'],
              },
            ]),
          stopped: async () => {
            await this.#count('ListTasks');
            return Array.from({ length: this.failedTasks }, (_, index) => ({
              arn: `arn:task/${index}`,
              taskDefinition: NEW,
              startedBy: 'ecs-svc/2',
              stopCode: 'EssentialContainerExited',
              stoppedReason: 'Essential container in task exited',
              containers: [{ name: 'app', exitCode: 1 }],
            }));
          },
        },
        loadBalancing: {
          refreshed: () =>
            Promise.resolve({
              arn: 'production',
              loadBalancerArn: '',
              port: 443,
              protocol: 'HTTPS',
              rules: [{ priority: 'default', forwards: [{ targetGroupArn: this.reached(), percent: 100 }] }],
            }),
          health: (group: string) => {
            if (group === 'green') this.proofs.push(clock.now());
            return Promise.resolve(
              group === 'green' ? [{ id: '10.0.0.2', port: 8080, state: this.targetState() }] : [],
            );
          },
        },
        deployableRevisions: { describe: () => Promise.resolve(undefined) },
      },
    } as unknown as World;
  }

  async #count(operation: string): Promise<void> {
    this.asked.set(operation, (this.asked.get(operation) ?? 0) + 1);
    await this.onLook?.();
  }

  #state(id: string, status: string, more: Partial<DeploymentState> = {}): DeploymentState {
    return {
      id,
      application: 'shop',
      group: 'web',
      config: '',
      status,
      description: order.description,
      creator: 'user',
      createdAt: 0,
      autoRollbackEvents: [],
      terminationWaitStarted: false,
      ...more,
    };
  }

  /** The target group that gets production's requests. */
  reached: () => string = () => (this.#shifted ? 'green' : 'blue');

  get #shifted(): boolean {
    if (this.#stoppedAt !== undefined || this.#waits) return false;
    return this.clock.now() >= this.shiftsAt;
  }

  get #waits(): boolean {
    return this.clock.now() >= this.readyAt && this.clock.now() < this.continuedAt;
  }

  get #failed(): boolean {
    return this.clock.now() >= this.failsAt;
  }

  #ours(): DeploymentState {
    if (this.#failed) {
      const named = this.clock.now() >= this.failsAt + MINUTE / 2;
      return this.#state('d-OURS', 'Failed', named ? { rollbackDeploymentId: 'd-BACK' } : {});
    }
    const shiftedFor = this.clock.now() - this.shiftsAt;
    const status = this.#waits
      ? 'Ready'
      : shiftedFor >= this.bakeMinutes * MINUTE
        ? 'Succeeded'
        : 'InProgress';
    return this.#stoppedAt === undefined
      ? this.#state('d-OURS', status, { terminationWaitStarted: this.#shifted })
      : this.#state('d-OURS', 'Stopped', { rollbackDeploymentId: 'd-BACK' });
  }

  #target() {
    const done = this.#shifted ? 'Succeeded' : 'Pending';
    const installed = this.clock.now() >= Math.min(this.readyAt, this.shiftsAt) ? 'Succeeded' : 'InProgress';
    return {
      status: this.#shifted ? 'Succeeded' : 'InProgress',
      events: [
        { name: 'Install', status: this.#failed ? 'Failed' : installed },
        {
          name: 'AllowTraffic',
          status: done === 'Pending' && installed === 'Succeeded' && !this.#waits ? 'InProgress' : done,
        },
        { name: 'AfterAllowTraffic', status: done },
      ],
      taskSets: [
        side('ecs-svc/1', 'Blue', 1, this.#shifted ? 0 : 100),
        ...(this.#failed ? [] : [side('ecs-svc/2', 'Green', this.running, this.#shifted ? 100 : 0)]),
      ],
    };
  }

  #service(): ServiceState {
    const set = (id: string, taskDefinition: string, primary: boolean): TaskSet => ({
      id,
      arn: id,
      status: primary ? 'PRIMARY' : 'ACTIVE',
      taskDefinition,
      ...(id === 'ecs-svc/2' ? { externalId: 'd-OURS' } : {}),
      stable: true,
      desired: 1,
      running: id === 'ecs-svc/1' ? 1 : this.running,
      pending: 0,
      capacityProviders: [],
      loadBalancers: [
        {
          targetGroupArn: id === 'ecs-svc/1' ? 'blue' : 'green',
          containerName: 'app',
          containerPort: 8080,
        },
      ],
    });
    const shifted = this.#shifted;
    return {
      name: 'web',
      taskSets: [set('ecs-svc/1', OLD, !shifted), ...(this.#failed ? [] : [set('ecs-svc/2', NEW, shifted)])],
      events: [],
    } as unknown as ServiceState;
  }
}

const pursue = (world: World, wish: CodeDeployOrder): Pursuit =>
  new Pursuit(world, engineOfWeb(world), wish, 'd-OURS', 0);

const run = async (scene: Scene, changes: Partial<CodeDeployOrder> = {}) =>
  await carryOut(pursue(scene.world, { ...order, ...changes }));

describe('outputs describe the end', () => {
  const ended = async (scene: Scene, changes: Partial<CodeDeployOrder> = {}) => {
    const { kind, outputs } = outcomeOf(
      { previous: OLD, revision: NEW },
      await run(scene, changes),
      engineOfWeb(scene.world),
    );
    expect(outputs['duration-seconds']).toBe(Math.round(scene.clock.now() / 100) / 10);
    return { kind, outputs };
  };
  const wentBack = { 'rolled-back': true, 'rollback-deployment-id': 'd-BACK' };

  test('of a wait that ran out: the status of the last look', async () => {
    const scene = new Scene();
    scene.readyAt = 5 * MINUTE;
    scene.shiftsAt = Number.POSITIVE_INFINITY;
    const budget = { totalMs: 6 * MINUTE, reason: 'install 5 min' };
    expect(await ended(scene, { budget })).toMatchObject({
      kind: 'timedOut',
      outputs: { 'deployment-status': 'Ready', 'rolled-back': false },
    });
  });

  test('of a shift whose targets are ill until the wait for them is over: it was taken back', async () => {
    const scene = new Scene();
    scene.targetState = () => 'unhealthy';
    expect(await ended(scene)).toMatchObject({
      kind: 'rolledBack',
      outputs: { ...wentBack, 'deployment-status': 'Stopped' },
    });
  });

  test('of tasks that keep failing: it was stopped and taken back', async () => {
    const scene = new Scene();
    scene.failedTasks = 3;
    expect(await ended(scene)).toMatchObject({
      kind: 'rolledBack',
      outputs: { ...wentBack, 'deployment-status': 'Stopped' },
    });
  });

  test('of a deployment that failed by itself: the rollback that CodeDeploy named later', async () => {
    const scene = new Scene();
    scene.failsAt = 5 * MINUTE;
    expect(await ended(scene)).toMatchObject({
      kind: 'rolledBack',
      outputs: { ...wentBack, 'deployment-status': 'Failed' },
    });
  });

  test('of a cancelled job: it was stopped and taken back', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      if (scene.clock.now() >= MINUTE) scene.abort.abort(new CancelledError('SIGTERM'));
    };
    expect(await ended(scene)).toMatchObject({
      kind: 'cancelled',
      outputs: { ...wentBack, 'deployment-status': 'Stopped' },
    });
  });
});

describe('following a deployment', () => {
  test.each([1, 30, 80])(
    'a shift after %d minutes is noticed within the interval and its jitter',
    async (minutes) => {
      const scene = new Scene();
      scene.shiftsAt = minutes * MINUTE + 1;
      expect(await run(scene)).toMatchObject({ kind: 'succeeded' });
      expect(scene.clock.now() - scene.shiftsAt).toBeLessThanOrEqual(5500);
      expect(scene.remembered['settled']).toBe('true');
    },
  );

  describe('once traffic has shifted', () => {
    const settling = { settleMs: 20_000, patienceMs: 40_000, recoveryMs: 220_000 };
    const proving = { production: { ...order.production, settling } };

    test('targets have to stay healthy for the settled time, which one look proves', async () => {
      const scene = new Scene();
      expect(await run(scene, proving)).toMatchObject({ kind: 'succeeded' });
      expect(scene.clock.now() - scene.shiftsAt).toBeGreaterThanOrEqual(20_000);
      expect(scene.clock.now() - scene.shiftsAt).toBeLessThanOrEqual(26_000);
      expect(scene.proofs).toHaveLength(1);
    });

    test('targets that never become healthy take the deployment back', async () => {
      const scene = new Scene();
      scene.targetState = () => 'unhealthy';
      const conclusion = await run(scene, proving);
      expect(conclusion).toMatchObject({ kind: 'rolledBack', rolledBack: true });
      expect(conclusion.what).toContain('web:8 does not serve production: 0 of 1 targets are healthy');
      expect(scene.told).toEqual(['stop d-OURS with rollback']);
      expect(scene.clock.now() - scene.shiftsAt).toBeLessThan(60_000);
    });

    test('a target that falls ill within the settled time takes the deployment back', async () => {
      const scene = new Scene();
      scene.targetState = () => (scene.clock.now() < scene.shiftsAt + 15_000 ? 'healthy' : 'unhealthy');
      expect(await run(scene, proving)).toMatchObject({ kind: 'rolledBack' });
      expect(scene.told).toEqual(['stop d-OURS with rollback']);
    });

    test('one target that falls ill and recovers delays the success', async () => {
      const scene = new Scene();
      const ill = (): boolean =>
        scene.clock.now() >= scene.shiftsAt + 15_000 && scene.clock.now() < scene.shiftsAt + 30_000;
      scene.targetState = () => (ill() ? 'unhealthy' : 'healthy');
      expect(await run(scene, proving)).toMatchObject({ kind: 'succeeded' });
      expect(scene.clock.now() - scene.shiftsAt).toBeGreaterThanOrEqual(50_000);
      expect(scene.told).toEqual([]);
    });

    test('a deployment whose old tasks are gone is a failure, and is not called taken back', async () => {
      const scene = new Scene();
      scene.bakeMinutes = 0;
      scene.targetState = () => 'unhealthy';
      const conclusion = await run(scene, proving);
      expect(conclusion).toMatchObject({ kind: 'failed', status: 'Succeeded', rolledBack: false });
      expect(conclusion).toHaveProperty(
        'fix',
        expect.stringContaining('Run the rollback action to deploy web:7 again'),
      );
      expect(scene.told).toEqual([]);
    });

    test.each([
      ['elasticloadbalancing:DescribeRules', 'loadBalancing', 'refreshed'],
      ['elasticloadbalancing:DescribeTargetHealth', 'loadBalancing', 'health'],
      ['ecs:DescribeTasks', 'serviceTasks', 'running'],
    ] as const)(
      'a refusal of %s takes nothing back; a warning names the missing permission, once',
      async (action, part, method) => {
        const scene = new Scene();
        const { world } = scene;
        let refusals = 0;
        Object.assign(world.aws[part], {
          [method]: () => {
            refusals += 1;
            return Promise.reject(
              new AccessDeniedError(action, { what: `${action} is refused`, fix: `Allow ${action}.` }),
            );
          },
        });
        scene.bakeMinutes = 30;
        const wish = { ...order, ...proving, waitUntil: 'completed' as const };
        expect(await carryOut(pursue(world, wish))).toMatchObject({ kind: 'succeeded' });
        expect(scene.told).toEqual([]);
        expect(refusals).toBe(1);
        expect(scene.events.filter(({ type }) => type === 'warning')).toEqual([
          {
            type: 'warning',
            what: `Whether healthy targets get production’s requests could not be seen: ${action} is refused`,
            fix: `Allow ${action}.`,
          },
        ]);
      },
    );

    test('tasks that fail after a refused look at the targets take the deployment back all the same', async () => {
      const scene = new Scene();
      const { world } = scene;
      Object.assign(world.aws.loadBalancing, {
        health: () =>
          Promise.reject(
            new AccessDeniedError('elasticloadbalancing:DescribeTargetHealth', {
              what: 'refused',
              fix: 'Allow it.',
            }),
          ),
      });
      scene.bakeMinutes = 30;
      scene.onLook = () => {
        if (scene.clock.now() < scene.shiftsAt + 5 * MINUTE) return;
        scene.running = 0;
        scene.failedTasks = 3;
      };
      const wish = { ...order, ...proving, waitUntil: 'completed' as const };
      expect(await carryOut(pursue(world, wish))).toMatchObject({ kind: 'rolledBack' });
      expect(scene.told).toEqual(['stop d-OURS with rollback']);
    });

    test('a listener that sends requests elsewhere is a failure, and nothing is stopped', async () => {
      const scene = new Scene();
      scene.reached = () => 'blue';
      const conclusion = await run(scene, proving);
      expect(conclusion).toMatchObject({ kind: 'failed', rolledBack: false });
      expect(conclusion.what).toContain('production’s requests do not reach web:8');
      expect(scene.told).toEqual([]);
    });

    test('completed: targets that fail while the old tasks are there take the deployment back', async () => {
      const scene = new Scene();
      scene.bakeMinutes = 60;
      scene.targetState = () => 'unhealthy';
      expect(await run(scene, { ...proving, waitUntil: 'completed' })).toMatchObject({ kind: 'rolledBack' });
    });

    test('completed: settled targets are asked about once more at the end', async () => {
      const scene = new Scene();
      scene.bakeMinutes = 30;
      expect(await run(scene, { ...proving, waitUntil: 'completed' })).toMatchObject({ kind: 'succeeded' });
      expect(scene.proofs.length).toBeLessThan(10);
      expect((scene.proofs.at(-1) ?? 0) - scene.shiftsAt).toBeGreaterThanOrEqual(30 * MINUTE);
    });

    test('tasks that fail after the shift take the deployment back', async () => {
      const scene = new Scene();
      scene.onLook = () => {
        if (scene.clock.now() < scene.shiftsAt + 5000) return;
        scene.running = 0;
        scene.failedTasks = 3;
      };
      expect(await run(scene, proving)).toMatchObject({ kind: 'rolledBack' });
      expect(scene.told).toEqual(['stop d-OURS with rollback']);
    });
  });

  test('a crash loop is stopped once, within one look, and the rollback is followed', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      scene.failedTasks = scene.clock.now() > MINUTE ? 3 : 2;
      scene.running = 0;
    };
    const conclusion = await run(scene);
    expect(conclusion).toMatchObject({
      kind: 'rolledBack',
      status: 'Stopped',
      rolledBack: true,
      rollbackDeploymentId: 'd-BACK',
    });
    expect(conclusion.what).toContain('app exit code 1');
    expect(scene.told).toEqual(['stop d-OURS with rollback']);
    expect(scene.clock.now()).toBeLessThan(2 * MINUTE);
  });

  test('a rollback that is named late counts, although the replacement is gone already', async () => {
    const scene = new Scene();
    scene.failsAt = 5 * MINUTE;
    expect(await run(scene)).toMatchObject({ kind: 'rolledBack', rollbackDeploymentId: 'd-BACK' });
  });

  test('answers from before the creation, or that miss the service once, end nothing', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      if (scene.clock.now() >= MINUTE / 2) return;
      throw new AwsCallError({
        action: 'codedeploy:GetDeployment',
        code: 'DeploymentDoesNotExistException',
        what: 'The deployment d-OURS could not be found',
        fix: '',
      });
    };
    const { world } = scene;
    let describes = 0;
    const real = world.aws.services.describe.bind(world.aws.services);
    Object.assign(world.aws.services, {
      describe: async (cluster: string, service: string) =>
        ++describes === 2 ? undefined : await real(cluster, service),
    });
    expect(await carryOut(pursue(world, order))).toMatchObject({ kind: 'succeeded' });
    expect(describes).toBeGreaterThan(2);
    expect(scene.told).toEqual([]);
  });

  test('a budget that is used up leaves the deployment alone', async () => {
    const scene = new Scene();
    scene.shiftsAt = Number.POSITIVE_INFINITY;
    const conclusion = await run(scene);
    expect(conclusion.kind).toBe('timedOut');
    expect(conclusion.summary).toContainEqual(expect.objectContaining({ title: 'Lifecycle' }));
    expect(conclusion).toHaveProperty(
      'fix',
      expect.stringContaining('aws deploy stop-deployment --deployment-id d-OURS --auto-rollback-enabled'),
    );
    expect(scene.clock.now()).toBeGreaterThanOrEqual(90 * MINUTE);
    expect(scene.told).toEqual([]);
    expect(scene.events.filter(({ type }) => type === 'still.waiting').length).toBeGreaterThan(50);
  });
});

describe('calls to AWS', () => {
  const total = (scene: Scene): number => [...scene.asked.values()].reduce((sum, count) => sum + count, 0);
  /** AWS's own action asks at once and then every 15 s, until the old task set is gone. */
  const theirs = 1 + (30 * 60) / 15;

  test.each<[string, Partial<Scene>, CodeDeployOrder['waitUntil']]>([
    ['a long shift', { shiftsAt: 30 * MINUTE }, 'traffic-shifted'],
    ['a shift, and a wait after it', { shiftsAt: 17 * MINUTE, bakeMinutes: 13 }, 'completed'],
    [
      'a wait before the shift',
      { readyAt: 3 * MINUTE, continuedAt: 29 * MINUTE, shiftsAt: 30 * MINUTE },
      'traffic-shifted',
    ],
  ])('over 30 minutes are not more than with a delay of 15 s: %s', async (_, changes, waitUntil) => {
    const scene = Object.assign(new Scene(), changes);
    scene.onLook = () => {
      // The tasks of a task set need a while to start.
      scene.running = scene.clock.now() < 1.5 * MINUTE ? 0 : 1;
    };
    const conclusion = await run(scene, { waitUntil, intervalMs: 15_000 });
    expect(conclusion.kind).toBe('succeeded');
    expect(scene.clock.now()).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(total(scene)).toBeLessThanOrEqual(theirs);
  });

  test('are one a poll while nothing happens', async () => {
    const scene = new Scene();
    scene.shiftsAt = 20 * MINUTE;
    await run(scene);
    const polls = (20 * 60) / (5 * 1.05);
    expect(scene.asked.get('GetDeploymentTarget')).toBeLessThan(polls + 3);
    expect(total(scene) - (scene.asked.get('GetDeploymentTarget') ?? 0)).toBeLessThan(polls / 2);
  });
});

describe('after the shift', () => {
  const baking = (): Scene => {
    const scene = new Scene();
    scene.bakeMinutes = 60;
    scene.onLook = () => {
      // In the middle of the wait the new version begins to fail.
      if (scene.clock.now() < 30 * MINUTE) return;
      scene.failedTasks = 3;
      scene.running = 0;
    };
    return scene;
  };

  test('a crash loop is stopped too, as long as the old task set is there', async () => {
    const scene = baking();
    let stoppedAt = 0;
    scene.onStop = () => {
      stoppedAt = scene.clock.now();
    };
    const conclusion = await run(scene, { waitUntil: 'completed' });
    expect(conclusion).toMatchObject({ kind: 'rolledBack', rolledBack: true });
    expect(scene.told).toEqual(['stop d-OURS with rollback']);
    expect(stoppedAt).toBeLessThan(30.5 * MINUTE);
  });

  test('whoever does not wait for the end has left by then', async () => {
    const scene = baking();
    expect(await run(scene)).toMatchObject({ kind: 'succeeded' });
    expect(scene.told).toEqual([]);
  });
});

describe('a gate before the shift', () => {
  const waiting = (): Scene => {
    const scene = new Scene();
    scene.readyAt = 3 * MINUTE;
    scene.shiftsAt = 5 * MINUTE;
    return scene;
  };
  const gate = {
    kind: 'command',
    command: ['smoke', 'test'],
    url: 'http://test',
    limitMs: MINUTE,
    awsCredentials: false,
  } as const;

  test('that is open continues at once', async () => {
    const scene = waiting();
    expect(await run(scene, { gate: { kind: 'open' } })).toMatchObject({ kind: 'succeeded' });
    expect(scene.told).toEqual(['continue d-OURS READY_WAIT']);
    expect(scene.continuedAt - scene.readyAt).toBeLessThan(6000);
  });

  test('that passes continues once, and knows what it tested', async () => {
    const scene = waiting();
    scene.command = (env) => {
      expect(env).toMatchObject({
        CUTOVER_TEST_URL: 'http://test',
        CUTOVER_DEPLOYMENT_ID: 'd-OURS',
        CUTOVER_TASK_DEFINITION_ARN: NEW,
      });
      return Promise.resolve(0);
    };
    expect(await run(scene, { gate })).toMatchObject({ kind: 'succeeded' });
    expect(scene.told).toEqual(['run smoke test', 'continue d-OURS READY_WAIT']);
  });

  test('that fails leads back', async () => {
    const scene = waiting();
    scene.command = () => Promise.resolve(7);
    const conclusion = await run(scene, { gate });
    expect(conclusion).toMatchObject({ kind: 'rolledBack', rolledBack: true });
    expect(conclusion.what).toContain('because the command gate smoke test ended with exit code 7: no');
    expect(scene.told).toEqual(['run smoke test', 'stop d-OURS with rollback']);
    expect(scene.remembered['settled']).toBe('true');
  });

  test('that takes too long leads back', async () => {
    const scene = waiting();
    scene.command = async () => await new Promise(() => undefined);
    // The deployment is watched meanwhile, so that time passes.
    const conclusion = await run(scene, { gate });
    expect(conclusion).toMatchObject({ kind: 'rolledBack' });
    expect(conclusion.what).toContain('command gate smoke test was still running after');
  });

  test('is not waited for when the tasks keep failing', async () => {
    const scene = waiting();
    scene.command = async () => await new Promise(() => undefined);
    scene.onLook = () => {
      if (scene.clock.now() < 3.5 * MINUTE) return;
      scene.failedTasks = 3;
      scene.running = 0;
    };
    const conclusion = await run(scene, { gate: { ...gate, limitMs: 60 * MINUTE } });
    expect(conclusion).toMatchObject({ kind: 'rolledBack' });
    expect(conclusion.what).toContain('because 3 of its tasks failed');
    expect(scene.told).toEqual(['run smoke test', 'stop d-OURS with rollback']);
  });

  test('that somebody else overtakes is not waited for', async () => {
    const scene = waiting();
    scene.continuedAt = 3.5 * MINUTE;
    scene.command = async () => await new Promise(() => undefined);
    expect(await run(scene, { gate: { ...gate, limitMs: 60 * MINUTE } })).toMatchObject({
      kind: 'succeeded',
    });
    expect(scene.told).toEqual(['run smoke test']);
    expect(scene.events).toContainEqual(
      expect.objectContaining({ type: 'warning', what: expect.stringContaining('became InProgress') }),
    );
  });

  test('is not asked when the deployment was continued already', async () => {
    const scene = new Scene();
    expect(await run(scene, { gate })).toMatchObject({ kind: 'succeeded' });
    expect(scene.told).toEqual([]);
  });

  test('is left at once when the job is cancelled', async () => {
    const scene = waiting();
    scene.command = async () => {
      scene.abort.abort(new CancelledError('cancelled'));
      return await new Promise(() => undefined);
    };
    expect(await run(scene, { gate })).toMatchObject({ kind: 'cancelled', rolledBack: true });
    expect(scene.told).toEqual(['run smoke test', 'stop d-OURS with rollback']);
  });
});

describe('an outage between us and AWS', () => {
  const offline = new AwsCallError({
    action: 'codedeploy:GetDeployment',
    code: 'EAI_AGAIN',
    what: 'getaddrinfo EAI_AGAIN',
    fix: 'Check the network.',
    transient: true,
  });

  test.each([1, 4])('of %d minutes ends nothing', async (minutes) => {
    const scene = new Scene();
    scene.onLook = () => {
      const now = scene.clock.now();
      if (now >= MINUTE && now < (1 + minutes) * MINUTE) throw offline;
    };
    expect(await run(scene)).toMatchObject({ kind: 'succeeded' });
    expect(scene.told).toEqual([]);
  });

  const lasting = (scene: Scene): void => {
    scene.onLook = () => {
      if (scene.clock.now() >= MINUTE) throw offline;
    };
  };

  test('that lasts stops the deployment; that CodeDeploy took the stop is said, and how it ended is not known', async () => {
    const scene = new Scene();
    lasting(scene);
    const conclusion = await run(scene);
    expect(conclusion.kind).toBe('failed');
    expect(scene.told).toEqual(['stop d-OURS with rollback']);
    expect(conclusion.what).toContain('which was told to stop and roll back: ');
    expect(conclusion).toHaveProperty('fix', expect.stringContaining('How the rollback ended is not known'));
    expect(conclusion).not.toHaveProperty('fix', expect.stringContaining('stop-deployment'));
    expect(scene.remembered['settled']).toBe('true');
    expect(scene.clock.now()).toBeLessThan(8 * MINUTE);
  });

  test('that ends after the deployment did says that the deployment was over, not that it was stopped', async () => {
    const scene = new Scene();
    lasting(scene);
    scene.stops = false;
    const conclusion = await run(scene);
    expect(conclusion).toMatchObject({ kind: 'failed', rolledBack: false });
    expect(conclusion.what).toContain('which was over when it was to be stopped: ');
    expect(conclusion).toHaveProperty('fix', expect.stringContaining('run verify-target-health'));
  });

  test('of what proves health, after which the deployment is over, names what is deployed', async () => {
    const scene = new Scene();
    scene.bakeMinutes = 1;
    scene.stops = false;
    const { world } = scene;
    Object.assign(world.aws.loadBalancing, { health: () => Promise.reject(offline) });
    const conclusion = await carryOut(new Pursuit(world, engineOfWeb(world), order, 'd-OURS', 0));
    expect(conclusion).toMatchObject({ kind: 'failed', status: 'Succeeded', rolledBack: false });
    expect(conclusion.what).toContain('had already ended: Succeeded');
    expect(conclusion).toHaveProperty(
      'fix',
      expect.stringContaining('web:8 is deployed, and its health was not proven.'),
    );
  });

  test('that swallows the stop, too, ends in the command that stops the deployment', async () => {
    const scene = new Scene();
    lasting(scene);
    scene.onStop = () => {
      throw offline;
    };
    const conclusion = await run(scene);
    expect(conclusion.kind).toBe('failed');
    expect(conclusion).toHaveProperty(
      'fix',
      expect.stringContaining('aws deploy stop-deployment --deployment-id d-OURS'),
    );
    // `post:` tries once more.
    expect(scene.remembered['settled']).toBeUndefined();
    expect(scene.clock.now()).toBeLessThan(8 * MINUTE);
  });

  describe('in which the wait ends', () => {
    const budget = { totalMs: 3 * MINUTE, reason: 'input wait-for-minutes' };
    const outage = (until: number): Scene => {
      const scene = new Scene();
      scene.onLook = () => {
        const now = scene.clock.now();
        if (now >= MINUTE && now < until) throw offline;
      };
      return scene;
    };

    test('is a timeout that says what was seen last, and leaves the deployment running', async () => {
      const scene = outage(Number.POSITIVE_INFINITY);
      const conclusion = await run(scene, { budget });
      expect(conclusion).toMatchObject({ kind: 'timedOut', status: 'InProgress' });
      expect(conclusion.what).toContain('it was InProgress when AWS last answered, 3 min ago.');
      expect(conclusion.what).not.toContain('still running');
      expect(conclusion).toHaveProperty('fix', expect.stringContaining('it was left running'));
      expect(scene.told).toEqual([]);
      // A last look is tried for half a minute.
      expect(scene.clock.now()).toBeGreaterThanOrEqual(3.5 * MINUTE);
      expect(scene.clock.now()).toBeLessThan(4 * MINUTE);
    });

    test('is none when the last look succeeds and finds the milestone reached', async () => {
      const scene = outage(3.3 * MINUTE);
      scene.shiftsAt = 2 * MINUTE;
      expect(await run(scene, { budget })).toMatchObject({ kind: 'succeeded' });
    });

    test('is a timeout of a deployment that runs when the last look finds it running', async () => {
      const scene = outage(3.3 * MINUTE);
      const conclusion = await run(scene, { budget });
      expect(conclusion.kind).toBe('timedOut');
      expect(conclusion.what).toContain('is still running in AWS after 3 min');
    });
  });
});

describe('a job that is cancelled', () => {
  test.each([
    ['rollback', ['stop d-OURS with rollback']],
    ['stop', ['stop d-OURS']],
    ['leave', []],
  ] as const)('on-cancel: %s acts at once, even while a call hangs', async (onCancel, told) => {
    const scene = new Scene();
    scene.onLook = async () => {
      if (scene.clock.now() < MINUTE || scene.abort.signal.aborted) return;
      setTimeout(() => {
        scene.abort.abort(new CancelledError('cancelled'));
      });
      await new Promise(() => undefined);
    };
    const conclusion = await run(scene, { onCancel });
    expect(conclusion).toMatchObject({ kind: 'cancelled', deploymentId: 'd-OURS' });
    expect(scene.told).toEqual(told);
    expect(scene.remembered['settled']).toBe('true');
  });

  test.each(['leave', 'stop', 'rollback'] as const)(
    'while we take a deployment back, on-cancel: %s changes nothing about that',
    async (onCancel) => {
      const scene = new Scene();
      scene.failedTasks = 3;
      scene.running = 0;
      scene.onStop = () => {
        setTimeout(() => {
          scene.abort.abort(new CancelledError('cancelled'));
        });
      };
      scene.onLook = async () => {
        if (scene.told.length > 0 && !scene.abort.signal.aborted)
          await new Promise((resolve) => scene.abort.signal.addEventListener('abort', resolve));
      };
      const conclusion = await run(scene, { onCancel });
      expect(conclusion).toMatchObject({ kind: 'cancelled', rolledBack: true });
      expect(conclusion.what).not.toContain('goes on');
      expect(scene.told).toEqual(['stop d-OURS with rollback']);
      expect(scene.remembered['settled']).toBe('true');
    },
  );

  test('what could not be stopped is left to post', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      if (scene.clock.now() >= MINUTE) scene.abort.abort(new CancelledError('cancelled'));
    };
    scene.onStop = () => {
      throw new ConfigurationError({ what: 'codedeploy:StopDeployment was refused', fix: 'Grant it.' });
    };
    const conclusion = await run(scene);
    expect(conclusion.what).toContain('could not be stopped: codedeploy:StopDeployment was refused');
    expect(scene.remembered['settled']).toBeUndefined();
  });
});

describe('a job that is cancelled while its deployment is being created', () => {
  test('stops the deployment whose id it never heard', async () => {
    const scene = new Scene();
    scene.created = [{ id: 'd-LOST', description: order.description } as DeploymentState];
    const conclusion = await cancelCreation(scene.world, engineOfWeb(scene.world), order, 0);
    expect(conclusion).toMatchObject({ kind: 'cancelled', deploymentId: 'd-LOST' });
    expect(scene.told).toEqual(['stop d-LOST with rollback']);
  });

  test('says that nothing was changed when there is none', async () => {
    const scene = new Scene();
    const conclusion = await cancelCreation(scene.world, engineOfWeb(scene.world), order, 0);
    expect(conclusion.what).toBe('Cancelled before a deployment was created.');
    expect(scene.told).toEqual([]);
  });
});

test('a rollback after which a third revision serves is not called one', async () => {
  const scene = new Scene();
  scene.failedTasks = 3;
  scene.running = 0;
  const { world } = scene;
  const describeService = world.aws.services.describe.bind(world.aws.services);
  Object.assign(world.aws.services, {
    describe: async (cluster: string, name: string) => {
      const service = await describeService(cluster, name);
      if (service === undefined || scene.told.length === 0) return service;
      const taskSets = service.taskSets.map((one) =>
        one.status === 'PRIMARY' ? { ...one, taskDefinition: NEW.replace(/:\d+$/, ':99') } : one,
      );
      return { ...service, taskSets };
    },
  });
  const conclusion = await carryOut(pursue(world, order));
  expect(conclusion).toMatchObject({ kind: 'failed', superseded: true, rolledBack: false });
});

describe('a deployment that can not be watched any more', () => {
  const denied = new ConfigurationError({
    what: 'ecs:DescribeTasks was refused',
    fix: 'Grant ecs:DescribeTasks.',
  });

  test('is stopped and rolled back', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      if (scene.clock.now() >= MINUTE && scene.told.length === 0) throw denied;
    };
    const conclusion = await run(scene);
    expect(conclusion).toMatchObject({ kind: 'rolledBack', fix: 'Grant ecs:DescribeTasks.' });
    expect(conclusion.what).toContain('ecs:DescribeTasks was refused');
    expect(scene.told).toEqual(['stop d-OURS with rollback']);
  });

  test('after it was told to stop is not told a second time', async () => {
    const scene = new Scene();
    scene.failedTasks = 3;
    scene.running = 0;
    scene.onLook = () => {
      if (scene.told.length > 0) throw denied;
    };
    const conclusion = await run(scene);
    expect(conclusion.kind).toBe('failed');
    expect(conclusion.what).toContain('which was told to stop and roll back: ecs:DescribeTasks was refused');
    expect(scene.told).toEqual(['stop d-OURS with rollback']);
  });

  test('is named with the command that stops it when even that fails', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      throw denied;
    };
    scene.onStop = () => {
      throw denied;
    };
    const conclusion = await run(scene);
    expect(conclusion.kind).toBe('failed');
    expect(conclusion).toHaveProperty(
      'fix',
      expect.stringContaining('aws deploy stop-deployment --deployment-id d-OURS'),
    );
    expect(scene.remembered['settled']).toBeUndefined();
  });
});

describe('creating a deployment', () => {
  const reset = new AwsCallError({
    action: 'codedeploy:CreateDeployment',
    code: 'ECONNRESET',
    what: 'reset',
    fix: '',
  });
  const ours = { id: 'd-LOST', description: order.description } as DeploymentState;

  test('an answer that got lost is looked for, not asked for again', async () => {
    const scene = new Scene();
    scene.creations = [{ kind: 'unknown', error: reset }];
    scene.created = [ours];
    expect(await createDeployment(scene.world, order)).toEqual({ kind: 'created', id: 'd-LOST' });
    expect(scene.told).toEqual(['create']);
    expect(scene.remembered['deployment-id']).toBe('d-LOST');
  });

  test('what had no effect is asked for again', async () => {
    const scene = new Scene();
    scene.creations = [
      { kind: 'throttled', error: reset },
      { kind: 'unknown', error: reset },
    ];
    expect(await createDeployment(scene.world, order)).toEqual({ kind: 'created', id: 'd-OURS' });
    expect(scene.told).toEqual(['create', 'create', 'create']);
  });

  test('a busy group is ours when the lost attempt made it busy, else somebody else’s', async () => {
    const scene = new Scene();
    scene.creations = [{ kind: 'busy', message: 'already has an active Deployment' }];
    scene.created = [ours];
    expect(await createDeployment(scene.world, order)).toEqual({ kind: 'created', id: 'd-LOST' });
    const other = new Scene();
    other.creations = [{ kind: 'busy', message: 'already has an active Deployment' }];
    expect(await createDeployment(other.world, order)).toMatchObject({ kind: 'busy' });
  });

  test('a failure that lasts is told', async () => {
    const scene = new Scene();
    scene.creations = Array.from({ length: 5 }, () => ({ kind: 'unknown', error: reset }));
    await expect(createDeployment(scene.world, order)).rejects.toBe(reset);
  });
});

describe('post', () => {
  const asked = JSON.stringify({
    application: 'shop',
    group: 'web',
    description: order.description,
    since: 0,
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['nothing was started', {}, []],
    ['the step ended', { 'on-cancel': 'rollback', 'deployment-id': 'd-OURS', settled: 'true' }, []],
    ['it was killed', { 'on-cancel': 'rollback', 'deployment-id': 'd-OURS' }, ['stop d-OURS with rollback']],
    [
      'it was killed and wants no rollback',
      { 'on-cancel': 'stop', 'deployment-id': 'd-OURS' },
      ['stop d-OURS'],
    ],
    ['it was killed and wants nothing', { 'on-cancel': 'leave', 'deployment-id': 'd-OURS' }, []],
    [
      'it was killed before it heard the id',
      { 'on-cancel': 'rollback', 'created-as': asked },
      ['stop d-LOST with rollback'],
    ],
  ])('%s', async (_, remembered, told) => {
    const scene = new Scene();
    scene.created = [{ id: 'd-LOST', description: order.description } as DeploymentState];
    await afterKill(remembered, scene.world);
    expect(scene.told).toEqual(told);
  });

  test('a deployment that could not be stopped is named, with the command that stops it', async () => {
    const scene = new Scene();
    scene.onStop = () => {
      throw new ConfigurationError({
        what: 'codedeploy:StopDeployment was refused.',
        fix: 'Grant it.',
      });
    };
    const error: unknown = await afterKill(
      { 'on-cancel': 'rollback', 'deployment-id': 'd-OURS' },
      scene.world,
    ).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).message).toBe(
      'Deployment d-OURS, which the step that was killed followed, could not be stopped and goes on unless it has ended: codedeploy:StopDeployment was refused.',
    );
    expect((error as ConfigurationError).fix).toContain('aws deploy stop-deployment --deployment-id d-OURS');
  });

  test('a deployment that could not be looked for may go on, and that is said', async () => {
    const scene = new Scene();
    const { world } = scene;
    const refused = new ConfigurationError({ what: 'ListDeployments was refused.', fix: 'Grant it.' });
    Object.assign(world.aws.deployments, { createdSince: () => Promise.reject(refused) });
    await expect(afterKill({ 'on-cancel': 'rollback', 'created-as': asked }, world)).rejects.toThrow(
      'Whether CodeDeploy had begun the deployment of the step that was killed could not be found out; if it had, it goes on: ListDeployments was refused.',
    );
  });

  test('a deployment that appears seconds after the process died is stopped, too', async () => {
    const scene = new Scene();
    const { world } = scene;
    Object.assign(world.aws.deployments, {
      createdSince: () =>
        Promise.resolve(scene.clock.now() < 5000 ? [] : [{ id: 'd-LATE', description: order.description }]),
    });
    await afterKill({ 'on-cancel': 'rollback', 'created-as': asked, creation: 'asked' }, world);
    expect(scene.told).toEqual(['stop d-LATE with rollback']);
  });

  test('a deployment without the mark of this run goes on, whatever the saved state says', async () => {
    const scene = new Scene();
    for (const runUrl of ['https://github.com/octo/shop/actions/runs/77', '']) {
      const world = { ...scene.world, run: { ...scene.world.run, runUrl } };
      await afterKill({ 'on-cancel': 'rollback', 'deployment-id': 'd-OURS' }, world);
    }
    expect(scene.told).toEqual([]);
    expect(scene.events).toMatchObject([
      { type: 'warning', fix: expect.stringContaining('aws deploy stop-deployment') as unknown },
      { type: 'warning' },
    ]);
  });

  test.each(['', 'null', '[]', '{}', '{"since": 0', '{"application": 1}'])(
    'a saved state of "%s" is said to be changed, and nothing is stopped',
    async (text) => {
      const scene = new Scene();
      await expect(afterKill({ 'on-cancel': 'rollback', 'created-as': text }, scene.world)).rejects.toThrow(
        'The saved state created-as is not what this step had saved',
      );
      expect(scene.told).toEqual([]);
    },
  );
});
