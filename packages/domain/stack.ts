/** One resource that a change set would touch. */
export interface StackChange {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | (string & {});
  readonly resource: string;
  readonly resourceType: string;
  /** Empty unless the action is Modify. */
  readonly replacement: 'True' | 'False' | 'Conditional' | (string & {});
  /** Names of the properties that change. */
  readonly causes: readonly string[];
  /** Why they change: one entry a property and origin. */
  readonly details: readonly StackChangeDetail[];
  /** Fate of the present resource: `Delete`, `Retain`, `Snapshot`, each also with `ReplaceAnd` before it. */
  readonly policyAction?: string;
}

/** One property that a change set would change, and the origin of that. Words are those of DescribeChangeSet. */
export interface StackChangeDetail {
  /** Name of the property, or `Tags`, `Metadata`, ... where no property is meant. */
  readonly property: string;
  /** Whether a change of the property replaces the resource. */
  readonly recreation: 'Always' | 'Conditionally' | 'Never' | (string & {});
  readonly source:
    | 'ParameterReference'
    | 'ResourceReference'
    | 'ResourceAttribute'
    | 'DirectModification'
    | 'Automatic'
    | (string & {});
  /** The parameter, the resource or the `resource.attribute` that changes; absent for a direct modification. */
  readonly causedBy?: string;
}

export interface StackEvent {
  readonly id: string;
  readonly resource: string;
  readonly resourceType: string;
  /** Id or ARN of the resource; empty before it has one. */
  readonly physicalId: string;
  readonly status: string;
  /** About the stack as a whole. */
  readonly isStack: boolean;
  readonly reason?: string;
  /** The operation that it belongs to. */
  readonly token?: string;
  /** Epoch milliseconds. */
  readonly at?: number;
}

/** No operation is going on. `REVIEW_IN_PROGRESS` is a stack that was never created, so nothing goes on there either. */
export function isSettled(status: string): boolean {
  return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}

/** Whether an event only tells that CloudFormation gave a resource up because of another one. */
export function isConsequence({ reason = '' }: StackEvent): boolean {
  return /(?:creation|update|deletion) cancelled/i.test(reason);
}

/**
 * The failures of resources that explain a failed operation: those that are not the mere consequence of another, in the
 * order in which they happened.
 * @param events oldest first
 */
export function rootFailures(events: readonly StackEvent[]): readonly StackEvent[] {
  return events.filter(
    (event) =>
      event.status.endsWith('_FAILED') &&
      !event.isStack &&
      (event.reason ?? '') !== '' &&
      !isConsequence(event),
  );
}

/**
 * The event that explains a failed operation: the first failure that is not the mere consequence of another.
 * @param events oldest first
 */
export function firstFailure(events: readonly StackEvent[]): StackEvent | undefined {
  return (
    rootFailures(events)[0] ??
    events.find(({ status, isStack }) => status.endsWith('_FAILED') && !isStack) ??
    events.find(({ status, reason }) => /_FAILED$|ROLLBACK_IN_PROGRESS$/.test(status) && reason !== undefined)
  );
}

/** The resources that CloudFormation is still working on, longest first: the newest event of each. @param events oldest first */
export function inProgress(events: readonly StackEvent[]): readonly StackEvent[] {
  const newest = new Map<string, StackEvent>();
  for (const event of events) if (!event.isStack) newest.set(event.resource, event);
  return [...newest.values()].filter(({ status }) => status.endsWith('_IN_PROGRESS'));
}

/** The events of the newest operation of a stack, its rollback included. @param events oldest first */
export function latestOperation(events: readonly StackEvent[]): readonly StackEvent[] {
  const start = events.findLastIndex(
    ({ isStack, status }) => isStack && /^(?:CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/.test(status),
  );
  return start === -1 ? events : events.slice(start);
}

/** DescribeChangeSet's two ways of saying that a FAILED change set is none: there is nothing to change. */
export function saysNoChanges(reason: string): boolean {
  return /didn't contain changes|No updates are to be performed/i.test(reason);
}
