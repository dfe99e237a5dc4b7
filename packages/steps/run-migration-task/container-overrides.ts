import type { ContainerOverride } from '@cutover/aws/ecs/tasks';
import { ConfigurationError } from '@cutover/domain/errors';
import { InvalidInput } from '@cutover/domain/inputs/input';
import { isJsonObject } from '@cutover/domain/text/json';
import { jsonObjects, requireMembers } from './json-input.ts';
import type { Trouble } from '@cutover/domain/trouble';

const EXPECTED = 'a JSON array of container overrides';
const REMEDY = 'Write it like [{"name": "app", "environment": [{"name": "LEVEL", "value": "debug"}]}].';

/** The members of ECS's ContainerOverride. */
const MEMBERS = {
  name: 'string',
  command: 'list',
  environment: 'list',
  environmentFiles: 'list',
  cpu: 'whole number',
  memory: 'whole number',
  memoryReservation: 'whole number',
  resourceRequirements: 'list',
} as const;

/** ECS's JSON: `[{"name": "app", "command": ["node", "migrate.js"], "memory": 1024}]`. @throws InvalidInput */
export function parseContainerOverrides(text: string): readonly ContainerOverride[] {
  if (text === '') return [];
  const overrides = jsonObjects(text, EXPECTED, REMEDY);
  const names = new Set<unknown>();
  for (const override of overrides) {
    requireMembers(EXPECTED, override, MEMBERS);
    const { name, command = [], environment = [] } = override;
    if (typeof name !== 'string' || name === '') throw wrong('one of them has no name');
    if (names.has(name)) throw wrong(`two of them are for container ${name}`);
    names.add(name);
    if (!Array.isArray(command) || !command.every((word) => typeof word === 'string'))
      throw wrong(`command of container ${name} is not a list of strings`);
    if (!Array.isArray(environment) || !environment.every(isVariable))
      throw wrong(`environment of container ${name} is not a list of names and values`);
  }
  return overrides as unknown as readonly ContainerOverride[];
}

function isVariable(value: unknown): boolean {
  return isJsonObject(value) && typeof value['name'] === 'string' && typeof value['value'] === 'string';
}

function wrong(why: string): InvalidInput {
  return new InvalidInput(`${EXPECTED}: ${why}`, REMEDY, 'the text');
}

/** Every variable that the overrides set, by name: their values are hidden as those of `environment-variables` are. */
export function variablesOfOverrides(overrides: readonly ContainerOverride[]): ReadonlyMap<string, string> {
  return new Map(
    overrides.flatMap(({ name, environment = [] }) =>
      environment.map((variable): [string, string] => [`${name}/${variable.name}`, variable.value]),
    ),
  );
}

/**
 * @param known names of the containers of the revision
 * @param container the one that runs the commands
 * @throws ConfigurationError for an override of no container, and for what another input says too
 */
export function checkContainerOverrides(
  overrides: readonly ContainerOverride[],
  known: readonly string[],
  container: string,
  given: { readonly hasCommand: boolean; readonly variables: ReadonlyMap<string, string> },
): void {
  const problems: Trouble[] = [];
  for (const { name } of overrides) {
    if (known.includes(name)) continue;
    problems.push({
      what: `Input container-overrides: there is no container ${JSON.stringify(name)} in the task definition.`,
      fix: `The containers are: ${known.join(', ')}.`,
    });
  }
  const own = overrides.find(({ name }) => name === container);
  if (own?.command !== undefined && given.hasCommand) {
    problems.push({
      what: `Input container-overrides has a command for container ${container}, and another input names one too.`,
      fix: 'Keep command, or the command in container-overrides.',
    });
  }
  const twice = (own?.environment ?? []).map(({ name }) => name).filter((name) => given.variables.has(name));
  if (twice.length > 0) {
    problems.push({
      what: `Inputs container-overrides and environment-variables both set ${twice.join(', ')} in container ${container}.`,
      fix: 'Keep each variable in one of them.',
    });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
}
