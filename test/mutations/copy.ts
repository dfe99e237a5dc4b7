import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MutationRow } from './row.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** How Jest ended: how many tests ran, which failed, and which files could not be loaded. */
export interface TestRun {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly unloaded: readonly string[];
  /** The end of what Jest printed. */
  readonly log: string;
}

/** A copy of the working tree in which sources can be changed; packages are those of this checkout. */
export class Copy {
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'cutover-mutation-'));
    const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
    for (const file of listed.stdout.split('\0')) {
      if (file === '' || !existsSync(join(root, file))) continue;
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      cpSync(join(root, file), join(this.folder, file), { verbatimSymlinks: true });
    }
    this.#linkPackages();
  }

  /** Runs the tests of a row, with its rule removed or, without `mutate`, as the sources are. */
  async run(tests: readonly string[], { only, mutate }: { only?: string; mutate?: MutationRow } = {}) {
    const undo = mutate === undefined ? undefined : this.#mutate(mutate);
    try {
      const runs: TestRun[] = [];
      for (const long of [false, true]) {
        const files = tests.filter((file) => file.includes('.long.') === long);
        if (files.length > 0) runs.push(await this.#jest(files, long, only));
      }
      return {
        passed: runs.reduce((sum, { passed }) => sum + passed, 0),
        failed: runs.flatMap(({ failed }) => failed),
        unloaded: runs.flatMap(({ unloaded }) => unloaded),
        log: runs.map(({ log }) => log).join('\n'),
      } satisfies TestRun;
    } finally {
      undo?.();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Links each package by itself, and our own workspaces to their copies. */
  #linkPackages(): void {
    const from = join(root, 'node_modules');
    const to = join(this.folder, 'node_modules');
    mkdirSync(to);
    for (const name of readdirSync(from))
      if (name !== '@cutover') symlinkSync(join(from, name), join(to, name));
    mkdirSync(join(to, '@cutover'));
    for (const name of readdirSync(join(from, '@cutover')))
      symlinkSync(readlinkSync(join(from, '@cutover', name)), join(to, '@cutover', name));
  }

  #mutate({ file, find, replace }: MutationRow): () => void {
    const path = join(this.folder, file);
    const source = readFileSync(path, 'utf8');
    if (source.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
    return () => writeFileSync(path, source);
  }

  async #jest(files: readonly string[], long: boolean, only: string | undefined): Promise<TestRun> {
    const results = join(this.folder, 'jest.json');
    rmSync(results, { force: true });
    const { CI: _, ...environment } = process.env;
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--experimental-vm-modules',
        'node_modules/jest/bin/jest.js',
        '--runInBand',
        // A removed rule may leave a step that waits for good.
        '--forceExit',
        '--json',
        `--outputFile=${results}`,
        ...(only === undefined ? [] : ['-t', only]),
        '--runTestsByPath',
        ...files,
      ],
      {
        cwd: this.folder,
        env: { ...environment, CUTOVER_SOURCE: '1', CUTOVER_TESTS: long ? 'long' : '' },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      },
    );

    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        log = `${log}${text}`.slice(-20_000);
      });
    await new Promise((resolve) => {
      child.once('exit', () => {
        endGroup(child.pid);
        resolve(undefined);
      });
    });
    if (!existsSync(results)) return { passed: 0, failed: [], unloaded: files, log };
    const { numPassedTests, testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
      numPassedTests: number;
      testResults: {
        name: string;
        status: string;
        assertionResults: { status: string; fullName: string }[];
      }[];
    };
    return {
      passed: numPassedTests,
      failed: testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      ),
      unloaded: testResults
        .filter(({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0)
        .map(({ name }) => name),
      log,
    };
  }
}

/** Kills a process and all that it started and left behind. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}
