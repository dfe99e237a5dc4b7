import type { Tag } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';

const MAX_TAGS = 50;

/** The tags with `added` put over them. @throws ApiError InvalidParameterException */
export function withTags(tags: readonly Tag[], added: readonly Tag[] | undefined): Tag[] {
  const merged = new Map(tags.map(({ key, value }) => [key, value]));
  for (const { key = '', value = '' } of added ?? []) {
    if (key === '' || key.length > 128)
      throw new ApiError('InvalidParameterException', 'Tag keys must have 1 to 128 characters.');
    if (/^aws:/i.test(key)) {
      throw new ApiError(
        'InvalidParameterException',
        'Some tags contain invalid keys. The aws: prefix is reserved for AWS use.',
      );
    }
    if (value.length > 256)
      throw new ApiError('InvalidParameterException', 'Tag values can have at most 256 characters.');
    merged.set(key, value);
  }
  if (merged.size > MAX_TAGS)
    throw new ApiError('InvalidParameterException', `A resource can have at most ${MAX_TAGS} tags.`);
  return [...merged].map(([key, value]) => ({ key, value }));
}
