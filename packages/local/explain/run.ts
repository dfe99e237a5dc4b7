import { readFile, stat } from 'node:fs/promises';
import { explain } from '@cutover/domain/diagnosis/explain';
import { fromFolder, type Invocation } from '../invocation.ts';
import { UsageError } from '../usage-error.ts';

export const USAGE = `npm run --silent explain -- TEXT | FILE | -
  TEXT  a message of AWS, of a build or of an application
  FILE  a log, a job's log, or an answer of describe-tasks, describe-services, describe-stack-events and the like
  -     the same from standard input
Prints {"id", "area", "cause", "fix", "link", "certainty"} as JSON. Exit code 3: no known failure.
`;

/** Exit code for a text in which no known failure stands. */
const UNKNOWN = 3;
/** Bytes of a file that are read: its end, where the cause stands. */
const READ_BYTES = 4_000_000;

/**
 * `npm run explain`: the cause and the fix of a pasted text or of a file, as JSON.
 * @param standardInput reads what is piped in, for `-`
 * @returns the exit code
 * @throws UsageError without a text
 */
export async function explainHere(
  invocation: Invocation,
  standardInput: () => Promise<string> = readStandardInput,
): Promise<number> {
  const { argv, write } = invocation;
  if (argv.includes('--help') || argv.includes('-h')) {
    write(USAGE);
    return 0;
  }
  const said = argv.join(' ').trim();
  if (said === '') throw new UsageError(`explain needs a text or a file\n${USAGE}`);
  const found = explain(await textOf(invocation, said, standardInput));
  write(`${found === undefined ? 'null' : JSON.stringify(found, undefined, 2)}\n`);
  return found === undefined ? UNKNOWN : 0;
}

async function textOf(
  invocation: Invocation,
  said: string,
  standardInput: () => Promise<string>,
): Promise<string> {
  if (said === '-') return await standardInput();
  // A message may be longer than any path, or hold characters that no path may.
  if (said.length > 1000 || said.includes('\n') || said.includes('\0')) return said;
  const path = fromFolder(invocation, said);
  if ((await stat(path).catch(() => undefined))?.isFile() !== true) return said;
  return (await readFile(path)).subarray(-READ_BYTES).toString('utf8');
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).subarray(-READ_BYTES).toString('utf8');
}
