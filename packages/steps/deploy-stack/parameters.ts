import { ConfigurationError, type Place } from '@cutover/domain/errors';
import type { Files } from '@cutover/domain/files';
import { nearestName } from '@cutover/domain/inputs/input';
import { refusedValue } from './constraints.ts';
import { readPairs } from './pairs.ts';
import { isStructured, readStructured, type Override } from './structured-overrides.ts';
import type { TemplateParameter } from './template.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** A parameter that the user gave. */
export interface GivenParameter {
  readonly value: string;
  /** Where it stands; a text without a file is named by its input. */
  readonly place: Place;
}

export type GivenParameters = ReadonlyMap<string, GivenParameter>;

const OVERRIDES = 'parameter-overrides';
const FILE = 'parameters-file';

/**
 * The parameters of the inputs parameters-file (a YAML or JSON mapping) and parameter-overrides (`KEY=value` pairs, a JSON
 * or YAML value, or `file://` and the path of a file with either), which wins.
 * @throws ConfigurationError with every mistake at once: a file that can't be read, a name that the template does not have
 *   or that stands there twice, a value that the template does not allow
 */
export async function readParameters(
  given: { readonly overrides: string; readonly file: string | undefined },
  known: readonly TemplateParameter[],
  files: Files,
): Promise<GivenParameters> {
  const problems: ConfigurationError['problems'][number][] = [];
  const values = new Map<string, GivenParameter>();
  const take = async (input: string, read: () => Promise<readonly Override[]>): Promise<void> => {
    let overrides: readonly Override[] = [];
    try {
      overrides = await read();
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      problems.push(...error.problems);
    }
    const seen = new Set<string>();
    for (const { name, place, value } of overrides) {
      const problem = problemOf(input, name, value, known, seen);
      if (problem !== undefined) problems.push({ ...problem, place });
      seen.add(name);
      values.set(name, { value, place });
    }
  };
  const { file, overrides } = given;
  if (file !== undefined)
    await take(FILE, async () => readStructured(await files.read(file, FILE), file, FILE));
  await take(OVERRIDES, async () => await readOverrides(overrides, known, files));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values;
}

async function readOverrides(
  text: string,
  known: readonly TemplateParameter[],
  files: Files,
): Promise<readonly Override[]> {
  const names = known.map(({ name }) => name);
  const read = (content: string, file: string): readonly Override[] =>
    isStructured(content) ? readStructured(content, file) : readPairs(content, file, names);
  const given = text.trim();
  if (!given.startsWith('file://')) return read(text, OVERRIDES);
  const path = given.slice('file://'.length);
  if (/[\r\n]/.test(path)) {
    throw new ConfigurationError({
      what: `Input ${OVERRIDES}: beside a file:// path stands something else.`,
      fix: 'Give the path alone, and put all parameters into the file.',
    });
  }
  return read(await files.read(path, OVERRIDES), path);
}

/** Why a parameter can't be given so; undefined when it can. */
function problemOf(
  input: string,
  name: string,
  value: string,
  known: readonly TemplateParameter[],
  seen: ReadonlySet<string>,
): Trouble | undefined {
  const parameter = known.find((one) => one.name === name);
  if (parameter === undefined) {
    const names = known.map((one) => one.name);
    const nearest = nearestName(name, names);
    return {
      what: `Input ${input}: the template has no parameter ${name}.`,
      fix:
        nearest === undefined
          ? `The parameters are: ${names.join(', ') || 'none'}.`
          : `Did you mean ${nearest}?`,
    };
  }
  if (seen.has(name))
    return { what: `Input ${input}: ${name} stands there twice.`, fix: 'Keep one of them.' };
  const refused = refusedValue(name, value, parameter.noEcho, parameter);
  if (refused === undefined) return undefined;
  return { what: `Input ${input}: parameter ${name} ${refused.what}`, fix: refused.fix };
}

/**
 * The parameters of a CreateChangeSet: the values given, and for every other parameter that the stack has its present one.
 * @returns `missing` names parameters that have neither
 */
export function parametersOf(
  known: readonly TemplateParameter[],
  given: ReadonlyMap<string, string>,
  present: Readonly<Record<string, string>>,
): { readonly parameters: ReadonlyMap<string, string | undefined>; readonly missing: readonly string[] } {
  const parameters = new Map<string, string | undefined>();
  const missing: string[] = [];
  for (const { name, hasDefault } of known) {
    if (given.has(name)) parameters.set(name, given.get(name));
    else if (Object.hasOwn(present, name)) parameters.set(name, undefined);
    else if (!hasDefault) missing.push(name);
  }
  return { parameters, missing };
}
