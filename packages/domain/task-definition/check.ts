import { parseArn } from '../identity/arn.ts';
import type { Place } from '../errors.ts';
import { quoted } from '../inputs/input.ts';
import {
  formatJsonPath,
  isJsonObject,
  textOf,
  type Json,
  type JsonObject,
  type JsonPath,
} from '../text/json.ts';
import { checkContainer } from './check-container.ts';
import { containersOf, isEssential, objectsIn, runsOnFargate } from './containers.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkExecutionRole, checkFargate } from './check-fargate.ts';
import { checkFirelens } from './check-firelens.ts';
import { imageProblem } from './check-image.ts';
import { checkSharedPorts } from './check-ports.ts';
import { checkResources } from './check-resources.ts';
import { checkVolumes } from './check-volumes.ts';
import { checkWords, findNewWords } from './check-words.ts';
import { checkPlaceholders, visitTexts } from './placeholder.ts';
import type { ReportProblem } from './problem.ts';
import type { Trouble } from '../trouble.ts';

export interface CheckOptions {
  /** Where the value at a path was written. */
  readonly placeOf?: (path: JsonPath) => Place | undefined;
  /** The input that gave the value at a path, where it was not written in a file. */
  readonly inputOf?: (path: JsonPath) => string | undefined;
  /** False while a stack may still fill in what is absent. */
  readonly complete: boolean;
  /** Whether the service that it is for runs its tasks on Fargate. */
  readonly onFargate?: boolean | undefined;
  /** Where the tasks run: ARNs of another partition mean nothing there. */
  readonly partition?: string | undefined;
}

const NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** Problems for which ECS would refuse the definition, or accept it and fail to start its tasks. Lists all at once, on any base. */
export function checkTaskDefinition(definition: JsonObject, options: CheckOptions): readonly Trouble[] {
  const problems: Trouble[] = [];
  const unfilled = new Set<string>();
  const place = placing(options, problems);
  const report: ReportProblem = (path, message, fix) => {
    // A placeholder breaks other rules, too.
    if (!unfilled.has(formatJsonPath(path))) place(path, message, fix);
  };
  checkPlaceholders(definition, (path, message, fix) => {
    report(path, message, fix);
    unfilled.add(formatJsonPath(path));
  });
  const fargate = runsOnFargate(definition) || options.onFargate === true;
  const family = definition['family'];
  if (typeof family === 'string' ? !NAME.test(family) : options.complete) {
    report(
      ['family'],
      family === undefined
        ? 'the task definition has no family'
        : `family ${quoted(textOf(family))} is no valid name`,
      'Name the family with letters, digits, - and _ (at most 255).',
    );
  }
  checkWords(definition, report);
  checkRoles(definition, report);
  if (options.partition !== undefined) checkPartitions(definition, options.partition, report);
  checkContainers(definition, fargate, report);
  checkFirelens(definition, fargate, report);
  checkVolumes(definition, options.complete, report);
  checkResources(definition, options.complete && !fargate, report);
  if (fargate) checkFargate(definition, options.complete, report);
  else if (options.complete) checkExecutionRole(definition, report);
  return problems;
}

/** Words in the definition that AWS may have added to an enumeration since; ECS decides about them. */
export function newWords(
  definition: JsonObject,
  options: Pick<CheckOptions, 'placeOf' | 'inputOf'> = {},
): readonly Trouble[] {
  const found: Trouble[] = [];
  findNewWords(definition, placing(options, found));
  return found;
}

/** Adds problems with the place or the input of their values. */
function placing(
  { inputOf, placeOf }: Pick<CheckOptions, 'placeOf' | 'inputOf'>,
  problems: Trouble[],
): ReportProblem {
  return (path, what, fix) => {
    const input = inputOf?.(path);
    if (input !== undefined) {
      problems.push({ what: `Input ${input}: ${what}.`, fix });
      return;
    }
    const place = placeOf?.(path);
    problems.push({ what, fix, ...(place === undefined ? {} : { place }) });
  };
}

function checkRoles(definition: JsonObject, report: ReportProblem): void {
  for (const name of ['executionRoleArn', 'taskRoleArn'] as const) {
    const value = definition[name];
    if (typeof value !== 'string') continue;
    const arn = parseArn(value);
    // ECS takes a role's short name as well.
    const right =
      arn === undefined
        ? NAME_OF_ROLE.test(value)
        : arn.service === 'iam' && arn.region === '' && arn.account !== '' && ROLE.test(arn.resource);
    if (!right) {
      report(
        [name],
        `${name} ${JSON.stringify(value)} is no ARN of a role`,
        'Write it like arn:aws:iam::123456789012:role/NAME.',
      );
    }
  }
}

/** Members that hold an ARN, list indices left out. */
const ARNS: readonly string[] = [
  'executionRoleArn',
  'taskRoleArn',
  'containerDefinitions.secrets.valueFrom',
  'containerDefinitions.environmentFiles.value',
  'containerDefinitions.repositoryCredentials.credentialsParameter',
  'containerDefinitions.logConfiguration.secretOptions.valueFrom',
  'containerDefinitions.firelensConfiguration.options.config-file-value',
  'volumes.s3filesVolumeConfiguration.fileSystemArn',
  'volumes.s3filesVolumeConfiguration.accessPointArn',
  'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter',
];

function checkPartitions(definition: JsonObject, partition: string, report: ReportProblem): void {
  visitTexts(definition, (text, path, place) => {
    if (!ARNS.includes(place.join('.'))) return;
    const found = parseArn(text)?.partition;
    if (found === undefined || found === partition) return;
    report(
      path,
      `${formatJsonPath(path)} is of partition ${found}, and the tasks run in partition ${partition}`,
      `Write the ARN of a resource of ${partition}, or correct aws-region.`,
    );
  });
}

/** `role/NAME` or `role/PATH/NAME` */
const ROLE = /^role\/(?:[^*?\s/]+\/)*[\w+=,.@-]{1,64}$/;
const NAME_OF_ROLE = /^[\w+=,.@-]{1,64}$/;

const MOST_CONTAINERS = 10;

/** Containers that volumesFrom and the proxy name are there. */
function checkNamedContainers(
  definition: JsonObject,
  containers: readonly JsonObject[],
  report: ReportProblem,
): void {
  const names = containers.map(({ name }) => textOf(name));
  for (const [index, container] of containers.entries()) {
    for (const [at, from] of objectsIn(container['volumesFrom']).entries()) {
      const source = textOf(from['sourceContainer']);
      if (source !== names[index] && names.includes(source)) continue;
      report(
        ['containerDefinitions', index, 'volumesFrom', at],
        `container ${names[index] ?? ''} takes volumes from ${quoted(source)}, which is no other container`,
        `The containers are: ${names.join(', ')}.`,
      );
    }
    const links = Array.isArray(container['links']) ? (container['links'] as readonly Json[]) : [];
    for (const [at, link] of links.entries()) {
      const linked = textOf(link).replace(/:.*$/, '');
      if (linked !== names[index] && names.includes(linked)) continue;
      report(
        ['containerDefinitions', index, 'links', at],
        `container ${names[index] ?? ''} links to ${quoted(linked)}, which is no other container`,
        `The containers are: ${names.join(', ')}.`,
      );
    }
  }
  const proxy = definition['proxyConfiguration'];
  if (!isJsonObject(proxy) || names.includes(textOf(proxy['containerName']))) return;
  report(
    ['proxyConfiguration', 'containerName'],
    `the proxy is container ${quoted(textOf(proxy['containerName']))}, which does not exist`,
    `The containers are: ${names.join(', ')}.`,
  );
}

function checkContainers(definition: JsonObject, fargate: boolean, report: ReportProblem): void {
  const containers = containersOf(definition);
  const root: JsonPath = ['containerDefinitions'];
  if (containers.length === 0) {
    report(root, 'the task definition has no containers', 'Add containerDefinitions with name and image.');
    return;
  }
  const seen = new Set<string>();
  const volumes = new Set(objectsIn(definition['volumes']).map(({ name }) => textOf(name)));
  for (const [index, container] of containers.entries()) {
    const path = [...root, index];
    const name = container['name'];
    if (typeof name !== 'string' || !NAME.test(name)) {
      report(
        [...path, 'name'],
        name === undefined
          ? `${formatJsonPath(path)} has no name`
          : `${JSON.stringify(name)} is no container name`,
        'Name the container with letters, digits, - and _.',
      );
    } else if (seen.has(name)) {
      report(
        [...path, 'name'],
        `two containers are named ${name}`,
        'Give every container a name of its own.',
      );
    }
    seen.add(textOf(name));
    const image = container['image'];
    if (typeof image !== 'string') {
      report(
        [...path, 'image'],
        `container ${textOf(name)} has no image`,
        'Add image, in the file or with the inputs container-name and image.',
      );
    } else {
      const problem = imageProblem(image);
      if (problem !== undefined) report([...path, 'image'], problem.what, problem.fix);
    }
    checkContainer(definition, container, path, fargate, report);
    for (const [at, mount] of objectsIn(container['mountPoints']).entries()) {
      if (textOf(mount['containerPath']) === '')
        report(
          [...path, 'mountPoints', at],
          `a mount point of container ${textOf(name)} has no containerPath`,
          'Add containerPath, the folder in the container.',
        );
      if (mount['sourceVolume'] !== undefined && !volumes.has(textOf(mount['sourceVolume']))) {
        report(
          [...path, 'mountPoints', at],
          `container ${textOf(name)} mounts the volume ${JSON.stringify(mount['sourceVolume'])}, which is not among volumes`,
          volumes.size === 0 ? 'Add it under volumes.' : `The volumes are: ${[...volumes].join(', ')}.`,
        );
      }
    }
  }
  if (containers.length > MOST_CONTAINERS) {
    report(
      root,
      `the task definition has ${containers.length} containers, and ECS takes ${MOST_CONTAINERS}`,
      'Split it into several task definitions.',
    );
  }
  checkNamedContainers(definition, containers, report);
  if (!containers.some(isEssential)) {
    report(root, 'no container is essential', 'Set essential: true on the container that the task is for.');
  }
  checkDependencies(containers, report);
  checkSharedPorts(definition, containers, report);
}
