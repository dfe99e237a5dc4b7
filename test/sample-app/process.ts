import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../workflows-examples/sample-app/', import.meta.url));

/** Puts a release together as its image holds it: the application, the overlays up to `version`, the dependencies. */
export async function writeRelease(version: 1 | 2 | 3): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `sample-app-${version}-`));
  await cp(source, folder, { recursive: true });
  for (let overlay = 2; overlay <= version; overlay++) {
    await cp(join(source, 'releases', String(overlay)), folder, { recursive: true });
  }
  const builder = new URL('../../packages/build/sample-app.mjs', import.meta.url).href;
  const { writeSampleApp } = (await import(builder)) as { writeSampleApp: (outDir: string) => Promise<void> };
  await writeSampleApp(folder);
  return folder;
}

/** A process of the application with what it printed so far. */
export class AppProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<number | NodeJS.Signals>;
  output = '';
  readonly #watchers = new Set<() => void>();

  constructor(folder: string, script: string, environment: Record<string, string>) {
    this.child = spawn(process.execPath, [script], { cwd: folder, env: environment });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        for (const watch of this.#watchers) watch();
      });
    }
    this.exited = once(this.child, 'close').then(([code, signal]: unknown[]) => {
      for (const watch of this.#watchers) watch();
      return (signal ?? code) as number | NodeJS.Signals;
    });
  }

  /** The first match of `pattern` in the output, as soon as it is there. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    let watch = () => {};
    const match = new Promise<RegExpExecArray>((resolve, reject) => {
      watch = () => {
        const found = pattern.exec(this.output);
        if (found !== null) resolve(found);
        else if (this.child.exitCode !== null)
          reject(new Error(`ended without ${String(pattern)}: ${this.output}`));
      };
    });
    this.#watchers.add(watch);
    watch();
    return match.finally(() => this.#watchers.delete(watch));
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Runs `migrate.js` of a release to its end. */
export async function migrate(
  folder: string,
  databaseUrl: string,
): Promise<{ code: unknown; output: string }> {
  const task = new AppProcess(folder, 'migrate.js', { DATABASE_URL: databaseUrl });
  return { code: await task.exited, output: task.output };
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A running server of a release. */
export class Server extends AppProcess {
  origin = '';

  static async start(folder: string, databaseUrl: string): Promise<Server> {
    const server = new Server(folder, 'server.js', { DATABASE_URL: databaseUrl, PORT: '0' });
    const [, port] = await server.printed(/listens on port (\d+)/);
    server.origin = `http://127.0.0.1:${port}`;
    return server;
  }

  async get(path: string): Promise<Answer> {
    return toAnswer(await fetch(this.origin + path));
  }

  async post(path: string, body: string): Promise<Answer> {
    return toAnswer(await fetch(this.origin + path, { method: 'POST', body }));
  }
}

async function toAnswer(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
