import { stackOf } from '../kernel/reason.ts';
import { rm } from 'node:fs/promises';
import type { TaskStopCode } from '@aws-sdk/client-ecs';
import { ImagePullError } from '../kernel/images.ts';
import type { TaskContainer } from './container.ts';
import { LogDriverError } from './container-log.ts';
import { ContainerStartError, type RunningContainer } from './container-runtime.ts';
import { dependenciesMet } from './dependencies.ts';
import type { Ecs } from './ecs.ts';
import { attachInterface } from './network-interface.ts';
import { checkSecretRights } from './secret-rights.ts';
import { SecretError } from './secrets.ts';
import type { TaskLife, TaskState } from './state.ts';
import { TaskFaults } from './task-faults.ts';
import { deregisterTargets, drained, registerTargets } from './targets.ts';

/** AWS milliseconds that the steps of a task's life take at least; of the order seen on Fargate. */
const PROVISIONING_MS = 8000;
const PULL_MS = 6000;
const ACTIVATING_MS = 2000;
const DEPROVISIONING_MS = 5000;
const STOPPED_TASKS_STAY_MS = 3_600_000;
const RETRY_MS = 5000;

/** Wall milliseconds: a process doesn't start faster with the clock. */
const OPENING_WALL_MS = 2000;

interface StopRequest {
  readonly code: TaskStopCode;
  readonly reason: string;
  /** True when there is nothing left to drain. */
  readonly crashed: boolean;
}

/** The life of one task, from PROVISIONING to STOPPED. */
export class TaskRun implements TaskLife {
  readonly containers: TaskContainer[] = [];
  readonly #ecs: Ecs;
  readonly #root: string;
  #task!: TaskState;
  #faults!: TaskFaults;
  #stop: StopRequest | undefined;
  #stopped!: () => void;
  readonly #stopRequested = new Promise<void>((resolve) => {
    this.#stopped = resolve;
  });
  /** True from the moment the targets are registered until they are deregistered. */
  registered = false;
  #registering: Promise<void> | undefined;
  readonly #starting: Promise<unknown>[] = [];
  privateIp = '';

  constructor(ecs: Ecs, root: string) {
    this.#ecs = ecs;
    this.#root = root;
  }

  /** Begins the life of the task. */
  begin(task: TaskState): void {
    this.#task = task;
    this.#faults = new TaskFaults(this.#ecs.sim, task);
    this.#live().catch((error: unknown) => {
      this.#ecs.sim.log(`task ${task.id}: ${stackOf(error)}`);
    });
  }

  /** Asks for the end of the task; the first request wins. */
  requestStop(code: TaskStopCode, reason: string, crashed = false): void {
    if (this.#stop !== undefined) return;
    this.#stop = { code, reason, crashed };
    const { shape } = this.#task;
    shape.desiredStatus = 'STOPPED';
    shape.stopCode = code;
    shape.stoppedReason = reason;
    shape.stoppingAt = this.#ecs.now();
    this.#stopped();
    const { taskSet } = this.#task;
    if (taskSet !== undefined) this.#ecs.scheduler.taskFails(taskSet, code, this.#task.id);
  }

  /** Kills the task's processes as a crash would; gives back how many there were. */
  crash(exitCode?: number): number {
    const running = this.containers.filter(
      ({ process }) => process !== undefined && process.exitCode === undefined,
    );
    for (const { process } of running) process?.crash(exitCode);
    return running.length;
  }

  /** The processes that run on this machine right now. */
  pids(): number[] {
    return this.containers.flatMap(({ process }) =>
      process?.exitCode === undefined ? (process?.pid ?? []) : [],
    );
  }

  /** Ends the processes at once, without the states in between: the simulator stops. */
  async abandon(): Promise<void> {
    await Promise.allSettled(this.#starting);
    for (const { process } of this.containers) process?.signal('SIGKILL');
    await Promise.all(this.containers.map(async ({ process }) => process?.exited));
    await Promise.all(this.containers.map(async ({ process }) => process?.release()));
  }

  async #live(): Promise<void> {
    if (await this.#start()) {
      await Promise.race([this.#stopRequested, this.#essentialExit()]);
    }
    await this.#end();
  }

  /** True once RUNNING; false when the task is to end before that. */
  async #start(): Promise<boolean> {
    const { shape, definition, id } = this.#task;
    if (!(await this.#pause(PROVISIONING_MS))) return false;
    this.privateIp = this.#ecs.newAddress();
    attachInterface(this.#task, this.privateIp);
    this.#faults.atAddress(this.privateIp);
    this.#status('PENDING');
    shape.pullStartedAt = this.#ecs.now();
    const architecture = definition.runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64';
    const pulling = this.#pause(PULL_MS);
    for (const container of this.containers) {
      try {
        this.#faults.beforePull(container);
        await checkSecretRights(this.#ecs.sim, this.#task, container.definition);
        await container.prepare(architecture, { id, cpu: shape.cpu, memory: shape.memory });
      } catch (error) {
        if (
          !(
            error instanceof ImagePullError ||
            error instanceof SecretError ||
            error instanceof LogDriverError
          )
        )
          throw error;
        await pulling;
        return this.#failedToStart(container, error.message, error.message);
      }
    }
    if (!(await pulling)) return false;
    shape.pullStoppedAt = this.#ecs.now();
    this.#status('ACTIVATING');
    if (!(await this.#pause(ACTIVATING_MS))) return false;
    const begun = this.#startContainers();
    await Promise.race([begun, this.#stopRequested]);
    if (this.#stop !== undefined) return false;
    if (this.#ecs.sim.clock.scale !== 1) {
      await Promise.race([
        Promise.all(this.containers.map((container) => container.opened(OPENING_WALL_MS))),
        this.#stopRequested,
      ]);
    }
    shape.connectivity = 'CONNECTED';
    shape.connectivityAt = this.#ecs.now();
    shape.startedAt = this.#ecs.now();
    this.#status('RUNNING');
    this.#faults.atRunning(this.privateIp);
    this.#registering = this.#register();
    return true;
  }

  async #startContainers(): Promise<void> {
    const environment = {
      AWS_EXECUTION_ENV: 'AWS_ECS_FARGATE',
      AWS_REGION: this.#ecs.sim.region,
      AWS_DEFAULT_REGION: this.#ecs.sim.region,
      HOSTNAME: `ip-${this.privateIp.replaceAll('.', '-')}.ec2.internal`,
    };
    await Promise.all(
      this.containers.map(async (container) => {
        if (!(await dependenciesMet(container, this.containers, () => this.#stop !== undefined))) {
          this.#failedToStart(
            container,
            'Task failed to start',
            'a container it depends on did not do its part',
          );
          return;
        }
        if (this.#stop !== undefined || this.#ecs.stopping) return;
        try {
          const starting = container.start(this.privateIp, environment);
          this.#starting.push(starting);
          const process = await starting;
          container.shape.lastStatus = 'RUNNING';
          void this.#noteExit(container, process);
          container.watch(() => this.#noteHealth());
        } catch (error) {
          if (!(error instanceof ContainerStartError)) throw error;
          this.#failedToStart(container, 'Task failed to start', error.message);
        }
      }),
    );
  }

  /** The task is as healthy as the least healthy of its essential containers that have a check. */
  #noteHealth(): void {
    const { shape, taskSet } = this.#task;
    const health = this.containers
      .filter(({ essential, definition }) => essential && definition.healthCheck !== undefined)
      .map((container) => container.shape.healthStatus);
    shape.healthStatus =
      (['UNHEALTHY', 'UNKNOWN', 'HEALTHY'] as const).find((status) => health.includes(status)) ?? 'UNKNOWN';
    if (taskSet !== undefined) this.#ecs.scheduler.wake(taskSet.service);
  }

  async #noteExit({ shape }: TaskContainer, process: RunningContainer): Promise<void> {
    shape.exitCode = await process.exited;
    if (process.endReason !== undefined) shape.reason = process.endReason;
    shape.lastStatus = 'STOPPED';
  }

  /** Resolves when an essential container has ended, and asks for the task's end. */
  async #essentialExit(): Promise<void> {
    const essential = this.containers.filter((container) => container.essential);
    await Promise.race(essential.map(async ({ process }) => process?.exited));
    this.requestStop('EssentialContainerExited', 'Essential container in task exited', true);
  }

  #failedToStart(container: TaskContainer, stoppedReason: string, reason: string): false {
    if (this.#stop !== undefined) return false;
    container.shape.reason = reason.slice(0, 1024);
    this.requestStop('TaskFailedToStart', stoppedReason, true);
    return false;
  }

  async #register(): Promise<void> {
    while (this.#stop === undefined) {
      if (await registerTargets(this.#ecs, this.#task)) {
        this.registered = true;
        break;
      }
      await this.#pause(RETRY_MS);
    }
    const { taskSet } = this.#task;
    if (taskSet !== undefined) this.#ecs.scheduler.wake(taskSet.service);
  }

  async #end(): Promise<void> {
    const { shape, taskSet, cluster, id } = this.#task;
    const { sim, scheduler } = this.#ecs;
    await this.#registering;
    if (this.registered) {
      this.#status('DEACTIVATING');
      this.registered = false;
      await deregisterTargets(this.#ecs, this.#task);
      if (this.#stop?.crashed !== true) await drained(this.#ecs, this.#task);
    }
    if (this.containers.some(({ process }) => process !== undefined)) this.#status('STOPPING');
    await Promise.allSettled(this.#starting);
    await Promise.all(this.containers.map(async (container) => container.end()));
    if (this.privateIp !== '') sim.network.detach(this.privateIp);
    await Promise.all(this.containers.map(async ({ process }) => process?.release()));
    shape.executionStoppedAt = this.#ecs.now();
    this.#status('DEPROVISIONING');
    await sim.clock.sleep(DEPROVISIONING_MS);
    for (const container of this.containers) container.shape.lastStatus = 'STOPPED';
    for (const attachment of shape.attachments ?? []) attachment.status = 'DELETED';
    shape.stoppedAt = this.#ecs.now();
    this.#status('STOPPED');
    this.#task.tags = [];
    if (taskSet !== undefined) scheduler.wake(taskSet.service);
    sim.clock.after(STOPPED_TASKS_STAY_MS, () => {
      cluster.tasks.delete(id);
    });
    await rm(this.#root, { recursive: true, force: true });
  }

  /** Waits AWS milliseconds; false when the task's end was asked for meanwhile. */
  async #pause(ms: number): Promise<boolean> {
    await Promise.race([this.#ecs.sim.clock.sleep(ms), this.#stopRequested]);
    return this.#stop === undefined;
  }

  #status(status: string): void {
    const { shape } = this.#task;
    shape.lastStatus = status;
    shape.version = (shape.version ?? 0) + 1;
  }
}
