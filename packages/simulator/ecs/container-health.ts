import { spawn } from 'node:child_process';
import type { HealthCheck } from '@aws-sdk/client-ecs';
import type { Clock } from '../kernel/clock.ts';
import { ExecutableNotFound, resolveCommand } from './command.ts';
import type { ContainerProcess, ProcessStart } from './container-process.ts';
import type { Reaper } from './reaper.ts';

/** Wall milliseconds: commands don't run faster with the clock, and must not run in a hot loop. */
const MIN_INTERVAL_WALL_MS = 200;
const MIN_TIMEOUT_WALL_MS = 2000;

/** `UNCHECKED`: the command cannot be run on this machine, so nothing is known and nothing is held against the task. */
export type ContainerHealth = 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY' | 'UNCHECKED';

export interface Checked {
  readonly check: HealthCheck;
  readonly process: ContainerProcess;
  readonly start: ProcessStart;
  readonly root: string;
  /** Loopback ports by container port: a check of `localhost:8080` means the process's own port. */
  readonly ports: ReadonlyMap<number, number>;
}

/** Runs a container's health check for as long as its process lives and reports every change. */
export async function watchHealth(
  clock: Clock,
  reaper: Reaper,
  checked: Checked,
  report: (health: ContainerHealth) => void,
): Promise<void> {
  const { interval = 30, retries = 3, startPeriod = 0 } = checked.check;
  const argv = command(checked);
  if (argv === undefined) return;
  const begin = clock.now();
  let health: ContainerHealth = 'UNKNOWN';
  let failures = 0;
  for (;;) {
    await clock.sleep(Math.max(interval * 1000, MIN_INTERVAL_WALL_MS * clock.scale));
    if (checked.process.exitCode !== undefined) return;
    const result = await run(clock, reaper, checked, argv);
    if (result === 'impossible') {
      report('UNCHECKED');
      return;
    }
    if (result === 'passed') failures = 0;
    else if (clock.now() - begin >= startPeriod * 1000) failures += 1;
    const next: ContainerHealth =
      result === 'passed' ? 'HEALTHY' : failures >= retries ? 'UNHEALTHY' : health;
    if (next !== health) {
      health = next;
      report(health);
    }
  }
}

function command({ check, ports }: Checked): string[] | undefined {
  const [kind = '', ...words] = check.command ?? [];
  if (kind === 'NONE') return undefined;
  const local = words.map((word) =>
    word.replace(/\b(localhost|127\.0\.0\.1|0\.0\.0\.0):(\d+)/g, (text, _host, port: string) => {
      const real = ports.get(Number(port));
      return real === undefined ? text : `127.0.0.1:${real}`;
    }),
  );
  if (kind === 'CMD-SHELL') return ['sh', '-c', `${missingTool(local.join(' '))}${local.join(' ')}`];
  return kind === 'CMD' ? local : [kind, ...local];
}

/** Makes a shell end with 127 when the tool it begins with is not to be had, whatever follows after `||`. */
function missingTool(text: string): string {
  const tool = /^\s*([\w./-]+)(?=\s|$)/.exec(text)?.[1];
  return tool === undefined ? '' : `command -v ${tool} >/dev/null 2>&1 || exit 127; `;
}

async function run(
  clock: Clock,
  reaper: Reaper,
  { check, start, root }: Checked,
  argv: readonly string[],
): Promise<'passed' | 'failed' | 'impossible'> {
  let file;
  let args;
  try {
    ({ file, args } = resolveCommand(argv, root, start.env['PATH']));
  } catch (error) {
    if (error instanceof ExecutableNotFound) return 'impossible';
    throw error;
  }
  const wallMs = Math.max(((check.timeout ?? 5) * 1000) / Math.max(clock.scale, 1), MIN_TIMEOUT_WALL_MS);
  return await new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: start.cwd,
      env: { ...start.env },
      detached: true,
      stdio: 'ignore',
    });
    const { pid } = child;
    if (pid !== undefined) reaper.watch(pid);
    const timer = setTimeout(() => {
      if (pid !== undefined) reaper.kill(pid);
    }, wallMs);
    const settle = (result: 'passed' | 'failed' | 'impossible'): void => {
      clearTimeout(timer);
      if (pid !== undefined) reaper.release(pid);
      resolve(result);
    };
    child.once('error', () => settle('impossible'));
    // A shell's 126 and 127 mean that the tool is not to be had here, though it may be in the image.
    child.once('exit', (code) =>
      settle(code === 0 ? 'passed' : code === 126 || code === 127 ? 'impossible' : 'failed'),
    );
  });
}
