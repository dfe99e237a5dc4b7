import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm start -- [options]

Releases a small application three times and rolls it back, against a simulated AWS account on this machine.

  --verbose        show what the actions print
  --summaries DIR  write the job summary of each run as an HTML page
  --keep           leave the account running until Ctrl+C
  --docker         build the images with Docker instead of packing the sample's files
  --report FILE    write what happened as JSON
  --help           this text
`;

export interface Options {
  readonly docker: boolean;
  readonly keep: boolean;
  readonly verbose: boolean;
  /** Absolute path of the file to write. */
  readonly report: string | undefined;
  /** Absolute path of the folder to write to. */
  readonly summaries: string | undefined;
}

/**
 * Reads the command line, and looks whether the report can be written, before anything is started.
 * @param folder that relative paths start from
 * @throws TypeError that tells the user what is wrong with which option
 */
export async function readOptions(argv: readonly string[], folder = '.'): Promise<Options | 'help'> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      docker: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      report: { type: 'string' },
      summaries: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    docker: values.docker,
    keep: values.keep,
    verbose: values.verbose,
    report: values.report === undefined ? undefined : await writable(values.report, folder),
    summaries: values.summaries === undefined ? undefined : await folderOf(values.summaries, folder),
  };
}

async function writable(report: string, from: string): Promise<string> {
  if (report === '') throw new TypeError('--report needs the path of a file, as in --report report.json');
  const path = resolve(from, report);
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

async function folderOf(summaries: string, from: string): Promise<string> {
  if (summaries === '')
    throw new TypeError('--summaries needs the path of a folder, as in --summaries summaries');
  const path = resolve(from, summaries);
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isDirectory())
    throw new TypeError(`--summaries ${summaries} is a file; give the path of a folder`);
  return path;
}
