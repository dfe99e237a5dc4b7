import type { WaitUntil } from '@cutover/domain/deployment/budget';
import type { WantedContainer } from '../rules/rule.ts';
import type { Gate } from './gate-kinds.ts';
import type { OnCancel } from './order.ts';

/** A deployment that a step asks an engine for. What inputs say to one engine alone stands in its options. */
export interface DeploymentRequest {
  /** ARN or `family:revision`, as the user named it. */
  readonly revision: string;
  /** Container and port that production's requests go to, where the user says them. */
  readonly container: WantedContainer;
  readonly waitUntil: WaitUntil;
  /** The user's own limit; undefined: what the engine's configuration adds up to. */
  readonly waitForMinutes: number | undefined;
  readonly intervalMs: number;
  /** Failed tasks that stop the deployment; 0: none do. */
  readonly maxFailedTasks: number;
  readonly onCancel: OnCancel;
  readonly allowZeroTasks: boolean;
  /** Alarms that stop the deployment instead of the usual ones; empty: the usual ones. */
  readonly alarms: readonly string[];
  readonly ignoreAlarms: boolean;
  readonly gate?: Exclude<Gate, { kind: 'open' }> | undefined;
  /** Whether it goes back to an earlier revision. */
  readonly isRollback: boolean;
}
