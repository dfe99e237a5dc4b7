import { cp, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startAction, type ActionResult } from '@cutover/runner/run-action';
import { readCheckout, runnerContext } from '../git.ts';
import { fromFolder, type Invocation } from '../invocation.ts';
import { toHtml } from '../markdown/html.ts';
import { toTerminal } from '../markdown/terminal.ts';
import { painter } from '../paint.ts';
import { RunnerLog } from '../runner-log.ts';
import { environment, requireSimulator, type Target } from '../target.ts';
import { UsageError } from '../usage-error.ts';
import { describeAction, listActions, requireAction } from './catalogue.ts';
import { readCommand, USAGE, type ActionCommand } from './command-line.ts';
import { withoutConsoleAddresses, withoutConsoleLinks } from './console-links.ts';
import { readInputsFile } from './inputs-file.ts';

/**
 * `npm run action`: runs an action of the checkout as GitHub's runner does, from main to post.
 * @returns the exit code
 * @throws UsageError before anything has been started
 */
export async function runActionHere(invocation: Invocation): Promise<number> {
  const { argv, columns, repository, write } = invocation;
  const command = readCommand(argv);
  if (command.kind === 'help') {
    if (command.name === undefined) write(`${USAGE}\n${await listActions(repository, columns)}`);
    else {
      await requireAction(repository, command.name);
      write(await describeAction(repository, command.name, columns));
    }
    return 0;
  }
  await requireAction(repository, command.name);
  const workspace = await requireFolder(invocation, command);
  const { inputsFile } = command;
  const fromFile =
    inputsFile === undefined ? {} : await readInputsFile(fromFolder(invocation, inputsFile), inputsFile);
  await requireSimulator(command.target);
  return await carryOut(invocation, command, workspace, { ...fromFile, ...command.given });
}

async function requireFolder(invocation: Invocation, command: ActionCommand): Promise<string> {
  const { workspace = '.' } = command;
  const folder = fromFolder(invocation, workspace);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new UsageError(`--workspace ${workspace} is no folder`);
  return folder;
}

async function carryOut(
  invocation: Invocation,
  command: ActionCommand,
  workspace: string,
  inputs: Readonly<Record<string, string>>,
): Promise<number> {
  const { columns, colour, env, fromSource, repository, write } = invocation;
  const { name, results, target, verbose } = command;
  const paint = painter(colour);
  const log = new RunnerLog(verbose);
  const show = (line: string): void => {
    for (const { kind, text: told } of log.read(line)) {
      const text = target.simulator === undefined ? told : withoutConsoleAddresses(told);
      // The summary holds the verdict; an error of a run without one is all there is.
      if (kind === 'group') write(`${paint('dim', `▸ ${text}`)}\n`);
      else if (kind === 'plain') write(`${text}\n`);
      else if (kind === 'warning') write(`${paint('yellow', text)}\n`);
    }
  };
  write(`${paint('bold', name)} in ${workspace}, against ${describeTarget(target, env)}\n\n`);
  const { env: context, event } = runnerContext(await readCheckout(workspace));
  const { done, process: child } = await startAction(name, {
    repository,
    inputs,
    workspace,
    event,
    env: { ...environment(target, env), ...context },
    onLine: show,
    fromSource,
  });
  const result = await untilEnd(done, (signal) => child.kill(signal));
  const post = await untilEnd(result.post(), () => undefined);
  const written = result.summary + (post?.summary ?? '');
  const markdown = target.simulator === undefined ? written : withoutConsoleLinks(written);
  write('\n');
  if (markdown === '') for (const error of result.errors) write(`${paint('red', error)}\n`);
  write(toTerminal(markdown, { columns, paint, unfold: verbose }));
  write(outputs(result, columns));
  if (results !== undefined) {
    const folder = fromFolder(invocation, results);
    await writeResults(folder, name, markdown, result);
    write(`Written to ${folder}: summary.html, summary.md, outputs.json and the files that they name\n`);
  }
  await result.dispose();
  return result.exitCode === 0 && (post?.exitCode ?? 0) === 0 ? 0 : 1;
}

function describeTarget({ simulator }: Target, env: NodeJS.ProcessEnv): string {
  const endpoint = env['AWS_ENDPOINT_URL'];
  if (simulator !== undefined) return `the simulator at ${simulator}`;
  if (endpoint) return `AWS_ENDPOINT_URL ${endpoint}`;
  const profile = env['AWS_PROFILE'];
  return `AWS with ${env['AWS_ACCESS_KEY_ID'] ? 'the access key of AWS_ACCESS_KEY_ID' : profile ? `profile ${profile}` : 'the default credentials of this machine'}`;
}

/**
 * Waits for an action. Ctrl+C reaches it by the terminal; this process stays until the action has made production safe
 * and cleaned up. A signal meant for this process alone is handed on.
 */
async function untilEnd<T>(done: Promise<T>, hand: (signal: NodeJS.Signals) => void): Promise<T> {
  const interrupt = (): void => undefined;
  const terminate = (): void => {
    hand('SIGTERM');
  };
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  try {
    return await done;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
  }
}

/** Outputs that outlive the run: files of its folder go with it. */
function lasting({ folder, outputs }: ActionResult): readonly (readonly [string, string])[] {
  return Object.entries(outputs).filter(([, value]) => value !== '' && !value.startsWith(folder));
}

function outputs(result: ActionResult, columns: number): string {
  const given = lasting(result);
  if (given.length === 0) return '';
  const width = Math.max(...given.map(([name]) => name.length));
  const rows = given.map(([name, value]) => {
    const line = value.replaceAll(/\s*\n\s*/g, ' ');
    const room = Math.max(20, columns - width - 4);
    return `  ${name.padEnd(width)}  ${line.length > room ? `${line.slice(0, room - 1)}…` : line}`;
  });
  return `Outputs:\n${rows.join('\n')}\n`;
}

/** Writes the summary, the outputs and the files that they name: the report, a rendered task definition. */
async function writeResults(
  folder: string,
  title: string,
  markdown: string,
  result: ActionResult,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'summary.md'), markdown);
  await writeFile(join(folder, 'summary.html'), toHtml(markdown, { title }));
  const outputs: Record<string, string> = { ...result.outputs };
  for (const [name, value] of Object.entries(outputs)) {
    if (!value.startsWith(result.folder)) continue;
    const kept = join(folder, basename(value));
    await cp(value, kept);
    outputs[name] = kept;
  }
  await writeFile(join(folder, 'outputs.json'), `${JSON.stringify(outputs, null, 2)}\n`);
}
