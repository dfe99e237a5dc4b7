import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionResult } from '@cutover/runner/run-action';
import { start } from '../bundles/action.ts';
import { Account } from './account.ts';
import { HURRIED } from './cell.ts';
import { HANG_MS, watch } from './process.ts';
import { POLL } from './scene.ts';

const REPOSITORY = 'team/app';

/** Actions that build; the cache is what Docker's default builder can't do, so that one is made for the build. */
export const BUILDS = [
  { step: 'build-push-ecr', inputs: { repository: REPOSITORY, cache: 'local=.cache' } },
  {
    step: 'pipeline',
    inputs: { ...POLL, repository: REPOSITORY, cache: 'local=.cache', preflight: 'off' },
  },
] as const;

/** What goes wrong on the runner while `post:` tidies up; AWS has no part in it. */
export interface RunnerFault {
  readonly name: string;
  /** Mode of the `docker` of tests. */
  readonly mode?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stays behind. */
  readonly left: readonly ('builder' | 'login')[];
}

export const RUNNER_FAULTS: readonly RunnerFault[] = [
  { name: 'nothing', left: [] },
  { name: 'the builder was never made', mode: 'rm-unknown', left: [] },
  { name: 'docker buildx rm fails', mode: 'rm-fails', left: ['builder'] },
  { name: 'docker buildx rm never ends', mode: 'rm-hangs', env: HURRIED, left: ['builder'] },
  { name: 'docker is gone', env: { PATH: '/nonexistent' }, left: ['builder'] },
  {
    name: 'the folder can’t be removed',
    env: { NODE_OPTIONS: `--import=${new URL('undeletable.mjs', import.meta.url).href}` },
    left: ['login'],
  },
];

/**
 * Kills the action in its build, and lets `post:` tidy up on a runner with that fault.
 * @returns what does not hold, in sentences
 */
export async function tidyUpBuild(
  { inputs, step: name }: (typeof BUILDS)[number],
  fault: RunnerFault,
): Promise<readonly string[]> {
  const account = await Account.open();
  const workspace = await mkdtemp(join(tmpdir(), 'cutover-build-'));
  const notes = await mkdtemp(join(tmpdir(), 'cutover-docker-'));
  try {
    await account.live.call('ecr', 'CreateRepository', { repositoryName: REPOSITORY });
    await writeFile(join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
    const env = { ...account.live.env, ...(await fakeDocker(notes)) };
    await writeFile(join(notes, 'mode'), 'docker-driver-hangs');
    const running = await start(name, { inputs, env, workspace });
    const step = watch(running);
    const builds = async (): Promise<readonly Call[]> =>
      (await callsOf(notes)).filter(({ args }) => args.includes('--builder'));
    await account.rest(async () => ((await builds()).length > 0 || step.over ? true : undefined));
    running.process.kill('SIGKILL');
    const [build] = await builds();
    // Docker's client outlives the step that was killed.
    if (build !== undefined) process.kill(build.pid, 'SIGKILL');
    const first = await running.done;
    if (build === undefined) return [`the action never came to its build: ${first.stdout}${first.stderr}`];
    if (fault.mode === 'rm-unknown')
      for (const builder of await builders(notes)) await rm(join(notes, `builder-${builder}`));
    await writeFile(join(notes, 'mode'), fault.mode ?? '');
    account.sim.calls.length = 0;
    const tidying = await first.startPost(fault.env);
    if (tidying === undefined) return ['there was no post:'];
    const post = watch(tidying);
    const result = await tidying.done;
    const violations = post.hung
      ? [`post: hangs: still running after ${HANG_MS / 1000} s`]
      : await judge(result, fault, notes, build.config);
    if (account.calls.length > 0) violations.push(`post: called ${account.calls[0]?.operation ?? ''}`);
    await Promise.all([first.dispose(), result.dispose()]);
    return violations;
  } finally {
    await account.close();
    for (const folder of [workspace, notes]) await rm(folder, { recursive: true, force: true });
  }
}

async function judge(
  { errors, exitCode, stdout }: ActionResult,
  { left }: RunnerFault,
  notes: string,
  config: string,
): Promise<string[]> {
  const violations: string[] = [];
  const said = errors.join('\n');
  const login = await access(config).then(
    () => true,
    () => false,
  );
  const found = [
    ...(await builders(notes)).map((builder) => ({
      what: 'builder',
      said: new RegExp(`Builder ${builder}.*stays on the runner`),
    })),
    ...(login ? [{ what: 'login', said: new RegExp(`The folder ${config}.*could not be removed`) }] : []),
  ];
  const names = found.map(({ what }) => what);
  if (names.join() !== left.join()) violations.push(`${names.join() || 'nothing'} stays behind: ${stdout}`);
  for (const one of found)
    if (!one.said.test(said)) violations.push(`${one.what} stays behind, and post: does not say so: ${said}`);
  if ((exitCode === 0) !== (found.length === 0))
    violations.push(`post: ends with exit code ${exitCode ?? ''}: ${said}`);
  return violations;
}

interface Call {
  readonly pid: number;
  readonly args: readonly string[];
  /** The private folder with the login. */
  readonly config: string;
}

async function callsOf(notes: string): Promise<readonly Call[]> {
  const text = await readFile(join(notes, 'calls'), 'utf8').catch(() => '');
  // The last line may be half written.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Call);
}

async function builders(notes: string): Promise<readonly string[]> {
  const names = await readdir(notes);
  return names.filter((name) => name.startsWith('builder-')).map((name) => name.slice('builder-'.length));
}

/** Puts the `docker` of tests first on the PATH; gives back the variables that make it so. */
async function fakeDocker(notes: string): Promise<Readonly<Record<string, string>>> {
  const script = fileURLToPath(new URL('../bundles/fake-docker.mjs', import.meta.url));
  await mkdir(join(notes, 'bin'));
  await mkdir(join(notes, 'user'));
  await writeFile(join(notes, 'bin/docker'), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  await chmod(join(notes, 'bin/docker'), 0o755);
  return {
    FAKE_DOCKER: notes,
    DOCKER_CONFIG: join(notes, 'user'),
    PATH: [join(notes, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
  };
}
