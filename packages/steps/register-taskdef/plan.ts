import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError, type Place } from '@cutover/domain/errors';
import type { JsonChange } from '@cutover/domain/text/json-diff';
import { textOf, type JsonObject, type JsonPath } from '@cutover/domain/text/json';
import { checkTaskDefinition } from '@cutover/domain/task-definition/check';
import { withoutEmptyMembers } from '@cutover/domain/task-definition/containers';
import { diffTaskDefinitions } from '@cutover/domain/task-definition/diff';
import { applyChanges, chosenContainers, inputBehind, type Values } from './changes.ts';
import { fillFromServing } from '../requirements/fill-from-serving.ts';
import { fillFromStack } from '../requirements/fill-from-stack.ts';
import type { RegisterInputs } from './request.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** The definition that the inputs change, and where its values were written. */
export interface Original {
  readonly definition: JsonObject;
  readonly tags: ReadonlyMap<string, string>;
  readonly placeOf?: (path: JsonPath) => Place | undefined;
  /** Absent for a file. */
  readonly revision?: RegisteredTaskDefinition;
}

export interface RenderOptions {
  readonly given: RegisterInputs;
  readonly original: Original;
  readonly environment: Environment | undefined;
  readonly region: string;
  readonly partition: string;
  /** The service that the revision is for, where one is known. */
  readonly service?: ServedService | undefined;
  readonly values: Values;
  /** False before stack or service were read: what they may fill in is not missed yet. */
  readonly complete: boolean;
}

/** Facts from a service about the revisions that it can run. */
export interface ServedService {
  /** The revision that serves, if ECS still has it. */
  readonly serving: JsonObject | undefined;
  readonly onFargate: boolean | undefined;
}

export interface Rendered {
  readonly definition: JsonObject;
  /** The input that the value at a path came from, if one did. */
  readonly inputOf: (path: JsonPath) => string | undefined;
  /** Members that the file leaves out and the serving revision has. */
  readonly filled: readonly string[];
}

/**
 * The definition to register.
 * @throws ConfigurationError with every problem and its place
 */
export function renderTaskDefinition(options: RenderOptions): Rendered {
  const { given, original, environment, values, complete } = options;
  const own = withoutEmptyMembers(original.definition);
  const familyInput = given['task-definition-family'];
  const problems: Trouble[] = [];
  if (
    original.revision === undefined &&
    familyInput !== undefined &&
    own['family'] !== undefined &&
    own['family'] !== familyInput
  ) {
    const place = original.placeOf?.(['family']);
    problems.push({
      what: `the file’s family is ${textOf(own['family'])}, and input task-definition-family is ${familyInput}`,
      fix: 'Remove one of the two, or make them equal.',
      ...(place === undefined ? {} : { place }),
    });
  }
  const fromFile = original.revision === undefined;
  const named: JsonObject = {
    ...own,
    ...(fromFile && own['family'] === undefined && familyInput !== undefined ? { family: familyInput } : {}),
    // The service may still run the placeholder, which has a family of its own.
    ...(!fromFile &&
    given.service === undefined &&
    familyInput === undefined &&
    given['task-definition-arn'] === undefined &&
    environment?.taskFamily !== undefined
      ? { family: environment.taskFamily }
      : {}),
  };
  const serving = fromFile && environment?.stack === undefined ? options.service?.serving : undefined;
  const fromServing =
    serving === undefined ? { definition: named, filled: [] } : fillFromServing(named, serving);
  const whole =
    fromFile && environment?.stack !== undefined
      ? fillFromStack(named, environment, options.region)
      : fromServing.definition;
  const { names, problems: unknown } = chosenContainers(whole, given, environment);
  // Which container is meant may be known once the stack was read.
  problems.push(...unknown.filter(({ what }) => complete || !what.includes('was not given')));
  const definition = applyChanges(whole, given, names, values);
  const inputOf = (path: JsonPath): string | undefined => inputBehind(definition, path, given, names);
  problems.push(
    ...checkTaskDefinition(definition, {
      placeOf: (path) => original.placeOf?.(path),
      inputOf,
      complete,
      onFargate: options.service?.onFargate,
      partition: options.partition,
    }),
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { definition, inputOf, filled: fromServing.filled };
}

/** The definition to register, or the revision that equals it. */
export interface RegistrationPlan {
  readonly family: string;
  readonly definition: JsonObject;
  readonly tags: ReadonlyMap<string, string>;
  /** A revision of equal content: nothing is to be registered. */
  readonly equal: RegisteredTaskDefinition | undefined;
  /** The revision that runs now, or the family's newest. */
  readonly previous: RegisteredTaskDefinition | undefined;
  /** The family's newest ACTIVE revision. */
  readonly newest: RegisteredTaskDefinition | undefined;
  /** From `previous` to the definition. */
  readonly changes: readonly JsonChange[];
}

/** Revisions that may be of equal content, the preferred first. */
export interface Known {
  /** The revision that the inputs start from, if any. */
  readonly base?: RegisteredTaskDefinition | undefined;
  /** The revision that runs now. */
  readonly serving?: RegisteredTaskDefinition | undefined;
  /** The family's newest ACTIVE one. */
  readonly newest?: RegisteredTaskDefinition | undefined;
}

export function planRegistration(
  definition: JsonObject,
  tags: ReadonlyMap<string, string>,
  { base, serving, newest }: Known,
): RegistrationPlan {
  const previous = serving ?? newest;
  const equal = [base, serving, newest].find(
    (one) =>
      one?.status === 'ACTIVE' &&
      one.family === definition['family'] &&
      diffTaskDefinitions(one.definition, definition).length === 0,
  );
  return {
    family: textOf(definition['family']),
    definition,
    tags,
    equal,
    previous,
    newest,
    changes: previous === undefined ? [] : diffTaskDefinitions(previous.definition, definition),
  };
}
