import { spawn } from 'node:child_process';
import { ExecutableNotFound, resolveCommand } from './command.ts';
import type { ProcessStart } from './process-start.ts';
import type { CheckResult } from './container-runtime.ts';
import type { Reaper } from './reaper.ts';

/**
 * Runs a health check's command beside the process of its container. `impossible` when this machine has no such tool:
 * then nothing is known.
 */
export async function checkProcess(
  reaper: Reaper,
  start: ProcessStart,
  words: readonly string[],
  wallMs: number,
): Promise<CheckResult> {
  let file;
  let args;
  try {
    ({ file, args } = resolveCommand(command(words, start.ports), start.root, start.env['PATH']));
  } catch (error) {
    if (error instanceof ExecutableNotFound) return 'impossible';
    throw error;
  }
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
    const settle = (result: CheckResult): void => {
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

/** `localhost:8080` in a check means the process's own port. */
function command([kind = '', ...words]: readonly string[], ports: ReadonlyMap<number, number>): string[] {
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
