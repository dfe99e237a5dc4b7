import type { Container, ContainerDefinition, ContainerOverride } from '@aws-sdk/client-ecs';
import { ContainerLog } from './container-log.ts';
import { type ContainerHealth, watchHealth } from './container-health.ts';
import type { PreparedContainer, RunningContainer, TaskLimits } from './container-runtime.ts';
import type { Ecs } from './ecs.ts';
import { prepareProcess } from './process-container.ts';
import { resolveSecrets } from './secrets.ts';

const OPENING_POLL_MS = 20;
const DEFAULT_STOP_TIMEOUT_S = 30;
/** Wall milliseconds that a container has at least: it doesn't end faster with the clock. */
const ENDING_WALL_MS = 1000;

/** One container of a task: prepared (secrets, log, image), then started as a process or on a Docker engine. */
export class TaskContainer {
  readonly definition: ContainerDefinition;
  /** The container as DescribeTasks shows it. */
  readonly shape: Container;
  readonly essential: boolean;
  process: RunningContainer | undefined;
  readonly #ecs: Ecs;
  readonly #override: ContainerOverride;
  readonly #root: string;
  #log: ContainerLog | undefined;
  #secrets: Record<string, string> = {};
  #prepared: PreparedContainer | undefined;
  health: ContainerHealth = 'UNKNOWN';

  constructor(
    ecs: Ecs,
    definition: ContainerDefinition,
    override: ContainerOverride,
    shape: Container,
    root: string,
  ) {
    this.#ecs = ecs;
    this.definition = definition;
    this.#override = override;
    this.shape = shape;
    this.#root = root;
    this.essential = definition.essential !== false;
  }

  /**
   * Fetches secrets, opens the log and pulls the image.
   * @throws SecretError, LogDriverError, ImagePullError
   */
  async prepare(architecture: 'amd64' | 'arm64', task: TaskLimits): Promise<void> {
    const { sim, reaper, docker } = this.#ecs;
    this.#secrets = resolveSecrets(this.definition.secrets ?? [], sim.secrets);
    const name = this.definition.name ?? '';
    this.#log = await ContainerLog.open(sim, this.definition.logConfiguration, name, task.id);
    const plan = {
      definition: this.definition,
      override: this.#override,
      root: this.#root,
      architecture,
      task,
    };
    this.#prepared = (await docker?.prepare(plan)) ?? (await prepareProcess(sim, reaper, plan));
    const { imageDigest } = this.#prepared;
    if (imageDigest !== undefined) this.shape.imageDigest = imageDigest;
  }

  /**
   * Starts the container and attaches its ports to the task's private address.
   * @throws ContainerStartError
   */
  async start(privateIp: string, environment: Readonly<Record<string, string>>): Promise<RunningContainer> {
    if (this.#prepared === undefined) throw new Error('the container was not prepared');
    const variables = {
      ...named(this.definition.environment ?? []),
      ...named(this.#override.environment ?? []),
      ...this.#secrets,
    };
    this.process = await this.#prepared.start({ environment, variables, privateIp, log: this.#log });
    return this.process;
  }

  /** Waits until the first port answers, the container ends or `wallMs` of wall time are over. */
  async opened(wallMs: number): Promise<void> {
    const end = performance.now() + wallMs;
    while (performance.now() < end && this.process?.exitCode === undefined) {
      if ((await this.process?.opened()) !== false) return;
      await new Promise((resolve) => setTimeout(resolve, OPENING_POLL_MS));
    }
  }

  /** SIGTERM, then SIGKILL after the stop timeout; resolves once the container is gone. */
  async end(): Promise<void> {
    const { process, definition } = this;
    if (process === undefined || process.exitCode !== undefined) return;
    process.signal('SIGTERM');
    const wall = new Promise<void>((resolve) => {
      setTimeout(resolve, ENDING_WALL_MS).unref();
    });
    const patience = this.#ecs.sim.clock
      .sleep((definition.stopTimeout ?? DEFAULT_STOP_TIMEOUT_S) * 1000)
      .then(async () => wall);
    await Promise.race([process.exited, patience]);
    process.signal('SIGKILL');
    await process.exited;
  }

  /** Watches the container's own health check, if it has one; `changed` is called when `health` has changed. */
  watch(changed: () => void): void {
    const { healthCheck: check } = this.definition;
    if (check === undefined || this.process === undefined) return;
    const { sim } = this.#ecs;
    watchHealth(sim.clock, check, this.process, (health) => {
      this.health = health;
      this.shape.healthStatus = health === 'UNCHECKED' ? 'UNKNOWN' : health;
      changed();
    }).catch((error: unknown) => {
      sim.log(`health check of ${this.definition.name ?? ''}: ${String(error)}`);
    });
  }

  /** False while a health check that can be run has not passed. */
  get fit(): boolean {
    return (
      this.definition.healthCheck === undefined || this.health === 'HEALTHY' || this.health === 'UNCHECKED'
    );
  }
}

function named(
  list: readonly { name?: string | undefined; value?: string | undefined }[],
): Record<string, string> {
  return Object.fromEntries(list.map(({ name = '', value = '' }) => [name, value]));
}
