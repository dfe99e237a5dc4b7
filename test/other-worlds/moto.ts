import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

const PATIENCE_MS = 60_000;

export interface Moto {
  readonly url: string;
  /** Lets the states of a model (`ecs::task`) go on by themselves: after so many looks at them. */
  progress(model: string, looks: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts moto's server on a free loopback port and waits until it answers. */
export async function startMoto(program: string): Promise<Moto> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  let failed = false;
  server.once('error', () => (failed = true));
  const end = Date.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (failed || server.exitCode !== null || Date.now() > end) {
      server.kill('SIGKILL');
      throw new Error(`${program} doesn't answer on ${url}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    progress: async (model, looks) => {
      const response = await fetch(`${url}/moto-api/state-manager/set-transition`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model_name: model, transition: { progression: 'manual', times: looks } }),
      });
      if (!response.ok) throw new Error(`moto answered ${response.status} to set-transition`);
    },
    close: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
