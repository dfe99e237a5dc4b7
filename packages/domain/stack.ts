/** One resource that a change set would touch. */
export interface StackChange {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | (string & {});
  readonly resource: string;
  readonly resourceType: string;
  /** Empty unless the action is Modify. */
  readonly replacement: 'True' | 'False' | 'Conditional' | (string & {});
  /** Names of the properties that change. */
  readonly causes: readonly string[];
}

export interface StackEvent {
  readonly id: string;
  readonly resource: string;
  readonly resourceType: string;
  readonly status: string;
  /** About the stack as a whole. */
  readonly isStack: boolean;
  readonly reason?: string;
  /** The operation that it belongs to. */
  readonly token?: string;
}

/** No operation is going on. `REVIEW_IN_PROGRESS` is a stack that was never created, so nothing goes on there either. */
export function isSettled(status: string): boolean {
  return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}

/**
 * The event that explains a failed operation: the first failure that is not the mere consequence of another.
 * @param events oldest first
 */
export function firstFailure(events: readonly StackEvent[]): StackEvent | undefined {
  const failures = events.filter(({ status, isStack }) => status.endsWith('_FAILED') && !isStack);
  return (
    failures.find(
      ({ reason = '' }) => reason !== '' && !/creation cancelled|update cancelled/i.test(reason),
    ) ??
    failures[0] ??
    events.find(({ status, reason }) => /_FAILED$|ROLLBACK_IN_PROGRESS$/.test(status) && reason !== undefined)
  );
}

/** DescribeChangeSet's two ways of saying that a FAILED change set is none: there is nothing to change. */
export function saysNoChanges(reason: string): boolean {
  return /didn't contain changes|No updates are to be performed/i.test(reason);
}
