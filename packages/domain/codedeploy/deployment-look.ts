import type { DeployedTaskSet, DeploymentState, DeploymentTarget, LifecycleEvent } from './deployment.ts';
import { primaryTaskSet, type ServiceState, type TaskSet } from '../task/ecs-service.ts';
import type { StoppedTask } from '../task/failed-task.ts';

/** Everything that one poll saw of a deployment. */
export interface CodeDeployLook {
  readonly deployment: DeploymentState;
  /** Absent until the deployment has started. */
  readonly target?: DeploymentTarget;
  readonly service: ServiceState;
  /** Tasks of the replacement task set that stopped by their own fault. */
  readonly failedTasks: readonly StoppedTask[];
}

/** The task set that this deployment made, which ECS marks with the deployment's id. */
export function replacementOf(service: ServiceState, deploymentId: string): TaskSet | undefined {
  return service.taskSets.find(({ externalId }) => externalId === deploymentId);
}

/** The id of that task set, `ecs-svc/1234567890`, from ECS or from CodeDeploy. */
export function replacementIdOf(look: CodeDeployLook): string | undefined {
  return replacementOf(look.service, look.deployment.id)?.id ?? greenOf(look)?.id;
}

/** The replacement side as CodeDeploy tells it: by the task set's id, else by its label. */
export function greenOf(look: CodeDeployLook): DeployedTaskSet | undefined {
  const id = replacementOf(look.service, look.deployment.id)?.id;
  const sides = look.target?.taskSets ?? [];
  return sides.find((side) => side.id === id) ?? sides.find(({ label }) => label === 'Green');
}

export function eventOf(look: CodeDeployLook, name: string): LifecycleEvent | undefined {
  return look.target?.events.find((event) => event.name === name);
}

/** When production traffic had moved wholly (epoch milliseconds); undefined before. */
export function shiftedAt(look: CodeDeployLook): number | undefined {
  const event = eventOf(look, 'AllowTraffic');
  return event?.status === 'Succeeded' ? (event.endedAt ?? look.deployment.completedAt) : undefined;
}

/** The revision that serves production in this look; undefined when the service has no PRIMARY task set. */
export function serving(look: CodeDeployLook): string | undefined {
  return primaryTaskSet(look.service)?.taskDefinition;
}
