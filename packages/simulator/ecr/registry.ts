import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { RegistryScanningRule, ScanType } from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import type { Caller } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { Blobs } from './blobs.ts';
import type { Image } from './image.ts';
import type { Repository } from './repository.ts';

const TOKEN_LIFE_MS = 12 * 3600 * 1000;

/** The account's private registry: repositories, blobs and login tokens. */
export class Registry {
  readonly sim: Simulator;
  readonly blobs: Blobs;
  readonly repositories = new Map<string, Repository>();
  /** Those of the account's public registry, by the path below which they are served. */
  readonly publicRepositories = new Map<string, Repository>();
  /** How the images of all repositories are scanned; a repository may have a setting of its own for basic scans. */
  scanning: { readonly scanType: ScanType; readonly rules: RegistryScanningRule[] } = {
    scanType: 'BASIC',
    rules: [],
  };
  /** Hosts under which clients reached us; an image reference may name any of them. */
  readonly #hosts = new Set<string>();
  readonly #passwords = new Map<string, { aws: number; wall: number }>();
  readonly #downloads = new Map<string, string>();

  constructor(sim: Simulator) {
    this.sim = sim;
    this.blobs = new Blobs(join(sim.dataDir, 'registry'));
  }

  get id(): string {
    return this.sim.account;
  }

  /** @throws RepositoryNotFoundException; InvalidParameterException for another account's registry. */
  repository(name: string | undefined, registryId?: string): Repository {
    if (name === undefined)
      throw invalid(`Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must not be null'`);
    const repository =
      registryId === undefined || registryId === this.id ? this.repositories.get(name) : undefined;
    if (repository === undefined) {
      throw new ApiError('RepositoryNotFoundException', missingRepository(name, registryId ?? this.id));
    }
    return repository;
  }

  /** The repository that the registry protocol serves below a path, private or public. @throws RepositoryNotFoundException */
  served(path: string): Repository {
    return this.publicRepositories.get(path) ?? this.repository(path);
  }

  /** `127.0.0.1:4566/name`: the registry is the simulator's own port. */
  uri(repository: Repository, caller: Caller): string {
    return `${this.host(caller.baseUrl)}/${repository.name}`;
  }

  host(baseUrl: string): string {
    const host = baseUrl.replace(/^https?:\/\//, '');
    this.#hosts.add(host);
    return host;
  }

  /** Whether `host` of an image reference is this registry. */
  isHost(host: string): boolean {
    return (
      this.#hosts.has(host) ||
      host === this.sim.baseUrl.replace(/^https?:\/\//, '') ||
      host === `${this.id}.dkr.ecr.${this.sim.region}.amazonaws.com`
    );
  }

  /** A new password for user `AWS`, valid for 12 hours. */
  issue(): { password: string; expiresAt: Date } {
    const password = randomBytes(48).toString('base64url');
    const aws = this.sim.clock.now();
    this.#passwords.set(password, { aws, wall: performance.now() });
    return { password, expiresAt: new Date(aws + TOKEN_LIFE_MS) };
  }

  /** A push takes wall-clock time, however fast AWS time runs; so an accelerated clock doesn't age a password. */
  check(password: string): 'valid' | 'expired' | 'unknown' {
    const issued = this.#passwords.get(password);
    if (issued === undefined) return 'unknown';
    const age =
      this.sim.clock.scale > 1 ? performance.now() - issued.wall : this.sim.clock.now() - issued.aws;
    return age < TOKEN_LIFE_MS ? 'valid' : 'expired';
  }

  /** A secret path that serves one blob without login, like ECR's pre-signed storage URLs. */
  presign(digest: string): string {
    const key = randomBytes(24).toString('base64url');
    this.#downloads.set(key, digest);
    return key;
  }

  presigned(key: string): string | undefined {
    return this.#downloads.get(key);
  }

  /** Image by tag or digest. */
  find(repository: Repository, reference: string): Image | undefined {
    return repository.images.get(
      reference.startsWith('sha256:') ? reference : (repository.tags.get(reference) ?? ''),
    );
  }

  /** Removes blobs that no repository holds any more. */
  async sweep(digests: Iterable<string>): Promise<void> {
    for (const digest of digests) {
      const all = [...this.repositories.values(), ...this.publicRepositories.values()];
      if (!all.some(({ layers }) => layers.has(digest))) {
        await this.blobs.remove(digest);
      }
    }
  }
}

export function missingRepository(name: string, registryId: string): string {
  return `The repository with name '${name}' does not exist in the registry with id '${registryId}'`;
}

export function invalid(message: string): ApiError {
  return new ApiError('InvalidParameterException', message);
}
