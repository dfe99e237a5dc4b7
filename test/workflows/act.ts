import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isMap, parseDocument } from 'yaml';
import { actArguments, knownToAct } from '@cutover/local/workflow/act';
import { readWorkflow } from '@cutover/local/workflow/workflow-file';
import { repository } from '../bundles/action.ts';

const execute = promisify(execFile);

const REUSABLE = ['deploy.yml', 'rollback.yml', 'run-command.yml', 'stack.yml'].map((file) =>
  join('.github/workflows', file),
);
const EXAMPLES = [
  'deploy-on-push.yml',
  'deploy-with-actions.yml',
  'deploy-one-step.yml',
  'deploy-with-approval.yml',
  'deploy-existing-service.yml',
  'deploy-with-config.yml',
  'deploy-rolling.yml',
  'deploy-with-worker.yml',
  'deploy-with-gate.yml',
  'from-aws-actions.yml',
  'deploy-monorepo.yml',
  'deploy-matrix.yml',
  'deploy-and-notify.yml',
  'diagnose.yml',
  'plan.yml',
  'promote.yml',
  'run-command.yml',
  'preflight.yml',
  'rollback.yml',
  'scale.yml',
  'stack.yml',
].map((file) => join('workflows-examples', file));

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
  await writeFile(join(app, file), knownToAct(document.toString()));
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

interface ActExtras {
  /** What the event brings, as GitHub's webhook does. */
  readonly payload?: object;
  /** Folder with programs that come before those of the machine. */
  readonly programs?: string;
  /** `NAME=value` each. */
  readonly secrets?: readonly string[];
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
  { payload, programs, secrets = [] }: ActExtras = {},
): Promise<ActRun> {
  const texts = await Promise.all(
    [...REUSABLE, ...EXAMPLES].map(async (file) => await readFile(join(repository, file), 'utf8')),
  );
  const args: string[] = [
    ...actArguments({
      event,
      workflow,
      labels: [],
      uses: texts.flatMap((text) => readWorkflow(text, workflow).uses),
      repository,
      cutover,
      env,
      inputs,
      vars: {
        DEPLOY_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
        INFRASTRUCTURE_ROLE_ARN: 'arn:aws:iam::123456789012:role/infrastructure',
        ...vars,
      },
      secrets,
    }),
  ];
  if (payload !== undefined) {
    const file = join(app, '.git', 'event.json');
    await writeFile(file, JSON.stringify(payload));
    args.push('--eventpath', file);
  }
  // act starts `node` for node24 actions: the one that runs this test.
  const path = [programs, dirname(process.execPath), process.env['PATH']].filter(Boolean).join(delimiter);
  // act keeps a cache in the home folder, which whoever runs the tests need not have.
  const home = `${app}-home`;
  await mkdir(home, { recursive: true });
  try {
    const { stdout, stderr } = await execute(act, args, {
      cwd: app,
      env: { ...process.env, PATH: path, HOME: home },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { exitCode: 0, log: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number; stdout?: string; stderr?: string };
    return { exitCode: code ?? 1, log: stdout + stderr };
  }
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
