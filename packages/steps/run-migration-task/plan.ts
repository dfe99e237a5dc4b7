import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import {
  servingNetwork,
  servingTasks,
  type CapacityProviderItem,
  type NetworkConfiguration,
  type ServiceState,
} from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { nearestName, type Inputs } from '@cutover/domain/inputs/input';
import { isJsonObject, textOf, type Json, type JsonObject } from '@cutover/domain/text/json';
import { formatRevision, parseRevision } from '@cutover/domain/task/revision';
import {
  containerNamed,
  containerNames,
  containersOf,
  isEssential,
} from '@cutover/domain/task-definition/containers';
import { checkContainerOverrides } from './container-overrides.ts';
import { chosenVolume } from './ebs-volume.ts';
import type { inputs } from './inputs.ts';
import { checkOverrides } from './task-request.ts';
import type { LogSource, MigrationPlan } from './migration-plan.ts';

export type MigrationInputs = Inputs<typeof inputs>;

/** Facts known before a task is started. */
export interface MigrationSurroundings {
  readonly environment: Environment | undefined;
  readonly service: ServiceState | undefined;
  readonly revision: RegisteredTaskDefinition;
}

/** Stands for the revision that the service runs now. A family can't be meant: names of families hold no brackets. */
export const SERVING = '[serving]';

/**
 * `family:revision` or an ARN, or a family for its newest ACTIVE revision; `SERVING` for what the service runs now.
 * @throws ConfigurationError when the inputs name no revision, or two
 */
export function wantedRevision(given: MigrationInputs): string {
  const name = given['task-definition-arn'];
  const number = given['task-definition-revision'];
  if (name === undefined) {
    if (given.base === undefined || number !== undefined) {
      throw new ConfigurationError({
        what: 'Input task-definition-arn is required and was not given.',
        fix: 'Add task-definition-arn under with:, or base: service for a command in the revision that the service runs now.',
      });
    }
    if (given.stack === undefined && given.service === undefined) {
      throw new ConfigurationError({
        what: 'Input base is service, but neither service nor stack was given.',
        fix: 'Add service, with cluster, or stack.',
      });
    }
    return SERVING;
  }
  if (given.base !== undefined) {
    throw new ConfigurationError({
      what: `Inputs base and task-definition-arn (${name}) were both given.`,
      fix: 'Keep task-definition-arn for the next release, or base: service for what runs now.',
    });
  }
  if (number === undefined) return name;
  const named = parseRevision(name);
  if (named === undefined) return `${name}:${number}`;
  if (named.number === number) return name;
  throw new ConfigurationError({
    what: `Input task-definition-revision is ${number}, and input task-definition-arn names revision ${named.number}.`,
    fix: 'Remove task-definition-revision, or give the family alone.',
  });
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
      what: `Inputs ${names.join(' and ')} were both given.`,
      fix: 'Keep command for one command, or commands for several, one a line.',
    });
  }
  if (commands.length > 0) return commands;
  return [command ?? (words.length > 0 ? words : undefined)];
}

/** @throws ConfigurationError with everything that would keep the task from starting */
export function planMigration(
  given: MigrationInputs,
  observed: MigrationSurroundings,
  region: string,
): MigrationPlan {
  const { environment, service, revision } = observed;
  const { definition } = revision;
  const serving = service === undefined ? undefined : servingTasks(service);
  const container = chosenContainer(given, observed);
  const overrides = given['container-overrides'];
  const commands = chosenCommands(given);
  checkContainerOverrides(overrides, containerNames(definition), textOf(container['name']), {
    hasCommand: commands.length > 1 || commands[0] !== undefined,
    variables: given['environment-variables'],
  });
  const network = chosenNetwork(given, observed);
  if (definition['networkMode'] === 'awsvpc' && network === undefined) {
    throw new ConfigurationError({
      what: `Input subnets was not given, and ${formatRevision(revision.arn)} (networkMode awsvpc) can't run without.`,
      fix: 'Add service: and cluster: or stack: to take them from there, or subnets: and security-groups:.',
    });
  }
  const strategy = given['capacity-provider-strategy'];
  const launchType = given['launch-type'];
  if (strategy !== undefined && launchType !== undefined) {
    throw new ConfigurationError({
      what: 'Inputs launch-type and capacity-provider-strategy were both given; ECS takes one of them.',
      fix: 'Remove launch-type.',
    });
  }
  const inherited = [
    serving?.capacityProviders,
    service?.capacityProviders,
    environment?.capacityProviders,
  ].find((one) => one !== undefined && one.length > 0);
  // A reclaimed task ends in the middle of a migration.
  const spotOfService = strategy === undefined && launchType === undefined && hasSpot(inherited);
  const capacityProviders = strategy ?? (launchType === undefined && !spotOfService ? (inherited ?? []) : []);
  const compatible = ((definition['requiresCompatibilities'] ?? []) as readonly Json[]).map(textOf);
  const platformVersion = given['platform-version'] ?? serving?.platformVersion ?? service?.platformVersion;
  const plan: MigrationPlan = {
    cluster: given.cluster ?? environment?.cluster ?? 'default',
    taskDefinition: revision.arn,
    family: revision.family,
    container: textOf(container['name']),
    essential: isEssential(container),
    commands,
    environment: given['environment-variables'],
    containerOverrides: overrides,
    tags: given.tags,
    volume: chosenVolume(given['managed-ebs-volume-name'], given['managed-ebs-volume'], definition),
    network: definition['networkMode'] === 'awsvpc' ? network : undefined,
    launchType:
      capacityProviders.length > 0
        ? undefined
        : (launchType ??
          (spotOfService ? 'FARGATE' : undefined) ??
          serving?.launchType ??
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
          what: 'The service runs on FARGATE_SPOT; this task runs on FARGATE, as AWS may take Spot capacity back in the middle of a command. capacity-provider-strategy says otherwise.',
        }
      : hasSpot(strategy)
        ? {
            what: 'Input capacity-provider-strategy names FARGATE_SPOT: AWS may stop the task in the middle of a command.',
            fix: 'Use FARGATE for commands that must not be interrupted.',
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

function chosenContainer(
  given: MigrationInputs,
  { environment, service, revision }: MigrationSurroundings,
): JsonObject {
  const { definition } = revision;
  const known = containerNames(definition);
  const overrides = given['container-overrides'];
  // A single override names the container that is meant.
  const asked = given['container-name'] ?? (overrides.length === 1 ? overrides[0]?.name : undefined);
  if (asked !== undefined) {
    const found = containerNamed(definition, asked);
    if (found !== undefined) return found;
    const nearest = nearestName(asked, known);
    throw new ConfigurationError({
      what: `Input ${given['container-name'] === undefined ? 'container-overrides' : 'container-name'}: there is no container ${JSON.stringify(asked)} in ${formatRevision(revision.arn)}.`,
      fix: `The containers are: ${known.join(', ')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    });
  }
  const balancers =
    service === undefined ? [] : [...servingTasks(service).loadBalancers, ...service.loadBalancers];
  const served = balancers.map(({ containerName }) => containerName).find((name) => known.includes(name));
  const ofStack = environment?.containerName;
  const essential = containersOf(definition).filter(isEssential);
  const found =
    (served === undefined ? undefined : containerNamed(definition, served)) ??
    (ofStack === undefined ? undefined : containerNamed(definition, ofStack)) ??
    (essential.length === 1 ? essential[0] : undefined);
  if (found !== undefined) return found;
  throw new ConfigurationError({
    what: `Input container-name was not given, and ${formatRevision(revision.arn)} has several essential containers.`,
    fix: `Add container-name: one of ${known.join(', ')}.`,
  });
}

function chosenNetwork(
  given: MigrationInputs,
  { environment, service }: MigrationSurroundings,
): NetworkConfiguration | undefined {
  const inherited = (service === undefined ? undefined : servingNetwork(service)) ?? environment?.network;
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
