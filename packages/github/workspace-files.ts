import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Files } from '@cutover/domain/files';

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

  async read(path: string, input: string): Promise<string> {
    const absolute = this.resolve(path);
    let bytes;
    try {
      bytes = await readFile(absolute);
    } catch (error) {
      throw new ConfigurationError(unreadable(input, path, absolute, codeOf(error)), { cause: error });
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw new ConfigurationError(
        {
          message: `Input ${input}: the file "${path}" is not UTF-8 text.`,
          remedy: 'Save it as UTF-8; editors that show another encoding, such as UTF-16, can convert it.',
        },
        { cause: error },
      );
    }
  }

  async writeTemporary(name: string, text: string): Promise<string> {
    const path = join(this.#temporary, `cutover-${randomUUID()}`, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  }
}

function unreadable(
  input: string,
  path: string,
  absolute: string,
  code: string,
): { message: string; remedy: string } {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        message: `Input ${input}: there is no file "${path}" (looked for ${absolute}).`,
        remedy:
          'Correct the path; it is relative to the root of the repository. Does a step with actions/checkout run before this one?',
      };
    case 'EISDIR':
      return {
        message: `Input ${input}: "${path}" is a folder (${absolute}), not a file.`,
        remedy: 'Give the path of a file.',
      };
    default:
      return {
        message: `Input ${input}: the file "${path}" (${absolute}) can't be read: ${code}.`,
        remedy: 'Check the permissions of the file and of the folders above it.',
      };
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
