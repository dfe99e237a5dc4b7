import { type ChildProcess, spawn } from 'node:child_process';

/** Kills every process group it was told of once its standard input closes, that is when the simulator is gone. */
const SCRIPT = `
const groups = new Set();
let text = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  text += chunk;
  const lines = text.split('\\n');
  text = lines.pop();
  for (const line of lines) {
    if (line[0] === '+') groups.add(Number(line.slice(1)));
    else groups.delete(Number(line.slice(1)));
  }
}).on('end', () => {
  for (const group of groups) try { process.kill(-group, 'SIGKILL'); } catch {}
  process.exit(0);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
`;

/**
 * Sees to it that no task process outlives the simulator, not even when the simulator itself is killed: a small process
 * in a session of its own holds the list of process groups.
 */
export class Reaper {
  #watcher: ChildProcess | undefined;
  readonly #groups = new Set<number>();
  readonly #onExit = (): void => this.killAll();

  /** Watches a process that leads its own group. */
  watch(pid: number): void {
    if (this.#watcher === undefined) {
      this.#watcher = spawn(process.execPath, ['-e', SCRIPT], {
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
        env: {},
      });
      this.#watcher.on('error', () => undefined);
      this.#watcher.stdin?.on('error', () => undefined);
      this.#watcher.unref();
      process.on('exit', this.#onExit);
    }
    this.#groups.add(pid);
    this.#watcher.stdin?.write(`+${pid}\n`);
  }

  /** Kills what is left of the group and forgets it. */
  release(pid: number): void {
    killGroup(pid);
    this.#groups.delete(pid);
    this.#watcher?.stdin?.write(`-${pid}\n`);
  }

  kill(pid: number): void {
    killGroup(pid);
  }

  killAll(): void {
    for (const pid of this.#groups) killGroup(pid);
  }

  close(): void {
    this.killAll();
    this.#watcher?.stdin?.end();
    process.off('exit', this.#onExit);
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is empty.
  }
}
