/**
 * The charts of the job summaries as SVG, which a page shows without Mermaid's program: a Gantt chart of bars with times in
 * milliseconds, and a line chart. Undefined for any other diagram.
 */
export function diagramOf(source: string): string | undefined {
  if (/^gantt$/m.test(source)) return gantt(source);
  if (/^xychart-beta$/m.test(source)) return lineChart(source);
  return undefined;
}

const WIDTH = 720;
const LEFT = 110;
/** Width of a letter on a narrow page, where letters are largest. */
const LETTER = 11;

function gantt(source: string): string | undefined {
  const rows = source.split('\n').flatMap((line) => {
    const [, label, tag, from, to] = /^ {2}(.+) :(done|crit), (\d+), (\d+)$/.exec(line) ?? [];
    if (label !== undefined) return [{ label, tag, from: Number(from), to: Number(to) }];
    const [, section] = /^ {2}section (.+)$/.exec(line) ?? [];
    return section === undefined ? [] : [{ label: section, tag: 'section', from: 0, to: 0 }];
  });
  const bars = rows.filter(({ tag }) => tag !== 'section');
  if (bars.length === 0) return undefined;
  const start = Math.min(...bars.map(({ from }) => from));
  const end = Math.max(...bars.map(({ to }) => to));
  const x = (at: number): number => Math.round(LEFT + ((WIDTH - LEFT - 130) * (at - start)) / (end - start));
  const shown = rows.map(({ from, label, tag, to }, row) => {
    const y = 20 + row * 22;
    if (tag === 'section') return `<text class="section" x="0" y="${y}">${escaped(label)}</text>`;
    const colour = tag === 'crit' ? 'var(--bad)' : 'var(--good)';
    return `<rect x="${x(from)}" y="${y - 12}" width="${Math.max(2, x(to) - x(from))}" height="16" rx="3" fill="${colour}"/><text ${beside(label, x(from), x(to))} y="${y}">${escaped(label)}</text>`;
  });
  return svg(20 + rows.length * 22, 'What took how long', shown.join(''));
}

/** Position of a bar's label: behind the bar where it has room, else before it, else at the right edge. */
function beside(label: string, from: number, to: number): string {
  const width = label.length * LETTER;
  if (to + 6 + width <= WIDTH) return `x="${to + 6}"`;
  return `x="${from - 6 - width >= 0 ? from - 6 : WIDTH}" text-anchor="end"`;
}

function lineChart(source: string): string | undefined {
  const points = /^ {2}line \[([\d., ]+)\]$/m.exec(source)?.[1]?.split(',').map(Number) ?? [];
  const [, title = ''] = /^ {2}title "(.*)"$/m.exec(source) ?? [];
  const [, unit = '', last = ''] = /^ {2}x-axis "(.*)" 0 --> ([\d.]+)$/m.exec(source) ?? [];
  if (points.length < 2) return undefined;
  const x = (index: number): number => Math.round(58 + ((WIDTH - 78) * index) / (points.length - 1));
  const y = (percent: number): number => Math.round(140 - percent);
  const line = points.map((percent, index) => `${x(index)},${y(percent)}`).join(' ');
  return svg(
    180,
    title,
    `<text class="section" x="0" y="20">${escaped(title)}</text><text x="0" y="45">100 %</text><text x="0" y="144">0 %</text><path d="M58 140H${WIDTH - 20}M58 40H${WIDTH - 20}" stroke="var(--line)"/><polyline points="${line}" fill="none" stroke="var(--good)" stroke-width="2.5"/><text x="58" y="164">0 to ${escaped(last)} ${escaped(unit)}</text>`,
  );
}

function svg(height: number, label: string, content: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(label)}">${content}</svg>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
