import type { Paint, Style } from '@cutover/local/paint';

const STYLES: Readonly<Record<string, Style>> = { '1': 'blue', '2': 'green', '3': 'red' };
const CELLS = 30;

/** Whole percents of the answers by version; together they are 100. */
export function percents(
  byVersion: Readonly<Record<string, number>>,
): readonly (readonly [string, number])[] {
  const given = Object.entries(byVersion).filter(([, count]) => count > 0);
  const total = given.reduce((sum, [, count]) => sum + count, 0);
  const [first, ...rest] = given.toSorted(([, a], [, b]) => b - a);
  if (first === undefined) return [];
  // A version that answers at all is seen.
  const others = rest.map(
    ([version, count]) => [version, Math.max(1, Math.round((100 * count) / total))] as const,
  );
  const left = 100 - others.reduce((sum, [, share]) => sum + share, 0);
  return [[first[0], left] as const, ...others].toSorted(([a], [b]) => a.localeCompare(b));
}

/**
 * Versions that answered, as a bar of 30 cells with a letter of its own for each, so that it can be read without colours.
 * `1111111112  v1 90 %, v2 10 %`
 */
export function trafficBar(byVersion: Readonly<Record<string, number>>, paint: Paint): string {
  const shares = percents(byVersion);
  if (shares.length === 0) return '·'.repeat(CELLS);
  const cells = shares.map(
    ([version, share]) => [version, Math.max(1, Math.round((CELLS * share) / 100))] as const,
  );
  const excess = cells.reduce((sum, [, count]) => sum + count, 0) - CELLS;
  const widest = Math.max(...cells.map(([, count]) => count));
  const bar = cells
    .map(([version, count]) => {
      const mark = version === 'placeholder' ? '░' : version;
      return paint(STYLES[version] ?? 'dim', mark.repeat(count === widest ? count - excess : count));
    })
    .join('');
  return `${bar}  ${shares.map(([version, share]) => `${nameOf(version)} ${share} %`).join(', ')}`;
}

function nameOf(version: string): string {
  return version === 'placeholder' ? 'placeholder' : `v${version}`;
}
