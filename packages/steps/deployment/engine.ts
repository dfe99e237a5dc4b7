import type { TargetGroup } from '@cutover/aws/elb/load-balancing';
import type { BudgetQuestion, DeploymentBudget } from '@cutover/domain/deployment/budget';
import type { Deployment } from '@cutover/domain/deployment/deployment';
import type { DeploymentStage } from '@cutover/domain/deployment/look';
import type { PastDeployment } from '@cutover/domain/deployment/rollback-target';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { WantedContainer } from '../rules/rule.ts';
import type { EngineInputs } from './engine-inputs.ts';
import type { Lookout } from './lookout.ts';
import type { DeploymentOrder, OnCancel } from './order.ts';
import type { DeploymentRequest } from './request.ts';
import type { Surroundings } from './surroundings.ts';
import type { TakenBack, WayBackOptions } from './taken-back.ts';

/**
 * Makes and follows the deployments of one service, the way its deployment controller wants them made. `engineFor` chooses
 * it; only its own folder speaks of what AWS calls things there. What an engine gave (surroundings, deployments, orders) may
 * be handed back to that engine only.
 */
export interface Engine {
  /** As messages name it. */
  readonly name: string;
  /** Name of the maker of the deployments, for messages: `group shop/web`, and in short `group web`. */
  readonly label: string;
  readonly shortLabel: string;
  /** ARNs of the listeners whose traffic it shifts, as they are configured. */
  readonly listeners: { readonly production?: string | undefined; readonly test?: string | undefined };
  readonly words: EngineWords;
  /** Inputs with which it shifts all traffic at once. */
  readonly allAtOnce: EngineInputs;

  /** Looks at everything that a deployment of the revision depends on; reads only. @param service as seen a moment ago */
  observe(revision: string, service?: ServiceState): Promise<Surroundings>;
  /** The same for a deployment under way, without its revision. @param asked whether the test listener is needed */
  observeUnderWay(
    deployment: Deployment,
    service: ServiceState,
    asked: { readonly test: boolean },
  ): Promise<Surroundings>;
  /** Target groups between which traffic is shifted, as far as they are there. */
  targetGroups(): Promise<readonly TargetGroup[]>;

  /**
   * The deployment as it will be asked for. Pure.
   * @throws ConfigurationError with everything that stands in the way
   */
  plan(observed: Surroundings, request: DeploymentRequest): DeploymentOrder;
  /** How long a deployment in these surroundings may take. Pure. */
  budget(observed: Surroundings, question: BudgetQuestion): DeploymentBudget;

  /** Creates the deployment once and only once, and remembers its id for `post:` before anything else happens. */
  create(order: DeploymentOrder): Promise<Creation>;
  /** The deployment that an unanswered creation left behind, if it did. @param since epoch milliseconds */
  created(order: DeploymentOrder, since: number): Promise<Deployment | undefined>;
  /** From now on `post:` answers for a deployment that this run did not make, too. */
  takeOver(id: string, onCancel: OnCancel): void;
  /**
   * Refused as busy: pauses before the next round, in which the other deployment will be seen.
   * @throws ConfigurationError when that never happens
   */
  pauseBusy(round: number, intervalMs: number, message: string): Promise<void>;

  /** @throws AwsCallError when AWS has no such deployment */
  get(id: string): Promise<Deployment>;
  /** The newest deployment of the service that the engine did not make by itself to go back, however it ended. */
  newest(): Promise<Deployment | undefined>;
  /** The deployment of the service that is under way. */
  underWay(): Promise<Deployment | undefined>;
  /** A deployment of the service that is under way, beside this one and those that the engine made to go back. */
  underWayBeside(id: string): Promise<Deployment | undefined>;
  /**
   * The deployment that is under way, and whether an earlier run of this commit made it for the revision.
   * @param asked `fresh`: whether what was seen when the engine was found is too old to tell that there is none
   */
  active(revision: string, asked: { readonly fresh: boolean }): Promise<ActiveDeployment | undefined>;
  /**
   * The deployment that a user means: the one of the id, else the active one of this commit, else its newest.
   * @throws ConfigurationError when it is of another service, or can't be told
   */
  subject(id: string | undefined, mode: 'continue' | 'stop'): Promise<Deployment | undefined>;
  /**
   * Deployments of the past, newest first, with the revision of each that succeeded.
   * @param newest number of the newest whose revision is told however they ended
   */
  history(service: ServiceState, newest: number): Promise<readonly PastDeployment[]>;
  /** Revisions that deployments under way bring or a rollback may go to, with the reason. */
  revisionsInUse(): Promise<readonly { readonly revision: string; readonly what: string }[]>;
  /** ARN of the revision that a deployment brings; undefined when it can't be told. */
  revisionOf(deployment: Deployment, service: ServiceState): Promise<string | undefined>;
  /** Container and port to which a deployment of the past sent production's requests, as far as they are known. */
  containerOf(deployment: Deployment): Promise<WantedContainer>;

  /** ARN of the revision that serves production; undefined when nothing does. */
  serving(service: ServiceState): string | undefined;
  /** Id of the deployment that made the tasks that serve; undefined for those created with the service. */
  servingDeployment(service: ServiceState): string | undefined;
  /** Revision that a deployment replaces or has replaced; undefined when its tasks are gone. */
  replacedBy(id: string, service: ServiceState): string | undefined;
  /** The tasks that a deployment brings, as ECS tells them; undefined before ECS knows them. */
  replacement(
    id: string,
    service: ServiceState,
  ): { readonly desired: number; readonly targetGroup: string | undefined } | undefined;
  /** @throws ConfigurationError when nothing serves production */
  requireServing(service: ServiceState): void;

  /** @param before service as observed just before creation */
  watch(id: string, intervalMs: number, before?: ServiceState): Lookout;
  /** AWS's clock at the newest answer about a deployment, in epoch milliseconds. */
  answeredAt(): number;
  /** Ends the wait before the shift. */
  continue(id: string): Promise<'continued' | 'notWaiting' | 'ended'>;
  /** Ends the wait before the old tasks are stopped; false when that can't be hurried. */
  endTerminationWait(deployment: Deployment): Promise<boolean>;
  /** Tells a deployment to stop; `ended` when there was nothing to stop any more. */
  stop(id: string, options: { readonly rollback: boolean }): Promise<'stopping' | 'ended'>;
  /** Follows a deployment that ends without success, and then its way back, to the end. */
  followBack(
    id: string,
    options: WayBackOptions,
  ): Promise<{ readonly deployment: Deployment; readonly back: TakenBack }>;
  /** The command by which a person stops a deployment and goes back; without `rollback`, one that only stops it. */
  commandToStop(id: string, options?: { readonly rollback: boolean }): string;
  /** The deployment as outputs tell it to other steps and tools: an id, or the ARN that AWS's calls take. */
  named(id: string): string;
  /** Page of a deployment in the console. */
  link(id: string): string;
}

/** Sentences that only the engine can say. */
export interface EngineWords {
  /** How a deployment ended that nobody here stopped: `failed in AfterInstall`, without a full stop. */
  ended(deployment: Deployment, stages: readonly DeploymentStage[]): string;
  /** Why the revision of a deployment is not known; ends a sentence. */
  readonly revisionUnknown: string;
  readonly revisionUnknownRemedy: string;
  /** Why the health of the replacement can't be told yet; ends a sentence. */
  readonly replacementUnknown: string;
  /** Says that there is no test listener, without a full stop: `Deployment group shop/web has no test listener`. */
  readonly noTestListener: string;
  /** Why an http gate has no address to ask; ends a clause. */
  readonly noGateAddress: string;
  /** Subject of a sentence: none of the tasks that run side by side. */
  readonly noTasks: string;
  /** After success: what became of the old tasks; ends a sentence. */
  readonly oldTasksTerminated: string;
  /** Fix for new tasks that fail when the old ones are gone. @param previous `web:7` */
  oldTasksGone(previous: string): string;
  /** Where production is after an end without a way back; undefined: what serves tells it. */
  leftStanding?(deployment: Deployment, now: string | undefined): string | undefined;
  /** How a person brings back a revision (`web:7`), or without one the version before; ends a clause. */
  goBack(revision?: string): string;
  /** Where to look when another revision serves than the deployed one. */
  readonly lookAtTasks: string;
  /** Fix for production's requests that do not reach the deployed revision. */
  readonly changedByOthers: string;
}

/** How asking for a deployment ended. */
export type Creation =
  | { readonly kind: 'created'; readonly id: string }
  /** Another deployment of the service is under way. */
  | { readonly kind: 'busy'; readonly message: string };

/** A deployment under way. */
export interface ActiveDeployment {
  readonly deployment: Deployment;
  /** Whether an earlier run of this commit made it for the same revision. */
  readonly ours: boolean;
}
