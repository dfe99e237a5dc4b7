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

export function sameSuspension(a: SuspendedScaling, b: SuspendedScaling): boolean {
  return a.in === b.in && a.out === b.out && a.scheduled === b.scheduled;
}
