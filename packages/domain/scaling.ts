/** Which kinds of scaling are suspended for a scalable target. */
export interface SuspendedScaling {
  /** Policies may not take tasks away. */
  readonly in: boolean;
  /** Policies may not add tasks. */
  readonly out: boolean;
  /** Scheduled actions do nothing. */
  readonly scheduled: boolean;
}

/** The scalable target of an ECS service's desired count. */
export interface ScalableService {
  readonly arn: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly suspended: SuspendedScaling;
}

const KINDS = ['in', 'out', 'scheduled'] as const;

/** `in=false out=false scheduled=true`: what a tag can hold. */
export function formatSuspension(suspended: SuspendedScaling): string {
  return KINDS.map((kind) => `${kind}=${suspended[kind]}`).join(' ');
}

/** Undefined for a text that `formatSuspension` did not write. */
export function parseSuspension(text: string): SuspendedScaling | undefined {
  const [, first, second, third] =
    /^in=(true|false) out=(true|false) scheduled=(true|false)$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  return { in: first === 'true', out: second === 'true', scheduled: third === 'true' };
}

/**
 * Suspension during a deployment: scaling in alone. Tasks that disappear while traffic moves can end a deployment or take
 * capacity that the way back needs; tasks that a rising load demands must stay possible.
 */
export function duringDeployment(before: SuspendedScaling): SuspendedScaling {
  return { ...before, in: true };
}

export interface Restoration {
  /** State to set; undefined when nothing has to change. */
  readonly to: SuspendedScaling | undefined;
  /** Kinds that somebody else changed meanwhile; they stay as they are. */
  readonly changed: readonly (keyof SuspendedScaling)[];
}

/** How the state from before a deployment comes back when the state is now `current`. */
export function restorationOf(before: SuspendedScaling, current: SuspendedScaling): Restoration {
  const ours = duringDeployment(before);
  // The kind that was suspended for the deployment may be back already, by an earlier attempt.
  const changed = KINDS.filter((kind) => current[kind] !== ours[kind] && current[kind] !== before[kind]);
  const held = KINDS.some((kind) => ours[kind] !== before[kind] && current[kind] === ours[kind]);
  return { to: held ? { ...current, in: before.in } : undefined, changed };
}
