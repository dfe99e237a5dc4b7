import { InvalidInput } from './inputs.ts';

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

export function isAmong(status: number, statuses: Statuses): boolean {
  return statuses.some(([from, to]) => status >= from && status <= to);
}
