import type { SummarySection } from '@cutover/domain/outcome';
import type { StackChange } from '@cutover/domain/stack';

const HEADER = ['Action', 'Resource', 'Type', 'Replacement', 'Because of'] as const;

/** What a change set would do, the most dangerous first. */
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

function row({ action, resource, resourceType, replacement, causes }: StackChange): readonly string[] {
  return [action, resource, resourceType, action === 'Modify' ? replacement : '', causes.join(', ')];
}

function byDanger(a: StackChange, b: StackChange): number {
  return danger(b) - danger(a);
}

function danger({ action, replacement }: StackChange): number {
  if (action === 'Remove') return 4;
  if (action !== 'Modify') return 0;
  return replacement === 'True' ? 3 : replacement === 'Conditional' ? 2 : 1;
}

/**
 * The changes that CloudFormation can't carry out: its handler sends a service's task definition with every update, and
 * ECS refuses that for services that CodeDeploy deploys to.
 */
export function frozenServiceChanges(
  changes: readonly StackChange[],
  codeDeployServices: ReadonlySet<string>,
): readonly StackChange[] {
  return changes.filter(
    ({ action, resource, resourceType }) =>
      action === 'Modify' && resourceType === 'AWS::ECS::Service' && codeDeployServices.has(resource),
  );
}
