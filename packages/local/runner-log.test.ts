import { expect, test } from '@jest/globals';
import { RunnerLog } from './runner-log.ts';

function read(lines: readonly string[], unfold = false): readonly string[] {
  const log = new RunnerLog(unfold);
  return lines.flatMap((line) => log.read(line)).map(({ kind, text }) => `${kind} ${text}`);
}

test('a masked value is hidden in every later line, whatever the line is', () => {
  expect(
    read([
      '::add-mask::s3cr3t',
      '::add-mask::first%0Asecond',
      '00:01  token s3cr3t',
      '::group::with s3cr3t',
      '00:01  app | DATABASE=s3cr3t-and-more',
      '::endgroup::',
      '::error::failed%0Abecause of second',
      '::warning::first',
    ]),
  ).toEqual([
    'plain 00:01  token ***',
    'group with ***',
    'plain 00:01  app | DATABASE=***-and-more',
    'error failed',
    'error because of ***',
    'warning ***',
  ]);
});

test('of two masks of which one holds the other, no rest is shown', () => {
  expect(read(['::add-mask::abc', '::add-mask::abcdef', 'x abcdef'])).toEqual(['plain x ***']);
});

test('a group is its title, unless it is unfolded', () => {
  const lines = ['::group::AppSpec', '| version', '::endgroup::', 'after', '::debug::no'];
  expect(read(lines)).toEqual(['group AppSpec', 'plain after']);
  expect(read(lines, true)).toEqual(['group AppSpec', 'plain | version', 'plain after']);
});
