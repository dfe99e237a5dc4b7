import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isMap, parseDocument } from 'yaml';
import { repository } from '../bundles/action.ts';

const execute = promisify(execFile);

/** What the tests put in the place of actions that only GitHub can serve. */
const STAND_INS: Readonly<Record<string, string>> = {
  'actions/checkout': 'checkout',
  'aws-actions/configure-aws-credentials': 'noop',
  'docker/setup-buildx-action': 'noop',
  'docker/setup-qemu-action': 'noop',
};

export interface ActRun {
  readonly exitCode: number;
  readonly log: string;
}

/**
 * Makes a git repository of `app` whose only workflow is an example, after `edit` has changed its jobs.
 * @returns the file's path inside the repository
 */
export async function installExample(
  app: string,
  example: string,
  edit: (setWith: SetWith) => void,
): Promise<string> {
  const document = parseDocument(await readFile(join(repository, 'workflows-examples', example), 'utf8'));
  edit((path, name, value) => {
    const node = document.getIn(path);
    if (!isMap(node)) throw new Error(`${example} has no ${path.join('.')}`);
    document.setIn([...path, 'with', name], value);
  });
  const file = join('.github', 'workflows', example);
  await mkdir(dirname(join(app, file)), { recursive: true });
  await writeFile(join(app, file), document.toString());
  const git = async (...args: readonly string[]): Promise<void> => {
    await execute('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
      cwd: app,
    });
  };
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all', '--force');
  await git('commit', '--quiet', '--message', 'a change', '--allow-empty');
  return file;
}

type SetWith = (path: readonly (string | number)[], name: string, value: string) => void;

/** What users get of this repository, without the packages that a checkout for development has: act copies all of it for each step. */
export async function publishedFiles(folder: string): Promise<string> {
  for (const name of ['action.yml', 'actions', 'dist', 'package.json', '.github']) {
    await cp(join(repository, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/\/actions\/(.*\/)?(lib|node_modules)$/.test(path),
    });
  }
  return folder;
}

/** Runs a workflow with act on this machine itself, as a self-hosted runner would. */
export async function runAct(
  act: string,
  cutover: string,
  app: string,
  event: string,
  workflow: string,
  env: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  vars: Readonly<Record<string, string>> = {},
): Promise<ActRun> {
  const args = [event, '--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted'];
  args.push('--var', 'DEPLOY_ROLE_ARN=arn:aws:iam::123456789012:role/deploy');
  args.push('--var', 'INFRASTRUCTURE_ROLE_ARN=arn:aws:iam::123456789012:role/infrastructure');
  args.push('--local-repository', `OWNER/cutover@v1=${cutover}`);
  for (const [name, stand] of Object.entries(STAND_INS)) {
    for (const ref of await pinned(name)) {
      args.push(
        '--local-repository',
        `${name}@${ref}=${join(repository, 'test/workflows/stand-ins', stand)}`,
      );
    }
  }
  for (const [name, value] of Object.entries(vars)) args.push('--var', `${name}=${value}`);
  for (const [name, value] of Object.entries(env)) args.push('--env', `${name}=${value}`);
  args.push('--env', `CUTOVER_CHECKOUT=${cutover}`);
  for (const [name, value] of Object.entries(inputs)) args.push('--input', `${name}=${value}`);
  // act starts `node` for node24 actions: the one that runs this test.
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  try {
    const { stdout, stderr } = await execute(act, args, {
      cwd: app,
      env: { ...process.env, PATH: path },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { exitCode: 0, log: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number; stdout?: string; stderr?: string };
    return { exitCode: code ?? 1, log: stdout + stderr };
  }
}

/** The commits at which the workflows pin an action. */
async function pinned(name: string): Promise<readonly string[]> {
  const files = [
    ...['deploy.yml', 'rollback.yml', 'stack.yml'].map((file) => join('.github/workflows', file)),
    ...['deploy-with-actions.yml', 'deploy-one-step.yml', 'deploy-with-approval.yml', 'preflight.yml'].map(
      (file) => join('workflows-examples', file),
    ),
  ];
  const refs = new Set<string>();
  for (const file of files) {
    const text = await readFile(join(repository, file), 'utf8');
    for (const [, ref = ''] of text.matchAll(new RegExp(`uses: ${name}@(\\S+)`, 'g'))) refs.add(ref);
  }
  return [...refs];
}

/** The sample application's files at a version, with its runtime packages. */
export async function sampleApp(folder: string, version: number): Promise<void> {
  const sample = join(repository, 'workflows-examples/sample-app');
  await cp(sample, folder, {
    recursive: true,
    force: true,
    filter: (path) => !/\/(releases|node_modules)$/.test(path),
  });
  for (let number = 2; number <= version; number++) {
    await cp(join(sample, 'releases', `${number}`), folder, { recursive: true, force: true });
  }
  await cp(join(repository, 'dist/sample-app/node_modules'), join(folder, 'node_modules'), {
    recursive: true,
  });
}
