import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/** Why a command could not be started. */
export type NotStarted =
  /** No folder of the search path has it. `unreadable` are folders that this user may not search. */
  | { readonly kind: 'absent'; readonly unreadable: readonly string[] }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'not-executable'; readonly path: string }
  /** The file stands in a folder that this user may not search. */
  | { readonly kind: 'unreadable'; readonly path: string }
  /** The first line of the file names a program that is not there. */
  | { readonly kind: 'no-interpreter'; readonly path: string; readonly interpreter: string }
  /** The folder in which the command was to run. */
  | { readonly kind: 'no-working-directory'; readonly path: string }
  /** The file may be executed, so the system refused it for a reason of its own. */
  | { readonly kind: 'refused'; readonly path: string };

/**
 * Looks through the search path for a command that the system refused to start. The system's own answer is not enough:
 * it says EACCES for a missing command when a folder on the search path may not be searched.
 * @param file a name without a slash is searched in `path`, anything else is a path relative to `cwd`
 */
export function whyNotStarted(file: string, cwd: string, path: string | undefined): NotStarted {
  if (stateOf(cwd) !== 'folder') return { kind: 'no-working-directory', path: cwd };
  if (file.includes('/') || isAbsolute(file)) return judge(resolve(cwd, file));
  const unreadable: string[] = [];
  let hindered: NotStarted | undefined;
  for (const folder of (path ?? '').split(delimiter)) {
    // An empty entry is the working directory.
    const verdict = judge(join(resolve(cwd, folder), file));
    if (verdict.kind === 'unreadable') unreadable.push(folder);
    // The system passes over what it may not execute, too, and takes the next one.
    else if (verdict.kind !== 'absent') hindered ??= verdict;
  }
  return hindered ?? { kind: 'absent', unreadable };
}

function judge(path: string): NotStarted {
  switch (stateOf(path)) {
    case 'absent':
      return { kind: 'absent', unreadable: [] };
    case 'unreadable':
      return { kind: 'unreadable', path };
    case 'folder':
      return { kind: 'folder', path };
    case 'file': {
      if (!mayExecute(path)) return { kind: 'not-executable', path };
      const interpreter = interpreterOf(path);
      if (interpreter !== undefined && stateOf(interpreter) !== 'file') {
        return { kind: 'no-interpreter', path, interpreter };
      }
      return { kind: 'refused', path };
    }
  }
}

function stateOf(path: string): 'absent' | 'unreadable' | 'folder' | 'file' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'unreadable' : 'absent';
  }
}

function mayExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program in a script's first line; undefined for anything but a script, or one that may not be read. */
function interpreterOf(path: string): string | undefined {
  const start = Buffer.alloc(256);
  try {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      readSync(descriptor, start, 0, start.length, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
  return /^#![ \t]*([^ \t\n\0]+)/.exec(start.toString('latin1'))?.[1];
}
