import type { Finding } from '@cutover/domain/finding';
import type { Outcome } from '@cutover/domain/outcome';
import type { RunContext } from '@cutover/domain/run-context';
import type { RecordedEvent } from './recorder.ts';

/** Contents of `report.json`: the outcome and every event, for scripts and for defect reports. */
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
  const shown = {
    ...report,
    outcome: shownOutcome(report.outcome),
    events: report.events.map(shownEvent),
  };
  return `${JSON.stringify(shown, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value), 2)}\n`;
}

/** The outcome under the keys that scripts read: `headline`, `remedy`, and `cause` and `url` of a finding. */
function shownOutcome(outcome: Outcome): object {
  const { kind, what: headline } = outcome;
  if (!('fix' in outcome)) {
    const { kind: _, what: __, findings, ...rest } = { findings: undefined, ...outcome };
    return {
      kind,
      headline,
      ...(findings === undefined ? {} : { findings: findings.map(shownFinding) }),
      ...rest,
    };
  }
  const { kind: _, what: __, findings, fix: remedy, ...rest } = outcome;
  return { kind, headline, remedy, findings: findings.map(shownFinding), ...rest };
}

function shownFinding(finding: Finding): object {
  // The names of the case stand in cause and fix.
  const { id, what: cause, evidence, facts: _, fix, link: url, ...rest } = finding;
  return { id, cause, evidence, fix, ...(url === undefined ? {} : { url }), ...rest };
}

/** The event under the keys that scripts read: `text` and `remedy` of a warning. */
function shownEvent(event: RecordedEvent): object {
  if (event.type !== 'warning') return event;
  const { type, what: text, fix: remedy, ...rest } = event;
  return { type, text, ...(remedy === undefined ? {} : { remedy }), ...rest };
}
