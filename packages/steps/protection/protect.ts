import type { Images, RepositoryState, StoredImage } from '@cutover/aws/ecr/images';
import type { Digest } from '@cutover/domain/image/digest';
import { CutoverError } from '@cutover/domain/errors';
import type { RepositoryName } from '@cutover/domain/image/reference';
import { isTagMovable } from '@cutover/domain/image/tag-mutability';
import type { Trouble } from '@cutover/domain/trouble';

/** Result for the tags that keep an image from expiry. */
export type Protection =
  | {
      readonly kind: 'protected' | 'unchanged';
      /** `live-web` */
      readonly tag: string;
      readonly digest: Digest;
      /** The image that served before, kept under `previous-web`. */
      readonly previous?: { readonly tag: string; readonly digest: Digest };
    }
  /** The tags could not be set; the image serves all the same, and may expire. */
  | ({ readonly kind: 'refused' } & Trouble);

type Store = Pick<Images, 'find' | 'tag'>;

const LIVE = 'live-';
const PREVIOUS = 'previous-';

/** The tag of the image that a service runs: `live-web`. */
export function liveTag(service: string): string {
  return `${LIVE}${service}`;
}

/**
 * Marks an image as the one that serves, and the one that was marked so far as the one before, so that lifecycle rules
 * keep both: the template's do, and those of `create-repository`. To be called when the image really serves, after the
 * deployment is verified. The image before is kept first, so that nothing loses its protection when this is interrupted;
 * calling it again changes nothing.
 * @param tag `live-` and the service's name, see {@link liveTag}
 * @param before the image that served before where it is known better than by the tag, as when nothing was marked yet
 */
export async function protect(
  images: Store,
  repository: RepositoryState,
  image: StoredImage,
  tag: string,
  before?: StoredImage,
): Promise<Protection> {
  const previousTag = `${PREVIOUS}${tag.slice(LIVE.length)}`;
  const live = await images.find(repository, { tag });
  const kept = await images.find(repository, { tag: previousTag });
  if (live?.digest === image.digest) {
    const previous = kept === undefined ? {} : { previous: { tag: previousTag, digest: kept.digest } };
    return { kind: 'unchanged', tag, digest: image.digest, ...previous };
  }
  const last = live ?? before;
  const moves = [
    ...(last === undefined || last.digest === image.digest || kept?.digest === last.digest
      ? []
      : [{ tag: previousTag, to: last, from: kept }]),
    { tag, to: image, from: live },
  ];
  for (const { tag: moved, from } of moves) {
    if (from !== undefined && !isTagMovable(repository, moved))
      return immovable(repository, moved, from.digest);
  }
  for (const { tag: moved, to } of moves) await images.tag(repository, to, moved);
  return {
    kind: 'protected',
    tag,
    digest: image.digest,
    ...(last === undefined || last.digest === image.digest
      ? {}
      : { previous: { tag: previousTag, digest: last.digest } }),
  };
}

/**
 * {@link protect} for callers that know the image by its digest, as after a deployment: nothing that goes wrong here
 * makes a good deployment bad, so that missing rights and images come back as `refused` too.
 * @param service name of the service that runs the image now
 * @param before digest of the image that the service ran before, if it is known
 */
export async function protectDigest(
  images: Store & Pick<Images, 'repository'>,
  place: { readonly repository: RepositoryName; readonly digest: Digest; readonly service: string },
  before?: Digest,
): Promise<Protection> {
  const tag = liveTag(place.service);
  try {
    const repository = await images.repository(place.repository);
    const image =
      repository === undefined ? undefined : await images.find(repository, { digest: place.digest });
    if (repository === undefined || image === undefined) {
      return {
        kind: 'refused',
        what: `Repository ${place.repository.name} has no image ${place.digest} in this region.`,
        fix: 'Only images in ECR can be kept from expiry; see to the rules of the registry that holds this one.',
      };
    }
    const last = before === undefined ? undefined : await images.find(repository, { digest: before });
    return await protect(images, repository, image, tag, last);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    return {
      kind: 'refused',
      what: `Tag ${tag} could not be set: ${error.message}`,
      fix: error.fix,
    };
  }
}

function immovable({ name, mutability }: RepositoryState, tag: string, digest: Digest): Protection {
  return {
    kind: 'refused',
    what: `Tag ${tag} stands for ${digest}, and repository ${name} lets no tag be moved (image tag mutability is ${mutability}).`,
    fix: `Exempt these tags: aws ecr put-image-tag-mutability --repository-name ${name} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=${LIVE}* filterType=WILDCARD,filter=${PREVIOUS}* (the bundled template has it so; name the filters that there are already too).`,
  };
}
