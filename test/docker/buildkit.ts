import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from '../tools.ts';
import { invoke } from './engine.ts';

/** A BuildKit daemon, which needs root and runc; undefined when this machine lacks one of them. */
export const buildkitd =
  process.getuid?.() === 0 && findTool('runc') !== undefined ? findTool('buildkitd') : undefined;

/** Long enough for a busy machine. */
const PATIENCE_MS = 60_000;
const NAME = 'probe';

/** A builder of one's own, with a Docker configuration that knows it: caches, several platforms, fixed dates. */
export class Builder {
  readonly name = NAME;
  readonly #folder: string;
  readonly #daemon: ChildProcess;

  private constructor(folder: string, daemon: ChildProcess) {
    this.#folder = folder;
    this.#daemon = daemon;
  }

  static async open(): Promise<Builder> {
    const folder = await mkdtemp(join(tmpdir(), 'cutover-buildkit-'));
    const address = `unix://${join(folder, 'socket')}`;
    const daemon = spawn(
      buildkitd ?? 'buildkitd',
      ['--addr', address, '--root', join(folder, 'root'), '--oci-worker-gc=false'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    daemon.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const builder = new Builder(folder, daemon);
    await adoptPlugins(builder.config);
    const create = ['create', '--name', NAME, '--driver', 'remote', address];
    await builder.buildx(...create);
    for (const end = Date.now() + PATIENCE_MS; ;) {
      if ((await builder.buildx('inspect', '--bootstrap', NAME)).includes('Status:')) {
        const { text } = await builder.#run('du', '--builder', NAME);
        if (!/error/i.test(text)) return builder;
      }
      if (Date.now() > end || daemon.exitCode !== null) {
        await builder.close();
        throw new Error(`buildkitd does not answer: ${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** The folder for DOCKER_CONFIG. */
  get config(): string {
    return join(this.#folder, 'config');
  }

  /** Runs `docker buildx` and gives back what it says. */
  async buildx(...args: readonly string[]): Promise<string> {
    return (await this.#run(...args)).text;
  }

  /** Forgets all layers, so that the next build finds them only where they were exported to. */
  async forget(): Promise<void> {
    const { status, text } = await this.#run('prune', '--all', '--force', '--builder', NAME);
    if (status !== 0) throw new Error(text);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#daemon.once('exit', resolve));
    if (this.#daemon.exitCode === null && this.#daemon.kill('SIGTERM')) await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #run(...args: readonly string[]) {
    const env = { ...process.env, DOCKER_CONFIG: this.config };
    return await invoke(findTool('docker') ?? 'docker', ['buildx', ...args], env);
  }
}

/** buildx is found beside the configuration. */
async function adoptPlugins(config: string): Promise<void> {
  const original = join(process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'), 'cli-plugins');
  await mkdir(join(config, 'cli-plugins'), { recursive: true });
  for (const plugin of await readdir(original).catch(() => []))
    await symlink(join(original, plugin), join(config, 'cli-plugins', plugin));
}
