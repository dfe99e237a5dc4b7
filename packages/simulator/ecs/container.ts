import { mkdir } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Container, ContainerDefinition, ContainerOverride } from '@aws-sdk/client-ecs';
import { type ImageConfig, ImagePullError } from '../kernel/images.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { ExecutableNotFound, resolveCommand } from './command.ts';
import { ContainerLog } from './container-log.ts';
import { type ContainerHealth, watchHealth } from './container-health.ts';
import { ContainerProcess, type ProcessStart } from './container-process.ts';
import { answers, givePortBack, takePort } from './ports.ts';
import type { Reaper } from './reaper.ts';
import { resolveSecrets } from './secrets.ts';
import { STAND_IN, WRONG_FORMAT } from './stand-in.ts';

/** Why a container could not be started; the message starts with `CannotStartContainerError: `. */
export class ContainerStartError extends Error {
  override readonly name = 'ContainerStartError';
}

const OPENING_POLL_MS = 20;
const DEFAULT_STOP_TIMEOUT_S = 30;
/** Wall milliseconds that a process has at least: it doesn't end faster with the clock. */
const ENDING_WALL_MS = 1000;

/** One container of a task: prepared (secrets, log, image), then started as a process. */
export class TaskContainer {
  readonly definition: ContainerDefinition;
  /** What DescribeTasks shows of it. */
  readonly shape: Container;
  readonly essential: boolean;
  process: ContainerProcess | undefined;
  readonly #sim: Simulator;
  readonly #reaper: Reaper;
  readonly #override: ContainerOverride;
  readonly #root: string;
  #log: ContainerLog | undefined;
  #start: ProcessStart | undefined;
  #secrets: Record<string, string> = {};
  #image: ImageConfig | 'stand-in' | 'other architecture' = {};
  readonly #ports = new Map<number, number>();
  health: ContainerHealth = 'UNKNOWN';

  constructor(
    sim: Simulator,
    reaper: Reaper,
    definition: ContainerDefinition,
    override: ContainerOverride,
    shape: Container,
    root: string,
  ) {
    this.#sim = sim;
    this.#reaper = reaper;
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
  async prepare(
    architecture: 'amd64' | 'arm64',
    taskId: string,
    known: ReadonlyMap<string, string>,
  ): Promise<void> {
    this.#secrets = resolveSecrets(this.definition.secrets ?? [], known);
    const name = this.definition.name ?? '';
    this.#log = await ContainerLog.open(this.#sim, this.definition.logConfiguration, name, taskId);
    await mkdir(this.#root, { recursive: true });
    const image = this.definition.image ?? '';
    if (this.#sim.images?.owns(image) === true) {
      const pulled = await this.#sim.images.pull(image, architecture, this.#root);
      this.shape.imageDigest = pulled.digest;
      const other = pulled.architecture !== undefined && pulled.architecture !== architecture;
      this.#image = other ? 'other architecture' : pulled.config;
      return;
    }
    const overridden = this.#override.command !== undefined;
    if (
      image.startsWith('public.ecr.aws/') &&
      !overridden &&
      (this.definition.portMappings ?? []).length > 0
    ) {
      this.#image = 'stand-in';
      return;
    }
    throw new ImagePullError(unreachable(image));
  }

  /**
   * Starts the process and attaches its ports to the task's private address.
   * @throws ContainerStartError
   */
  async start(privateIp: string, environment: Readonly<Record<string, string>>): Promise<ContainerProcess> {
    const ports: Record<string, string> = {};
    for (const { containerPort } of this.definition.portMappings ?? []) {
      if (containerPort === undefined) continue;
      const port = await takePort();
      this.#ports.set(containerPort, port);
      ports[`PORT_${containerPort}`] = String(port);
      ports['PORT'] ??= String(port);
      this.#sim.network.attach(privateIp, containerPort, { host: '127.0.0.1', port });
    }
    const image: ImageConfig = typeof this.#image === 'string' ? {} : this.#image;
    const variables = {
      ...environment,
      ...pairs(image.Env ?? []),
      ...named(this.definition.environment ?? []),
      ...named(this.#override.environment ?? []),
      ...this.#secrets,
    };
    const imagePath = variables['PATH'];
    const env: Record<string, string> = {
      HOME: this.#root,
      ...variables,
      PATH: [process.env['PATH'], ...(imagePath ?? '').split(':').map((folder) => join(this.#root, folder))]
        .filter((folder) => folder !== undefined && folder !== '')
        .join(':'),
      ...ports,
    };
    try {
      if (this.#image === 'stand-in') {
        env['STAND_IN_FOR'] = this.definition.image ?? '';
        return await this.#spawn({ file: process.execPath, args: ['-e', STAND_IN], cwd: this.#root, env });
      }
      if (this.#image === 'other architecture') {
        return await this.#spawn({
          file: process.execPath,
          args: ['-e', WRONG_FORMAT],
          cwd: this.#root,
          env,
        });
      }
      const cwd = join(
        this.#root,
        normalize(`/${this.definition.workingDirectory ?? image.WorkingDir ?? ''}`),
      );
      await mkdir(cwd, { recursive: true });
      return await this.#spawn({ ...resolveCommand(this.#argv(image), this.#root, imagePath), cwd, env });
    } catch (error) {
      const detail = startFailure(error);
      throw new ContainerStartError(
        `CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${detail}: unknown`,
        { cause: error },
      );
    }
  }

  /** Waits until the first port answers, the process ends or `wallMs` of wall time are over. */
  async opened(wallMs: number): Promise<void> {
    const [port] = this.#ports.values();
    if (port === undefined) return;
    const end = Date.now() + wallMs;
    while (Date.now() < end && this.process?.exitCode === undefined) {
      if (await answers(port)) return;
      await new Promise((resolve) => setTimeout(resolve, OPENING_POLL_MS));
    }
  }

  /** SIGTERM, then SIGKILL after the stop timeout; resolves once the process is gone. */
  async end(): Promise<void> {
    const { process, definition } = this;
    if (process === undefined || process.exitCode !== undefined) return;
    process.signal('SIGTERM');
    const wall = new Promise<void>((resolve) => {
      setTimeout(resolve, ENDING_WALL_MS).unref();
    });
    const patience = this.#sim.clock
      .sleep((definition.stopTimeout ?? DEFAULT_STOP_TIMEOUT_S) * 1000)
      .then(async () => wall);
    await Promise.race([process.exited, patience]);
    process.signal('SIGKILL');
    await process.exited;
  }

  releasePorts(): void {
    for (const port of this.#ports.values()) givePortBack(port);
    this.#ports.clear();
  }

  /** Watches the container's own health check, if it has one; `changed` is called when `health` has changed. */
  watch(changed: () => void): void {
    const { healthCheck: check } = this.definition;
    if (check === undefined || this.process === undefined || this.#start === undefined) return;
    const checked = {
      check,
      process: this.process,
      start: this.#start,
      root: this.#root,
      ports: this.#ports,
    };
    watchHealth(this.#sim.clock, this.#reaper, checked, (health) => {
      this.health = health;
      this.shape.healthStatus = health === 'UNCHECKED' ? 'UNKNOWN' : health;
      changed();
    }).catch((error: unknown) => {
      this.#sim.log(`health check of ${this.definition.name ?? ''}: ${String(error)}`);
    });
  }

  /** False while a health check that can be run has not passed. */
  get fit(): boolean {
    return (
      this.definition.healthCheck === undefined || this.health === 'HEALTHY' || this.health === 'UNCHECKED'
    );
  }

  async #spawn(start: ProcessStart): Promise<ContainerProcess> {
    this.#start = start;
    this.process = await ContainerProcess.start(start, this.#reaper, this.#log);
    return this.process;
  }

  /** As Docker does it: a given entry point drops the image's command. */
  #argv(image: ImageConfig): string[] {
    const { entryPoint = [], command = [] } = this.definition;
    const given = this.#override.command ?? command;
    const entry = entryPoint.length > 0 ? entryPoint : (image.Entrypoint ?? []);
    const rest = given.length > 0 ? given : entryPoint.length > 0 ? [] : (image.Cmd ?? []);
    return [...entry, ...rest];
  }
}

function pairs(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const equals = line.indexOf('=');
      return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
    }),
  );
}

function named(
  list: readonly { name?: string | undefined; value?: string | undefined }[],
): Record<string, string> {
  return Object.fromEntries(list.map(({ name = '', value = '' }) => [name, value]));
}

function startFailure(error: unknown): string {
  if (error instanceof ExecutableNotFound) return error.message;
  const { code, path = '', message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: 'no such file or directory',
    EACCES: 'permission denied',
    ENOEXEC: 'exec format error',
  };
  return `exec: "${path}": ${known[code ?? ''] ?? message}`;
}

/** The simulated VPC has no way out, so an image elsewhere fails as behind a missing NAT gateway. */
function unreachable(image: string): string {
  const first = image.split('/')[0] ?? '';
  const registry = /[.:]/.test(first) && image.includes('/') ? first : 'docker.io';
  const path =
    registry === first ? image.slice(first.length + 1) : image.includes('/') ? image : `library/${image}`;
  const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
  const repository = path.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '');
  const reference = /@(sha256:.*)$/.exec(path)?.[1] ?? /:([^/:]*)$/.exec(path)?.[1] ?? 'latest';
  const separator = reference.startsWith('sha256:') ? '@' : ':';
  return `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${registry}/${repository}${separator}${reference}: failed to do request: Head "https://${host}/v2/${repository}/manifests/${reference}": dial tcp: i/o timeout`;
}
