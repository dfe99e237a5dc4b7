import type { Copy } from './copy.ts';
import type { MutationRow } from './row.ts';

/** What the tests say of a removed rule; only `noticed` is good. */
export type MutationVerdict =
  | { readonly kind: 'noticed'; readonly by: readonly string[] }
  | { readonly kind: 'survived'; readonly passed: number }
  /** The change breaks the file itself, so no test judged the rule. */
  | { readonly kind: 'unloadable'; readonly files: readonly string[]; readonly log: string };

/** Removes the rule of a row in a copy of the sources and runs the row's tests there. */
export async function tryMutation(copy: Copy, row: MutationRow): Promise<MutationVerdict> {
  const { failed, log, passed, unloaded } = await copy.run(row.tests, {
    mutate: row,
    ...(row.only !== undefined && { only: row.only }),
  });
  if (failed.length > 0) return { kind: 'noticed', by: failed };
  if (unloaded.length > 0) return { kind: 'unloadable', files: unloaded, log };
  return { kind: 'survived', passed };
}

/** Says a verdict in one line. */
export function describeMutation({ rule }: MutationRow, verdict: MutationVerdict): string {
  switch (verdict.kind) {
    case 'noticed':
      return `noticed: ${rule} (${verdict.by.length} failed, first: ${verdict.by[0]})`;
    case 'survived':
      return `SURVIVED: ${rule} (${verdict.passed} passed)`;
    case 'unloadable':
      return `UNLOADABLE: ${rule}: ${verdict.files.join(', ')}\n${verdict.log}`;
  }
}
