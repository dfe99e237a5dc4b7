import type { Observation } from '../diagnosis/diagnose.ts';
import type { StoppedTask } from '../task/failed-task.ts';
import type { ServiceState } from '../task/ecs-service.ts';
import type { Deployment } from './deployment.ts';
import type { DeploymentProgress } from './phase.ts';

/** Everything that one poll saw of a deployment, whichever engine carries it out. */
export interface DeploymentLook {
  readonly deployment: Deployment;
  readonly progress: DeploymentProgress;
  readonly service: ServiceState;
  readonly replacement: Replacement | undefined;
  /** Whether the engine had begun to start the replacement, which may be gone again. */
  readonly hasInstalled: boolean;
  /** Tasks of the replacement that stopped by their own fault. */
  readonly failedTasks: readonly StoppedTask[];
  /** Stages that the engine names itself, in their order. */
  readonly stages: readonly DeploymentStage[];
  /** The engine's messages about a failure, for the diagnosis: of its stages, and of the whole deployment. */
  readonly said: { readonly ofStages: readonly Observation[]; readonly ofAll: readonly Observation[] };
}

/** The tasks that a deployment brings, as far as they are known. */
export interface Replacement {
  /** Name by which progress counts its tasks; `green` beside those that it replaces as a whole. */
  readonly label: 'green' | 'new';
  /** `ecs-svc/1234567890`: what ECS names as the starter of its tasks. */
  readonly startedBy: string | undefined;
  /** Tasks by the engine's own count; undefined before the engine tells. */
  readonly counted: { readonly running: number; readonly desired: number } | undefined;
  /** Tasks that it should have, as ECS tells; undefined before ECS knows it. */
  readonly desired: number | undefined;
  /** ARN; undefined before ECS knows it. */
  readonly targetGroup: string | undefined;
}

/** A stage of a deployment by the engine's own name. Times are epoch milliseconds. */
export interface DeploymentStage {
  /** `Install`, `AllowTraffic`, ... */
  readonly name: string;
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped' | 'Unknown' | (string & {});
  readonly startedAt?: number;
  readonly endedAt?: number;
}
