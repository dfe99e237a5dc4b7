import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';

interface Place {
  readonly networkMode: string;
  readonly fargate: boolean;
}

const MAX_CONTAINERS = 10;
const MAX_ENVIRONMENT_FILES = 10;
const MAX_IGNORED_EXIT_CODES = 50;
/** Least and most of numbers in a container, as the API reference describes them. */
const RANGES: readonly [
  name: string,
  least: number,
  most: number,
  of: (container: ContainerDefinition) => number | undefined,
][] = [
  ['healthCheck interval', 5, 300, ({ healthCheck }) => healthCheck?.interval],
  ['healthCheck timeout', 2, 60, ({ healthCheck }) => healthCheck?.timeout],
  ['healthCheck retries', 1, 10, ({ healthCheck }) => healthCheck?.retries],
  ['healthCheck startPeriod', 0, 300, ({ healthCheck }) => healthCheck?.startPeriod],
  ['restartAttemptPeriod', 60, 1800, ({ restartPolicy }) => restartPolicy?.restartAttemptPeriod],
  ['swappiness', 0, 100, ({ linuxParameters }) => linuxParameters?.swappiness],
];

/**
 * Rules of the API reference for single members of ContainerDefinition, HealthCheck, LinuxParameters and EnvironmentFile.
 * Wordings that no public report shows are assumptions.
 * @throws ApiError ClientException
 */
export function checkSettings(containers: readonly ContainerDefinition[], place: Place): void {
  if (containers.length > MAX_CONTAINERS) throw refuse('Too many containers.');
  for (const container of containers) {
    for (const [name, least, most, of] of RANGES) {
      const value = of(container);
      if (value !== undefined && (value < least || value > most))
        throw refuse(`${name} must be between ${least} and ${most}, not ${value}.`);
    }
    checkHealthCommand(container);
    checkEnvironmentFiles(container);
    if ((container.restartPolicy?.ignoredExitCodes ?? []).length > MAX_IGNORED_EXIT_CODES)
      throw refuse(`ignoredExitCodes can have at most ${MAX_IGNORED_EXIT_CODES} items.`);
    checkNetworkMode(container, place.networkMode);
    if (place.fargate) checkFargateSettings(container);
  }
}

function checkHealthCommand({ healthCheck }: ContainerDefinition): void {
  if (healthCheck === undefined) return;
  const [first] = healthCheck.command ?? [];
  if (first !== 'CMD' && first !== 'CMD-SHELL')
    throw refuse('The health check command must start with CMD or CMD-SHELL.');
}

function checkEnvironmentFiles({ environmentFiles = [] }: ContainerDefinition): void {
  if (environmentFiles.length > MAX_ENVIRONMENT_FILES)
    throw refuse(`A container can have at most ${MAX_ENVIRONMENT_FILES} environment files.`);
  for (const { value = '' } of environmentFiles) {
    if (!/^arn:[\w-]+:s3:::[^/]+\/./.test(value)) throw refuse('Invalid arn syntax.');
    if (!value.endsWith('.env')) throw refuse(`The environment file ${value} must have the extension .env.`);
  }
}

function checkNetworkMode(container: ContainerDefinition, mode: string): void {
  const { links = [], hostname, dnsServers = [], dnsSearchDomains = [], extraHosts = [] } = container;
  if (links.length > 0 && mode !== 'bridge')
    throw refuse(`Links are not supported when networkMode=${mode}.`);
  if (mode !== 'awsvpc') return;
  const given: readonly [what: string, is: boolean][] = [
    ['Hostname is', (hostname ?? '') !== ''],
    ['DNS servers are', dnsServers.length > 0],
    ['DNS search domains are', dnsSearchDomains.length > 0],
    ['Extra hosts are', extraHosts.length > 0],
  ];
  for (const [what, is] of given)
    if (is) throw refuse(`${what} not supported on container when networkMode=awsvpc.`);
}

function checkFargateSettings(container: ContainerDefinition): void {
  const { name = '', linuxParameters: linux = {}, dockerSecurityOptions = [] } = container;
  const unsupported = (what: string): ApiError =>
    refuse(`Fargate does not support ${what} (container '${name}').`);
  if (dockerSecurityOptions.length > 0) throw unsupported('dockerSecurityOptions');
  if (container.resourceRequirements?.some(({ type }) => type === 'GPU') === true)
    throw refuse('Tasks using the Fargate launch type do not support GPU resource requirements.');
  if ((linux.devices ?? []).length > 0) throw unsupported('linuxParameters.devices');
  for (const member of ['sharedMemorySize', 'maxSwap', 'swappiness'] as const)
    if (linux[member] !== undefined) throw unsupported(`linuxParameters.${member}`);
  const added = (linux.capabilities?.add ?? []).find((capability) => capability !== 'SYS_PTRACE');
  if (added !== undefined) throw unsupported(`adding the capability ${added}`);
  for (const [member, value] of [
    ['startTimeout', container.startTimeout],
    ['stopTimeout', container.stopTimeout],
  ] as const) {
    if (value !== undefined && (value < 2 || value > 120))
      throw refuse(
        `${member} of container '${name}' must be between 2 and 120 seconds on Fargate, not ${value}.`,
      );
  }
}

function refuse(message: string): ApiError {
  return new ApiError('ClientException', message);
}
