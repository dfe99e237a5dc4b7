import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOptions } from './command-line.ts';

describe('the command line of npm start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-demo-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('no options', async () => {
    expect(await readOptions([])).toEqual({ docker: false, report: undefined });
  });

  test('a report in a folder that is there', async () => {
    const report = join(folder, 'report.json');
    expect(await readOptions(['--docker', '--report', report])).toEqual({ docker: true, report });
  });

  test.each([['--help'], ['-h']])('%s', async (option) => {
    expect(await readOptions([option])).toBe('help');
  });

  test.each([
    ['an unknown option', ['--bogus'], /--bogus/],
    ['a word that is no option', ['foo'], /foo/],
    ['a report without a path', ['--report'], /--report/],
    ['a report with an empty path', ['--report='], /--report needs the path of a file/],
  ])('%s is refused', async (_, argv, message) => {
    await expect(readOptions(argv)).rejects.toThrow(message);
  });

  test('a report that is a folder, or in no folder, is refused before anything starts', async () => {
    await expect(readOptions(['--report', folder])).rejects.toThrow(/is a folder/);
    await expect(readOptions(['--report', join(folder, 'no', 'x.json')])).rejects.toThrow(/is not there/);
  });
});
