import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOptions } from './command-line.ts';

const NONE = { docker: false, keep: false, verbose: false, report: undefined, summaries: undefined };

describe('the command line of npm start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-demo-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('no options', async () => {
    expect(await readOptions([])).toEqual(NONE);
  });

  test('a report in a folder that is there', async () => {
    const report = join(folder, 'report.json');
    expect(await readOptions(['--docker', '--report', report])).toEqual({ ...NONE, docker: true, report });
  });

  test('paths start where the user is', async () => {
    expect(await readOptions(['--summaries', 'pages', '--keep', '--verbose'], folder)).toEqual({
      ...NONE,
      keep: true,
      verbose: true,
      summaries: join(folder, 'pages'),
    });
  });

  test('summaries that are a file are refused', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(readOptions(['--summaries', file])).rejects.toThrow(/is a file/);
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
