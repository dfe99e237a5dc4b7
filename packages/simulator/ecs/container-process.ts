import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { ContainerLog } from './container-log.ts';
import type { CheckResult, RunningContainer } from './container-runtime.ts';
import { answers, givePortBack } from './ports.ts';
import { checkProcess } from './process-check.ts';
import type { ProcessStart } from './process-start.ts';
import type { Reaper } from './reaper.ts';

/** A container as one process of this machine that leads its own group. */
export class ContainerProcess implements RunningContainer {
  readonly #child: ChildProcess;
  readonly #reaper: Reaper;
  readonly #start: ProcessStart;
  readonly exited: Promise<number>;
  readonly endReason = undefined;
  exitCode: number | undefined;
  #pretended: number | undefined;

  private constructor(
    child: ChildProcess,
    start: ProcessStart,
    reaper: Reaper,
    log: ContainerLog | undefined,
  ) {
    this.#child = child;
    this.#start = start;
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
    const running = new ContainerProcess(child, start, reaper, log);
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

  get ports(): ReadonlyMap<number, number> {
    return this.#start.ports;
  }

  signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    if (signal === 'SIGKILL') this.#reaper.kill(pid);
    else this.#child.kill(signal);
  }

  crash(exitCode: number | undefined): void {
    this.#pretended = exitCode;
    this.signal('SIGKILL');
  }

  async check(words: readonly string[], wallMs: number): Promise<CheckResult> {
    return await checkProcess(this.#reaper, this.#start, words, wallMs);
  }

  async opened(): Promise<boolean> {
    const [port] = this.ports.values();
    return port === undefined || (await answers(port));
  }

  async release(): Promise<void> {
    for (const port of this.ports.values()) givePortBack(port);
  }
}
