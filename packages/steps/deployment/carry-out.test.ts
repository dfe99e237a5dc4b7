import { describe, expect, test } from '@jest/globals';
import type { Created } from '@cutover/aws/deployments';
import type { Clock } from '@cutover/domain/clock';
import type { DeploymentState } from '@cutover/domain/deployment';
import type { ServiceState, TaskSet } from '@cutover/domain/ecs-service';
import { AwsCallError, CancelledError, ConfigurationError } from '@cutover/domain/errors';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { World } from '../world.ts';
import { afterKill } from './after-kill.ts';
import { carryOut } from './carry-out.ts';
import { createDeployment } from './create.ts';
import type { DeploymentOrder } from './order.ts';

const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';
const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const MINUTE = 60_000;

const order: DeploymentOrder = {
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
  description: 'web:8 commit 1',
  waitUntil: 'traffic-shifted',
  budget: { totalMs: 90 * MINUTE, reason: 'install 60 min' },
  maxFailedTasks: 3,
  onCancel: 'rollback',
  intervalMs: 5000,
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
  /** What was asked of AWS, by operation. */
  readonly asked = new Map<string, number>();
  /** Answers of CreateDeployment, in order; then it succeeds. */
  creations: Created[] = [];
  created: DeploymentState[] = [];
  onLook: (() => void | Promise<void>) | undefined;
  onStop: (() => void) | undefined;
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
        taskSetTasks: {
          running: () => Promise.resolve([]),
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
        loadBalancing: { health: () => Promise.resolve([]) },
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
      loadBalancers: [],
    });
    const shifted = this.#shifted;
    return {
      name: 'web',
      taskSets: [set('ecs-svc/1', OLD, !shifted), ...(this.#failed ? [] : [set('ecs-svc/2', NEW, shifted)])],
      events: [],
    } as unknown as ServiceState;
  }
}

const run = async (scene: Scene, changes: Partial<DeploymentOrder> = {}) =>
  await carryOut(scene.world, { ...order, ...changes }, 'd-OURS', 0);

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
    expect(conclusion.headline).toContain('app exit code 1');
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
        message: 'The deployment d-OURS could not be found',
        remedy: '',
      });
    };
    const { world } = scene;
    let describes = 0;
    const real = world.aws.services.describe.bind(world.aws.services);
    Object.assign(world.aws.services, {
      describe: async (cluster: string, service: string) =>
        ++describes === 2 ? undefined : await real(cluster, service),
    });
    expect(await carryOut(world, order, 'd-OURS', 0)).toMatchObject({ kind: 'succeeded' });
    expect(describes).toBeGreaterThan(2);
    expect(scene.told).toEqual([]);
  });

  test('a budget that is used up leaves the deployment alone', async () => {
    const scene = new Scene();
    scene.shiftsAt = Number.POSITIVE_INFINITY;
    const conclusion = await run(scene);
    expect(conclusion.kind).toBe('timedOut');
    expect(conclusion.remedy).toContain(
      'aws deploy stop-deployment --deployment-id d-OURS --auto-rollback-enabled',
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

  test.each<[string, Partial<Scene>, DeploymentOrder['waitUntil']]>([
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
  const gate = { kind: 'command', command: ['smoke', 'test'], url: 'http://test', limitMs: MINUTE } as const;

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
    expect(conclusion.headline).toContain('because the command gate smoke test ended with exit code 7: no');
    expect(scene.told).toEqual(['run smoke test', 'stop d-OURS with rollback']);
    expect(scene.remembered['settled']).toBe('true');
  });

  test('that takes too long leads back', async () => {
    const scene = waiting();
    scene.command = async () => await new Promise(() => undefined);
    // The deployment is watched meanwhile, so that time passes.
    const conclusion = await run(scene, { gate });
    expect(conclusion).toMatchObject({ kind: 'rolledBack' });
    expect(conclusion.headline).toContain('command gate smoke test was still running after');
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
    expect(conclusion.headline).toContain('because 3 of its tasks failed');
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
      expect.objectContaining({ type: 'warning', text: expect.stringContaining('became InProgress') }),
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
    message: 'getaddrinfo EAI_AGAIN',
    remedy: 'Check the network.',
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

  test('that lasts ends in the command that stops the deployment', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      if (scene.clock.now() >= MINUTE) throw offline;
    };
    const conclusion = await run(scene);
    expect(conclusion.kind).toBe('failed');
    expect(conclusion.remedy).toContain('aws deploy stop-deployment --deployment-id d-OURS');
    expect(scene.clock.now()).toBeLessThan(8 * MINUTE);
  });

  test('in which the budget ends is a timeout', async () => {
    const scene = new Scene();
    scene.shiftsAt = Number.POSITIVE_INFINITY;
    scene.onLook = () => {
      if (scene.clock.now() >= 88 * MINUTE) throw offline;
    };
    expect(await run(scene)).toMatchObject({ kind: 'timedOut' });
    expect(scene.told).toEqual([]);
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
      expect(conclusion.headline).not.toContain('goes on');
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
      throw new ConfigurationError({ message: 'codedeploy:StopDeployment was refused', remedy: 'Grant it.' });
    };
    const conclusion = await run(scene);
    expect(conclusion.headline).toContain('could not be stopped: codedeploy:StopDeployment was refused');
    expect(scene.remembered['settled']).toBeUndefined();
  });
});

describe('a deployment that can not be watched any more', () => {
  const denied = new ConfigurationError({
    message: 'ecs:DescribeTasks was refused',
    remedy: 'Grant ecs:DescribeTasks.',
  });

  test('is stopped and rolled back', async () => {
    const scene = new Scene();
    scene.onLook = () => {
      if (scene.clock.now() >= MINUTE && scene.told.length === 0) throw denied;
    };
    const conclusion = await run(scene);
    expect(conclusion).toMatchObject({ kind: 'rolledBack', remedy: 'Grant ecs:DescribeTasks.' });
    expect(conclusion.headline).toContain('ecs:DescribeTasks was refused');
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
    expect(conclusion.remedy).toContain('aws deploy stop-deployment --deployment-id d-OURS');
    expect(scene.remembered['settled']).toBeUndefined();
  });
});

describe('creating a deployment', () => {
  const reset = new AwsCallError({
    action: 'codedeploy:CreateDeployment',
    code: 'ECONNRESET',
    message: 'reset',
    remedy: '',
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
    scene.creations = [{ kind: 'busy', activeId: 'd-LOST', message: 'already has an active Deployment' }];
    scene.created = [ours];
    expect(await createDeployment(scene.world, order)).toEqual({ kind: 'created', id: 'd-LOST' });
    const other = new Scene();
    other.creations = [{ kind: 'busy', activeId: 'd-THEIRS', message: 'already has an active Deployment' }];
    expect(await createDeployment(other.world, order)).toMatchObject({ kind: 'busy', activeId: 'd-THEIRS' });
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
});
