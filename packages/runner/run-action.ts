import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readActionFile } from './action-file.ts';
import { parseCommand, parseFileCommand, type WorkflowCommand } from './file-commands.ts';

export interface ActionOptions {
  /** Folder of the checkout that holds `action.yml` and `actions/`. */
  readonly repository: string;
  /** Values under `with:`; defaults of `action.yml` are filled in as the runner does. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables added to those that the runner sets; these win. */
  readonly env?: Readonly<Record<string, string>>;
  /** GITHUB_WORKSPACE and working directory. Default is the temporary folder of the run (RUNNER_TEMP). */
  readonly workspace?: string;
  /** The event that started the workflow, as GITHUB_EVENT_PATH holds it; default: an empty one. */
  readonly event?: object;
  /** Called with each line of stdout and stderr, workflow commands included. */
  readonly onLine?: (line: string) => void;
  /** Runs the sources below `actions/` (needs Node 24 and an installed checkout) instead of `dist/`. */
  readonly fromSource?: boolean;
}

export interface ActionResult {
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** RUNNER_TEMP, which holds the files that outputs name; `dispose` removes it. */
  readonly folder: string;
  readonly commands: readonly WorkflowCommand[];
  /** Messages of `::error`, the annotations that users see. */
  readonly errors: readonly string[];
  /** Runs the action's `post:` entry with the state that main left, as the runner does at the end of the job; undefined without one. */
  post(): Promise<ActionResult | undefined>;
  /**
   * Starts the `post:` entry, for tests that signal or kill it; undefined without one.
   * @param env variables beside those of the main entry
   */
  startPost(env?: Readonly<Record<string, string>>): Promise<RunningAction | undefined>;
  /** Removes the temporary folder. */
  dispose(): Promise<void>;
}

export interface RunningAction {
  readonly process: ChildProcess;
  /** Resolves when the process has ended. */
  readonly done: Promise<ActionResult>;
}

/**
 * Starts an action's main entry as GitHub's runner does, with inputs, command files and the runner's variables. Of this
 * process it gets only PATH.
 */
export async function startAction(name: string, options: ActionOptions): Promise<RunningAction> {
  const folder = await mkdtemp(join(tmpdir(), 'cutover-runner-'));
  return await startEntry(name, 'main', options, folder, {});
}

/** Runs an action's main entry to its end. The caller runs `post`, and removes the folder with `dispose`. */
export async function runAction(name: string, options: ActionOptions): Promise<ActionResult> {
  return await (
    await startAction(name, options)
  ).done;
}

async function startEntry(
  name: string,
  phase: 'main' | 'post',
  options: ActionOptions,
  folder: string,
  state: Readonly<Record<string, string>>,
): Promise<RunningAction> {
  const action = await readActionFile(options.repository, name);
  const entry = phase === 'main' ? action.main : action.post;
  if (entry === undefined) throw new Error(`${name} has no post entry`);
  const files = await commandFiles(folder, phase, options.event ?? {});
  const workspace = options.workspace ?? folder;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: folder, // an empty home: no ~/.aws, no ~/.docker
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'deploy',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_ACTION: `__${name}`,
    GITHUB_ACTOR: 'octocat',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    RUNNER_TEMP: folder,
    RUNNER_TOOL_CACHE: folder,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...files,
    ...options.env,
  };
  const inputs: Record<string, string> = {};
  for (const [input, { default: value }] of Object.entries(action.inputs)) inputs[input] = value ?? '';
  for (const [input, value] of Object.entries({ ...inputs, ...options.inputs })) {
    env[`INPUT_${input.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  for (const [key, value] of Object.entries(state)) env[`STATE_${key}`] = value;
  const args =
    options.fromSource === true
      ? [
          '--conditions=@cutover/source',
          '--disable-warning=ExperimentalWarning',
          join(options.repository, 'actions/run-from-source.ts'),
          name,
          phase,
        ]
      : [entry];
  const child = spawn(process.execPath, args, { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return { process: child, done: finish(child, name, options, folder, files) };
}

async function finish(
  child: ChildProcess,
  name: string,
  options: ActionOptions,
  folder: string,
  files: Files,
): Promise<ActionResult> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const collect = async (stream: NodeJS.ReadableStream | null, into: string[]): Promise<void> => {
    if (stream === null) return;
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      into.push(line);
      options.onLine?.(line);
    }
  };
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await Promise.all([collect(child.stdout, stdout), collect(child.stderr, stderr)]);
  const exitCode = await ended;
  const state = parseFileCommand(await readFile(files.GITHUB_STATE, 'utf8'));
  const commands = stdout.flatMap((line) => parseCommand(line) ?? []);
  const startPost = async (
    env: Readonly<Record<string, string>> = {},
  ): Promise<RunningAction | undefined> => {
    const { post } = await readActionFile(options.repository, name);
    if (post === undefined) return undefined;
    return await startEntry(name, 'post', { ...options, env: { ...options.env, ...env } }, folder, state);
  };
  return {
    exitCode,
    stdout: stdout.join('\n'),
    stderr: stderr.join('\n'),
    outputs: parseFileCommand(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    state,
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    folder,
    commands,
    errors: commands.filter(({ command }) => command === 'error').map(({ message }) => message),
    startPost,
    post: async () => await (await startPost())?.done,
    dispose: async () => {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Files {
  readonly GITHUB_OUTPUT: string;
  readonly GITHUB_STATE: string;
  readonly GITHUB_ENV: string;
  readonly GITHUB_PATH: string;
  readonly GITHUB_STEP_SUMMARY: string;
  readonly GITHUB_EVENT_PATH: string;
}

/** Creates the command files of a step, as the runner does: @actions/core throws when one is missing. */
async function commandFiles(folder: string, phase: string, event: object): Promise<Files> {
  const create = async (name: string, text = ''): Promise<string> => {
    const path = join(folder, `${phase}-${name}`);
    await writeFile(path, text);
    return path;
  };
  return {
    GITHUB_OUTPUT: await create('output'),
    GITHUB_STATE: await create('state'),
    GITHUB_ENV: await create('env'),
    GITHUB_PATH: await create('path'),
    GITHUB_STEP_SUMMARY: await create('summary'),
    GITHUB_EVENT_PATH: await create('event.json', JSON.stringify(event)),
  };
}
