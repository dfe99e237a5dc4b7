import { AwsCallError } from '@cutover/domain/errors';
import { parseManifest, type ImageManifest } from '@cutover/domain/image/manifest';

/**
 * Reads a manifest that a registry gave.
 * @param action IAM action that gave it, for the error
 * @throws AwsCallError with the reason when it is no manifest of an image
 */
export function storedManifest(
  action: string,
  repository: string,
  text: string,
  mediaType: string | undefined,
): ImageManifest {
  try {
    return parseManifest(text, mediaType);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AwsCallError({
      action,
      code: 'UnreadableManifest',
      what: `what ${repository} holds under this name can't be read as an image: ${error.message}`,
      fix: 'Push the image again, or name another tag or digest.',
    });
  }
}
