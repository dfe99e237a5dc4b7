import { lastSegment } from '@cutover/domain/identity/arn';
import { distinctStops, type StoppedTask } from '@cutover/domain/task/failed-task';
import type { SummarySection } from '@cutover/domain/outcome';

/** Ways of stopping that a headline names. */
const MOST_NAMED = 3;

/** `3 tasks stopped: …; 1 task stopped: …`, the most frequent first; empty when no task stopped. */
export function stopsInWords(failed: readonly StoppedTask[]): string {
  return distinctStops(failed)
    .slice(0, MOST_NAMED)
    .map(({ text, count }) => `${count} task${count === 1 ? '' : 's'} stopped: ${text}`)
    .join('; ');
}

/** The distinct ways in which tasks stopped, for the summary; empty when no task stopped. */
export function stopsSection(failed: readonly StoppedTask[]): readonly SummarySection[] {
  const stops = distinctStops(failed);
  if (stops.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Tasks that stopped',
      header: ['Times', 'Why', 'Example'],
      rows: stops.map(({ text, count, example }) => [String(count), text, lastSegment(example.arn)]),
    },
  ];
}
