import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

/** The parts of an `action.yml` that a run needs. */
export interface ActionFile {
  readonly name: string;
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: readonly string[];
  /** Absolute path of the entry point. */
  readonly main: string;
  /** Absolute path of the `post:` entry point; undefined without one. */
  readonly post: string | undefined;
}

/**
 * Reads an action's `action.yml`. Rejects with ENOENT when there is none.
 * @param repository folder of the checkout
 * @param name folder below `actions/`; `pipeline` is the action at the root
 */
export async function readActionFile(repository: string, name: string): Promise<ActionFile> {
  const path =
    name === 'pipeline' ? join(repository, 'action.yml') : join(repository, 'actions', name, 'action.yml');
  const file = parse(await readFile(path, 'utf8')) as {
    name: string;
    inputs?: Record<string, { default?: unknown; required?: boolean }>;
    outputs?: Record<string, unknown>;
    runs: { main: string; post?: string };
  };
  const inputs = Object.fromEntries(
    Object.entries(file.inputs ?? {}).map(([input, { default: value, required }]) => [
      input,
      {
        ...(value === undefined || value === null
          ? {}
          : { default: typeof value === 'string' ? value : JSON.stringify(value) }),
        ...(required === undefined ? {} : { required }),
      },
    ]),
  );
  const entry = (relative: string): string => resolve(dirname(path), relative);
  return {
    name: file.name,
    inputs,
    outputs: Object.keys(file.outputs ?? {}),
    main: entry(file.runs.main),
    post: file.runs.post === undefined ? undefined : entry(file.runs.post),
  };
}
