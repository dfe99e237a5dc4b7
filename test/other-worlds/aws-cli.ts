import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LiveService, type LiveOptions } from '../bundles/live-service.ts';
import { clientEnv } from './program.ts';

const execute = promisify(execFile);

/** Runs the AWS CLI against an endpoint. */
export class AwsCli {
  readonly #program: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(program: string, endpoint: string, home: string) {
    this.#program = program;
    this.#env = clientEnv(endpoint, home);
  }

  /**
   * What it prints on stdout; throws with stderr when it fails.
   * @param words what a person would type after `aws`, split at spaces
   * @param more arguments that may hold spaces
   */
  async text(words: string, ...more: readonly string[]): Promise<string> {
    const options = { env: this.#env, maxBuffer: 2 ** 24 };
    const { stdout } = await execute(this.#program, [...words.split(' '), ...more], options);
    return stdout.trimEnd();
  }

  /** The answer of an operation as the CLI understood it. */
  async json<T>(words: string, ...more: readonly string[]): Promise<T> {
    return JSON.parse(await this.text(words, ...more, '--output', 'json')) as T;
  }

  /** What it says on stderr when a call is refused. */
  async refusal(words: string, ...more: readonly string[]): Promise<string> {
    try {
      await this.text(words, ...more);
    } catch (error) {
      return (error as { stderr: string }).stderr.trim();
    }
    throw new Error(`aws ${words} was expected to fail`);
  }
}

export interface Scene {
  readonly aws: AwsCli;
  readonly account: LiveService;
  /** A temporary folder. */
  readonly folder: string;
}

/** A test with an account of its own, so that those which wait can wait together. */
export function inAccount(
  program: string | undefined,
  body: (scene: Scene) => Promise<void>,
  options: LiveOptions = {},
): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cutover-cli-'));
    const account = await LiveService.open(options);
    try {
      await body({ aws: new AwsCli(program ?? '', account.running.url, folder), account, folder });
    } finally {
      await account.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}
