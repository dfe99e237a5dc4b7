import type { DeploymentBudget, WaitUntil } from '@cutover/domain/deployment/budget';
import type { Gate } from './gate-kinds.ts';
import type { Production } from './production.ts';

export type OnCancel = 'rollback' | 'stop' | 'leave';

/** How a deployment is followed to its end, whether it is created now or was found under way. */
export interface Watch {
  readonly cluster: string;
  readonly service: string;
  /** ARN that is deployed. */
  readonly revision: string;
  /** ARN that served before. */
  readonly previous: string;
  readonly waitUntil: WaitUntil;
  readonly budget: DeploymentBudget;
  /** Failed tasks that stop the deployment; 0: none do. */
  readonly maxFailedTasks: number;
  readonly onCancel: OnCancel;
  readonly intervalMs: number;
  /** Where the deployed revision has to prove itself once traffic has shifted. */
  readonly production: Production;
  /** Whether AWS never ends such a deployment by itself, however long its tasks fail to start. */
  readonly isEndless?: boolean | undefined;
  /** Check before the shift; without one, the deployment is continued by another step, person or AWS itself. */
  readonly gate?: Gate | undefined;
}

/** A deployment as an engine will ask AWS for it. Each engine adds what it sends. */
export interface DeploymentOrder extends Watch {
  /** Name of the maker of the deployment, for messages: `shop/web`. */
  readonly through: string;
  /** Name of how traffic moves, where the user chose one. */
  readonly manner: string | undefined;
  /** The text that is sent, for the log. */
  readonly document: { readonly title: string; readonly language: 'json'; readonly text: string };
  /** Notes for the user before the deployment is created. */
  readonly warnings: readonly string[];
}
