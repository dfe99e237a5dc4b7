import { ApiError } from '../kernel/api-error.ts';

// Over HTTP every member of a Query request is a string; calls between simulated services carry real types.

/** @throws ApiError ValidationError when the value is no number. */
export function integer(
  name: string,
  value: string | number | undefined,
  minimum: number,
  maximum: number,
): number | undefined {
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < minimum || number > maximum) {
    throw invalid(
      `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: ` +
        `Member must have value between ${minimum} and ${maximum}`,
    );
  }
  return number;
}

export function boolean(value: unknown): boolean | undefined {
  return value === undefined ? undefined : value === true || value === 'true';
}

/** A list that is absent or was sent empty is an empty list. */
export function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

export function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw invalid(`The request must contain the parameter ${name}`);
  return value;
}

/** ELB's unmodelled error for malformed values. */
export function invalid(message: string): ApiError {
  return new ApiError('ValidationError', message);
}
