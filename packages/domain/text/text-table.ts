import { inOneLine } from './line.ts';

/** A table as aligned text, for logs; columns that are empty throughout are left out. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = header.flatMap((_, column) =>
    rows.length === 0 || rows.some((row) => (row[column] ?? '') !== '') ? [column] : [],
  );
  const lines = [header, ...rows].map((row) => used.map((column) => inOneLine(row[column] ?? '')));
  const widths = used.map((_, at) =>
    lines.reduce((widest, line) => Math.max(widest, line[at]?.length ?? 0), 0),
  );
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
