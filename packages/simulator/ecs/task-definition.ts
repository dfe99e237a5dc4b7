import type { ContainerDefinition, RegisterTaskDefinitionRequest, TaskDefinition } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import { checkContainers } from './container-checks.ts';
import type { Ecs } from './ecs.ts';
import { checkFirelens } from './firelens-checks.ts';
import { checkReservations } from './resource-checks.ts';
import { checkSettings } from './setting-checks.ts';
import { checkVolumes } from './volume-checks.ts';
import { checkFargateSize, cpuUnits, memoryMiB } from './fargate-size.ts';

/**
 * The definition that a registration leads to, with the defaults that ECS fills in.
 * @throws ApiError ClientException, InvalidParameterException
 */
export function buildTaskDefinition(
  ecs: Ecs,
  input: RegisterTaskDefinitionRequest,
  revision: number,
): TaskDefinition {
  const { family = '', containerDefinitions = [], tags: _tags, ...rest } = input;
  if (family === '') throw new ApiError('ClientException', 'Family cannot be blank.');
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(family)) {
    throw new ApiError(
      'ClientException',
      'Invalid family. The family should be 1-255 characters long with only letters, numbers, hyphens, and underscores.',
    );
  }
  checkRoles(ecs, input);
  const fargate = input.requiresCompatibilities?.includes('FARGATE') === true;
  checkContainers(containerDefinitions, { ...input, fargate, isEcr: (image) => isEcr(ecs, image) });
  const networkMode = input.networkMode ?? 'bridge';
  checkReservations(containerDefinitions, input);
  checkSettings(containerDefinitions, { networkMode, fargate });
  checkVolumes(input.volumes ?? [], containerDefinitions, fargate);
  checkFirelens(containerDefinitions, fargate);
  checkTask(input, fargate);
  if (fargate) {
    if (input.networkMode !== 'awsvpc')
      throw new ApiError('ClientException', 'Fargate only supports network mode ‘awsvpc’.');
    checkFargateSize(input.cpu, input.memory);
  }
  const awsvpc = input.networkMode === 'awsvpc';
  return {
    ...rest,
    ...(input.cpu === undefined ? {} : { cpu: cpuUnits(input.cpu) }),
    ...(input.memory === undefined ? {} : { memory: memoryMiB(input.memory) }),
    networkMode,
    family,
    revision,
    taskDefinitionArn: ecs.sim.arn('ecs', `task-definition/${family}:${revision}`),
    status: 'ACTIVE',
    containerDefinitions: containerDefinitions.map((container) => withDefaults(container, awsvpc)),
    volumes: input.volumes ?? [],
    placementConstraints: input.placementConstraints ?? [],
    compatibilities:
      awsvpc && input.cpu !== undefined && input.memory !== undefined ? ['EC2', 'FARGATE'] : ['EC2'],
    requiresAttributes: [],
    registeredAt: ecs.now(),
    registeredBy: ecs.sim.arn('sts', 'assumed-role/simulator/simulator', ''),
  };
}

/** ECS takes a role by its short name or by an ARN of the same account. @throws ApiError ClientException */
function checkRoles(
  { sim }: Ecs,
  { executionRoleArn, taskRoleArn }: Pick<RegisterTaskDefinitionRequest, 'executionRoleArn' | 'taskRoleArn'>,
): void {
  const own = sim.arn('iam', 'role/', '');
  for (const role of [executionRoleArn, taskRoleArn]) {
    if (role?.startsWith('arn:') === true && !role.startsWith(own))
      throw new ApiError('ClientException', 'Role is not valid');
  }
}

/** Members of the task itself. @throws ApiError ClientException */
function checkTask(input: RegisterTaskDefinitionRequest, fargate: boolean): void {
  const refuse = (message: string): ApiError => new ApiError('ClientException', message);
  const size = input.ephemeralStorage?.sizeInGiB;
  const proxy = input.proxyConfiguration?.containerName;
  if (proxy !== undefined && input.containerDefinitions?.some(({ name }) => name === proxy) !== true)
    throw refuse(`The proxy container '${proxy}' does not exist in the task definition.`);
  if (size !== undefined && (size < 21 || size > 200))
    throw refuse(`The ephemeral storage size must be between 21 and 200 GiB, not ${size}.`);
  if (!fargate) return;
  if ((input.placementConstraints ?? []).length > 0)
    throw refuse('Placement constraints are not supported with FARGATE launch type.');
  if (input.ipcMode !== undefined) throw refuse('Fargate does not support ipcMode.');
  if (input.pidMode !== undefined && input.pidMode !== 'task')
    throw refuse(`Fargate supports pidMode task only, not ${input.pidMode}.`);
}

function withDefaults(container: ContainerDefinition, awsvpc: boolean): ContainerDefinition {
  return {
    ...container,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    portMappings: (container.portMappings ?? []).map((mapping) => ({
      ...mapping,
      ...(mapping.containerPort === undefined
        ? {}
        : { hostPort: mapping.hostPort ?? (awsvpc ? mapping.containerPort : 0) }),
      protocol: mapping.protocol ?? 'tcp',
    })),
    environment: container.environment ?? [],
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    ...(container.logConfiguration === undefined
      ? {}
      : { logConfiguration: { options: {}, secretOptions: [], ...container.logConfiguration } }),
    ...(container.healthCheck === undefined
      ? {}
      : { healthCheck: { interval: 30, timeout: 5, retries: 3, ...container.healthCheck } }),
  };
}

function isEcr(ecs: Ecs, image: string): boolean {
  return /^\d{12}\.dkr\.ecr\./.test(image) || ecs.sim.images?.owns(image) === true;
}
