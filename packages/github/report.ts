import type { Outcome } from '@cutover/domain/outcome';
import type { RunContext } from '@cutover/domain/run-context';
import type { RecordedEvent } from './recorder.ts';

/** What `report.json` holds: the outcome and every event, for scripts and for defect reports. */
export interface Report {
  readonly version: 1;
  readonly step: string;
  readonly outcome: Outcome;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly seconds: number;
  /** Absent when the inputs were refused. */
  readonly run?: RunContext;
  readonly events: readonly RecordedEvent[];
  /** Events that were too many to keep. */
  readonly dropped: number;
}

/** The report as JSON without secrets. `redact` is applied to each text before it is quoted. */
export function renderReport(report: Report, redact: (text: string) => string): string {
  return `${JSON.stringify(report, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value), 2)}\n`;
}
