import { shellWord } from '@cutover/domain/text/shell-word';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CancelledError, ConfigurationError } from '@cutover/domain/errors';
import { environmentFor, type Allowed } from './environment.ts';
import { whyNotStarted } from './find-command.ts';
import type { Trouble } from '@cutover/domain/trouble';

export interface CommandOptions {
  readonly cwd: string;
  /** Added to the environment of this process; the place for secret values. */
  readonly env?: Readonly<Record<string, string>>;
  /** Text for standard input, which is closed after it. Absent: the command gets no standard input. */
  readonly input?: string;
  /** On abort the command gets SIGTERM, and after 3 s SIGKILL. */
  readonly signal: AbortSignal;
  /** Called with each line of standard output and standard error. */
  readonly onLine?: (line: string) => void;
  /** Secret variables of this process that the command may read. Default is none. */
  readonly allowed?: Allowed;
  /** Fix for a command that does not exist, as a whole sentence. Default speaks of Docker. */
  readonly whenMissing?: string;
}

export interface CommandResult {
  /** Exit code of the command; 128 when a signal ended it. */
  readonly exitCode: number;
  /** The last lines of standard output and standard error, at most 200, in the order in which they came. */
  readonly tail: readonly string[];
}

/** How many of the last lines are kept for the diagnosis of a failure. */
const TAIL = 200;
const WITHOUT_DOCKER =
  'Use a runner with Docker (ubuntu-latest has it), or build an OCI layout elsewhere and give it as oci-layout, which needs no Docker.';
/** Milliseconds from SIGTERM to SIGKILL. GitHub kills a cancelled job's processes after 10 s; the command must end well before. */
const GRACE_MS = 3000;

/**
 * Runs a command from an argument array, without a shell.
 * A command that fails does not throw: its exit code says so.
 * @throws ConfigurationError when the system can't start the command; the signal's reason when it was aborted
 */
export async function runCommand(
  file: string,
  args: readonly string[],
  { cwd, env = {}, input, signal, onLine, allowed = {}, whenMissing = WITHOUT_DOCKER }: CommandOptions,
): Promise<CommandResult> {
  signal.throwIfAborted();
  const environment = { ...environmentFor(allowed), ...env };
  const child = spawn(file, args, {
    cwd,
    env: environment,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  const tail: string[] = [];
  const read = async (stream: NodeJS.ReadableStream | null): Promise<void> => {
    if (stream === null) return;
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      tail.push(line);
      if (tail.length > TAIL) tail.shift();
      onLine?.(line);
    }
  };
  let killer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    child.kill('SIGTERM');
    killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    // Ignore errors of writing: a command may end without reading its input, and its exit code decides.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    const [exitCode] = await Promise.all([
      ended(child, () => notStarted(file, cwd, environment['PATH'], whenMissing)),
      read(child.stdout),
      read(child.stderr),
    ]);
    signal.throwIfAborted();
    return { exitCode, tail };
  } finally {
    clearTimeout(killer);
    signal.removeEventListener('abort', stop);
  }
}

/** Why the system refused to start a command, as an error's fault and fix. */
function notStarted(file: string, cwd: string, path: string | undefined, whenMissing: string): Trouble {
  const found = whyNotStarted(file, cwd, path);
  switch (found.kind) {
    case 'absent':
      return {
        what: `There is no command ${file} on this runner${found.unreadable.length === 0 ? '.' : `, as far as this user can see: ${found.unreadable.join(', ')} on the PATH may not be searched.`}`,
        fix: whenMissing,
      };
    case 'folder':
      return { what: `${found.path} is a folder, not a command.`, fix: whenMissing };
    case 'not-executable':
      return { what: `${found.path} may not be executed.`, fix: `chmod +x -- ${shellWord(found.path)}` };
    case 'unreadable':
      return {
        what: `${found.path} lies in a folder that this user may not search.`,
        fix: 'Give the runner’s user the right to search the folder (chmod +x), or move the command.',
      };
    case 'no-interpreter':
      return {
        what: `${found.path} asks in its first line for ${JSON.stringify(found.interpreter)}, which is not on this runner.`,
        fix: found.interpreter.endsWith('\r')
          ? 'Save the file with line feeds alone (LF, not CRLF).'
          : `Install ${found.interpreter} in a step before this one, or correct the first line.`,
      };
    case 'no-working-directory':
      return {
        what: `${file} could not be started: its working directory ${found.path} is not there.`,
        fix: 'Does a step with actions/checkout run before this one?',
      };
    case 'refused':
      return {
        what: `The runner's system refuses to start ${found.path}.`,
        fix: 'Check that the file is a program for this system and processor, and that its file system allows programs (noexec).',
      };
  }
}

async function ended(child: ReturnType<typeof spawn>, problem: () => Trouble): Promise<number> {
  return await new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT' || error.code === 'EACCES'
          ? new ConfigurationError(problem(), { cause: error })
          : error,
      );
    });
    child.once('close', (code, signal) => {
      if (code === null && signal === null) reject(new CancelledError('The command was stopped.'));
      else resolve(code ?? 128);
    });
  });
}
