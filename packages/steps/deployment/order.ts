import type { DeploymentBudget, WaitUntil } from '@cutover/domain/deployment-budget';

export type OnCancel = 'rollback' | 'stop' | 'leave';

/**
 * A CodeDeploy deployment as it will be asked for. Not a step: what blue-green-codedeploy and rollback have in common
 * lives in this folder.
 */
export interface DeploymentOrder {
  readonly application: string;
  readonly group: string;
  readonly cluster: string;
  readonly service: string;
  /** ARN to deploy. */
  readonly revision: string;
  /** ARN that serves now. */
  readonly previous: string;
  /** The text that is sent. */
  readonly appSpec: string;
  /** The group's own when undefined. */
  readonly config: string | undefined;
  readonly autoRollbackEvents: readonly string[];
  readonly ignoreAlarms: boolean;
  readonly description: string;
  readonly waitUntil: WaitUntil;
  readonly budget: DeploymentBudget;
  /** 0: never give up because of failing tasks. */
  readonly maxFailedTasks: number;
  readonly onCancel: OnCancel;
  readonly intervalMs: number;
}
