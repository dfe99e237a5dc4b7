import { basename, dirname, join } from 'node:path';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { isDigest, type Digest } from '@cutover/domain/image/digest';
import { CancelledError, CommandError, ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { redactor } from '@cutover/domain/redaction/redact';
import { reasonOf } from '@cutover/domain/text/reason';
import type { DockerCommand } from '@cutover/docker/docker';
import type { RegistryLogin } from '@cutover/aws/registry/login';
import { cleanUpAll } from '../clean-up.ts';
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
const DOCKER_CONFIG = 'docker-config';
/** Key under which a builder that was made for one build is remembered. */
const BUILDER = 'builder';

export interface Built {
  /** As the build reported it. */
  readonly digest: Digest;
  /** `docker buildx build`, or what took its place. */
  readonly how: string;
  readonly seconds: number;
  readonly steps: readonly BuildStep[];
  /** Output of buildx's `--metadata-file`. */
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
  readonly allowed: NonNullable<DockerCommand['allowed']>;
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
  const allowed = {
    awsCredentials: build.awsCredentials,
    names: build.secrets.flatMap((secret) => ('variable' in secret ? [secret.variable] : [])),
  };
  const builder: Builder = { world, config, cwd, env: secrets.values, hidden, allowed, log };
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
    await orWarn(world, () => docker.forget(config));
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
    await orWarn(world, () => removeBuilder(name, config, world));
  }
}

/** `post:`: removes the login of a killed step, and its builder. The saved state alone names nothing to delete. */
export async function forgetAfterKill(
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const config = remembered[DOCKER_CONFIG];
  if (config === undefined || !(await world.files.isOwnFolder(config))) return;
  const name = basename(config);
  await cleanUpAll([
    {
      act: async () => {
        if (remembered[BUILDER] === name) await removeBuilder(name, config, world);
      },
    },
    { act: () => world.docker.forget(config) },
  ]);
}

/** Longest removal of a builder. `post:` has no limit of its own, and a Docker engine that hangs never answers. */
const REMOVAL_MS = 60_000;
/** buildx's error when there is no builder of the name. */
const NO_BUILDER = /\bno builder\b.*\bfound\b/;

/**
 * Removes a builder that was made for one build; it keeps nothing that a later job needs. A builder that was never made is
 * no fault.
 * @throws ConfigurationError that names the builder which stays
 */
async function removeBuilder(name: string, config: string, world: World): Promise<void> {
  // Also after a cancellation, whose signal would end this at once.
  const end = new AbortController();
  const over = new AbortController();
  const args = ['buildx', 'rm', '--force', name];
  void limit(world, end, over.signal);
  let reason: string;
  try {
    const cwd = world.files.resolve('.');
    const { exitCode, tail } = await world.docker.run({ args, config, cwd, signal: end.signal });
    if (exitCode === 0 || NO_BUILDER.test(tail.join(' '))) return;
    reason = `docker buildx rm failed with exit code ${exitCode}: ${lastError(tail)}`;
  } catch (error) {
    reason = reasonOf(error);
  } finally {
    over.abort();
  }
  // The builder is a container and its volume, named by buildx's driver docker-container.
  const container = `buildx_buildkit_${name}0`;
  throw new ConfigurationError({
    what: `Builder ${name}, which was made for this build, stays on the runner: ${reason}`,
    fix: `To remove it: docker rm --force ${container} && docker volume rm ${container}_state`,
  });
}

async function limit({ clock }: World, end: AbortController, over: AbortSignal): Promise<void> {
  try {
    await clock.sleep(REMOVAL_MS, over);
    end.abort(new CancelledError(`docker buildx rm did not end within ${REMOVAL_MS / 1000} s.`));
  } catch {
    // Removed in time.
  }
}

/** Tidies up at the end of a step whose outcome does not depend on it. */
async function orWarn({ progress }: World, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    progress.report({ type: 'warning', what: error.message, fix: error.fix });
  }
}

async function withoutBuildx(build: BuildRequest, builder: Builder): Promise<Pushed> {
  const { cwd, world } = builder;
  const ownBuildKit = await world.docker.hasOwnBuildKit({ cwd, signal: world.signal });
  const needed = [...needsBuildx(build), ...(ownBuildKit ? [] : needsBuildKit(build))];
  if (needed.length > 0) {
    throw new ConfigurationError({
      what: `Docker on this runner has no buildx, which ${needed.join(', ')} ${needed.length === 1 ? 'needs' : 'need'}.`,
      fix: `Run docker/setup-buildx-action before this step, or remove ${needed.join(', ')}.`,
    });
  }
  const how = ownBuildKit ? 'docker build with BuildKit' : 'docker build (the classic builder)';
  world.progress.report({
    type: 'warning',
    what: `Docker on this runner has no buildx: ${how} is used, and docker push.`,
    fix: 'docker/setup-buildx-action installs buildx.',
  });
  const plain = { ...builder, env: { ...builder.env, DOCKER_BUILDKIT: ownBuildKit ? '1' : '0' } };
  await docker(ownBuildKit ? buildKitArguments(build) : classicArguments(build), plain);
  let digest: string | undefined;
  for (const reference of build.references) {
    const lines = await docker(['push', '--', reference], plain);
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
  { world, allowed, config, cwd, env, hidden, log }: Builder,
): Promise<readonly string[]> {
  const { clock, docker, progress, showLogs, signal } = world;
  const unquoted = showLogs === 'none';
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
      allowed,
      signal,
      onLine: (text) => {
        if (text.trim() === '') return;
        log.read(text);
        progress.report({ type: 'log.line', source: 'docker', text, timestamp: clock.now() });
      },
    });
    if (exitCode === 0) return tail;
    throw new CommandError(
      `${what} failed with exit code ${exitCode}${unquoted ? '.' : `: ${lastError(tail)}`}`,
      unquoted
        ? 'Run the same command on your machine, or set show-logs: redacted and read the build’s output.'
        : 'Read the build’s output above; run the same command on your machine.',
      exitCode,
      { findings: diagnose([{ source: 'docker build', text: tail.join('\n'), unquoted }]) },
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
