import type { RecordedCall } from '@cutover/simulator/kernel/simulator';

/** A canary of a quarter of an hour, and as long until the old tasks end: with the installation half an hour. */
export const HALF_AN_HOUR = { canaryMinutes: 15, terminationMinutes: 14 } as const;

/** Calls by operation, but for the registration of a task definition, which is a step of its own with us. */
export function countsOf(
  calls: readonly RecordedCall[],
): Readonly<Record<string, number>> & { readonly total: number } {
  const counted = calls.filter(({ operation }) => operation !== 'RegisterTaskDefinition');
  const counts: Record<string, number> = {};
  for (const { operation } of counted) counts[operation] = (counts[operation] ?? 0) + 1;
  return { ...counts, total: counted.length };
}
