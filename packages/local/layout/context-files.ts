import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DockerIgnore, type Ignored } from '@cutover/docker/dockerignore';

export interface ContextFiles {
  /** Relative paths with `/`, folders before what they hold. */
  readonly paths: readonly string[];
  readonly bytes: number;
  /** Top-level folders that were left out. */
  readonly left: readonly string[];
}

/**
 * The files of a folder that its `.dockerignore` leaves in a build.
 * @param ignore text of the `.dockerignore`
 * @param keep paths that are packed all the same
 * @param never absolute path that is left out: the layout, which may lie in the folder
 */
export async function contextFiles(
  folder: string,
  ignore: string,
  keep: readonly string[],
  never: string,
): Promise<ContextFiles> {
  const rules = new DockerIgnore(ignore);
  const paths: string[] = [];
  const left: string[] = [];
  let bytes = 0;
  const walk = async (path: string, about: Ignored | undefined, kept: boolean): Promise<void> => {
    for (const name of (await readdir(join(folder, path))).toSorted()) {
      const child = path === '' ? name : `${path}/${name}`;
      const file = join(folder, child);
      if (file === never || child === '.git') continue;
      const said = rules.look(child, about);
      const wanted = kept || keep.includes(child);
      const found = await lstat(file).catch(() => undefined);
      // Somebody took it away meanwhile.
      if (found === undefined) continue;
      if (found.isDirectory()) {
        if (wanted || !said.ignored) paths.push(child);
        else if (path === '') left.push(child);
        if (wanted || !said.ignored || rules.hasExceptions) await walk(child, said, wanted);
      } else if ((wanted || !said.ignored) && (found.isFile() || found.isSymbolicLink())) {
        paths.push(child);
        bytes += found.size;
      }
    }
  };
  await walk('', undefined, false);
  return { paths, bytes, left };
}
