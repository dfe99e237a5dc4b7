import { isDigest } from '../image/digest.ts';
import { parseArn } from '../identity/arn.ts';
import { quoted } from '../inputs/input.ts';
import { placeholderIn, placeholderRemedy } from './placeholder.ts';
import type { Trouble } from '../trouble.ts';

const EXAMPLE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/app@sha256:…';

/** Why no registry can have such an image; undefined when one may. */
export function imageProblem(image: string): Trouble | undefined {
  const say = (why: string, fix: string) => ({ what: `${quoted(image)} is no image${why}`, fix });
  if (image.trim() === '') return { what: 'the image is empty', fix: `Write it like ${EXAMPLE}.` };
  const placeholder = placeholderIn(image);
  if (placeholder !== undefined)
    return say(`: ${placeholder} stands there as it is`, placeholderRemedy(placeholder, true));
  if (/^[a-z]+:\/\//i.test(image))
    return say(': it begins like a URL', 'Leave out what stands before the host.');
  const arn = parseArn(image);
  if (arn !== undefined)
    return say(
      ': it is an ARN',
      arn.service === 'ecr'
        ? `Write ${arn.account}.dkr.ecr.${arn.region}.amazonaws.com/${arn.resource.replace(/^repository\//, '')} with a tag or digest.`
        : `Write it like ${EXAMPLE}.`,
    );
  const [path = '', digest, ...more] = image.split('@');
  if (digest !== undefined && (more.length > 0 || !isDigest(digest)))
    return say(': what follows @ is no digest', 'Write sha256: and 64 hexadecimal digits behind the @.');
  const slash = path.lastIndexOf('/');
  const colon = path.indexOf(':', slash + 1);
  const name = colon === -1 ? path : path.slice(0, colon);
  const tag = colon === -1 ? undefined : path.slice(colon + 1);
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag))
    return say(`: ${quoted(tag)} is no tag`, 'A tag has letters, digits, _ . and -, at most 128 characters.');
  if (/[A-Z]/.test(name.slice(name.indexOf('/') + 1))) {
    // Without a registry, the same name in small letters would be somebody else's image on Docker Hub.
    return /^[^/]*[.:][^/]*\//.test(name)
      ? say(': names of repositories have no capital letters', `Write ${name.toLowerCase()}.`)
      : say(
          ': it looks like a placeholder, as names of repositories have no capital letters',
          `Give the image in input image or images, or write it with its registry, like ${EXAMPLE}.`,
        );
  }
  return /^[A-Za-z0-9][\w.:/-]*$/.test(name) ? undefined : say('', `Write it like ${EXAMPLE}.`);
}
