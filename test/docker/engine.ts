import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DockerEngine } from '@cutover/simulator/ecs/docker-engine';
import { findTool } from '../tools.ts';

const run = promisify(execFile);

/** What the tests below need; undefined when this machine lacks one of them. */
export const engine = await findEngine();

async function findEngine(): Promise<{ readonly cli: string; readonly go: string } | undefined> {
  const cli = findTool('docker');
  const go = findTool('go');
  if (cli === undefined || go === undefined) return undefined;
  try {
    await DockerEngine.find();
    execFileSync(cli, ['version'], { stdio: 'ignore' });
    return { cli, go };
  } catch {
    return undefined;
  }
}

export interface Ended {
  readonly status: number;
  /** Both outputs, trimmed. */
  readonly text: string;
}

/** Runs a program beside this process, which may be serving it. */
export async function invoke(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = '',
): Promise<Ended> {
  const child = spawn(file, args, { env, stdio: 'pipe' });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { status: code ?? 1, text: text.trim() };
}

/** The Docker client with a configuration of its own, so that nobody's logins are touched. */
export class Docker {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(): Promise<Docker> {
    return new Docker(await mkdtemp(join(tmpdir(), 'cutover-docker-')));
  }

  get env(): NodeJS.ProcessEnv {
    return { ...process.env, DOCKER_CONFIG: join(this.folder, 'config') };
  }

  /** Runs the client and gives back its standard output, trimmed. */
  async run(...args: string[]): Promise<string> {
    const { stdout } = await run(engine?.cli ?? 'docker', args, { env: this.env });
    return stdout.trim();
  }

  /** As a person logs in: the password over standard input. */
  async login(host: string, password: string): Promise<Ended> {
    const args = ['login', '--username', 'AWS', '--password-stdin', host];
    return await invoke(engine?.cli ?? 'docker', args, this.env, password);
  }

  /** Makes an image without an operating system whose program is `program/main.go`. */
  async build(reference: string): Promise<void> {
    const root = join(this.folder, 'root');
    await mkdir(root, { recursive: true });
    const source = fileURLToPath(new URL('program', import.meta.url));
    await run(engine?.go ?? 'go', ['build', '-ldflags', '-s -w', '-o', join(root, 'program'), '.'], {
      cwd: source,
      env: { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOWORK: 'off' },
    });
    const archive = join(this.folder, 'root.tar');
    await run('tar', ['cf', archive, '-C', root, 'program']);
    await this.run('import', '--change', 'ENTRYPOINT ["/program"]', archive, reference);
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
