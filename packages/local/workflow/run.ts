import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { checkoutRoot, readCheckout } from '../git.ts';
import { IdentityProvider } from '../identity-provider.ts';
import { fromFolder, type Invocation } from '../invocation.ts';
import { environment, requireSimulator, type Target } from '../target.ts';
import { UsageError } from '../usage-error.ts';
import { actArguments, findAct, knownToAct, publishedFiles } from './act.ts';
import { readCommand, USAGE, type WorkflowCommand } from './command-line.ts';
import { readWorkflow, usesOfReusable, type WorkflowFacts } from './workflow-file.ts';

/**
 * `npm run workflow`: runs a workflow with act, without containers.
 * @returns the exit code: 0 when act succeeded, 1 when a job failed or act itself did
 * @throws UsageError for wrong options, an unreadable file, or when act, the checkout, a secret or the simulator is missing;
 * nothing has been started then
 */
export async function runWorkflowHere(invocation: Invocation): Promise<number> {
  const { argv, env, write } = invocation;
  const command = readCommand(argv);
  if (command === 'help') {
    write(USAGE);
    return 0;
  }
  const act = findAct(env);
  if (act === undefined)
    throw new UsageError(
      'act is not installed: brew install act, go install github.com/nektos/act@latest, or https://nektosact.com/installation; ACT_BIN may name the program',
    );
  const file = fromFolder(invocation, command.file);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${command.file} can't be read: ${error.code}`);
  });
  const facts = readWorkflow(text, command.file);
  const root = await checkoutRoot(dirname(file));
  if (root === undefined)
    throw new UsageError(
      `${command.file} is in no git checkout; act needs one: git init && git add . && git commit`,
    );
  for (const name of command.secrets)
    if (env[name] === undefined)
      throw new UsageError(`--secret ${name}: there is no environment variable ${name}`);
  await requireSimulator(command.target);
  return await carryOut(invocation, command, facts, act, root, { path: relative(root, file), text });
}

async function carryOut(
  { env, repository, write }: Invocation,
  { event, inputs, job, secrets, target, vars }: WorkflowCommand,
  facts: WorkflowFacts,
  act: string,
  root: string,
  workflow: { readonly path: string; readonly text: string },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'cutover-workflow-'));
  const provider = target.simulator === undefined ? undefined : await IdentityProvider.open();
  const on = event ?? (facts.events.includes('push') ? 'push' : facts.events[0]) ?? 'push';
  const where = target.simulator === undefined ? 'AWS' : `the simulator at ${target.simulator}`;
  write(`${workflow.path}, started by ${on}, against ${where}; its commands run on this machine\n\n`);
  try {
    const args = actArguments({
      event: on,
      workflow: await readable(folder, workflow),
      job,
      labels: facts.labels,
      uses: [...facts.uses, ...(await usesOfReusable(repository))],
      repository,
      cutover: await publishedFiles(repository, join(folder, 'cutover')),
      env: { ...provider?.env, ...(await repositoryName(root)) },
      envFile: await credentialFile(folder, target, env),
      inputs,
      vars: { ...defaultVars(target, facts), ...vars },
      secrets,
    });
    // act runs actions with the first `node` on the PATH: make that the Node of this process.
    const path = `${dirname(process.execPath)}${delimiter}${env['PATH'] ?? ''}`;
    const child = spawn(act, args, { cwd: root, env: { ...env, PATH: path }, stdio: 'inherit' });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    const interrupt = (): void => undefined;
    // The terminal sends Ctrl+C to act too; ignore it here, so that this process can clean up after act.
    process.on('SIGINT', interrupt);
    try {
      return (await ended) === 0 ? 0 : 1;
    } finally {
      process.off('SIGINT', interrupt);
    }
  } finally {
    await provider?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The repository that jobs see. act takes one of its own for a checkout without a remote on a host like GitHub's. */
async function repositoryName(root: string): Promise<Record<string, string>> {
  if ((await readCheckout(root))?.origin !== undefined) return {};
  return {
    GITHUB_REPOSITORY: `local/${basename(root).replaceAll(/[^\w.-]/g, '-')}`,
    GITHUB_REPOSITORY_OWNER: 'local',
  };
}

/** The path of the workflow, or of a copy that act understands. */
async function readable(
  folder: string,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<string> {
  const known = knownToAct(text);
  if (known === text) return path;
  const copy = join(folder, basename(path));
  await writeFile(copy, known);
  return copy;
}

/**
 * Writes the AWS_* variables to a file for act and returns its path: other users could read arguments in the process list.
 * Leaves out a value with characters that act's parser of such files could read differently.
 */
async function credentialFile(folder: string, target: Target, env: NodeJS.ProcessEnv): Promise<string> {
  const file = join(folder, 'env');
  const lines = Object.entries(environment(target, env))
    .filter(([name, value]) => name.startsWith('AWS_') && /^[\w+/=.:@,-]*$/.test(value))
    .map(([name, value]) => `${name}=${value}\n`);
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return file;
}

/** Values for variables of the workflow: with a simulator, a role for each name that ends with ROLE_ARN; otherwise none. */
function defaultVars({ simulator }: Target, { vars }: WorkflowFacts): Record<string, string> {
  if (simulator === undefined) return {};
  return Object.fromEntries(
    vars
      .filter((name) => name.endsWith('ROLE_ARN'))
      .map((name) => [name, 'arn:aws:iam::123456789012:role/simulator']),
  );
}
