import { ConfigurationError, type Place } from '../errors.ts';
import { foreignKind } from '../foreign-file.ts';
import { nearestName, type Field, type InputSchema } from '../inputs/input.ts';
import { isJsonObject, type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import { readSourceText, type SourceText } from '../text/source-text.ts';
import { configText, NotWritable } from './value.ts';
import { ONE_RUN, REPLACED, sharedInputs, WHOLE } from './sharing.ts';
import type { Trouble } from '../trouble.ts';

/** By action, the inputs that it has; what a configuration file may hold. */
export type Catalogue = Readonly<Record<string, InputSchema>>;

/** One input that a file gives. */
export interface ConfiguredInput {
  /** As it would stand under `with:`. */
  readonly text: string;
  readonly place: Place;
}

/** Inputs of one action from a file. */
export interface Configuration {
  readonly inputs: ReadonlyMap<string, ConfiguredInput>;
  /** Inputs of the file that give way to one under `with:`, which says the same in another way. */
  readonly replaced: readonly string[];
  /** Sections under `environments` when none of them was chosen. */
  readonly unused: readonly string[];
}

export interface ConfigurationRequest {
  /** Name for messages and places. */
  readonly file: string;
  readonly action: string;
  readonly environment: string | undefined;
  /** Names of the inputs under `with:` that differ from their defaults. */
  readonly given: ReadonlySet<string>;
}

type Complain = (path: JsonPath, message: string, fix: string) => void;

const ENVIRONMENTS = 'environments';
const ACTIONS = 'actions';
/** Chosen under `with:` only: they say what is read of the file. */
const CHOOSERS = ['config', 'environment'];
const REMEDY =
  'Write inputs of the action as NAME: value at the top, under environments: NAME:, or under actions: NAME:.';

/**
 * Reads what a configuration file (`cutover.yml`) says for one action. The whole file is checked, also what other actions and
 * environments take from it, so that a slip is found before the day on which production needs it.
 *
 * A value is looked for in this order: the environment's section of the action, the environment, the section of the action,
 * the top of the file.
 * @param text YAML, or JSON
 * @throws ConfigurationError with file, line and column of everything that is wrong; never with a value of a file that is
 * none of ours
 */
export function readConfiguration(
  text: string,
  catalogue: Catalogue,
  { action, environment, file, given }: ConfigurationRequest,
): Configuration {
  const source = readSourceText(text, file);
  const problems: Trouble[] = [];
  const complain: Complain = (path, what, fix) => {
    problems.push({ what, fix, place: { line: 1, column: 1, ...source.placeOf(path) } });
  };
  const root = rootOf(source, catalogue, complain);
  if (root !== undefined) checkAll(root, source, catalogue, complain);
  if (problems.length > 0 || root === undefined) throw new ConfigurationError(problems);

  const environments = mapOf(root[ENVIRONMENTS]);
  const names = Object.keys(environments);
  if (environment !== undefined && names.length > 0 && !Object.hasOwn(environments, environment)) {
    throw new ConfigurationError({
      what: `Input environment: ${JSON.stringify(environment)} is no section under environments; there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`,
      fix: `Correct the name, or add the section (${environment}: {} when it needs nothing of its own). What stands at the top of the file alone could be another environment's.`,
      place: source.placeOf([ENVIRONMENTS]),
    });
  }
  const layers: (readonly [JsonPath, JsonObject])[] = [[[], root]];
  if (environment !== undefined && names.length > 0) {
    layers.push([[ENVIRONMENTS, environment], mapOf(environments[environment])]);
  }
  const schema = catalogue[action] ?? {};
  const found = new Map<string, ConfiguredInput>();
  for (const [path, layer] of layers) {
    for (const [own, entry] of entriesFor(action, schema, layer)) {
      const at = [...path, ...entry.path];
      const field = schema[own];
      const told =
        field === undefined ? undefined : configText(entry.value, field.form, spelling(source, at));
      if (told === undefined) found.delete(own);
      else found.set(own, { text: told, place: source.placeOf(at) });
    }
  }
  const replaced = [...given].flatMap((name) => REPLACED[name] ?? []).filter((name) => found.has(name));
  return {
    inputs: new Map([...found].filter(([name]) => !given.has(name) && !replaced.includes(name))),
    replaced: [...new Set(replaced)].filter((name) => !given.has(name)),
    unused: environment === undefined ? names : [],
  };
}

/** Entries of one layer that an action takes, by the action's own names; those of its own section come last and win. */
function entriesFor(
  action: string,
  schema: InputSchema,
  layer: JsonObject,
): readonly (readonly [string, { readonly path: JsonPath; readonly value: Json }])[] {
  const shared = [...sharedInputs(action, Object.keys(schema))].flatMap(([own, name]) => {
    // The pipeline knows its inputs under other names, too.
    const names = [name, ...(name === own ? (schema[own]?.aliases ?? []) : [])];
    return names
      .filter((one) => layer[one] !== undefined)
      .map((one) => [own, { path: [one], value: layer[one] ?? null }] as const);
  });
  const section = mapOf(mapOf(layer[ACTIONS])[action]);
  const owned = Object.entries(section).map(
    ([name, value]) => [inputNamed(schema, name) ?? name, { path: [ACTIONS, action, name], value }] as const,
  );
  return [...shared, ...owned];
}

function rootOf(source: SourceText, catalogue: Catalogue, complain: Complain): JsonObject | undefined {
  const { value } = source;
  if (value === null) return {};
  const known = new Set([...namesOf(catalogue[WHOLE] ?? {}), ENVIRONMENTS, ACTIONS]);
  if (isJsonObject(value) && Object.keys(value).some((name) => known.has(name))) return value;
  if (isJsonObject(value) && Object.keys(value).length === 0) return value;
  const kind = foreignKind(value);
  // The keys of a file that was given by mistake may be secrets: none is repeated.
  complain(
    [],
    kind === undefined
      ? 'This is no configuration of Cutover: no key at its top is an input.'
      : `This is ${kind.name}, not a configuration of Cutover.`,
    REMEDY,
  );
  return undefined;
}

/** Everything in the file is looked at, whichever action and environment reads it. */
function checkAll(root: JsonObject, source: SourceText, catalogue: Catalogue, complain: Complain): void {
  checkLayer(root, [], source, catalogue, complain, [ENVIRONMENTS, ACTIONS]);
  const environments = root[ENVIRONMENTS];
  if (environments === undefined || environments === null) return;
  if (!isJsonObject(environments)) {
    complain(
      [ENVIRONMENTS],
      'environments is not a map.',
      'Write one section for each environment below it.',
    );
    return;
  }
  for (const [name, section] of Object.entries(environments)) {
    const path = [ENVIRONMENTS, name];
    if (section === null) continue;
    if (!isJsonObject(section)) {
      complain(path, 'The section of an environment is not a map.', REMEDY);
      continue;
    }
    checkLayer(section, path, source, catalogue, complain, [ACTIONS]);
  }
}

/** A layer holds inputs of the pipeline, and sections of actions with their own. */
function checkLayer(
  layer: JsonObject,
  path: JsonPath,
  source: SourceText,
  catalogue: Catalogue,
  complain: Complain,
  sections: readonly string[],
): void {
  const { [ACTIONS]: actions = null, ...rest } = layer;
  for (const [name, value] of Object.entries(rest)) {
    if (!sections.includes(name)) {
      checkEntry(catalogue[WHOLE] ?? {}, name, value, [...path, name], source, catalogue, complain);
    }
  }
  if (actions === null) return;
  if (!isJsonObject(actions)) {
    complain([...path, ACTIONS], 'actions is not a map.', 'Write one section for each action below it.');
    return;
  }
  for (const [action, section] of Object.entries(actions)) {
    const at = [...path, ACTIONS, action];
    const schema = catalogue[action];
    if (schema === undefined) {
      complain(at, `There is no action ${shownName(action)}.`, guess(action, Object.keys(catalogue)));
    } else if (section !== null && !isJsonObject(section)) {
      complain(at, 'The section of an action is not a map.', REMEDY);
    } else {
      for (const [name, value] of Object.entries(section ?? {}))
        checkEntry(schema, name, value, [...at, name], source, catalogue, complain);
    }
  }
}

function checkEntry(
  schema: InputSchema,
  name: string,
  value: Json,
  path: JsonPath,
  source: SourceText,
  catalogue: Catalogue,
  complain: Complain,
): void {
  const own = inputNamed(schema, name);
  const field = own === undefined ? undefined : schema[own];
  if (own === undefined || field === undefined) {
    const owners = path.includes(ACTIONS)
      ? []
      : Object.keys(catalogue).filter((action) => inputNamed(catalogue[action] ?? {}, name) !== undefined);
    complain(
      path,
      `There is no input ${shownName(name)}${path.includes(ACTIONS) ? ' in this action' : ' of the whole pipeline'}.`,
      owners.length > 0
        ? `Write it under actions: ${owners.join(': or ')}:, whose input it is.`
        : guess(name, Object.keys(schema)),
    );
    return;
  }
  if (CHOOSERS.includes(own)) {
    complain(path, `Input ${own} has no meaning inside the file.`, `Give ${own} under with:.`);
  } else if (ONE_RUN.includes(own)) {
    complain(
      path,
      `Input ${own} permits a loss for one run; in a file it would permit it for good.`,
      `Remove it, and give ${own} under with: of the run that needs it.`,
    );
  } else if (field.secret) {
    complain(
      path,
      `Input ${own} may be a secret, which does not belong into a file of the repository.`,
      `Remove it here, change the secret if it was one, and give ${own}: \${{ secrets.NAME }} under with:.`,
    );
  } else if (field.default?.startsWith('${{') === true) {
    complain(path, `Input ${own} takes its value from the job.`, `Remove it, or give ${own} under with:.`);
  } else {
    try {
      configText(value, field.form, spelling(source, path));
    } catch (error) {
      if (!(error instanceof NotWritable)) throw error;
      complain(path, `Input ${own}: ${error.message}.`, error.fix);
    }
  }
}

function spelling(source: SourceText, path: JsonPath): (below: JsonPath) => string | undefined {
  return (below) => source.spellingOf([...path, ...below]);
}

function mapOf(value: Json | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

function inputNamed(schema: InputSchema, name: string): string | undefined {
  if (Object.hasOwn(schema, name)) return name;
  return Object.entries(schema).find(([, { aliases }]: readonly [string, Field<unknown>]) =>
    aliases.includes(name),
  )?.[0];
}

function namesOf(schema: InputSchema): readonly string[] {
  return Object.entries(schema).flatMap(([name, { aliases }]) => [name, ...aliases]);
}

/** A key as messages show it: a name that an input could have, or nothing of it. */
function shownName(name: string): string {
  return /^[A-Za-z][\w-]{0,39}$/.test(name) ? JSON.stringify(name) : 'of this name';
}

function guess(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? 'Remove it, or correct the name.' : `Did you mean ${nearest}?`;
}
