import type { Deployment, Service, TaskSet } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { currentDeployment } from './deployments/shapes.ts';
import type { ServiceState, TaskSetState } from './state.ts';
import { taskCounts } from './task-counts.ts';

/** A service as DescribeServices shows it: `deployments` for the ECS controller, else `taskSets`. */
export function serviceShape(ecs: Ecs, service: ServiceState, withTags = false): Service {
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  const sets = service.taskSets.map((taskSet) => taskSetShape(ecs, taskSet, withTags));
  const sum = (member: 'runningCount' | 'pendingCount'): number =>
    sets.reduce((total, set) => total + (set[member] ?? 0), 0);
  const rolling = service.controller.type === 'ECS';
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    loadBalancers: structuredClone([...(primary?.configured ?? [])]),
    serviceRegistries: primary?.serviceRegistries ?? [],
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: sum('runningCount'),
    pendingCount: sum('pendingCount'),
    ...launchMembers(primary),
    taskDefinition: service.taskDefinition,
    deploymentConfiguration: service.deploymentConfiguration,
    ...(rolling ? {} : { taskSets: sets }),
    deployments: rolling ? service.taskSets.toReversed().map((taskSet) => deploymentShape(ecs, taskSet)) : [],
    roleArn: service.roleArn,
    events: service.events.map((event) => ({ ...event })),
    createdAt: service.createdAt,
    ...currentDeployment(ecs, service),
    placementConstraints: [],
    placementStrategy: [],
    ...(primary?.networkConfiguration === undefined
      ? {}
      : { networkConfiguration: primary.networkConfiguration }),
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    schedulingStrategy: service.schedulingStrategy as 'REPLICA',
    deploymentController: service.controller,
    createdBy: service.createdBy,
    enableECSManagedTags: service.enableECSManagedTags,
    propagateTags: service.propagateTags as 'NONE',
    enableExecuteCommand: service.enableExecuteCommand,
    availabilityZoneRebalancing: service.availabilityZoneRebalancing as 'DISABLED',
    ...(withTags ? { tags: service.tags } : {}),
  };
}

export function taskSetShape(ecs: Ecs, taskSet: TaskSetState, withTags = false): TaskSet {
  const { service } = taskSet;
  return {
    id: taskSet.id,
    taskSetArn: taskSet.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    ...(taskSet.startedBy === undefined ? {} : { startedBy: taskSet.startedBy }),
    ...(taskSet.externalId === undefined ? {} : { externalId: taskSet.externalId }),
    status: taskSet.status,
    taskDefinition: taskSet.taskDefinition.taskDefinitionArn,
    computedDesiredCount: taskSet.computedDesiredCount,
    ...taskCounts(ecs, taskSet),
    createdAt: taskSet.createdAt,
    updatedAt: taskSet.updatedAt,
    ...launchMembers(taskSet),
    ...(taskSet.networkConfiguration === undefined
      ? {}
      : { networkConfiguration: taskSet.networkConfiguration }),
    loadBalancers: structuredClone(taskSet.loadBalancers),
    serviceRegistries: taskSet.serviceRegistries,
    scale: { ...taskSet.scale },
    stabilityStatus: taskSet.stability,
    stabilityStatusAt: taskSet.stabilityAt,
    tags: withTags ? taskSet.tags : [],
  };
}

function deploymentShape(ecs: Ecs, taskSet: TaskSetState): Deployment {
  return {
    id: taskSet.id,
    // Deployments know no DRAINING; a revision whose tasks are going is still ACTIVE.
    status: taskSet.status === 'DRAINING' ? 'ACTIVE' : taskSet.status,
    taskDefinition: taskSet.taskDefinition.taskDefinitionArn,
    desiredCount: taskSet.computedDesiredCount,
    ...taskCounts(ecs, taskSet),
    failedTasks: taskSet.failedTasks,
    createdAt: taskSet.createdAt,
    updatedAt: taskSet.updatedAt,
    ...launchMembers(taskSet),
    ...(taskSet.networkConfiguration === undefined
      ? {}
      : { networkConfiguration: taskSet.networkConfiguration }),
    rolloutState: taskSet.rollout,
    rolloutStateReason: taskSet.rolloutReason,
    ...(taskSet.service.serviceConnect === undefined
      ? {}
      : { serviceConnectConfiguration: taskSet.service.serviceConnect }),
  };
}

function launchMembers(
  taskSet: TaskSetState | undefined,
): Pick<TaskSet, 'launchType' | 'capacityProviderStrategy' | 'platformVersion' | 'platformFamily'> {
  if (taskSet === undefined) return {};
  return {
    ...(taskSet.capacityProviderStrategy === undefined
      ? { launchType: (taskSet.launchType ?? 'EC2') as 'FARGATE' }
      : { capacityProviderStrategy: taskSet.capacityProviderStrategy }),
    platformVersion: taskSet.platformVersion,
    platformFamily: 'Linux',
  };
}
