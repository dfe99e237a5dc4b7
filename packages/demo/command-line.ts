import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm start -- [--docker] [--report FILE]

Releases a small application three times and rolls it back, against a simulated AWS account on this machine.

  --docker       build the images with Docker instead of packing the sample's files
  --report FILE  write what happened as JSON
  --help         this text
`;

export interface Options {
  readonly docker: boolean;
  /** Absolute path of the file to write. */
  readonly report: string | undefined;
}

/**
 * Reads the command line, and looks whether the report can be written, before anything is started.
 * @throws TypeError that tells the user what is wrong with which option
 */
export async function readOptions(argv: readonly string[]): Promise<Options | 'help'> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      docker: { type: 'boolean', default: false },
      report: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    docker: values.docker,
    report: values.report === undefined ? undefined : await writable(values.report),
  };
}

async function writable(report: string): Promise<string> {
  if (report === '') throw new TypeError('--report needs the path of a file, as in --report report.json');
  const path = resolve(report);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true)
    throw new TypeError(`--report ${report} is a folder; give the path of a file in it`);
  const folder = dirname(path);
  try {
    await access(found === undefined ? folder : path, 2);
  } catch {
    throw new TypeError(
      found === undefined
        ? `--report ${report}: the folder ${folder} is not there or can't be written to`
        : `--report ${report}: the file can't be written to`,
    );
  }
  return path;
}
