import type { Digest } from '@cutover/domain/digest';
import { ConfigurationError } from '@cutover/domain/errors';
import { isRepositoryName, parseRepository, type RepositoryName } from '@cutover/domain/image-reference';
import type { BuildInputs } from './inputs.ts';
import type { BuildRequest, BuildSecret } from './build-request.ts';

/** Variables that hand the values of `secrets` to the build. */
const SECRET_VARIABLE = 'CUTOVER_BUILD_SECRET_';

/** What the inputs ask for, before anything is known of the registry. */
export interface Request {
  readonly tag: string;
  /** The other tags, without `tag`. */
  readonly otherTags: readonly string[];
  readonly ifExists: BuildInputs['if-exists'];
  /** Platforms that the image must run on; empty when whatever it has is right. */
  readonly platforms: readonly string[];
  readonly source:
    | { readonly kind: 'build'; readonly build: Omit<BuildRequest, 'references'> }
    | { readonly kind: 'layout'; readonly path: string };
  /** Environment of the build: the values of `secrets`. */
  readonly secretValues: Readonly<Record<string, string>>;
}

/**
 * Reads the inputs together; all contradictions are found at once.
 * @param commit default of `tag`
 * @param defaultPlatform platform of the stack's tasks, if a stack is known
 * @param path absolute path of a path given in an input
 * @throws ConfigurationError naming the inputs
 */
export function planRequest(
  inputs: BuildInputs,
  commit: string,
  defaultPlatform: string | undefined,
  path: (given: string) => string,
): Request {
  const problems = contradictions(inputs);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const tag = inputs.tag ?? commit;
  const layout = inputs['oci-layout'];
  const wanted =
    inputs.platforms.length > 0 ? inputs.platforms : defaultPlatform === undefined ? [] : [defaultPlatform];
  const common = {
    tag,
    ifExists: inputs['if-exists'],
    otherTags: [...new Set(inputs.tags)].filter((other) => other !== tag),
  };
  if (layout !== undefined) {
    return { ...common, platforms: wanted, source: { kind: 'layout', path: path(layout) }, secretValues: {} };
  }
  const platforms = wanted.length > 0 ? wanted : ['linux/amd64'];
  const secrets = [...inputs.secrets].map(([id, value], index) => ({
    id,
    value,
    variable: `${SECRET_VARIABLE}${index}`,
  }));
  const { file, target, builder, network } = inputs;
  return {
    ...common,
    platforms,
    source: {
      kind: 'build',
      build: {
        context: inputs.context,
        ...(file === undefined ? {} : { file }),
        ...(target === undefined ? {} : { target }),
        platforms,
        buildArgs: inputs['build-args'],
        buildContexts: inputs['build-contexts'],
        secrets: [
          ...secrets.map(({ id, variable }): BuildSecret => ({ id, variable })),
          ...[...inputs['secret-envs']].map(([id, variable]): BuildSecret => ({ id, variable })),
          ...[...inputs['secret-files']].map(([id, given]): BuildSecret => ({ id, path: path(given) })),
        ],
        labels: inputs.labels,
        cacheFrom: inputs['cache-from'],
        cacheTo: inputs['cache-to'],
        noCache: inputs['no-cache'],
        pull: inputs.pull,
        provenance: inputs.provenance,
        sbom: inputs.sbom,
        ...(builder === undefined ? {} : { builder }),
        ...(network === undefined ? {} : { network }),
      },
    },
    secretValues: Object.fromEntries(secrets.map(({ variable, value }) => [variable, value])),
  };
}

/**
 * The repository that the inputs name.
 * @throws ConfigurationError when it is none, or lies in another region than the credentials work in
 */
export function planRepository(text: string, region: string): RepositoryName {
  const repository = parseRepository(text);
  if (repository === undefined) {
    throw new ConfigurationError({
      message: `Input repository: ${JSON.stringify(text)} is not the name or URI of an ECR repository.`,
      remedy: isRepositoryName(text.toLowerCase())
        ? `Write it in lower case: ${text.toLowerCase()}.`
        : 'Write the name, as in team/app, or the URI without tag, as in 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app.',
    });
  }
  if (repository.region !== undefined && repository.region !== region) {
    throw new ConfigurationError({
      message: `Input repository: ${text} lies in ${repository.region}, but the step works in ${region}.`,
      remedy: `Set aws-region: ${repository.region}, or name a repository of ${region}.`,
    });
  }
  return repository;
}

/** What is to be done, given what the registry holds under the tag. */
export type Decision<I> =
  | { readonly kind: 'reuse'; readonly image: I }
  | { readonly kind: 'push' }
  | { readonly kind: 'refuse'; readonly message: string; readonly remedy: string };

export function decide<I extends { readonly digest: Digest }>(
  ifExists: BuildInputs['if-exists'],
  tag: string,
  repository: { readonly name: string; readonly mutability: string },
  existing: I | undefined,
): Decision<I> {
  if (existing === undefined) return { kind: 'push' };
  const there = `Repository ${repository.name} has an image with tag ${tag} already: ${existing.digest}.`;
  switch (ifExists) {
    case 'reuse':
      return { kind: 'reuse', image: existing };
    case 'fail':
      return {
        kind: 'refuse',
        message: there,
        remedy: 'Use another tag, or if-exists: reuse to go on with the image that is there.',
      };
    case 'overwrite':
      return repository.mutability === 'IMMUTABLE'
        ? {
            kind: 'refuse',
            message: `${there} Its tags can't be moved (image tag mutability is IMMUTABLE).`,
            remedy: 'Use another tag, or if-exists: reuse to go on with the image that is there.',
          }
        : { kind: 'push' };
  }
}

function contradictions(inputs: BuildInputs): readonly { message: string; remedy: string }[] {
  const problems: { message: string; remedy: string }[] = [];
  if (inputs.repository === undefined && inputs.stack === undefined) {
    problems.push({
      message: 'Neither input repository nor input stack was given.',
      remedy: 'Add repository: NAME, or stack: NAME of a stack with the output EcrRepositoryUri.',
    });
  }
  if (inputs['oci-layout'] !== undefined) {
    const idle = buildOnly(inputs);
    if (idle.length > 0) {
      problems.push({
        message: `Input oci-layout pushes an image that is built already; ${idle.join(', ')} would do nothing.`,
        remedy: `Remove ${idle.join(', ')}, or remove oci-layout to build with Docker.`,
      });
    }
  }
  const ids = [...inputs.secrets.keys(), ...inputs['secret-envs'].keys(), ...inputs['secret-files'].keys()];
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (twice.length > 0) {
    problems.push({
      message: `Build secret ${twice.join(', ')} stands in more than one of secrets, secret-envs and secret-files.`,
      remedy: 'Keep one of them.',
    });
  }
  return problems;
}

/** Inputs that were given and that only a build reads. */
function buildOnly(inputs: BuildInputs): readonly string[] {
  const names = ['file', 'target', 'builder', 'network'] as const;
  const maps = ['build-args', 'build-contexts', 'secrets', 'secret-envs', 'secret-files', 'labels'] as const;
  return [
    ...names.filter((name) => inputs[name] !== undefined),
    ...maps.filter((name) => inputs[name].size > 0),
    ...(['cache-from', 'cache-to'] as const).filter((name) => inputs[name].length > 0),
    ...(['no-cache', 'pull'] as const).filter((name) => inputs[name]),
    ...(['provenance', 'sbom'] as const).filter((name) => inputs[name] !== 'false'),
  ];
}
