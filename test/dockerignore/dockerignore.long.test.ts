import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DockerIgnore, type Ignored } from '@cutover/docker/dockerignore';
import * as fc from 'fast-check';
import { ROOT } from '../contracts/sources.ts';
import { findTool } from '../tools.ts';
import { PATH, REAL, RULES } from './patterns.ts';

const GO = findTool('go');
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const VERDICTS = 100_000;
const PATHS = 40;

jest.setTimeout(600_000);

interface Question {
  readonly rules: string;
  readonly paths: readonly string[];
}

/** Our verdicts, folder by folder as a walk asks: `1` is ignored. */
function ours({ paths, rules }: Question): string {
  const ignore = new DockerIgnore(rules);
  return paths
    .map((path) => {
      let about: Ignored | undefined;
      const parts = path.split('/');
      for (let length = 1; length <= parts.length; length++)
        about = ignore.look(parts.slice(0, length).join('/'), about);
      return about?.ignored === true ? '1' : '0';
    })
    .join('');
}

/** Real files, real files with a random line more, and random ones. */
function questions(count: number): readonly Question[] {
  const paths = fc.sample(fc.array(PATH, { minLength: PATHS, maxLength: PATHS }), {
    seed: SEED,
    numRuns: count,
  });
  const rules = fc.sample(RULES, { seed: SEED, numRuns: count });
  return rules.map((random, at) => {
    const real = REAL[at % REAL.length] ?? '';
    return {
      rules: at % 3 === 0 ? `${real}\n${random}` : at < REAL.length ? real : random,
      paths: paths[at] ?? [],
    };
  });
}

(GO === undefined ? describe.skip : describe)('.dockerignore, beside github.com/moby/patternmatcher', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cutover-patternmatcher-'));
    cpSync(join(ROOT, 'test/dockerignore/matcher'), folder, { recursive: true });
    execFileSync(GO ?? '', ['build', '-mod=readonly', '-o', 'matcher', '.'], { cwd: folder, stdio: 'pipe' });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test(`${VERDICTS} verdicts are the same`, () => {
    let compared = 0;
    const ignored = new Set<string>();
    const differences: string[] = [];
    const asked = questions((VERDICTS / PATHS) * 2);
    const { stdout } = spawnSync(join(folder, 'matcher'), {
      input: asked.map((one) => `${JSON.stringify(one)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const answers = stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(asked.length);
    for (const [at, question] of asked.entries()) {
      const theirs = answers[at] ?? '';
      // Docker refuses the file, and so there is no build.
      if (theirs === 'error') continue;
      const verdicts = ours(question);
      compared += theirs.length;
      for (const [index, path] of question.paths.entries()) {
        ignored.add(theirs[index] ?? '');
        if (theirs[index] !== verdicts[index])
          differences.push(
            `${JSON.stringify(question.rules)} ${path}: Docker ${theirs[index]}, we ${verdicts[index]}`,
          );
      }
    }
    expect(differences.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(VERDICTS);
    expect([...ignored].toSorted()).toEqual(['0', '1']);
  });
});
