import type { Report, Release } from '../story.ts';

/** The parts of a report (`npm start -- --report FILE`) that the picture shows. */
export type Pictured = Pick<Report, 'releases' | 'samples' | 'traffic'>;

const WIDTH = 880;
const LEFT = 92;
const RIGHT = 24;
const CHART = { top: 92, height: 150 };
const STRIPS = { top: 274, height: 18, gap: 8 };
const FOOT = STRIPS.top + 2 * (STRIPS.height + STRIPS.gap) + 30;
const HEIGHT = FOOT + 52;
/** Least width of a step of the chart in pixels. A step adds up its samples, each of a quarter of a second. */
const STEP_PIXELS = 4;

const STYLE = `
text { font: 13px system-ui, "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 17px; font-weight: 600; } .small { font-size: 12px; fill: #59636e; } .on { fill: #ffffff; font-weight: 600; }
.page { fill: #ffffff; } .line { stroke: #d1d9e0; } .mark { stroke: #59636e; stroke-dasharray: 2 3; }
.placeholder { fill: #afb8c1; } .v1 { fill: #0969da; } .v2 { fill: #1a7f37; } .v3 { fill: #cf222e; }
.healthy { fill: #4ac26b; } .other { fill: #d4a72c; } .none { fill: #eaeef2; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; } .small { fill: #9198a1; } .page { fill: #0d1117; } .line { stroke: #3d444d; } .mark { stroke: #9198a1; }
.placeholder { fill: #656c76; } .v1 { fill: #1f6feb; } .v2 { fill: #238636; } .v3 { fill: #da3633; }
.healthy { fill: #2ea043; } .other { fill: #bb8009; } .none { fill: #21262d; }
}`;

/**
 * The demonstration as a picture: which version answered users over time, the health of both target groups, and what was
 * released when. Its colours follow the reader's light or dark theme.
 */
export function drawPicture({ releases, samples, traffic }: Pictured): string {
  const last = samples.at(-1)?.seconds ?? 1;
  const x = (seconds: number): number => round(LEFT + ((WIDTH - LEFT - RIGHT) * seconds) / last);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">Three releases and a rollback: ${traffic.requests} requests, ${traffic.failed} failed</title>
<style>${STYLE}
</style>
<rect class="page" width="${WIDTH}" height="${HEIGHT}" rx="8"/>
<text class="title" x="${LEFT}" y="30">${traffic.requests.toLocaleString('en')} requests, ${traffic.failed} failed</text>
<text class="small" x="${LEFT}" y="50">npm start: who answered users, second by second, while three versions were released and one was taken back</text>
${releases.map((release, index) => marker(release, x, releases[index + 1])).join('\n')}
<text class="small" x="${LEFT - 10}" y="${CHART.top + 12}" text-anchor="end">100 %</text>
<text class="small" x="${LEFT - 10}" y="${CHART.top + CHART.height}" text-anchor="end">0 %</text>
<text x="${LEFT - 10}" y="${CHART.top + CHART.height / 2}" text-anchor="end">Traffic</text>
${areas(samples, x)}
${strip('blue', samples, x, 0)}
${strip('green', samples, x, 1)}
${legend(samples)}
<text class="small" x="${WIDTH - RIGHT}" y="${FOOT + 36}" text-anchor="end">${Math.round(last)} s, 60 times as fast as AWS</text>
</svg>
`;
}

function marker(
  { action, expected, outcome, startedAt, version }: Release,
  x: (seconds: number) => number,
  next: Release | undefined,
): string {
  const what = action === 'rollback' ? 'roll back' : `release ${version}`;
  const end = outcome === expected && outcome !== 'succeeded' ? 'refused' : '';
  const at = x(startedAt);
  const room = (next === undefined ? WIDTH - RIGHT : x(next.startedAt)) - at;
  const label = end !== '' && room > 120 ? `${what}: ${end}` : what;
  return `<line class="mark" x1="${at}" x2="${at}" y1="${CHART.top - 18}" y2="${STRIPS.top + 2 * (STRIPS.height + STRIPS.gap)}"/><text x="${at + 4}" y="${CHART.top - 8}">${label}</text>`;
}

interface Column {
  readonly from: number;
  readonly to: number;
  readonly members: readonly Pictured['samples'][number][];
}

/** The samples in columns, each at least STEP_PIXELS wide except the last. */
function columns(samples: Pictured['samples'], x: (seconds: number) => number): readonly Column[] {
  const found: { from: number; to: number; members: Pictured['samples'][number][] }[] = [];
  let from = LEFT;
  for (const sample of samples) {
    const to = x(sample.seconds);
    const open = found.at(-1);
    if (open !== undefined && open.to - open.from < STEP_PIXELS) {
      open.to = to;
      open.members.push(sample);
    } else found.push({ from, to, members: [sample] });
    from = to;
  }
  return found;
}

/** One polygon for each version, stacked from the bottom in the order of their names. */
function areas(samples: Pictured['samples'], x: (seconds: number) => number): string {
  const steps = columns(samples, x).map(({ from, members, to }) => ({ from, to, shares: sharesOf(members) }));
  const versions = [...new Set(steps.flatMap(({ shares }) => Object.keys(shares)))].toSorted();
  const y = (share: number): number => round(CHART.top + CHART.height * (1 - share));
  return versions
    .map((version) => {
      const below = ({ shares }: { shares: Record<string, number> }): number =>
        versions.filter((other) => other < version).reduce((sum, other) => sum + (shares[other] ?? 0), 0);
      const upper = steps.flatMap((step) => {
        const top = y(below(step) + (step.shares[version] ?? 0));
        return [`${step.from},${top}`, `${step.to},${top}`];
      });
      const lower = steps
        .flatMap((step) => [`${step.from},${y(below(step))}`, `${step.to},${y(below(step))}`])
        .toReversed();
      return `<polygon class="${classOf(version)}" points="${[...upper, ...lower].join(' ')}"/>`;
    })
    .join('\n');
}

/** The share of the answers that each version gave, from 0 to 1; empty when there was no answer. */
function sharesOf(members: readonly Pictured['samples'][number][]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { byVersion } of members)
    for (const [version, count] of Object.entries(byVersion))
      counts[version] = (counts[version] ?? 0) + count;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(Object.entries(counts).map(([version, count]) => [version, count / total]));
}

/** The health of a target group, as a strip. */
function strip(
  group: 'blue' | 'green',
  samples: Pictured['samples'],
  x: (seconds: number) => number,
  row: number,
): string {
  const top = STRIPS.top + row * (STRIPS.height + STRIPS.gap);
  const runs: { from: number; to: number; state: string }[] = [];
  let from = LEFT;
  for (const { seconds, targets } of samples) {
    const { healthy, other } = targets[group];
    const state = healthy > 0 ? 'healthy' : other > 0 ? 'other' : 'none';
    const to = x(seconds);
    const open = runs.at(-1);
    if (open?.state === state) open.to = to;
    else runs.push({ from, to, state });
    from = to;
  }
  const bars = runs.map(
    ({ from: left, state, to }) =>
      `<rect class="${state}" x="${left}" y="${top}" width="${round(to - left)}" height="${STRIPS.height}"/>`,
  );
  return `<text x="${LEFT - 10}" y="${top + 14}" text-anchor="end">${group}</text>${bars.join('')}`;
}

function legend(samples: Pictured['samples']): string {
  const versions = [...new Set(samples.flatMap(({ byVersion }) => Object.keys(byVersion)))].toSorted(
    (a, b) => Number(b === 'placeholder') - Number(a === 'placeholder') || a.localeCompare(b),
  );
  const entries = [
    ...versions.map(
      (version) => [classOf(version), version === 'placeholder' ? version : `version ${version}`] as const,
    ),
    ['healthy', 'healthy targets'] as const,
    ['other', 'targets that start, fail or drain'] as const,
  ];
  let left = LEFT;
  return entries
    .map(([name, label]) => {
      const text = `<rect class="${name}" x="${left}" y="${FOOT}" width="12" height="12" rx="2"/><text class="small" x="${left + 18}" y="${FOOT + 11}">${label}</text>`;
      left += 34 + label.length * 6.3;
      return text;
    })
    .join('');
}

function classOf(version: string): string {
  return version === 'placeholder' ? version : `v${version.replaceAll(/\W/g, '')}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
