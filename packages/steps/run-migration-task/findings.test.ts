import { expect, test } from '@jest/globals';
import { findingsOf } from './findings.ts';
import type { CommandRun } from './command-run.ts';

function ended(exitCode: number, tail: string): CommandRun {
  return {
    command: 'node migrate.js',
    task: {
      arn: 'arn:aws:ecs:us-east-1:123456789012:task/shop/0123456789abcdef',
      containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode }],
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
    },
    log: { tail, shown: tail },
    others: [],
  } as unknown as CommandRun;
}

const ids = (run: CommandRun): readonly string[] => findingsOf(run, 'app').map(({ id }) => id);

test('a command that fails for a reason of its own is explained by its own last lines', () => {
  const run = ended(1, 'applied 001\n\ncolumn "colour" of table shop is of no type');
  expect(findingsOf(run, 'app')).toMatchObject([
    { id: 'last-log-lines', evidence: ['applied 001', 'column "colour" of table shop is of no type'] },
  ]);
});

test('only the last lines of a long log are quoted', () => {
  const [finding] = findingsOf(ended(1, Array.from({ length: 100 }, (_, at) => `${at}`).join('\n')), 'app');
  expect(finding?.evidence).toHaveLength(10);
  expect(finding?.evidence.at(-1)).toBe('99');
});

test('a command that wrote nothing is explained by its exit code', () => {
  expect(ids(ended(1, ''))).toEqual(['exit-code-1']);
});

test('an exit code that says more stands before the last lines', () => {
  expect(ids(ended(126, 'words'))).toEqual(['exit-code-126', 'last-log-lines']);
});

test('a log that may not be shown is read for the cause, and not quoted', () => {
  const run = ended(1, 'ActiveRecord::PendingMigrationError: secret words');
  const hidden = { ...run, log: { tail: run.log.tail, shown: '' } } as unknown as CommandRun;
  const findings = findingsOf(hidden, 'app');
  expect(findings.map(({ id }) => id)).toContain('rails-pending-migrations');
  expect(JSON.stringify(findings)).not.toContain('secret words');
  expect(JSON.stringify(findings)).toContain('(not shown: show-logs is none)');
});
