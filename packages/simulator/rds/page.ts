import { invalid } from './state.ts';

/** One page of a sorted list; the marker is the place where the next one begins. @throws ApiError */
export function page<T>(
  items: readonly T[],
  { MaxRecords, Marker }: { MaxRecords?: string | number | undefined; Marker?: string | undefined },
): { items: T[]; Marker?: string } {
  const size = Number(MaxRecords ?? 100);
  if (!Number.isInteger(size) || size < 20 || size > 100)
    throw invalid('Invalid value for max records. Must be between 20 and 100');
  const start = Marker === undefined || Marker === '' ? 0 : Number(Marker);
  if (!Number.isInteger(start) || start < 0) throw invalid('Invalid marker');
  const end = start + size;
  return { items: items.slice(start, end), ...(end < items.length ? { Marker: String(end) } : {}) };
}
