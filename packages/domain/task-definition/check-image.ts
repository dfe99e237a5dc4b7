import { isDigest } from '../digest.ts';
import { quoted } from '../inputs.ts';

const EXAMPLE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/app@sha256:…';

/** Why no registry can have such an image; undefined when one may. */
export function imageProblem(
  image: string,
): { readonly message: string; readonly remedy: string } | undefined {
  const say = (why: string, remedy: string) => ({ message: `${quoted(image)} is no image${why}`, remedy });
  if (image.trim() === '') return { message: 'the image is empty', remedy: `Write it like ${EXAMPLE}.` };
  const [placeholder] = /<[^<>]*>|\$\{[^}]*\}|\$\w+|\{\{[^}]*\}\}/.exec(image) ?? [];
  if (placeholder !== undefined) {
    return say(
      `: ${placeholder} stands there as it is`,
      placeholder.startsWith('${')
        ? 'Give its value in input variables, or the whole image in image or images.'
        : 'Give the image in input image or images, or write it into the file.',
    );
  }
  if (/^[a-z]+:\/\//i.test(image))
    return say(': it begins like a URL', 'Leave out what stands before the host.');
  const [path = '', digest, ...more] = image.split('@');
  if (digest !== undefined && (more.length > 0 || !isDigest(digest)))
    return say(': what follows @ is no digest', 'Write sha256: and 64 hexadecimal digits behind the @.');
  const slash = path.lastIndexOf('/');
  const colon = path.indexOf(':', slash + 1);
  const name = colon === -1 ? path : path.slice(0, colon);
  const tag = colon === -1 ? undefined : path.slice(colon + 1);
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag))
    return say(`: ${quoted(tag)} is no tag`, 'A tag has letters, digits, _ . and -, at most 128 characters.');
  if (/[A-Z]/.test(name.slice(name.indexOf('/') + 1)))
    return say(': names of repositories have no capital letters', `Write ${name.toLowerCase()}.`);
  return /^[A-Za-z0-9][\w.:/-]*$/.test(name) ? undefined : say('', `Write it like ${EXAMPLE}.`);
}
