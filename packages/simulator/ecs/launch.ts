import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type {
  Container,
  NetworkConfiguration,
  Tag,
  Task,
  TaskDefinition,
  TaskOverride,
} from '@aws-sdk/client-ecs';
import { TaskContainer } from './container.ts';
import type { Ecs } from './ecs.ts';
import type { ClusterState, TaskSetState, TaskState } from './state.ts';
import { TaskRun } from './task-run.ts';

export interface Launch {
  readonly cluster: ClusterState;
  readonly definition: TaskDefinition;
  readonly taskSet?: TaskSetState;
  readonly overrides?: TaskOverride | undefined;
  readonly startedBy?: string | undefined;
  readonly group?: string | undefined;
  readonly networkConfiguration?: NetworkConfiguration | undefined;
  /** Absent: launch type FARGATE. */
  readonly capacityProviderName?: string | undefined;
  readonly platformVersion?: string | undefined;
  readonly enableExecuteCommand?: boolean | undefined;
  readonly tags: readonly Tag[];
}

/** Creates a task in PROVISIONING and begins its life. */
export function launchTask(ecs: Ecs, launch: Launch): TaskState {
  const { cluster, definition } = launch;
  const id = ecs.newId();
  const taskArn = ecs.sim.arn('ecs', `task/${cluster.name}/${id}`);
  const subnets = launch.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
  const subnetIndex = cluster.tasks.size % Math.max(1, subnets.length);
  const root = join(ecs.sim.dataDir, 'tasks', id);
  const run = new TaskRun(ecs, root);
  for (const container of definition.containerDefinitions ?? []) {
    const override = launch.overrides?.containerOverrides?.find(({ name }) => name === container.name) ?? {};
    const shape: Container = {
      containerArn: ecs.sim.arn('ecs', `container/${cluster.name}/${id}/${randomUUID()}`),
      taskArn,
      name: container.name,
      image: container.image,
      runtimeId: `${id}-${randomInt(1_000_000_000, 4_000_000_000)}`,
      lastStatus: 'PENDING',
      networkInterfaces: [],
      healthStatus: 'UNKNOWN',
      cpu: String(override.cpu ?? container.cpu ?? 0),
      ...(container.memory === undefined ? {} : { memory: String(override.memory ?? container.memory) }),
      ...(container.memoryReservation === undefined
        ? {}
        : { memoryReservation: String(container.memoryReservation) }),
    };
    run.containers.push(new TaskContainer(ecs, container, override, shape, join(root, container.name ?? '')));
  }
  const shape: Task = {
    attachments: [
      {
        id: randomUUID(),
        type: 'ElasticNetworkInterface',
        status: 'PRECREATED',
        details: [{ name: 'subnetId', value: subnets[subnetIndex] ?? '' }],
      },
    ],
    attributes: [
      {
        name: 'ecs.cpu-architecture',
        value: definition.runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'x86_64',
      },
    ],
    availabilityZone: `${ecs.sim.region}${'abc'[subnetIndex % 3]}`,
    clusterArn: cluster.arn,
    containers: run.containers.map(({ shape }) => shape),
    cpu: launch.overrides?.cpu ?? definition.cpu,
    createdAt: ecs.now(),
    desiredStatus: 'RUNNING',
    enableExecuteCommand: launch.enableExecuteCommand ?? false,
    group: launch.group ?? `family:${definition.family ?? ''}`,
    healthStatus: 'UNKNOWN',
    lastStatus: 'PROVISIONING',
    ...(launch.capacityProviderName === undefined
      ? { launchType: 'FARGATE' as const }
      : { capacityProviderName: launch.capacityProviderName }),
    memory: launch.overrides?.memory ?? definition.memory,
    overrides: {
      containerOverrides: (definition.containerDefinitions ?? []).map(
        ({ name }) => launch.overrides?.containerOverrides?.find((one) => one.name === name) ?? { name },
      ),
      inferenceAcceleratorOverrides: [],
      ...(launch.overrides?.taskRoleArn === undefined ? {} : { taskRoleArn: launch.overrides.taskRoleArn }),
      ...(launch.overrides?.executionRoleArn === undefined
        ? {}
        : { executionRoleArn: launch.overrides.executionRoleArn }),
    },
    platformVersion:
      launch.platformVersion === 'LATEST' || launch.platformVersion === undefined
        ? '1.4.0'
        : launch.platformVersion,
    platformFamily: 'Linux',
    ...(launch.startedBy === undefined ? {} : { startedBy: launch.startedBy }),
    taskArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    ephemeralStorage: launch.overrides?.ephemeralStorage ?? definition.ephemeralStorage ?? { sizeInGiB: 20 },
    version: 1,
  };
  const task: TaskState = {
    id,
    cluster,
    definition,
    shape,
    tags: [...launch.tags],
    taskSet: launch.taskSet,
    run,
  };
  cluster.tasks.set(id, task);
  run.begin(task);
  return task;
}
