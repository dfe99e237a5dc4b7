import type { StackChange } from '@cutover/domain/stack';

/** A change set as this run created or found it. */
export interface NamedChangeSet {
  readonly stack: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
}

/** CloudFormation's result. */
export type ChangeSet = NamedChangeSet &
  (
    | { readonly kind: 'ready'; readonly changes: readonly StackChange[] }
    /** There is nothing to change. */
    | { readonly kind: 'empty' }
    | { readonly kind: 'failed'; readonly reason: string }
    | { readonly kind: 'timedOut' }
  );
