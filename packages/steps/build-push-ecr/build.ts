import { basename, dirname, join } from 'node:path';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { isDigest, type Digest } from '@cutover/domain/digest';
import { CommandError, ConfigurationError } from '@cutover/domain/errors';
import { redactor } from '@cutover/domain/redact';
import type { RegistryLogin } from '@cutover/aws/images';
import type { World } from '../world.ts';
import { BuildLog, type BuildStep } from './build-log.ts';
import type { BuildRequest } from './build-request.ts';
import {
  buildKitArguments,
  buildxArguments,
  classicArguments,
  needsBuildKit,
  needsBuildx,
} from './docker-arguments.ts';

/** Key under which the directory with the login is remembered for `post:`. */
export const DOCKER_CONFIG = 'docker-config';
/** Key under which a builder that was made for one build is remembered. */
export const BUILDER = 'builder';

export interface Built {
  /** As the build reported it. */
  readonly digest: Digest;
  /** `docker buildx build`, or what took its place. */
  readonly how: string;
  readonly seconds: number;
  readonly steps: readonly BuildStep[];
  /** What buildx wrote with `--metadata-file`. */
  readonly metadata?: string;
}

export interface BuildSecrets {
  /** Environment of the build: values of secrets and of secret arguments. */
  readonly values: Readonly<Record<string, string>>;
  /** Values that nothing that Docker says may show. */
  readonly hidden: readonly string[];
}

interface Builder {
  readonly world: World;
  /** Directory of the private Docker configuration. */
  readonly config: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly hidden: readonly string[];
  readonly log: BuildLog;
}

type Pushed = Pick<Built, 'digest' | 'how' | 'metadata'>;

/**
 * Builds and pushes with Docker, logged in through a configuration of its own that is gone afterwards.
 * @param logins the registry that is pushed to, and others that may be read from
 * @throws CommandError with what Docker said and the diagnosed causes
 */
export async function buildAndPush(
  build: BuildRequest,
  secrets: BuildSecrets,
  logins: readonly RegistryLogin[],
  world: World,
): Promise<Built> {
  const { clock, docker, files, signal } = world;
  const config = dirname(await files.writeTemporary('config.json', '{}'));
  world.remember(DOCKER_CONFIG, config);
  const cwd = files.resolve('.');
  const log = new BuildLog();
  const hidden = [...secrets.hidden, ...logins.map(({ password }) => password)];
  const builder: Builder = { world, config, cwd, env: secrets.values, hidden, log };
  const started = clock.now();
  try {
    await docker.open(
      config,
      logins.map(({ host }) => host),
    );
    for (const login of logins) await docker.login(config, login.host, login, { cwd, signal });
    const version = await docker.buildxVersion({ cwd, signal });
    const pushed =
      version === undefined
        ? await withoutBuildx(build, builder)
        : await withBuildx(forVersion(build, version), builder);
    const seconds = (clock.now() - started) / 1000;
    world.progress.report({ type: 'image.built', digest: pushed.digest, seconds });
    return { ...pushed, seconds, steps: log.steps };
  } finally {
    await docker.forget(config);
  }
}

/** Annotations came with buildx 0.12; before, the options for them would end the build. */
function forVersion(build: BuildRequest, version: string): BuildRequest {
  const [, major, minor] = /^v?(\d+)\.(\d+)\./.exec(version) ?? [];
  const old = major !== undefined && Number(major) === 0 && Number(minor) < 12;
  return old ? { ...build, annotations: new Map(), fixedDate: false } : build;
}

async function withBuildx(build: BuildRequest, builder: Builder): Promise<Pushed> {
  const { config, hidden, world } = builder;
  const metadataFile = join(config, 'metadata.json');
  try {
    await docker(buildxArguments(build, metadataFile), builder);
  } catch (error) {
    const limited =
      error instanceof CommandError &&
      error.findings.some(({ id }) => id === 'buildx-cache-export-unsupported');
    if (!limited || build.builder !== undefined) throw error;
    await withOwnBuilder(build, metadataFile, builder);
  }
  const metadata = redactor(hidden)(await world.files.read(metadataFile, 'metadata'));
  const { 'containerimage.digest': digest } = JSON.parse(metadata) as { 'containerimage.digest'?: string };
  if (digest === undefined || !isDigest(digest)) {
    throw new CommandError(
      'docker buildx build ended well but reported no digest.',
      'Use a builder that pushes (docker, docker-container, kubernetes or remote driver).',
      0,
    );
  }
  return { digest, metadata, how: 'docker buildx build' };
}

/** Docker's default builder keeps no caches elsewhere and builds for one platform: one is made that does both. */
async function withOwnBuilder(build: BuildRequest, metadataFile: string, builder: Builder): Promise<void> {
  const { config, world } = builder;
  const name = basename(config);
  world.progress.report({
    type: 'note',
    text: 'Docker’s default builder can do neither caches nor several platforms: this build gets a builder of its own, which is removed afterwards',
  });
  world.remember(BUILDER, name);
  await docker(['buildx', 'create', '--name', name, '--driver', 'docker-container'], builder);
  try {
    await docker(buildxArguments({ ...build, builder: name }, metadataFile), builder);
  } finally {
    await removeBuilder(name, config, world);
  }
}

/** Removes a builder that was made for one build; it keeps nothing that a later job needs. */
export async function removeBuilder(name: string, config: string, world: World): Promise<void> {
  // Also after a cancellation, whose signal would end this at once.
  const signal = new AbortController().signal;
  const cwd = world.files.resolve('.');
  await world.docker.run({ args: ['buildx', 'rm', '--force', name], config, cwd, signal });
}

async function withoutBuildx(build: BuildRequest, builder: Builder): Promise<Pushed> {
  const { cwd, world } = builder;
  const ownBuildKit = await world.docker.hasOwnBuildKit({ cwd, signal: world.signal });
  const needed = [...needsBuildx(build), ...(ownBuildKit ? [] : needsBuildKit(build))];
  if (needed.length > 0) {
    throw new ConfigurationError({
      message: `Docker on this runner has no buildx, which ${needed.join(', ')} ${needed.length === 1 ? 'needs' : 'need'}.`,
      remedy: `Run docker/setup-buildx-action before this step, or remove ${needed.join(', ')}.`,
    });
  }
  const how = ownBuildKit ? 'docker build with BuildKit' : 'docker build (the classic builder)';
  world.progress.report({
    type: 'warning',
    text: `Docker on this runner has no buildx: ${how} is used, and docker push.`,
    remedy: 'docker/setup-buildx-action installs buildx.',
  });
  const plain = { ...builder, env: { ...builder.env, DOCKER_BUILDKIT: ownBuildKit ? '1' : '0' } };
  await docker(ownBuildKit ? buildKitArguments(build) : classicArguments(build), plain);
  let digest: string | undefined;
  for (const reference of build.references) {
    const lines = await docker(['push', reference], plain);
    digest = /\bdigest: (sha256:[0-9a-f]{64})/.exec(lines.join('\n'))?.[1] ?? digest;
  }
  if (digest === undefined || !isDigest(digest)) {
    throw new CommandError(
      'docker push ended well but reported no digest.',
      'Run docker/setup-buildx-action before this step, so that buildx pushes.',
      0,
    );
  }
  return { digest, how };
}

async function docker(
  args: readonly string[],
  { world, config, cwd, env, hidden, log }: Builder,
): Promise<readonly string[]> {
  const { clock, docker, progress, signal } = world;
  const what = `docker ${args[0] === 'buildx' ? `buildx ${args[1] ?? ''}` : (args[0] ?? '')}`;
  progress.report({ type: 'group.started', title: what });
  progress.report({ type: 'command.started', file: 'docker', args });
  try {
    const { exitCode, tail } = await docker.run({
      args,
      config,
      cwd,
      env,
      secrets: hidden,
      signal,
      onLine: (text) => {
        if (text.trim() === '') return;
        log.read(text);
        progress.report({ type: 'log.line', source: 'docker', text, timestamp: clock.now() });
      },
    });
    if (exitCode === 0) return tail;
    throw new CommandError(
      `${what} failed with exit code ${exitCode}: ${lastError(tail)}`,
      'Read the build’s output above; run the same command on your machine.',
      exitCode,
      { findings: diagnose([{ source: 'docker build', text: tail.join('\n') }]) },
    );
  } finally {
    progress.report({ type: 'group.ended' });
  }
}

/** The line that says what went wrong: buildx repeats it at the end after `ERROR:`. */
function lastError(tail: readonly string[]): string {
  const spoken = tail.filter((line) => line.trim() !== '');
  return (
    spoken.findLast((line) => /\berror\b|\bdenied\b|\bfailed\b/i.test(line)) ??
    spoken.at(-1) ??
    'it said nothing'
  );
}
