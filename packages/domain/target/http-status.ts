import { InvalidInput } from '../inputs/input.ts';

/** Statuses of an answer that is fine, as ranges. */
export type Statuses = readonly (readonly [from: number, to: number])[];

/** Reads `200`, `200-299` or `200,204,301-302`. @throws InvalidInput */
export function parseStatuses(value: string): Statuses {
  return value.split(',').map((part) => {
    const [, from, to] = /^\s*([1-5]\d\d)(?:-([1-5]\d\d))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to ?? from) < Number(from)) {
      throw new InvalidInput('a list of HTTP statuses', 'Write it like 200, 200-299 or 200,204.');
    }
    return [Number(from), Number(to ?? from)] as const;
  });
}

/** Writes statuses as `200, 300-399`. */
export function formatStatuses(statuses: Statuses): string {
  return statuses.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** Whether one of the ranges holds the status. */
export function isAmong(status: number, statuses: Statuses): boolean {
  return statuses.some(([from, to]) => status >= from && status <= to);
}
