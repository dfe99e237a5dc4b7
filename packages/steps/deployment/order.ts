import type { AlarmOverride } from '@cutover/domain/deployment';
import type { DeploymentBudget, WaitUntil } from '@cutover/domain/deployment-budget';
import type { Gate } from './gate.ts';

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
  /** Alarms instead of the group's own. */
  readonly alarms?: AlarmOverride | undefined;
  readonly description: string;
  readonly waitUntil: WaitUntil;
  readonly budget: DeploymentBudget;
  /** 0: never give up because of failing tasks. */
  readonly maxFailedTasks: number;
  readonly onCancel: OnCancel;
  readonly intervalMs: number;
  /** What has to hold before the shift; without one, whoever else is asked continues the deployment. */
  readonly gate?: Gate | undefined;
}
