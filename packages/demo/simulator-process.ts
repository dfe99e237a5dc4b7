import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface SimulatorProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the bundled simulator on a free loopback port; resolves when it is ready.
 * @param more further arguments of its command line
 */
export async function startSimulatorProcess(
  repository: string,
  timeScale: number,
  more: readonly string[] = [],
): Promise<SimulatorProcess> {
  const child = spawn(
    process.execPath,
    [
      join(repository, 'dist/simulator/index.js'),
      '--port',
      '0',
      '--time-scale',
      `${timeScale}`,
      '--tasks',
      'process',
      '--end-with-input',
      ...more,
    ],
    {
      // The simulator ends with the other end of this pipe, also when the demonstration is killed.
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the simulator ended with ${code ?? 'a signal'} before it was ready`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^ready (http:\S+)$/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
