import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, realpath, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '@cutover/domain/errors';
import { type Files, wordsOfKind } from '@cutover/domain/files';
import type { Trouble } from '@cutover/domain/trouble';

/** Bytes of the largest file that an input may name: CloudFormation takes 1 MB, ECS much less. */
const LARGEST = 10_000_000;
const PIECE = 256 * 1024;

/** Files below GITHUB_WORKSPACE (the working directory when it is unset) and RUNNER_TEMP. */
export class WorkspaceFiles implements Files {
  readonly #workspace: string;
  readonly #temporary: string;

  constructor(env: NodeJS.ProcessEnv) {
    this.#workspace = env['GITHUB_WORKSPACE'] || process.cwd();
    this.#temporary = env['RUNNER_TEMP'] || tmpdir();
  }

  resolve(path: string): string {
    return resolve(this.#workspace, path);
  }

  /** Whether something stands at a path of the workspace, whatever it is. */
  async exists(path: string): Promise<boolean> {
    return (await lstat(this.resolve(path)).catch(() => undefined)) !== undefined;
  }

  async read(path: string, input: string): Promise<string> {
    const bytes = await this.#bytes(path, input);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw new ConfigurationError(
        {
          what: `Input ${input}: the file "${path}" is not UTF-8 text.`,
          fix: 'Save it as UTF-8; editors that show another encoding, such as UTF-16, can convert it.',
        },
        { cause: error },
      );
    }
  }

  /** The content of a regular file inside of the two folders; nothing else is opened. */
  async #bytes(path: string, input: string): Promise<Buffer> {
    const absolute = this.resolve(path);
    try {
      const real = await realpath(absolute);
      const found = await stat(real);
      if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      const refuse = (message: string, fix: string): ConfigurationError =>
        new ConfigurationError({ what: `Input ${input}: ${message}`, fix });
      if (!(await this.#isInside(real))) {
        throw refuse(
          `the file "${path}" lies outside of the workspace${real === absolute ? '' : ', where a symbolic link leads'} (${wordsOfKind(found)}).`,
          'Give a file of the repository, or write it below RUNNER_TEMP in a step before this one.',
        );
      }
      if (!found.isFile()) {
        throw refuse(`"${path}" is no regular file, but ${wordsOfKind(found)}.`, 'Give the path of a file.');
      }
      if (found.size > LARGEST) {
        throw refuse(
          `the file "${path}" has ${found.size} bytes, more than the ${LARGEST} that are read.`,
          'Give the file that the input is meant for.',
        );
      }
      return await readBytes(real);
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      throw new ConfigurationError(unreadable(input, path, absolute, codeOf(error)), { cause: error });
    }
  }

  async #isInside(real: string): Promise<boolean> {
    for (const folder of [this.#workspace, this.#temporary]) {
      const root = await realpath(folder).catch(() => undefined);
      if (root !== undefined && isBelow(real, root)) return true;
    }
    return false;
  }

  async writeTemporary(name: string, text: string): Promise<string> {
    const path = join(resolve(this.#temporary), `cutover-${randomUUID()}`, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  }

  async isOwnFolder(path: string): Promise<boolean> {
    const temporary = resolve(this.#temporary);
    if (dirname(path) !== temporary || !OWN_FOLDER.test(basename(path))) return false;
    const found = await lstat(path).catch(() => undefined);
    return found?.isDirectory() === true;
  }
}

/** Names of the folders that `writeTemporary` makes. */
const OWN_FOLDER = /^cutover-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Reads no more than the limit, even of a file that grows meanwhile or says a wrong size, and never waits for a writer. */
async function readBytes(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const pieces: Buffer[] = [];
    for (let size = 0; size <= LARGEST;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE, null);
      if (bytesRead === 0) return Buffer.concat(pieces);
      pieces.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    throw Object.assign(new Error('too large'), { code: 'EFBIG' });
  } finally {
    await file.close();
  }
}

function unreadable(input: string, path: string, absolute: string, code: string): Trouble {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        what: `Input ${input}: there is no file "${path}" (looked for ${absolute}).`,
        fix: 'Correct the path; it is relative to the root of the repository. Does a step with actions/checkout run before this one?',
      };
    case 'EISDIR':
      return {
        what: `Input ${input}: "${path}" is a folder (${absolute}), not a file.`,
        fix: 'Give the path of a file.',
      };
    default:
      return {
        what: `Input ${input}: the file "${path}" (${absolute}) can't be read: ${code}.`,
        fix: 'Check the permissions of the file and of the folders above it.',
      };
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
