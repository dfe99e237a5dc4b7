import { parseArn } from '../arn.ts';
import type { Place } from '../errors.ts';
import { quoted } from '../inputs.ts';
import { formatJsonPath, textOf, type JsonObject, type JsonPath } from '../json.ts';
import { checkContainer, type Report } from './check-container.ts';
import { containersOf, isEssential, objectsIn, runsOnFargate } from './containers.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkFargate } from './check-fargate.ts';
import { imageProblem } from './check-image.ts';
import { checkResources } from './check-resources.ts';
import { checkWords } from './check-words.ts';
import type { TaskDefinitionProblem } from './problem.ts';

export interface CheckOptions {
  /** Where the value at a path was written. */
  readonly placeOf?: (path: JsonPath) => Place | undefined;
  /** The input that gave the value at a path, where it was not written in a file. */
  readonly inputOf?: (path: JsonPath) => string | undefined;
  /** False while a stack may still fill in what is absent. */
  readonly complete: boolean;
}

const NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** What ECS would refuse, or accept and then fail to start. Works on any base; says all problems at once. */
export function checkTaskDefinition(
  definition: JsonObject,
  options: CheckOptions,
): readonly TaskDefinitionProblem[] {
  const problems: TaskDefinitionProblem[] = [];
  const report: Report = (path, message, remedy) => {
    const input = options.inputOf?.(path);
    if (input !== undefined) {
      problems.push({ message: `Input ${input}: ${message}.`, remedy });
      return;
    }
    const place = options.placeOf?.(path);
    problems.push({ message, remedy, ...(place === undefined ? {} : { place }) });
  };
  const fargate = runsOnFargate(definition);
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
  checkContainers(definition, fargate, report);
  checkVolumes(definition, report);
  checkResources(definition, report);
  if (fargate) checkFargate(definition, options.complete, report);
  return problems;
}

function checkRoles(definition: JsonObject, report: Report): void {
  for (const name of ['executionRoleArn', 'taskRoleArn'] as const) {
    const value = definition[name];
    if (typeof value !== 'string') continue;
    const arn = parseArn(value);
    // ECS takes a role's short name as well.
    const right =
      arn === undefined
        ? NAME_OF_ROLE.test(value)
        : arn.service === 'iam' && arn.resource.startsWith('role/');
    if (!right) {
      report(
        [name],
        `${name} ${JSON.stringify(value)} is no ARN of a role`,
        'Write it like arn:aws:iam::123456789012:role/NAME.',
      );
    }
  }
}

const NAME_OF_ROLE = /^[\w+=,.@-]{1,64}$/;

function checkContainers(definition: JsonObject, fargate: boolean, report: Report): void {
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
      if (problem !== undefined) report([...path, 'image'], problem.message, problem.remedy);
    }
    checkContainer(definition, container, path, fargate, report);
    for (const [at, mount] of objectsIn(container['mountPoints']).entries()) {
      if (mount['sourceVolume'] !== undefined && !volumes.has(textOf(mount['sourceVolume']))) {
        report(
          [...path, 'mountPoints', at],
          `container ${textOf(name)} mounts the volume ${JSON.stringify(mount['sourceVolume'])}, which is not among volumes`,
          volumes.size === 0 ? 'Add it under volumes.' : `The volumes are: ${[...volumes].join(', ')}.`,
        );
      }
    }
  }
  if (!containers.some(isEssential)) {
    report(root, 'no container is essential', 'Set essential: true on the container that the task is for.');
  }
  checkDependencies(containers, report);
}

function checkVolumes(definition: JsonObject, report: Report): void {
  const seen = new Set<string>();
  for (const [index, volume] of objectsIn(definition['volumes']).entries()) {
    const name = textOf(volume['name']);
    if (seen.has(name))
      report(
        ['volumes', index, 'name'],
        `two volumes are named ${name}`,
        'Give every volume a name of its own.',
      );
    seen.add(name);
  }
}
