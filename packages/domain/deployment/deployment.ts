import type { RunContext } from '../run-context.ts';

/** A deployment of the past or under way, whichever engine made it. Times are epoch milliseconds. */
export interface Deployment {
  readonly id: string;
  /** The engine's own word for its state, such as `Succeeded`; messages and the output deployment-status show it. */
  readonly status: string;
  /** How it ended; undefined while it is under way. */
  readonly ended: 'succeeded' | 'failed' | 'stopped' | undefined;
  /** Whether traffic has moved and only the end of the old tasks is outstanding. */
  readonly awaitsTermination: boolean;
  readonly createdAt?: number;
  readonly completedAt?: number;
  /** Text that its maker gave it; empty when there is none. */
  readonly description: string;
  readonly marks: DeploymentMarks;
  /** Whether the engine made it by itself, to take another one back. */
  readonly isAutomaticRollback: boolean;
  readonly error?: { readonly code: string; readonly message: string };
  /** Id of the deployment by which the engine takes this one back. */
  readonly rollbackId?: string;
  /** Id of a younger deployment that took its place before it had ended. */
  readonly supersededBy?: string;
}

/** Marks that Cutover leaves on a deployment. All are absent for a deployment that Cutover did not make. */
export interface DeploymentMarks {
  /** Whether the rollback action made the deployment. */
  readonly isRollback: boolean;
  /** 40 hexadecimal digits. */
  readonly commit: string | undefined;
  /** `https://github.com/owner/name/actions/runs/1` */
  readonly runUrl: string | undefined;
  readonly runAttempt: string | undefined;
}

/** Whether a deployment was made for this commit. */
export function isOfCommit(marks: DeploymentMarks, commit: string): boolean {
  return commit !== '' && marks.commit === commit;
}

/** Whether this run made a deployment, in any of its attempts. */
export function isOfRun(marks: DeploymentMarks, { runUrl }: RunContext): boolean {
  return runUrl !== '' && marks.runUrl === runUrl;
}
