import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { IdentityProvider } from './identity-provider.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';

/** Inputs by which a step gets credentials of its own, for a quarter of an hour at a time. */
export const OWN_KEYS = {
  'role-to-assume': ROLE,
  'role-duration-seconds': '900',
};

/** Inputs that deploy the second revision. */
export const SECOND_REVISION = {
  cluster: 'shop',
  service: 'web',
  'poll-interval-seconds': '0.1',
  'task-definition-arn': 'web:2',
};

/** A job that may ask GitHub for identity tokens, and an account with a service of which there is a second revision. */
export class Job {
  readonly live: LiveService;
  readonly github: IdentityProvider;
  /** Of its own, empty. */
  readonly folder: string;
  #jumped = 0;

  private constructor(live: LiveService, github: IdentityProvider, folder: string) {
    this.live = live;
    this.github = github;
    this.folder = folder;
  }

  static async open(options: LiveOptions = {}): Promise<Job> {
    const folder = await mkdtemp(join(tmpdir(), 'cutover-job-'));
    const job = new Job(await LiveService.open(options), await IdentityProvider.open(), folder);
    await job.live.register('web');
    return job;
  }

  async close(): Promise<void> {
    await this.live.close();
    await this.github.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The environment of a job without AWS credentials. */
  get bare(): Record<string, string> {
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...env } = this.live.env;
    return { ...env, ...this.github.env };
  }

  /** The environment of a job in which an earlier step got keys. */
  async withKeysFor(minutes: number): Promise<Record<string, string>> {
    const { Credentials } = await this.live.call<AssumeRoleResponse>('sts', 'AssumeRole', {
      RoleArn: ROLE,
      RoleSessionName: 'GitHubActions',
      DurationSeconds: String(minutes * 60),
    });
    return {
      ...this.live.env,
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
      AWS_CREDENTIAL_EXPIRATION: Credentials?.Expiration?.toISOString() ?? '',
    };
  }

  /** By which a step lives in the account's time, jumps included. */
  async accountTime(): Promise<Record<string, string>> {
    await writeFile(this.#jumps, String(this.#jumped));
    const { clock } = this.live.running.sim;
    const to = clock.now() - this.#jumped;
    return {
      // As a URL, since Node splits the variable at blanks.
      NODE_OPTIONS: `--import=${new URL('travel.mjs', import.meta.url).href}`,
      TRAVEL: JSON.stringify({ scale: clock.scale, from: Date.now(), to, jumps: this.#jumps }),
    };
  }

  /** Moves the time of the account and of the steps that live in it. */
  async jump(minutes: number): Promise<void> {
    this.#jumped += minutes * 60_000;
    await writeFile(this.#jumps, String(this.#jumped));
    await this.live.running.sim.clock.advance(minutes * 60_000);
  }

  /** Operations that were refused because the keys had expired. */
  get refusals(): readonly string[] {
    return this.live.running.sim.calls.flatMap(({ operation, error }) =>
      error?.code.startsWith('ExpiredToken') === true ? [operation] : [],
    );
  }

  get #jumps(): string {
    return join(this.folder, 'jumps');
  }
}
