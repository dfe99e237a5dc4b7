import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MutationRow } from './row.ts';

const folder = fileURLToPath(new URL('rows', import.meta.url));

/** The rows by area; an area is the name of its file in `rows/`. */
export async function mutationTable(): Promise<ReadonlyMap<string, readonly MutationRow[]>> {
  const table = new Map<string, readonly MutationRow[]>();
  for (const file of readdirSync(folder).sort()) {
    const { rows } = (await import(pathToFileURL(`${folder}/${file}`).href)) as {
      rows: readonly MutationRow[];
    };
    table.set(basename(file, '.ts'), rows);
  }
  return table;
}
