import { reasonOf } from '../kernel/reason.ts';
import { type ContainerLog } from './container-log.ts';
import type { IncomingMessage } from 'node:http';
import type { Simulator } from '../kernel/simulator.ts';
import type { FoundImage } from '../kernel/images.ts';
import {
  CANNOT_START,
  type CheckResult,
  type ContainerPlan,
  type ContainerStart,
  ContainerStartError,
  type PreparedContainer,
  type RunningContainer,
} from './container-runtime.ts';
import { type DockerEngine, EngineError } from './docker-engine.ts';
import { createBody } from './docker-create.ts';
import { Demultiplexer } from './docker-stream.ts';
import { staysOpen } from './ports.ts';

const OUT_OF_MEMORY = 'OutOfMemoryError: Container killed due to memory usage';
const CHECK_POLL_MS = 50;
const OUT_OF_MEMORY_MS = 3000;
/** Between the end of a container and the end of its output. */
const OUTPUT_PATIENCE_MS = 5000;

interface Inspection {
  readonly State: { readonly ExitCode: number; readonly OOMKilled: boolean; readonly Running: boolean };
  readonly Config: { readonly StopSignal?: string };
  readonly NetworkSettings: {
    readonly Ports?: Readonly<Record<string, readonly { readonly HostPort: string }[] | null>>;
  };
}

/** A container of a Docker engine whose image was pulled. */
export function preparedDocker(
  sim: Simulator,
  engine: DockerEngine,
  labels: Readonly<Record<string, string>>,
  plan: ContainerPlan,
  image: string,
  found: FoundImage | undefined,
): PreparedContainer {
  return {
    ...(found === undefined ? {} : { imageDigest: found.digest }),
    start: async (start) => {
      const { Id: id } = await engine
        .json<{ Id: string }>(
          'POST',
          `/containers/create?${query({ platform: `linux/${plan.architecture}` })}`,
          {
            body: createBody(sim, engine, plan, start, image, labels),
          },
        )
        .catch((error: unknown) => {
          throw new ContainerStartError(
            error instanceof EngineError && /no command specified/i.test(error.message)
              ? `${CANNOT_START}no command specified`
              : `CannotCreateContainerError: Error response from daemon: ${text(error)}`,
            { cause: error },
          );
        });
      try {
        return await DockerContainer.start(sim, engine, id, start);
      } catch (error) {
        await remove(engine, id);
        throw new ContainerStartError(`${CANNOT_START}${text(error)}`, { cause: error });
      }
    },
  };
}

/** A running container of a Docker engine. */
class DockerContainer implements RunningContainer {
  readonly #engine: DockerEngine;
  readonly #id: string;
  readonly pid = undefined;
  readonly exited: Promise<number>;
  readonly ports = new Map<number, number>();
  exitCode: number | undefined;
  endReason: string | undefined;
  #stopSignal = 'SIGTERM';
  #pretended: number | undefined;
  #told = false;

  private constructor(
    engine: DockerEngine,
    id: string,
    exited: Promise<void>,
    log: ContainerLog | undefined,
  ) {
    this.#engine = engine;
    this.#id = id;
    this.exited = exited.then(async () => {
      const state = await this.#end();
      await log?.end();
      if (state.OOMKilled && !this.#told) this.endReason = OUT_OF_MEMORY;
      this.exitCode = this.#pretended ?? state.ExitCode;
      return this.exitCode;
    });
  }

  static async start(
    sim: Simulator,
    engine: DockerEngine,
    id: string,
    { privateIp, log }: ContainerStart,
  ): Promise<DockerContainer> {
    const output = await engine.open(
      'POST',
      `/containers/${id}/attach?${query({ stream: 'true', stdout: 'true', stderr: 'true' })}`,
    );
    const written = follow(output, log);
    const waiting = await engine.open('POST', `/containers/${id}/wait?condition=next-exit`);
    try {
      await engine.json('POST', `/containers/${id}/start`);
    } catch (error) {
      output.destroy();
      waiting.destroy();
      throw error;
    }
    const exited = through(waiting, output, written);
    const running = new DockerContainer(engine, id, exited, log);
    const { NetworkSettings, Config } = await running.#inspect();
    running.#stopSignal = Config.StopSignal ?? 'SIGTERM';
    for (const [name, bindings] of Object.entries(NetworkSettings.Ports ?? {})) {
      const [number = '', protocol] = name.split('/');
      const port = Number(bindings?.[0]?.HostPort ?? 0);
      if (protocol !== 'tcp' || port === 0) continue;
      running.ports.set(Number(number), port);
      sim.network.attach(privateIp, Number(number), { host: '127.0.0.1', port });
    }
    return running;
  }

  signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (this.exitCode !== undefined) return;
    this.#told = true;
    const name = signal === 'SIGTERM' ? this.#stopSignal : signal;
    // It may have ended a moment ago.
    this.#engine
      .json('POST', `/containers/${this.#id}/kill?${query({ signal: name })}`)
      .catch(() => undefined);
  }

  crash(exitCode: number | undefined): void {
    this.#pretended = exitCode;
    this.signal('SIGKILL');
  }

  async check(words: readonly string[], wallMs: number): Promise<CheckResult> {
    const [kind = '', ...rest] = words;
    const Cmd = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...rest] : kind === 'CMD' ? rest : [kind, ...rest];
    try {
      const { Id } = await this.#engine.json<{ Id: string }>('POST', `/containers/${this.#id}/exec`, {
        body: { Cmd },
      });
      await this.#engine.json('POST', `/exec/${Id}/start`, { body: { Detach: true } });
      const end = performance.now() + wallMs;
      while (performance.now() < end && this.exitCode === undefined) {
        const { Running, ExitCode } = await this.#engine.json<{ Running: boolean; ExitCode: number | null }>(
          'GET',
          `/exec/${Id}/json`,
        );
        if (!Running) return ExitCode === 0 ? 'passed' : 'failed';
        await new Promise((resolve) => setTimeout(resolve, CHECK_POLL_MS));
      }
      return 'failed';
    } catch (error) {
      // A command that the image does not have is a failed check, as on ECS.
      if (error instanceof EngineError) return 'failed';
      throw error;
    }
  }

  async opened(): Promise<boolean> {
    const [port] = this.ports.values();
    return port === undefined || (await staysOpen(port));
  }

  async release(): Promise<void> {
    await remove(this.#engine, this.#id);
  }

  /** How it ended. The engine learns of a kill for memory by an event of its own, which may come after the end. */
  async #end(): Promise<Omit<Inspection['State'], 'Running'>> {
    for (const patience = performance.now() + OUT_OF_MEMORY_MS; ;) {
      const { State: state } = await this.#inspect().catch(() => ({
        State: { ExitCode: 137, OOMKilled: false },
      }));
      const unexplained = state.ExitCode === 137 && !state.OOMKilled && !this.#told;
      if (!unexplained || performance.now() > patience) return state;
      await new Promise((resolve) => setTimeout(resolve, CHECK_POLL_MS));
    }
  }

  async #inspect(): Promise<Inspection> {
    return await this.#engine.json<Inspection>('GET', `/containers/${this.#id}/json`);
  }
}

/** Removes a container with its anonymous volumes; what can't be removed is left to the next start. */
export async function remove(engine: DockerEngine, id: string): Promise<void> {
  await engine.json('DELETE', `/containers/${id}?force=true&v=true`).catch(() => undefined);
}

export function query(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString();
}

async function follow(output: IncomingMessage, log: ContainerLog | undefined): Promise<void> {
  const streams = new Demultiplexer((source, chunk) => log?.write(source, chunk));
  try {
    for await (const chunk of output) streams.feed(chunk as Buffer);
  } catch {
    // The engine ends the connection when the container is killed.
  }
}

/** Resolves when the container has ended and its output is through. */
async function through(
  waiting: IncomingMessage,
  output: IncomingMessage,
  written: Promise<void>,
): Promise<void> {
  try {
    for await (const _ of waiting);
  } catch {
    // The engine went away, and the container with it.
  }
  const late = setTimeout(() => output.destroy(), OUTPUT_PATIENCE_MS);
  await written;
  clearTimeout(late);
}

function text(error: unknown): string {
  return reasonOf(error);
}
