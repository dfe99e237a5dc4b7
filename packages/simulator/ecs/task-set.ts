import type {
  CapacityProviderStrategyItem,
  LoadBalancer,
  NetworkConfiguration,
  Scale,
  ServiceRegistry,
  Tag,
  TaskDefinition,
} from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import type { ServiceState, TaskSetState } from './state.ts';

export interface TaskSetInput {
  readonly taskDefinition: TaskDefinition;
  readonly status: 'PRIMARY' | 'ACTIVE';
  readonly launchType?: string | undefined;
  readonly capacityProviderStrategy?: CapacityProviderStrategyItem[] | undefined;
  readonly platformVersion?: string | undefined;
  readonly networkConfiguration?: NetworkConfiguration | undefined;
  readonly loadBalancers?: LoadBalancer[] | undefined;
  readonly serviceRegistries?: ServiceRegistry[] | undefined;
  readonly scale?: Scale | undefined;
  readonly startedBy?: string | undefined;
  readonly externalId?: string | undefined;
  readonly clientToken?: string | undefined;
  readonly tags?: Tag[] | undefined;
  readonly held?: boolean | undefined;
}

/** Adds a task set (or a rolling deployment) to the service and wakes the scheduler. */
export function addTaskSet(ecs: Ecs, service: ServiceState, input: TaskSetInput): TaskSetState {
  const id = ecs.newTaskSetId();
  const now = ecs.now();
  const taskSet: TaskSetState = {
    id,
    arn: ecs.sim.arn('ecs', `task-set/${service.cluster.name}/${service.name}/${id}`),
    service,
    taskDefinition: input.taskDefinition,
    startedBy: input.startedBy,
    externalId: input.externalId,
    clientToken: input.clientToken,
    status: input.status,
    launchType: input.launchType,
    capacityProviderStrategy: input.capacityProviderStrategy,
    platformVersion:
      input.platformVersion === undefined || input.platformVersion === 'LATEST'
        ? '1.4.0'
        : input.platformVersion,
    networkConfiguration: withDefaults(input.networkConfiguration),
    configured: input.loadBalancers ?? [],
    loadBalancers: input.loadBalancers ?? [],
    serviceRegistries: input.serviceRegistries ?? [],
    scale: input.scale ?? { value: 100, unit: 'PERCENT' },
    held: input.held ?? false,
    computedDesiredCount: 0,
    stability: 'STABILIZING',
    stabilityAt: now,
    createdAt: now,
    updatedAt: now,
    tags: input.tags ?? [],
    failuresInRow: 0,
    nextStartAt: 0,
    failedTasks: 0,
    failures: 0,
    healthy: new Set(),
    images: [],
    rollout: 'IN_PROGRESS',
    rolloutReason: `ECS deployment ${id} in progress.`,
    announced: new Set(),
  };
  service.taskSets.push(taskSet);
  computeDesiredCount(ecs, taskSet);
  ecs.scheduler.wake(service);
  return taskSet;
}

/** ceil(desired count × scale), nothing while draining or held back. */
export function computeDesiredCount(ecs: Ecs, taskSet: TaskSetState): void {
  const { service } = taskSet;
  const count =
    taskSet.status === 'DRAINING' || taskSet.held
      ? 0
      : Math.ceil((service.desiredCount * (taskSet.scale.value ?? 100)) / 100);
  if (count === taskSet.computedDesiredCount) return;
  taskSet.computedDesiredCount = count;
  taskSet.stability = 'STABILIZING';
  taskSet.stabilityAt = ecs.now();
  taskSet.updatedAt = ecs.now();
  service.steady = false;
  if (service.controller.type !== 'ECS') {
    ecs.announce(
      service,
      `(service ${service.name}) updated computedDesiredCount for taskSet ${taskSet.id} to ${count}.`,
    );
  }
}

/** Lets the tasks drain; the set disappears once the last has stopped. */
export function drainTaskSet(ecs: Ecs, taskSet: TaskSetState): void {
  taskSet.status = 'DRAINING';
  computeDesiredCount(ecs, taskSet);
  taskSet.updatedAt = ecs.now();
  ecs.scheduler.wake(taskSet.service);
}

function withDefaults(network: NetworkConfiguration | undefined): NetworkConfiguration | undefined {
  if (network?.awsvpcConfiguration === undefined) return network;
  return {
    awsvpcConfiguration: { securityGroups: [], assignPublicIp: 'DISABLED', ...network.awsvpcConfiguration },
  };
}
