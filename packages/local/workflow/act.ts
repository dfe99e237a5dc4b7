import { accessSync, constants } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Actions that need GitHub, or set up what this machine has: the folders of `stand-ins/` that take their place. */
const STAND_INS: Readonly<Record<string, string>> = {
  'actions/checkout': 'checkout',
  'aws-actions/configure-aws-credentials': 'noop',
  'docker/setup-buildx-action': 'noop',
  'docker/setup-qemu-action': 'noop',
};

export interface ActCall {
  readonly event: string;
  readonly workflow: string;
  readonly job?: string | undefined;
  /** Labels of `runs-on:`. */
  readonly labels: readonly string[];
  /** `owner/name@ref` of all that is used. */
  readonly uses: readonly string[];
  /** Folder that holds the stand-ins. */
  readonly repository: string;
  /** Folder with the published files of this checkout, which stands for every use of Cutover. */
  readonly cutover: string;
  /** Values that are no secrets: they can be seen in the list of processes. */
  readonly env: Readonly<Record<string, string>>;
  readonly envFile?: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

/** Arguments by which act runs a workflow on this machine itself, as a self-hosted runner would. */
export function actArguments(call: ActCall): readonly string[] {
  const {
    cutover,
    env,
    envFile,
    event,
    inputs,
    job,
    labels,
    repository,
    secrets = [],
    uses,
    vars,
    workflow,
  } = call;
  const local = uses.flatMap((use) => {
    const [name = ''] = use.split('@');
    const stand = STAND_INS[name];
    if (stand !== undefined)
      return [`${use}=${join(repository, 'packages/local/workflow/stand-ins', stand)}`];
    return name.endsWith('/cutover') ? [`${use}=${cutover}`] : [];
  });
  const each = (option: string, values: Iterable<string>): string[] =>
    [...values].flatMap((value) => [option, value]);
  const pairs = (values: Readonly<Record<string, string>>): string[] =>
    Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return [
    event,
    '--workflows',
    workflow,
    ...(job === undefined ? [] : ['--job', job]),
    ...each('--platform', new Set([...labels, 'ubuntu-latest'].map((label) => `${label}=-self-hosted`))),
    ...each('--local-repository', new Set(local)),
    ...each('--var', pairs(vars)),
    ...each('--env', pairs({ ...env, CUTOVER_CHECKOUT: cutover })),
    ...(envFile === undefined ? [] : ['--env-file', envFile]),
    ...each('--input', pairs(inputs)),
    ...each('--secret', secrets),
  ];
}

/** Copies what users get of a checkout, without the packages that its development needs: act copies all of it for each step. */
export async function publishedFiles(repository: string, folder: string): Promise<string> {
  for (const name of ['action.yml', 'actions', 'dist', 'package.json', '.github']) {
    await cp(join(repository, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/[\\/]actions[\\/](.*[\\/])?(lib|node_modules)$/.test(path),
    });
  }
  await forAct(join(folder, '.github/workflows'));
  return folder;
}

async function forAct(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    await writeFile(join(folder, name), knownToAct(await readFile(join(folder, name), 'utf8')));
  }
}

/**
 * A workflow without what act 0.2.87 refuses as unknown, and what means nothing on one machine: how many runs wait, and
 * whether GitHub records a deployment.
 */
export function knownToAct(workflow: string): string {
  return workflow.replaceAll(/^ *(queue: (max|single)|deployment: (true|false))\b.*\n/gm, '');
}

/** The program act: the file that ACT_BIN names, or what PATH has. */
export function findAct(env: NodeJS.ProcessEnv): string | undefined {
  const onPath = (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'act'));
  return [env['ACT_BIN'], ...onPath].find((file) => {
    if (!file) return false;
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
