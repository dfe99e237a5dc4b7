import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DockerIgnore, type Ignored } from './dockerignore.ts';

/** Digest of a tree of files: names, modes and contents. */
export interface ContextDigest {
  /** Hexadecimal SHA-256. */
  readonly digest: string;
  readonly files: number;
  readonly bytes: number;
  /** Whether the history of Git is part of it, which makes every commit another tree. */
  readonly hasGit: boolean;
}

/**
 * The digest of all that a build could copy from a context: paths, contents, targets of symbolic links and whether a file
 * is executable. Times, owners and other permissions are left out: they differ from checkout to checkout.
 * @param context absolute path of the folder
 * @param dockerfile absolute path; a `.dockerignore` file named after it wins over that of the context
 * @param signal ends the reading
 */
export async function contextDigest(
  context: string,
  dockerfile: string | undefined,
  signal: AbortSignal,
): Promise<ContextDigest> {
  const ignore = new DockerIgnore(await ignoreText(context, dockerfile));
  const hash = createHash('sha256');
  const total = { files: 0, bytes: 0, hasGit: false };
  const walk = async (folder: string, about: Ignored | undefined): Promise<void> => {
    const names = (await readdir(join(context, folder))).toSorted();
    for (const name of names) {
      signal.throwIfAborted();
      const path = folder === '' ? name : `${folder}/${name}`;
      const said = ignore.look(path, about);
      const file = join(context, path);
      const stat = await lstat(file);
      if (stat.isDirectory()) {
        if (!said.ignored) {
          hash.update(`folder ${JSON.stringify(path)}\n`);
          if (path === '.git') total.hasGit = true;
        }
        if (!said.ignored || ignore.hasExceptions) await walk(path, said);
      } else if (said.ignored) {
        continue;
      } else if (stat.isSymbolicLink()) {
        hash.update(`link ${JSON.stringify([path, await readlink(file)])}\n`);
      } else if (stat.isFile()) {
        const executable = (stat.mode & 0o100) !== 0;
        hash.update(`file ${JSON.stringify([path, executable, await fileDigest(file)])}\n`);
        total.files++;
        total.bytes += stat.size;
      }
    }
  };
  await walk('', undefined);
  return { digest: hash.digest('hex'), ...total };
}

/** The rules that Docker would follow. */
async function ignoreText(context: string, dockerfile: string | undefined): Promise<string> {
  const own =
    dockerfile === undefined ? undefined : join(dirname(dockerfile), `${basename(dockerfile)}.dockerignore`);
  for (const path of [own, join(context, '.dockerignore')]) {
    // A pipe or a device would be waited for.
    const isFile = path !== undefined && (await stat(path).catch(() => undefined))?.isFile() === true;
    const text = isFile ? await readFile(path, 'utf8').catch(() => undefined) : undefined;
    if (text !== undefined) return text;
  }
  return '';
}

async function fileDigest(path: string): Promise<string> {
  const hash: Hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
