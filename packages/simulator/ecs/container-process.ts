import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { ContainerLog } from './container-log.ts';
import type { Reaper } from './reaper.ts';

export interface ProcessStart {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A running container: one process that leads its own group. */
export class ContainerProcess {
  readonly #child: ChildProcess;
  readonly #reaper: Reaper;
  /** The exit code once the process and its output are through; 128 + signal number after a signal. */
  readonly exited: Promise<number>;
  /** The exit code, or undefined while the process runs. */
  exitCode: number | undefined;
  #pretended: number | undefined;

  private constructor(child: ChildProcess, reaper: Reaper, log: ContainerLog | undefined) {
    this.#child = child;
    this.#reaper = reaper;
    const { pid } = child;
    for (const source of ['stdout', 'stderr'] as const) {
      child[source]?.setEncoding('utf8').on('data', (chunk: string) => log?.write(source, chunk));
    }
    // When the first process of a container ends the others end too, which also closes the pipes they hold.
    child.once('exit', () => {
      if (pid !== undefined) reaper.release(pid);
    });
    const closed = new Promise<number>((resolve) => {
      child.once('close', (code, signal) => {
        resolve(this.#pretended ?? code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    });
    this.exited = closed.then(async (code) => {
      await log?.end();
      this.exitCode = code;
      return code;
    });
  }

  /**
   * Starts the program; resolves once it runs.
   * @throws Error of `spawn` (ENOENT, EACCES, ENOEXEC, …)
   */
  static async start(
    start: ProcessStart,
    reaper: Reaper,
    log: ContainerLog | undefined,
  ): Promise<ContainerProcess> {
    const child = spawn(start.file, start.args, {
      cwd: start.cwd,
      env: { ...start.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const running = new ContainerProcess(child, reaper, log);
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', resolve);
    });
    child.on('error', () => undefined);
    if (child.pid !== undefined) reaper.watch(child.pid);
    return running;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    if (signal === 'SIGKILL') this.#reaper.kill(pid);
    else this.#child.kill(signal);
  }

  /** Kills the process and reports `exitCode`, or 137 as after any SIGKILL. */
  crash(exitCode: number | undefined): void {
    this.#pretended = exitCode;
    this.signal('SIGKILL');
  }
}
