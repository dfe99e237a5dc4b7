import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CancelledError, ConfigurationError } from '@cutover/domain/errors';

export interface CommandOptions {
  readonly cwd: string;
  /** Added to the environment of this process; the place for secret values. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to standard input, which is closed then. */
  readonly input?: string;
  /** When aborted, the command is told to end, and killed if it doesn't. */
  readonly signal: AbortSignal;
  readonly onLine?: (line: string) => void;
  /** Variables of this process that the command does not get. */
  readonly hides?: (variable: string) => boolean;
  /** What to do when there is no such command. */
  readonly whenMissing?: string;
}

export interface CommandResult {
  readonly exitCode: number;
  /** The last lines of standard output and standard error together. */
  readonly tail: readonly string[];
}

/** Lines that are kept for the diagnosis of a failure. */
const TAIL = 200;
const WITHOUT_DOCKER =
  'Use a runner with Docker (ubuntu-latest has it), or build an OCI layout elsewhere and give it as oci-layout, which needs no Docker.';
/** GitHub kills a cancelled job's processes after 10 s; ours has to be gone well before. */
const GRACE_MS = 3000;

/**
 * Runs a command from an argument array, without a shell.
 * @throws ConfigurationError when there is no such command; the signal's reason when it was aborted
 */
export async function runCommand(
  file: string,
  args: readonly string[],
  { cwd, env = {}, input, signal, onLine, hides, whenMissing = WITHOUT_DOCKER }: CommandOptions,
): Promise<CommandResult> {
  signal.throwIfAborted();
  const child = spawn(file, args, {
    cwd,
    env: { ...inherited(hides), ...env },
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
    // A command that ends without reading its input is no failure of ours: its exit code tells.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    const [exitCode] = await Promise.all([
      ended(child, file, whenMissing),
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

function inherited(hides: CommandOptions['hides']): NodeJS.ProcessEnv {
  if (hides === undefined) return process.env;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !hides(name)));
}

async function ended(child: ReturnType<typeof spawn>, file: string, whenMissing: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT' || error.code === 'EACCES'
          ? new ConfigurationError(
              {
                message:
                  error.code === 'ENOENT'
                    ? `There is no command ${file} on this runner.`
                    : `${file} may not be executed.`,
                remedy: error.code === 'ENOENT' ? whenMissing : `chmod +x ${file}`,
              },
              { cause: error },
            )
          : error,
      );
    });
    child.once('close', (code, signal) => {
      if (code === null && signal === null) reject(new CancelledError(`${file} was stopped.`));
      else resolve(code ?? 128);
    });
  });
}
