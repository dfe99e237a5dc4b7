import type { BuildRequest, BuildSecret } from './build-request.ts';

/** The arguments of `docker` for a build with buildx that pushes; one element is one argument, nothing is quoted. */
export function buildxArguments(build: BuildRequest, metadataFile: string): readonly string[] {
  return [
    'buildx',
    'build',
    '--push',
    '--progress=plain',
    ...option('--metadata-file', metadataFile),
    ...option('--builder', build.builder),
    ...common(build),
    ...option('--platform', build.platforms.length === 0 ? undefined : build.platforms.join(',')),
    ...entries('--build-context', build.buildContexts),
    ...build.secrets.flatMap((secret) => ['--secret', secretField(secret)]),
    ...build.cacheFrom.flatMap((from) => ['--cache-from', from]),
    ...build.cacheTo.flatMap((to) => ['--cache-to', to]),
    // Left out, buildx wraps even a single image into an index with an attestation.
    `--provenance=${build.provenance}`,
    `--sbom=${build.sbom}`,
    build.context,
  ];
}

/** The arguments of `docker` for a build with the classic builder, which does not push. */
export function classicArguments(build: BuildRequest): readonly string[] {
  return [
    'build',
    ...common(build),
    ...option('--platform', build.platforms[0]),
    ...build.cacheFrom.flatMap((from) => ['--cache-from', from]),
    build.context,
  ];
}

/** Names of the inputs that only buildx understands, of those that were given. */
export function needsBuildx(build: BuildRequest): readonly string[] {
  const asked: readonly (readonly [input: string, given: boolean])[] = [
    ['platforms', build.platforms.length > 1],
    ['build-contexts', build.buildContexts.size > 0],
    ['secrets, secret-envs or secret-files', build.secrets.length > 0],
    ['cache-from', build.cacheFrom.some((from) => from.includes('type='))],
    ['cache-to', build.cacheTo.length > 0],
    ['provenance', build.provenance !== 'false'],
    ['sbom', build.sbom !== 'false'],
    ['builder', build.builder !== undefined],
  ];
  return asked.flatMap(([input, given]) => (given ? [input] : []));
}

function common(build: BuildRequest): readonly string[] {
  return [
    ...build.references.flatMap((reference) => ['--tag', reference]),
    ...option('--file', build.file),
    ...option('--target', build.target),
    ...entries('--build-arg', build.buildArgs),
    ...entries('--label', build.labels),
    ...option('--network', build.network),
    ...(build.noCache ? ['--no-cache'] : []),
    ...(build.pull ? ['--pull'] : []),
  ];
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}

function entries(name: string, map: ReadonlyMap<string, string>): readonly string[] {
  return [...map].flatMap(([key, value]) => [name, `${key}=${value}`]);
}

/** buildx reads the option as one record of CSV. */
function secretField(secret: BuildSecret): string {
  const source = 'variable' in secret ? `env=${secret.variable}` : `src=${secret.path}`;
  return [`id=${secret.id}`, source].map(csv).join(',');
}

function csv(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
