import { formatRevision } from '@cutover/domain/task/revision';
import { formatDuration } from '../duration.ts';
import type { RecordedEvent } from '../recorder.ts';

interface Bar {
  readonly section: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly failed: boolean;
}

/** Bars shorter than this share of the whole can hardly be seen. */
const SHORTEST = 0.03;
/** Mermaid draws a row a bar. */
const MOST_BARS = 16;
/** Points of the line of the traffic. */
const POINTS = 24;

/**
 * Durations as a Gantt chart for Mermaid: stages, life cycle events of deployments, tasks. The axis tells real
 * times, which a browser shows in its own time zone. Nothing where a chart would have fewer than two bars.
 */
export function ganttChart(
  events: readonly RecordedEvent[],
  startedAt: number,
  endedAt: number,
  failedStage: string | undefined,
): string | undefined {
  const whole = endedAt - startedAt;
  const stages = stageBars(events, endedAt, failedStage);
  const bars = [
    ...stages,
    ...(stages.length > 0 ? [] : taskBars(events, endedAt)),
    ...lifecycleBars(events, endedAt),
  ].filter(
    ({ from, to, failed, section }) => section === 'Stages' || failed || to - from >= whole * SHORTEST,
  );
  if (bars.length < 2 || whole < 1000) return undefined;
  const lines: string[] = [];
  let section = '';
  for (const bar of bars.slice(0, MOST_BARS)) {
    if (bar.section !== section) lines.push(`  section ${bar.section}`);
    ({ section } = bar);
    const length = Math.max(bar.to - bar.from, Math.round(whole / 100));
    lines.push(
      `  ${bar.name} ${formatDuration(bar.seconds)} :${bar.failed ? 'crit' : 'done'}, ${Math.round(bar.from)}, ${Math.round(bar.from + length)}`,
    );
  }
  const axis = whole < 5 * 60_000 ? '%H:%M:%S' : '%H:%M';
  return [
    '%%{init: {"gantt": {"topPadding": 40, "leftPadding": 80, "rightPadding": 30}}}%%',
    'gantt',
    '  accTitle: What took how long',
    '  dateFormat x',
    `  axisFormat ${axis}`,
    ...ticks(whole),
    ...lines,
  ].join('\n');
}

/** Few enough marks for a narrow screen. */
function ticks(whole: number): readonly string[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];
  const seconds = steps.find((step) => whole / 1000 / step <= 3) ?? 28_800;
  return [
    `  tickInterval ${seconds % 3600 === 0 ? `${seconds / 3600}hour` : seconds % 60 === 0 ? `${seconds / 60}minute` : `${seconds}second`}`,
  ];
}

/** Short names of stages and life cycle events: on a narrow screen a long one hides the others. */
const NAMES: Readonly<Record<string, string>> = {
  'build-push-ecr': 'build',
  'register-taskdef': 'register',
  'run-migration-task': 'migrate',
  'blue-green-codedeploy': 'deploy',
  'deploy-service': 'deploy',
  'verify-target-health': 'verify',
  AllowTraffic: 'shift',
  Install: 'install',
};

/** The stages of a pipeline; each lasts until the next one. The first `step.started` is the action itself. */
function stageBars(
  events: readonly RecordedEvent[],
  endedAt: number,
  failedStage: string | undefined,
): readonly Bar[] {
  const starts = events
    .slice(events[0]?.type === 'step.started' ? 1 : 0)
    .flatMap((event) => (event.type === 'step.started' ? [event] : []));
  return starts.map(({ at, step }, index) => {
    const to = starts[index + 1]?.at ?? endedAt;
    return {
      section: 'Stages',
      name: NAMES[step] ?? step,
      from: at,
      to,
      seconds: (to - at) / 1000,
      failed: step === failedStage,
    };
  });
}

function taskBars(events: readonly RecordedEvent[], endedAt: number): readonly Bar[] {
  const starts = events.flatMap((event) => (event.type === 'task.started' ? [event] : []));
  return starts.map(({ arn, at }, index) => {
    const end = events.find((event) => event.type === 'task.stopped' && event.arn === arn);
    const to = end?.at ?? endedAt;
    const failed = end?.type === 'task.stopped' && end.exitCode !== 0;
    const name = starts.length === 1 ? 'task' : `task ${index + 1}`;
    return { section: 'Task', name, from: at, to, seconds: (to - at) / 1000, failed };
  });
}

function lifecycleBars(events: readonly RecordedEvent[], endedAt: number): readonly Bar[] {
  const bars = new Map<
    string,
    { name: string; from: number; to: number | undefined; seconds: number | undefined; failed: boolean }
  >();
  // A life cycle event that is over when it is first seen began when the one before it was seen.
  let before = new Map<string, number>();
  for (const event of events) {
    if (event.type === 'deployment.created') before.set(event.id, event.at);
    if (event.type !== 'phase.changed') continue;
    const key = `${event.id} ${event.stage}`;
    const isOver = event.status !== 'InProgress' && event.status !== 'Pending';
    const known = bars.get(key);
    const from = known?.from ?? (isOver ? (before.get(event.id) ?? event.at) : event.at);
    if (event.status === 'Skipped' || event.status === 'Pending') continue;
    bars.set(key, {
      name: NAMES[event.stage] ?? event.stage,
      from,
      to: isOver ? event.at : undefined,
      seconds: event.seconds,
      failed: event.status === 'Failed',
    });
    if (isOver) before = new Map(before).set(event.id, event.at);
  }
  return [...bars.values()].map(({ to = endedAt, seconds, ...bar }) => ({
    ...bar,
    section: 'Deployment',
    to,
    seconds: seconds ?? (to - bar.from) / 1000,
  }));
}

/**
 * The share of the traffic that the new revision got over time, as a line chart for Mermaid. Nothing for traffic that
 * moved at once, or not at all: a sentence says that.
 */
export function trafficChart(events: readonly RecordedEvent[], endedAt: number): string | undefined {
  const created = events.findLast((event) => event.type === 'deployment.created');
  if (created?.type !== 'deployment.created') return undefined;
  const shifts = events.flatMap((event) =>
    event.type === 'traffic.shifted' && event.id === created.id
      ? [{ at: event.at, percent: event.percent }]
      : [],
  );
  if (!shifts.some(({ percent }) => percent > 0 && percent < 100)) return undefined;
  const start = created.at;
  const whole = endedAt - start;
  const line = Array.from({ length: POINTS + 1 }, (_, point) => {
    const at = start + (whole * point) / POINTS;
    return shifts.findLast((shift) => shift.at <= at)?.percent ?? 0;
  });
  const isLong = whole >= 5 * 60_000;
  const length = Math.round(whole / (isLong ? 6000 : 100)) / 10;
  // A revision's name has letters, digits, hyphens, underscores and one colon.
  const title = `Percent of the traffic that ${formatRevision(created.revision).replaceAll(/[^\w:-]/g, '')} gets`;
  return [
    // The palette of the default theme is too pale for one thin line.
    '%%{init: {"xyChart": {"height": 300}, "themeVariables": {"xyChart": {"plotColorPalette": "#2da44e"}}}}%%',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "${isLong ? 'minutes' : 'seconds'} since the deployment began" 0 --> ${length}`,
    '  y-axis "%" 0 --> 100',
    `  line [${line.join(', ')}]`,
  ].join('\n');
}
