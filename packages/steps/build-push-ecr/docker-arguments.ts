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
    ...secret(build),
    ...build.cacheFrom.flatMap((from) => ['--cache-from', from]),
    ...build.cacheTo.flatMap((to) => ['--cache-to', to]),
    ...[...build.annotations].flatMap(([key, value]) => ['--annotation', `manifest:${key}=${value}`]),
    ...exporter(build),
    // Left out, buildx wraps even a single image into an index with an attestation.
    `--provenance=${build.provenance}`,
    `--sbom=${build.sbom}`,
    // Behind it nothing is an option any more.
    '--',
    build.context,
  ];
}

/** The arguments of `docker` for a build by a client that brings BuildKit along (before 23.0), which does not push. */
export function buildKitArguments(build: BuildRequest): readonly string[] {
  return ['build', '--progress=plain', ...plainBuild(build, secret(build))];
}

/** The arguments of `docker` for a build with the classic builder, which does not push. */
export function classicArguments(build: BuildRequest): readonly string[] {
  return ['build', ...plainBuild(build, [])];
}

/** Names of the inputs that only buildx understands, of those that were given. */
export function needsBuildx(build: BuildRequest): readonly string[] {
  return given([
    ['platforms', build.platforms.length > 1],
    ['build-contexts', build.buildContexts.size > 0],
    ['cache or cache-from', build.cacheFrom.some((from) => from.includes('type='))],
    ['cache or cache-to', build.cacheTo.length > 0],
    ['provenance', build.provenance !== 'false'],
    ['sbom', build.sbom !== 'false'],
    ['builder', build.builder !== undefined],
  ]);
}

/** Names of the inputs that the classic builder does not understand, of those that were given. */
export function needsBuildKit(build: BuildRequest): readonly string[] {
  return given([
    ['secrets, secret-envs or secret-files', build.secrets.length > 0],
    ['ssh', build.ssh.length > 0],
  ]);
}

function given(asked: readonly (readonly [input: string, given: boolean])[]): readonly string[] {
  return [...new Set(asked.flatMap(([input, is]) => (is ? [input] : [])))];
}

function plainBuild(build: BuildRequest, secrets: readonly string[]): readonly string[] {
  return [
    ...common(build),
    ...option('--platform', build.platforms[0]),
    ...secrets,
    ...build.cacheFrom.flatMap((from) => ['--cache-from', from]),
    '--',
    build.context,
  ];
}

function common(build: BuildRequest): readonly string[] {
  return [
    ...build.references.flatMap((reference) => ['--tag', reference]),
    ...option('--file', build.file),
    ...option('--target', build.target),
    ...entries('--build-arg', build.buildArgs),
    // Without a value Docker takes it from the variable of this name.
    ...build.secretArgs.flatMap((name) => ['--build-arg', name]),
    ...entries('--label', build.labels),
    ...option('--network', build.network),
    ...(build.noCache ? ['--no-cache'] : []),
    ...(build.pull ? ['--pull'] : []),
  ];
}

function secret(build: BuildRequest): readonly string[] {
  return [
    ...build.secrets.flatMap((one) => ['--secret', secretField(one)]),
    ...build.ssh.flatMap((one) => ['--ssh', one]),
  ];
}

/** Annotations exist in OCI manifests alone; with a fixed date the times in the layers are made the same too. */
function exporter({ annotations, fixedDate }: BuildRequest): readonly string[] {
  const attributes = [
    ...(annotations.size > 0 ? ['oci-mediatypes=true'] : []),
    ...(fixedDate ? ['rewrite-timestamp=true'] : []),
  ];
  return attributes.length === 0 ? [] : ['--output', ['type=image', ...attributes].join(',')];
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}

function entries(name: string, map: ReadonlyMap<string, string>): readonly string[] {
  return [...map].flatMap(([key, value]) => [name, `${key}=${value}`]);
}

/** buildx reads the option as one record of CSV. */
function secretField(one: BuildSecret): string {
  const source = 'variable' in one ? `env=${one.variable}` : `src=${one.path}`;
  return [`id=${one.id}`, source].map(csv).join(',');
}

function csv(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
