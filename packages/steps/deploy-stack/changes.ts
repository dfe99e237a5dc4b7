import type { SummarySection } from '@cutover/domain/outcome';
import type { StackChange } from '@cutover/domain/stack';

const REPLACEMENT: Readonly<Record<string, string>> = {
  True: 'replaced',
  False: 'in place',
  Conditional: 'maybe replaced',
};

const HEADER = ['Action', 'Resource', 'Type', 'Replacement', 'Because of'] as const;

/** Changes of a change set, the most dangerous first. */
export function changesTable(changes: readonly StackChange[]): Extract<SummarySection, { kind: 'table' }> {
  return { kind: 'table', title: 'Changes', header: HEADER, rows: changes.toSorted(byDanger).map(row) };
}

export function changesMarkdown(changes: readonly StackChange[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [
    line(HEADER),
    line(HEADER.map(() => '---')),
    ...changes.toSorted(byDanger).map((one) => line(row(one))),
  ].join('\n');
}

/** The same in columns, for the log. */
export function changesText(changes: readonly StackChange[]): string {
  const rows = changes.toSorted(byDanger).map(row);
  const widths = HEADER.map((_, column) => Math.max(0, ...rows.map((cells) => (cells[column] ?? '').length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `one change`, `28 changes` */
export function countOf(changes: readonly unknown[]): string {
  return changes.length === 1 ? 'one change' : `${changes.length} changes`;
}

function row({ action, resource, resourceType, replacement, causes }: StackChange): readonly string[] {
  return [
    action,
    resource,
    resourceType,
    action === 'Modify' ? (REPLACEMENT[replacement] ?? replacement) : '',
    causes.join(', '),
  ];
}

function byDanger(a: StackChange, b: StackChange): number {
  return danger(b) - danger(a);
}

function danger({ action, replacement }: StackChange): number {
  if (action === 'Remove') return 4;
  if (action !== 'Modify') return 0;
  return replacement === 'True' ? 3 : replacement === 'Conditional' ? 2 : 1;
}
