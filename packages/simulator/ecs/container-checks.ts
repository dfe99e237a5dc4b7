import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';

interface Context extends Pick<RegisterTaskDefinitionRequest, 'executionRoleArn' | 'networkMode'> {
  readonly fargate: boolean;
  isEcr(image: string): boolean;
}

const LOG_DRIVERS = ['awslogs', 'splunk', 'awsfirelens'];

/** @throws ApiError ClientException as RegisterTaskDefinition words it */
export function checkContainers(containers: readonly ContainerDefinition[], context: Context): void {
  if (containers.length === 0) throw refuse('Container list cannot be empty.');
  const names = new Set<string>();
  for (const container of containers) {
    const { name = '', image = '' } = container;
    if (name === '') throw refuse('Container.name should not be null or empty.');
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) throw refuse(`Invalid 'name' setting for container '${name}'.`);
    if (names.has(name)) throw refuse('Container name should be unique in a task definition.');
    names.add(name);
    if (image === '' || /\s/.test(image)) throw refuse('Container.image should not be null or empty.');
    checkPorts(container, context.networkMode ?? 'bridge');
    checkNames(container);
    checkAwslogs(container, context.fargate);
    if (context.fargate) checkFargate(container, context);
    else if ((container.secrets ?? []).length > 0 && context.executionRoleArn === undefined) {
      throw refuse(
        "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
      );
    }
  }
  if (containers.every(({ essential }) => essential === false))
    throw refuse('A task definition must have at least one essential container.');
  checkDependencies(containers);
}

function checkPorts({ portMappings = [], name }: ContainerDefinition, mode: string): void {
  if (mode === 'none' && portMappings.length > 0)
    throw refuse('Port mappings are not supported when networkMode=none.');
  const seen: { readonly first: number; readonly last: number; readonly protocol: string }[] = [];
  for (const {
    containerPort,
    hostPort,
    protocol = 'tcp',
    containerPortRange,
    name: portName,
  } of portMappings) {
    if (containerPort === undefined && containerPortRange === undefined)
      throw refuse(`Container port cannot be empty for container '${name ?? ''}'.`);
    if (containerPort !== undefined && (containerPort < 1 || containerPort > 65_535))
      throw refuse(`Invalid container port ${containerPort} for container '${name ?? ''}'.`);
    const bound = mode === 'awsvpc' || mode === 'host';
    // In host mode ECS takes 0 for "not said".
    const unsaid = hostPort === undefined || (mode === 'host' && hostPort === 0);
    if (bound && !unsaid && hostPort !== containerPort) {
      throw refuse(
        `When networkMode=${mode}, the host ports and container ports in port mappings must match.`,
      );
    }
    if (portName !== undefined && !/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(portName))
      throw refuse(`Invalid port mapping name '${portName}' of container '${name ?? ''}'.`);
    const [first, last] = portsOf(containerPort, containerPortRange, mode);
    if (seen.some((one) => one.protocol === protocol && one.first <= last && first <= one.last)) {
      const key = `${containerPort ?? containerPortRange ?? ''}/${protocol}`;
      throw refuse(`Duplicate port mapping ${key} in container '${name ?? ''}'.`);
    }
    seen.push({ first, last, protocol });
  }
}

/** First and last port of a mapping (API reference, PortMapping.containerPortRange). */
function portsOf(
  port: number | undefined,
  range: string | undefined,
  mode: string,
): readonly [number, number] {
  if (range === undefined) return [port ?? 0, port ?? 0];
  if (mode !== 'bridge' && mode !== 'awsvpc')
    throw refuse(`containerPortRange is not supported when networkMode=${mode}.`);
  const [first = 0, last = 0] = /^\d+-\d+$/.test(range) ? range.split('-').map(Number) : [];
  if (first < 1 || last > 65_535 || first >= last) throw refuse(`Invalid containerPortRange '${range}'.`);
  return [first, last];
}

function checkNames({ environment = [], secrets = [] }: ContainerDefinition): void {
  const variables = new Set(environment.map(({ name }) => name));
  for (const { name, valueFrom } of secrets) {
    if (valueFrom === undefined || valueFrom === '') throw refuse('The secret valueFrom cannot be empty.');
    if (variables.has(name)) {
      throw refuse(
        `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name ?? ''}'.`,
      );
    }
  }
}

/** A group and a Region are needed everywhere, a prefix on Fargate alone. */
function checkAwslogs({ logConfiguration: log }: ContainerDefinition, fargate: boolean): void {
  if (log?.logDriver !== 'awslogs') return;
  for (const option of ['awslogs-group', 'awslogs-region', ...(fargate ? ['awslogs-stream-prefix'] : [])]) {
    if ((log.options?.[option] ?? '') === '') throw refuse(`Log driver awslogs requires options: ${option}.`);
  }
}

function checkFargate(container: ContainerDefinition, context: Context): void {
  const { name = '', image = '', logConfiguration: log } = container;
  if (context.executionRoleArn === undefined) {
    const needs = (what: string): ApiError =>
      refuse(`Fargate requires task definition to have execution role ARN to support ${what}.`);
    if (context.isEcr(image)) throw needs('ECR images');
    if (log?.logDriver === 'awslogs') throw needs('log driver awslogs');
    if ((container.secrets ?? []).length > 0) throw needs('container secrets');
  }
  if (log !== undefined) {
    if (!LOG_DRIVERS.includes(log.logDriver ?? ''))
      throw refuse(`Fargate does not support log driver '${log.logDriver ?? ''}' of container '${name}'.`);
  }
  if (container.privileged === true)
    throw refuse(`Fargate does not support privileged mode (container '${name}').`);
}

/** Every dependency exists, suits its container and none goes in a circle. */
function checkDependencies(containers: readonly ContainerDefinition[]): void {
  const byName = new Map(containers.map((container) => [container.name ?? '', container]));
  for (const { name = '', dependsOn = [] } of containers) {
    for (const { containerName = '', condition } of dependsOn) {
      const other = byName.get(containerName);
      if (other === undefined)
        throw refuse(`Container '${name}' depends on container '${containerName}', which does not exist.`);
      if ((condition === 'COMPLETE' || condition === 'SUCCESS') && other.essential !== false) {
        throw refuse(
          `A container that another depends on with condition ${condition} cannot be essential: '${containerName}'.`,
        );
      }
      if (condition === 'HEALTHY' && other.healthCheck === undefined)
        throw refuse(`Container '${containerName}' needs a health check for the condition HEALTHY.`);
    }
  }
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name))
      throw refuse(`Container dependencies go in a circle: ${[...path, name].join(' -> ')}`);
    for (const { containerName = '' } of byName.get(name)?.dependsOn ?? [])
      visit(containerName, [...path, name]);
  };
  for (const name of byName.keys()) visit(name, []);
}

function refuse(message: string): ApiError {
  return new ApiError('ClientException', message);
}
