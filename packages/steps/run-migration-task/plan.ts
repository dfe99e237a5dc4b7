import type { RegisteredTaskDefinition } from '@cutover/aws/task-definitions';
import {
  primaryTaskSet,
  type CapacityProviderItem,
  type NetworkConfiguration,
  type ServiceState,
} from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { nearestName, type Inputs } from '@cutover/domain/inputs';
import { isJsonObject, textOf, type Json, type JsonObject } from '@cutover/domain/json';
import { formatRevision } from '@cutover/domain/revision';
import {
  containerNamed,
  containerNames,
  containersOf,
  isEssential,
} from '@cutover/domain/task-definition/containers';
import type { inputs } from './inputs.ts';
import { checkOverrides } from './task-request.ts';

export type MigrationInputs = Inputs<typeof inputs>;

/** What is known before anything is started. */
export interface Observed {
  readonly environment: Environment | undefined;
  readonly service: ServiceState | undefined;
  readonly revision: RegisteredTaskDefinition;
}

/** Where the container's output goes. */
export type LogSource =
  | { readonly kind: 'stream'; readonly group: string; readonly prefix: string; readonly region: string }
  | { readonly kind: 'elsewhere'; readonly why: string };

export interface MigrationPlan {
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly family: string;
  readonly container: string;
  readonly essential: boolean;
  /** Argument vectors, in order; undefined for the container's own command. */
  readonly commands: readonly (readonly string[] | undefined)[];
  readonly environment: ReadonlyMap<string, string>;
  readonly network: NetworkConfiguration | undefined;
  readonly launchType: string | undefined;
  readonly capacityProviders: readonly CapacityProviderItem[];
  readonly platformVersion: string | undefined;
  readonly log: LogSource;
  /** The task's other containers, whose logs are read when one of them ended the task. */
  readonly others: readonly { readonly name: string; readonly essential: boolean; readonly log: LogSource }[];
  /** What a reader should know of the choice of capacity. */
  readonly capacityNote: { readonly text: string; readonly remedy?: string } | undefined;
}

/** The commands that the inputs name. @throws ConfigurationError when several inputs name some */
export function chosenCommands(given: MigrationInputs): MigrationPlan['commands'] {
  const { command, commands } = given;
  const words = given['override-container-command'];
  const names = [
    ...(command === undefined ? [] : ['command']),
    ...(commands.length === 0 ? [] : ['commands']),
    ...(words.length === 0 ? [] : ['override-container-command']),
  ];
  if (names.length > 1) {
    throw new ConfigurationError({
      message: `Inputs ${names.join(' and ')} were both given.`,
      remedy: 'Keep command for one command, or commands for several, one a line.',
    });
  }
  if (commands.length > 0) return commands;
  return [command ?? (words.length > 0 ? words : undefined)];
}

/** @throws ConfigurationError with everything that would keep the task from starting */
export function planMigration(given: MigrationInputs, observed: Observed, region: string): MigrationPlan {
  const { environment, service, revision } = observed;
  const { definition } = revision;
  const primary = service === undefined ? undefined : primaryTaskSet(service);
  const container = chosenContainer(given, observed);
  const network = chosenNetwork(given, observed);
  if (definition['networkMode'] === 'awsvpc' && network === undefined) {
    throw new ConfigurationError({
      message: `Input subnets was not given, and ${formatRevision(revision.arn)} (networkMode awsvpc) can't run without.`,
      remedy:
        'Add service: and cluster: or stack: to take them from there, or subnets: and security-groups:.',
    });
  }
  const strategy = given['capacity-provider-strategy'];
  const launchType = given['launch-type'];
  if (strategy !== undefined && launchType !== undefined) {
    throw new ConfigurationError({
      message: 'Inputs launch-type and capacity-provider-strategy were both given; ECS takes one of them.',
      remedy: 'Remove launch-type.',
    });
  }
  const inherited = [
    primary?.capacityProviders,
    service?.capacityProviders,
    environment?.capacityProviders,
  ].find((one) => one !== undefined && one.length > 0);
  // A reclaimed task ends in the middle of a migration.
  const spotOfService = strategy === undefined && launchType === undefined && hasSpot(inherited);
  const capacityProviders = strategy ?? (launchType === undefined && !spotOfService ? (inherited ?? []) : []);
  const compatible = ((definition['requiresCompatibilities'] ?? []) as readonly Json[]).map(textOf);
  const platformVersion = given['platform-version'] ?? primary?.platformVersion ?? service?.platformVersion;
  const plan: MigrationPlan = {
    cluster: given.cluster ?? environment?.cluster ?? 'default',
    taskDefinition: revision.arn,
    family: revision.family,
    container: textOf(container['name']),
    essential: isEssential(container),
    commands: chosenCommands(given),
    environment: given['environment-variables'],
    network: definition['networkMode'] === 'awsvpc' ? network : undefined,
    launchType:
      capacityProviders.length > 0
        ? undefined
        : (launchType ??
          (spotOfService ? 'FARGATE' : undefined) ??
          primary?.launchType ??
          service?.launchType ??
          (compatible.includes('FARGATE') ? 'FARGATE' : undefined)),
    capacityProviders,
    platformVersion,
    log: logSource(container, definition, region),
    others: containersOf(definition)
      .filter((one) => one !== container)
      .map((one) => ({
        name: textOf(one['name']),
        essential: isEssential(one),
        log: logSource(one, definition, region),
      })),
    capacityNote: spotOfService
      ? {
          text: 'The service runs on FARGATE_SPOT; this task runs on FARGATE, as AWS may take Spot capacity back in the middle of a command. capacity-provider-strategy says otherwise.',
        }
      : hasSpot(strategy)
        ? {
            text: 'Input capacity-provider-strategy names FARGATE_SPOT: AWS may stop the task in the middle of a command.',
            remedy: 'Use FARGATE for commands that must not be interrupted.',
          }
        : undefined,
  };
  for (const command of plan.commands) checkOverrides(plan, command);
  return plan;
}

function hasSpot(strategy: readonly CapacityProviderItem[] | undefined): boolean {
  return (strategy ?? []).some(
    ({ capacityProvider, weight, base }) => capacityProvider === 'FARGATE_SPOT' && weight + base > 0,
  );
}

function chosenContainer(given: MigrationInputs, { environment, service, revision }: Observed): JsonObject {
  const { definition } = revision;
  const known = containerNames(definition);
  const asked = given['container-name'];
  if (asked !== undefined) {
    const found = containerNamed(definition, asked);
    if (found !== undefined) return found;
    const nearest = nearestName(asked, known);
    throw new ConfigurationError({
      message: `Input container-name: there is no container ${JSON.stringify(asked)} in ${formatRevision(revision.arn)}.`,
      remedy: `The containers are: ${known.join(', ')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    });
  }
  const balancers =
    service === undefined
      ? []
      : [...(primaryTaskSet(service)?.loadBalancers ?? []), ...service.loadBalancers];
  const served = balancers.map(({ containerName }) => containerName).find((name) => known.includes(name));
  const ofStack = environment?.containerName;
  const essential = containersOf(definition).filter(isEssential);
  const found =
    (served === undefined ? undefined : containerNamed(definition, served)) ??
    (ofStack === undefined ? undefined : containerNamed(definition, ofStack)) ??
    (essential.length === 1 ? essential[0] : undefined);
  if (found !== undefined) return found;
  throw new ConfigurationError({
    message: `Input container-name was not given, and ${formatRevision(revision.arn)} has several essential containers.`,
    remedy: `Add container-name: one of ${known.join(', ')}.`,
  });
}

function chosenNetwork(
  given: MigrationInputs,
  { environment, service }: Observed,
): NetworkConfiguration | undefined {
  const inherited =
    (service === undefined ? undefined : (primaryTaskSet(service)?.network ?? service.network)) ??
    environment?.network;
  const { subnets } = given;
  const groups = given['security-groups'];
  const own = subnets.length > 0;
  if (!own && inherited === undefined) return undefined;
  return {
    subnets: own ? subnets : (inherited?.subnets ?? []),
    securityGroups: groups.length > 0 ? groups : (inherited?.securityGroups ?? []),
    assignPublicIp: given['assign-public-ip'] ?? inherited?.assignPublicIp ?? 'DISABLED',
  };
}

function logSource(container: JsonObject, definition: JsonObject, region: string): LogSource {
  const logging = container['logConfiguration'];
  const name = textOf(container['name']);
  if (!isJsonObject(logging)) {
    return {
      kind: 'elsewhere',
      why: `container ${name} has no logConfiguration: its output is not kept anywhere. Give it the log driver awslogs to see it here`,
    };
  }
  const driver = textOf(logging['logDriver']);
  const options = isJsonObject(logging['options']) ? logging['options'] : {};
  if (driver === 'awsfirelens') {
    return { kind: 'elsewhere', why: routed(name, options, definition) };
  }
  if (driver !== 'awslogs') {
    return {
      kind: 'elsewhere',
      why: `container ${name} logs through ${driver}: its output can't be read here`,
    };
  }
  const prefix = textOf(options['awslogs-stream-prefix']);
  const group = textOf(options['awslogs-group']);
  if (prefix === '' || group === '') {
    return {
      kind: 'elsewhere',
      why: `container ${name} has no awslogs-${group === '' ? 'group' : 'stream-prefix'}, so the name of its log stream is not known`,
    };
  }
  return { kind: 'stream', group, prefix, region: textOf(options['awslogs-region']) || region };
}

/** Options that say where FireLens sends lines; the rest may hold keys. */
const DESTINATION = /^(Name|region|log_group_name|delivery_stream|stream|bucket|host|index)$/i;

function routed(name: string, options: JsonObject, definition: JsonObject): string {
  const router = containersOf(definition).find((one) => isJsonObject(one['firelensConfiguration']));
  const facts = Object.entries(options).filter(([key]) => DESTINATION.test(key));
  const destination = facts.map(([key, value]) => `${key} ${textOf(value)}`).join(', ');
  return `container ${name} logs through awsfirelens: container ${router === undefined ? 'log router' : textOf(router['name'])} sends its output ${destination === '' ? 'where its own configuration says' : `to: ${destination}`}. Look there`;
}
