import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, normalize } from 'node:path';

/** Thrown when the first word of a container's command names no program. */
export class ExecutableNotFound extends Error {
  override readonly name = 'ExecutableNotFound';
}

export interface ResolvedCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * Turns a container's argument array into one that runs on this machine. Bare program names are looked for on this
 * machine first, then on the image's PATH; absolute paths that exist inside the root folder are moved below it.
 * @param imagePath the PATH of the image's environment.
 * @throws ExecutableNotFound
 */
export function resolveCommand(
  argv: readonly string[],
  root: string,
  imagePath: string | undefined,
  hostPath: string | undefined = process.env['PATH'],
): ResolvedCommand {
  const [program, ...rest] = argv;
  if (program === undefined || program === '') throw new ExecutableNotFound('no command specified');
  return { file: locate(program, root, imagePath, hostPath), args: rest.map((word) => inside(root, word)) };
}

function locate(
  program: string,
  root: string,
  imagePath: string | undefined,
  hostPath: string | undefined,
): string {
  if (isAbsolute(program)) {
    const moved = inside(root, program);
    if (executable(moved)) return moved;
    throw new ExecutableNotFound(`exec: "${program}": stat ${program}: no such file or directory`);
  }
  if (program.includes('/')) return program;
  for (const folder of (hostPath ?? '').split(delimiter)) {
    const file = join(folder, program);
    if (folder !== '' && executable(file)) return file;
  }
  if (program === 'node') return process.execPath;
  for (const folder of (imagePath ?? '/usr/local/bin:/usr/bin:/bin').split(':')) {
    const file = join(root, normalize(`/${folder}`), program);
    if (executable(file)) return file;
  }
  throw new ExecutableNotFound(`exec: "${program}": executable file not found in $PATH`);
}

/** The word itself unless it is an absolute path that exists below `root`. */
function inside(root: string, word: string): string {
  if (!isAbsolute(word) || normalize(word) === '/') return word;
  const moved = join(root, normalize(word));
  return existsSync(moved) ? moved : word;
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
