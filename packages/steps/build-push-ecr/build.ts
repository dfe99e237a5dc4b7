import { dirname, join } from 'node:path';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { isDigest, type Digest } from '@cutover/domain/digest';
import { CommandError, ConfigurationError } from '@cutover/domain/errors';
import type { RegistryLogin } from '@cutover/aws/images';
import type { World } from '../world.ts';
import type { BuildRequest } from './build-request.ts';
import { buildxArguments, classicArguments, needsBuildx } from './docker-arguments.ts';

/** Key under which the directory with the login is remembered for `post:`. */
export const DOCKER_CONFIG = 'docker-config';

export interface Built {
  /** As the build reported it. */
  readonly digest: Digest;
  /** What buildx wrote with `--metadata-file`. */
  readonly metadata?: string;
}

interface Builder {
  readonly world: World;
  /** Directory of the private Docker configuration. */
  readonly config: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Builds and pushes with Docker, logged in through a configuration of its own that is gone afterwards.
 * @throws CommandError with what Docker said and the diagnosed causes
 */
export async function buildAndPush(
  build: BuildRequest,
  secretValues: Readonly<Record<string, string>>,
  registry: { readonly host: string; readonly login: RegistryLogin },
  world: World,
): Promise<Built> {
  const config = dirname(await world.files.writeTemporary('config.json', '{}'));
  world.remember(DOCKER_CONFIG, config);
  world.mask(registry.login.password);
  const cwd = world.files.resolve('.');
  const builder: Builder = { world, config, cwd, env: secretValues };
  const started = world.clock.now();
  try {
    await world.docker.login(config, registry.host, registry.login, { cwd, signal: world.signal });
    const version = await world.docker.buildxVersion(cwd, world.signal);
    const built =
      version === undefined ? await withoutBuildx(build, builder) : await withBuildx(build, builder);
    world.progress.report({
      type: 'image.built',
      digest: built.digest,
      seconds: (world.clock.now() - started) / 1000,
    });
    return built;
  } finally {
    await world.docker.forget(config);
  }
}

async function withBuildx(build: BuildRequest, builder: Builder): Promise<Built> {
  const { config, world } = builder;
  const metadataFile = join(config, 'metadata.json');
  await docker(buildxArguments(build, metadataFile), builder);
  const metadata = await world.files.read(metadataFile, 'metadata');
  const { 'containerimage.digest': digest } = JSON.parse(metadata) as { 'containerimage.digest'?: string };
  if (digest === undefined || !isDigest(digest)) {
    throw new CommandError(
      'docker buildx build ended well but reported no digest.',
      'Use a builder that pushes (docker, docker-container, kubernetes or remote driver).',
      0,
    );
  }
  return { digest, metadata };
}

/** The classic builder: no secrets, no cache export, one platform. */
async function withoutBuildx(build: BuildRequest, builder: Builder): Promise<Built> {
  const needed = needsBuildx(build);
  if (needed.length > 0) {
    throw new ConfigurationError({
      message: `Docker on this runner has no buildx, which ${needed.join(', ')} ${needed.length === 1 ? 'needs' : 'need'}.`,
      remedy: `Run docker/setup-buildx-action before this step, or remove ${needed.join(', ')}.`,
    });
  }
  builder.world.progress.report({
    type: 'warning',
    text: 'Docker on this runner has no buildx: the classic builder (docker build, docker push) is used.',
    remedy: 'docker/setup-buildx-action installs buildx.',
  });
  const classic = { ...builder, env: { ...builder.env, DOCKER_BUILDKIT: '0' } };
  await docker(classicArguments(build), classic);
  let digest: string | undefined;
  for (const reference of build.references) {
    const lines = await docker(['push', reference], classic);
    digest = /\bdigest: (sha256:[0-9a-f]{64})/.exec(lines.join('\n'))?.[1] ?? digest;
  }
  if (digest === undefined || !isDigest(digest)) {
    throw new CommandError(
      'docker push ended well but reported no digest.',
      'Run docker/setup-buildx-action before this step, so that buildx pushes.',
      0,
    );
  }
  return { digest };
}

async function docker(
  args: readonly string[],
  { world, config, cwd, env }: Builder,
): Promise<readonly string[]> {
  const { clock, docker, progress, signal } = world;
  const what = `docker ${args[0] === 'buildx' ? 'buildx build' : (args[0] ?? '')}`;
  progress.report({ type: 'group.started', title: what });
  progress.report({ type: 'command.started', file: 'docker', args });
  try {
    const { exitCode, tail } = await docker.run({
      args,
      config,
      cwd,
      env,
      signal,
      onLine: (text) => {
        if (text.trim() === '') return;
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
