import { parseArn } from '@cutover/domain/identity/arn';
import { isDigest, type Digest } from '@cutover/domain/image/digest';
import { ConfigurationError } from '@cutover/domain/errors';
import { isRepositoryName, parseRepository, type RepositoryName } from '@cutover/domain/image/reference';
import { isTagMovable, type TagMutability } from '@cutover/domain/image/tag-mutability';
import type { BuildInputs } from './inputs.ts';
import type { BuildRequest, BuildSecret } from './build-request.ts';
import { contradictions } from './contradictions.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** Variables that hand the values of `secrets` to the build. */
const SECRET_VARIABLE = 'CUTOVER_BUILD_SECRET_';

/** The request of the inputs, before anything is known of the registry. */
export interface ImageRequest {
  /** The main tag; undefined for an image that is named by its digest and gets none. `auto` until it is derived. */
  readonly tag: string | undefined;
  /** The other tags, without `tag`. */
  readonly otherTags: readonly string[];
  readonly ifExists: BuildInputs['if-exists'];
  /** Platforms that the image must run on; empty when whatever it has is right. */
  readonly platforms: readonly string[];
  readonly source:
    | { readonly kind: 'build'; readonly build: Omit<BuildRequest, 'references'> }
    | { readonly kind: 'layout'; readonly path: string; readonly mountFrom: readonly string[] }
    /** An image that is in ECR already. */
    | { readonly kind: 'stored'; readonly digest: Digest };
  /** Environment of the build: the values of `secrets` and `secret-build-args`. */
  readonly secretValues: Readonly<Record<string, string>>;
}

/**
 * Reads the inputs together; all contradictions are found at once.
 * @param commit default of `tag`; empty outside of a checkout
 * @param defaultPlatform platform of the stack's tasks, if a stack is known
 * @param path absolute path of a path given in an input
 * @throws ConfigurationError naming the inputs
 */
export function planRequest(
  inputs: BuildInputs,
  commit: string,
  defaultPlatform: string | undefined,
  path: (given: string) => string,
): ImageRequest {
  const problems = contradictions(inputs);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const { digest } = inputs;
  const tag = inputs.tag ?? (digest === undefined ? requireCommit(commit) : undefined);
  const layout = inputs['oci-layout'];
  const wanted =
    inputs.platforms.length > 0 ? inputs.platforms : defaultPlatform === undefined ? [] : [defaultPlatform];
  const common = {
    tag,
    ifExists: inputs['if-exists'],
    otherTags: [...new Set(inputs.tags)].filter((other) => other !== tag),
  };
  if (digest !== undefined && isDigest(digest)) {
    return { ...common, platforms: wanted, source: { kind: 'stored', digest }, secretValues: {} };
  }
  if (layout !== undefined) {
    const source = { kind: 'layout', path: path(layout), mountFrom: inputs['mount-from'] } as const;
    return { ...common, platforms: wanted, source, secretValues: {} };
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
        secretArgs: [...inputs['secret-build-args'].keys()],
        buildContexts: inputs['build-contexts'],
        secrets: [
          ...secrets.map(({ id, variable }): BuildSecret => ({ id, variable })),
          ...[...inputs['secret-envs']].map(([id, variable]): BuildSecret => ({ id, variable })),
          ...[...inputs['secret-files']].map(([id, given]): BuildSecret => ({ id, path: path(given) })),
        ],
        ssh: inputs.ssh,
        labels: inputs.labels,
        annotations: new Map(),
        fixedDate: false,
        cacheFrom: inputs['cache-from'],
        cacheTo: inputs['cache-to'],
        noCache: inputs['no-cache'],
        pull: inputs.pull,
        provenance: inputs.provenance,
        sbom: inputs.sbom,
        // A cache in S3 is written with the keys in buildx's environment.
        awsCredentials:
          inputs['docker-aws-credentials'] ||
          [...inputs['cache-from'], ...inputs['cache-to']].some((cache) =>
            /(?:^|,)type=s3(?:,|$)/.test(cache),
          ),
        ...(builder === undefined ? {} : { builder }),
        ...(network === undefined ? {} : { network }),
      },
    },
    secretValues: {
      ...Object.fromEntries(inputs['secret-build-args']),
      ...Object.fromEntries(secrets.map(({ variable, value }) => [variable, value])),
    },
  };
}

/**
 * The repository that the inputs name.
 * @throws ConfigurationError when it is none, or lies in another region than the credentials work in
 */
export function planRepository(
  text: string,
  region: string,
  type: BuildInputs['registry-type'] = 'private',
): RepositoryName {
  const [, publicName] = /^public\.ecr\.aws\/[a-z0-9._-]+\/(.+)$/.exec(text) ?? [];
  if (publicName !== undefined && type === 'private') {
    throw new ConfigurationError({
      what: `Input repository: ${text} is a repository of ECR Public.`,
      fix: 'Add registry-type: public, or name a private repository.',
    });
  }
  const repository = parseRepository(publicName ?? text);
  if (repository === undefined) {
    const arn = parseArn(text);
    if (arn?.service === 'ecr' && arn.resource.startsWith('repository/')) {
      throw new ConfigurationError({
        what: `Input repository: ${JSON.stringify(text)} is the ARN of a repository, and the input takes its name or URI.`,
        fix: `Write ${arn.resource.slice('repository/'.length)} for a repository of this account and Region, or its URI.`,
      });
    }
    throw new ConfigurationError({
      what: `Input repository: ${JSON.stringify(text)} is not the name or URI of an ECR repository.`,
      fix: isRepositoryName(text.toLowerCase())
        ? `Write it in lower case: ${text.toLowerCase()}.`
        : 'Write the name, as in team/app, or the URI without tag, as in 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app.',
    });
  }
  if (repository.region !== undefined && repository.region !== region) {
    throw new ConfigurationError({
      what: `Input repository: ${text} lies in ${repository.region}, but the step works in ${region}.`,
      fix: `Set aws-region: ${repository.region}, or name a repository of ${region}.`,
    });
  }
  return repository;
}

/** @throws ConfigurationError outside of a checkout with a commit, as on one's own machine */
function requireCommit(commit: string): string {
  if (commit !== '') return commit;
  throw new ConfigurationError({
    what: 'Input tag: it is left out, and this run has no commit that could be the tag (GITHUB_SHA is empty).',
    fix: 'Set tag, as in auto, which derives it from the image or its files; or commit the files with git first.',
  });
}

/** The plan, given the image under the tag in the registry. */
export type Decision<I> =
  | { readonly kind: 'reuse'; readonly image: I }
  | { readonly kind: 'push' }
  | ({ readonly kind: 'refuse' } & Trouble);

export function decide<I extends { readonly digest: Digest }>(
  ifExists: BuildInputs['if-exists'],
  tag: string,
  repository: { readonly name: string } & TagMutability,
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
        what: there,
        fix: 'Use another tag, or if-exists: reuse to go on with the image that is there.',
      };
    case 'overwrite':
      return !isTagMovable(repository, tag)
        ? {
            kind: 'refuse',
            what: `${there} Its tag can't be moved (image tag mutability is ${repository.mutability}).`,
            fix: 'Use another tag, or if-exists: reuse to go on with the image that is there.',
          }
        : { kind: 'push' };
  }
}
