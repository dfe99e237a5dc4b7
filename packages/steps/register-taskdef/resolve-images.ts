import type { Environment } from '@cutover/domain/environment';
import { AccessDeniedError, ConfigurationError } from '@cutover/domain/errors';
import { parseImageReference } from '@cutover/domain/image/reference';
import type { World } from '../world.ts';
import type { RegisterInputs } from './request.ts';

/** The images that the inputs name, each with its registry. */
export interface GivenImages {
  /** For the containers that container-name means. */
  readonly image: string | undefined;
  /** By container. */
  readonly images: ReadonlyMap<string, string>;
}

/**
 * Completes `repository@digest` and `repository:tag` with the registry of the credentials, so that no job has to hand an
 * account's id to another. A repository that ECR does not have is one of Docker Hub, and stays as it was written.
 * @throws ConfigurationError when `repository` names none that ECR has
 */
export async function resolveImages(
  given: RegisterInputs,
  environment: Environment | undefined,
  world: World,
): Promise<GivenImages> {
  const complete = async (input: string, text: string): Promise<string> =>
    await completeImage(input, text, environment, world);
  const image =
    given.image === undefined
      ? await imageByDigest(given, environment, world)
      : await complete('image', given.image);
  const images = new Map<string, string>();
  for (const [name, text] of given.images) images.set(name, await complete('images', text.trim()));
  return { image, images };
}

/** The image that the inputs name by digest, in the repository's own spelling. */
async function imageByDigest(
  { digest, repository, stack }: RegisterInputs,
  environment: Environment | undefined,
  world: World,
): Promise<string | undefined> {
  if (digest === undefined) return undefined;
  if (repository === undefined) {
    if (environment?.repositoryUri !== undefined) return `${environment.repositoryUri}@${digest}`;
    throw new ConfigurationError({
      what: `Input digest is ${digest}, but stack ${stack ?? ''} has no output EcrRepositoryUri.`,
      fix: 'Add repository: NAME.',
    });
  }
  if (/^[^/]*[.:][^/]*\//.test(repository)) return `${repository}@${digest}`;
  const ofStack = stackRepository(repository, environment);
  if (ofStack !== undefined) return `${ofStack}@${digest}`;
  const found = await world.aws.images.repository({ name: repository });
  if (found === undefined) {
    throw new ConfigurationError({
      what: `Input repository: ECR has no repository ${repository} in ${world.aws.region}.`,
      fix: 'Correct the name, aws-region or the account of the credentials, or push the image first.',
    });
  }
  return `${found.uri}@${digest}`;
}

async function completeImage(
  input: string,
  text: string,
  environment: Environment | undefined,
  world: World,
): Promise<string> {
  const reference = parseImageReference(text);
  if (reference === undefined || reference.host !== undefined) return text;
  const rest = text.slice(reference.name.length);
  const ofStack = stackRepository(reference.name, environment);
  if (ofStack !== undefined) return `${ofStack}${rest}`;
  try {
    const found = await world.aws.images.repository({ name: reference.name });
    if (found !== undefined) return `${found.uri}${rest}`;
    world.progress.report({
      type: 'note',
      text: `${text} is taken for an image of Docker Hub: ECR has no repository ${reference.name}.`,
    });
  } catch (error) {
    if (!(error instanceof AccessDeniedError)) throw error;
    world.progress.report({
      type: 'warning',
      what: `Input ${input}: ${text} is taken for an image of Docker Hub, as ${error.action} on ECR’s repository ${reference.name} was refused.`,
      fix: `If it lies in ECR: ${error.fix} If it does not, write its registry too, as in docker.io/library/nginx:1.27.`,
    });
  }
  return text;
}

/** The URI of the stack's repository, if that is what it is called. */
function stackRepository(name: string, environment: Environment | undefined): string | undefined {
  const uri = environment?.repositoryUri;
  return uri?.slice(uri.indexOf('/') + 1) === name ? uri : undefined;
}
