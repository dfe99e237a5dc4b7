import { readConfiguration, type Catalogue } from '@cutover/domain/config/file';
import type { Place } from '@cutover/domain/errors';
import { parseInputs, type InputSchema } from '@cutover/domain/inputs/input';
import { configInputs } from '@cutover/domain/inputs/config';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Read when the input `config` names no file. */
const DEFAULT_FILE = 'cutover.yml';

/** Inputs of an action with those that its configuration file adds. */
export interface Configured {
  readonly given: Readonly<Record<string, string>>;
  /** Where the values of the file stand, by input. */
  readonly places: ReadonlyMap<string, Place>;
  /** Values from the file, by input. */
  readonly added: Readonly<Record<string, string>>;
}

export interface Reading {
  readonly files: WorkspaceFiles;
  /** Loaded only when there is a file to read. */
  readonly catalogue: () => Promise<Catalogue>;
  readonly note: (text: string) => void;
}

/**
 * Adds the inputs of the configuration file to those under `with:`, which win. The runner hands over defaults like values, so
 * an input that has its default counts as not given.
 * @param given texts under `with:` by input name
 * @throws ConfigurationError for a file that is named and missing, or not as it must be
 */
export async function configure(
  step: { readonly name: string; readonly inputs: InputSchema },
  given: Readonly<Record<string, string>>,
  { catalogue, files, note }: Reading,
): Promise<Configured> {
  const asGiven = { given, places: new Map<string, Place>(), added: {} };
  if (!('config' in step.inputs)) return asGiven;
  const { config, environment } = parseInputs(configInputs, {
    config: given['config'] ?? '',
    environment: given['environment'] ?? '',
  });
  if (config === undefined && !(await files.exists(DEFAULT_FILE))) return asGiven;
  const file = config ?? DEFAULT_FILE;
  const chosen = chosenBy(step.inputs, given);
  const { inputs, replaced, unused } = readConfiguration(
    await files.read(file, 'config'),
    await catalogue(),
    { file, action: step.name, environment, given: chosen },
  );
  note(
    `${file}: ${inputs.size === 0 ? 'nothing taken' : `taken ${[...inputs.keys()].join(', ')}`}${environment === undefined ? '' : ` (environment ${environment})`}.`,
  );
  if (replaced.length > 0)
    note(`${file}: ${replaced.join(', ')} not taken, as an input under with: takes their place.`);
  if (unused.length > 0) {
    note(
      `${file}: no section of environments (${unused.join(', ')}) is used, as input environment was not given.`,
    );
  }
  const added = Object.fromEntries([...inputs].map(([name, { text }]) => [name, text]));
  // An alias beside its input would be told as a contradiction.
  const kept = Object.entries(given).filter(([name]) => !isNameOf(step.inputs, name, inputs));
  return {
    given: { ...Object.fromEntries(kept), ...added },
    places: new Map([...inputs].map(([name, { place }]) => [name, place])),
    added,
  };
}

/** Inputs whose text is neither empty nor their default. */
function chosenBy(schema: InputSchema, given: Readonly<Record<string, string>>): ReadonlySet<string> {
  const chosen = Object.entries(schema).filter(([name, { aliases, default: value }]) =>
    [name, ...aliases].some((one) => {
      const text = given[one]?.trim() ?? '';
      return text !== '' && text !== value?.trim();
    }),
  );
  return new Set(chosen.map(([name]) => name));
}

function isNameOf(schema: InputSchema, name: string, added: ReadonlyMap<string, unknown>): boolean {
  return added.has(name) || [...added.keys()].some((one) => schema[one]?.aliases.includes(name) === true);
}
