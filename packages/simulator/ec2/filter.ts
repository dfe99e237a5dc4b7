import type { Filter } from '@aws-sdk/client-ec2';
import { ApiError } from '../kernel/api-error.ts';

/** Property that a filter reads, by the filter's name. */
export type Fields<T> = Readonly<Record<string, (one: T) => readonly (string | undefined)[]>>;

/** Those that meet every filter; a filter is met when any of its values is. @throws ApiError InvalidParameterValue */
export function filtered<T>(
  all: readonly T[],
  filters: readonly Filter[] | undefined,
  fields: Fields<T>,
): readonly T[] {
  return (filters ?? []).reduce<readonly T[]>((left, { Name = '', Values = [] }) => {
    const field = fields[Name];
    if (field === undefined) throw new ApiError('InvalidParameterValue', `The filter '${Name}' is invalid`);
    return left.filter((one) => field(one).some((value) => value !== undefined && Values.includes(value)));
  }, all);
}

/** Those with the ids, in their own order. @throws ApiError `code` naming the ids that there are not */
export function named<T>(
  all: readonly T[],
  ids: readonly string[] | undefined,
  idOf: (one: T) => string | undefined,
  refusal: { readonly code: string; readonly noun: string },
): readonly T[] {
  if (ids === undefined || ids.length === 0) return all;
  const known = new Set(all.map(idOf));
  const missing = ids.filter((id) => !known.has(id));
  const [first] = missing;
  if (first !== undefined) {
    throw new ApiError(
      refusal.code,
      missing.length === 1
        ? `The ${refusal.noun} ID '${first}' does not exist`
        : `The ${refusal.noun} IDs '${missing.join(', ')}' do not exist`,
    );
  }
  return all.filter((one) => ids.includes(idOf(one) ?? ''));
}
