import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One thing that a source file imports. */
export interface Import {
  readonly specifier: string;
  /** Erased at run time. */
  readonly typeOnly: boolean;
}

export interface Source {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** The files of a folder that are reached from some of them by relative imports; what only tests use is left out. */
export function reachable(files: readonly Source[], entries: readonly string[]): Source[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<Source>();
  const visit = (path: string): void => {
    const file = byPath.get(path);
    if (file === undefined || reached.has(file)) return;
    reached.add(file);
    for (const { specifier } of file.imports) {
      if (specifier.startsWith('.')) visit(join(dirname(path), specifier));
    }
  };
  for (const entry of entries) visit(entry);
  return [...reached];
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The TypeScript of a folder: no tests, no fixtures, nothing that was compiled. */
export function sources(folder: string): Source[] {
  const start = join(ROOT, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map(({ name, parentPath }) => relative(ROOT, join(parentPath, name)))
    .filter((path) => !/(^|\/)(lib|node_modules|fixtures)\//.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: importsOf(text) };
    });
}

export function importsOf(text: string): Import[] {
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({
      specifier,
      typeOnly: type !== undefined,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
  ];
}
