import type { Environment } from '@cutover/domain/environment';
import { nearestName } from '@cutover/domain/inputs/input';
import { isJsonObject, textOf, type Json, type JsonObject, type JsonPath } from '@cutover/domain/text/json';
import {
  containerNames,
  containersOf,
  isEssential,
  objectsIn,
} from '@cutover/domain/task-definition/containers';
import type { RegisterInputs } from './request.ts';
import type { GivenImages } from './resolve-images.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** Inputs that change the containers named by container-name. */
const CONTAINER_INPUTS = [
  'image',
  'digest',
  'environment-variables',
  'env-files',
  'secrets',
  'command',
  'docker-labels',
  'log-configuration-log-driver',
  'log-configuration-options',
] as const;

/** The containers that the inputs mean, or why that can't be said. */
export function chosenContainers(
  definition: JsonObject,
  given: RegisterInputs,
  environment: Pick<Environment, 'containerName'> | undefined,
): { readonly names: readonly string[]; readonly problems: readonly Trouble[] } {
  const known = containerNames(definition);
  const problems: Trouble[] = [];
  const check = (name: string, input: string): void => {
    if (known.includes(name)) return;
    const nearest = nearestName(name, known);
    problems.push({
      what: `Input ${input}: there is no container ${JSON.stringify(name)} in the task definition.`,
      fix: `The containers are: ${known.join(', ')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    });
  };
  for (const name of given.images.keys()) check(name, 'images');
  for (const name of given['container-name']) check(name, 'container-name');
  const found = (names: readonly string[]) => {
    const twice = names.filter((name) => given.images.has(name));
    const other = given.image !== undefined ? 'image' : given.digest !== undefined ? 'digest' : undefined;
    if (other !== undefined && twice.length > 0) {
      problems.push({
        what: `Inputs ${other} and images both say the image of container ${twice.join(', ')}.`,
        fix: `Remove the line for ${twice.join(', ')} from images, or name other containers in container-name.`,
      });
    }
    return { names, problems };
  };
  if (given['container-name'].length > 0) return found(given['container-name']);
  const used = CONTAINER_INPUTS.filter((name) => isGiven(given[name]));
  if (used.length === 0 || known.length === 0) return { names: [], problems };
  const essential = containersOf(definition)
    .filter(isEssential)
    .map(({ name }) => textOf(name));
  const only =
    known.length === 1
      ? known[0]
      : environment?.containerName !== undefined && known.includes(environment.containerName)
        ? environment.containerName
        : essential.length === 1
          ? essential[0]
          : undefined;
  if (only === undefined) {
    problems.push({
      what: `Input container-name was not given, and the task definition has several containers for ${used.join(', ')}.`,
      fix: `Add container-name: one of ${known.join(', ')}.`,
    });
    return { names: [], problems };
  }
  return found([only]);
}

function isGiven(value: unknown): boolean {
  if (value instanceof Map) return value.size > 0;
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** Meaning of the inputs' texts, after AWS was asked. */
export interface Values extends GivenImages {
  /** ARNs of objects in S3. */
  readonly envFiles: readonly string[];
  /** By name of the variable; what ECS takes as `valueFrom`. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** The definition with every input applied; everything else stays exactly as it was. */
export function applyChanges(
  definition: JsonObject,
  given: RegisterInputs,
  names: readonly string[],
  values: Values,
): JsonObject {
  return {
    ...definition,
    ...optional('taskRoleArn', given['task-role-arn']),
    ...optional('executionRoleArn', given['execution-role-arn']),
    ...optional('cpu', given.cpu),
    ...optional('memory', given.memory),
    ...runtimePlatform(definition, given),
    containerDefinitions: containersOf(definition).map((container) => {
      const name = textOf(container['name']);
      const changed = names.includes(name) ? changeContainer(container, given, values) : container;
      return { ...changed, ...optional('image', values.images.get(name)) };
    }),
  };
}

/** The input that the value at a path came from, if one did. */
export function inputBehind(
  definition: JsonObject,
  path: JsonPath,
  given: RegisterInputs,
  names: readonly string[],
): string | undefined {
  const [first, index, member, position] = path;
  if (first === 'runtimePlatform') {
    const input = index === 'operatingSystemFamily' ? 'operating-system-family' : 'cpu-architecture';
    return given[input] === undefined ? undefined : input;
  }
  const wholes = {
    taskRoleArn: 'task-role-arn',
    executionRoleArn: 'execution-role-arn',
    cpu: 'cpu',
    memory: 'memory',
  } as const;
  for (const [name, input] of Object.entries(wholes)) {
    if (first === name) return given[input] === undefined ? undefined : input;
  }
  if (first !== 'containerDefinitions' || typeof index !== 'number') return undefined;
  const container = containersOf(definition)[index];
  const name = textOf(container?.['name']);
  if (member === 'image' && given.images.has(name)) return 'images';
  if (!names.includes(name)) return undefined;
  if (member === 'image') {
    if (given.image !== undefined) return 'image';
    return given.digest === undefined ? undefined : 'digest';
  }
  if (member === 'environmentFiles') return given['env-files'].length === 0 ? undefined : 'env-files';
  if (member === 'logConfiguration') {
    const options = given['log-configuration-options'];
    if (position === 'options' && options.has(String(path[4]))) return 'log-configuration-options';
    return position === 'logDriver' && given['log-configuration-log-driver'] !== undefined
      ? 'log-configuration-log-driver'
      : undefined;
  }
  if ((member === 'environment' || member === 'secrets') && typeof position === 'number') {
    const input = member === 'secrets' ? 'secrets' : 'environment-variables';
    return given[input].has(textOf(objectsIn(container?.[member])[position]?.['name'])) ? input : undefined;
  }
  return undefined;
}

function runtimePlatform(definition: JsonObject, given: RegisterInputs): JsonObject {
  const cpuArchitecture = given['cpu-architecture'];
  const operatingSystemFamily = given['operating-system-family'];
  if (cpuArchitecture === undefined && operatingSystemFamily === undefined) return {};
  return {
    runtimePlatform: {
      ...objectOr(definition['runtimePlatform']),
      ...optional('cpuArchitecture', cpuArchitecture),
      ...optional('operatingSystemFamily', operatingSystemFamily),
    },
  };
}

function changeContainer(
  container: JsonObject,
  given: RegisterInputs,
  { envFiles, image, secrets }: Values,
): JsonObject {
  const variables = given['environment-variables'];
  const labels = given['docker-labels'];
  const replace = given['environment-mode'] === 'replace';
  const environmentChanges = variables.size > 0 || secrets.size > 0 || replace;
  return {
    ...container,
    ...optional('image', image),
    ...optional('command', given.command),
    // A name is a variable or a secret, never both: the input wins over what the base has.
    ...(environmentChanges && (variables.size > 0 || replace || container['environment'] !== undefined)
      ? { environment: merged(replace ? [] : kept(container['environment'], secrets), variables, 'value') }
      : {}),
    ...(environmentChanges && (secrets.size > 0 || container['secrets'] !== undefined)
      ? { secrets: merged(kept(container['secrets'], variables), secrets, 'valueFrom') }
      : {}),
    // The order matters: the first file that has a variable wins.
    ...(envFiles.length === 0 ? {} : { environmentFiles: envFiles.map((value) => ({ value, type: 's3' })) }),
    ...(labels.size === 0
      ? {}
      : { dockerLabels: { ...objectOr(container['dockerLabels']), ...Object.fromEntries(labels) } }),
    ...logging(container, given),
  };
}

function logging(container: JsonObject, given: RegisterInputs): JsonObject {
  const driver = given['log-configuration-log-driver'];
  const options = given['log-configuration-options'];
  if (driver === undefined && options.size === 0) return {};
  const before = objectOr(container['logConfiguration']);
  // Options of one driver mean nothing to another.
  const sameDriver = driver === undefined || driver === before['logDriver'];
  return {
    logConfiguration: {
      ...(sameDriver ? before : {}),
      logDriver: driver ?? before['logDriver'] ?? 'awslogs',
      options: { ...(sameDriver ? objectOr(before['options']) : {}), ...Object.fromEntries(options) },
    },
  };
}

function kept(list: Json | undefined, others: ReadonlyMap<string, string>): readonly JsonObject[] {
  return objectsIn(list).filter(({ name }) => !others.has(textOf(name)));
}

/** New names at the end, known ones in their place. */
function merged(
  list: readonly JsonObject[],
  values: ReadonlyMap<string, string>,
  member: 'value' | 'valueFrom',
): readonly JsonObject[] {
  const names = new Set(list.map(({ name }) => textOf(name)));
  return [
    ...list.map((entry) => ({ ...entry, ...optional(member, values.get(textOf(entry['name']))) })),
    ...[...values].filter(([name]) => !names.has(name)).map(([name, value]) => ({ name, [member]: value })),
  ];
}

function objectOr(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function optional(name: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}
