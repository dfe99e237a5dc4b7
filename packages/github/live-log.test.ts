import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ProgressEvent } from '@cutover/domain/progress';
import { LiveLog } from './live-log.ts';

let written: string[];

beforeEach(() => {
  written = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** The lines that events at these seconds leave. */
function lines(...events: readonly (readonly [seconds: number, event: ProgressEvent])[]): string[] {
  const log = new LiveLog(0);
  for (const [seconds, event] of events) log.write(event, seconds * 1000);
  log.end();
  return written.join('').trimEnd().split('\n');
}

function note(text: string): ProgressEvent {
  return { type: 'note', text };
}

function status(id: string, text: string): ProgressEvent {
  return { type: 'deployment.status', id, status: text };
}

function waiting(seconds: number): ProgressEvent {
  return { type: 'still.waiting', what: 'the shift', seconds, budgetSeconds: 600 };
}

describe('the live log', () => {
  test('tells the time since the start', () => {
    expect(lines([0, note('a')], [65, note('b\nc')], [6000, note('d')])).toEqual([
      '00:00  a',
      '01:05  b',
      '       | c',
      '100:00  d',
    ]);
  });

  test('says the same of the same thing once, and again when it comes back', () => {
    expect(
      lines(
        [0, status('d-1', 'Created')],
        [1, status('d-1', 'Created')],
        [2, status('d-2', 'Created')],
        [3, status('d-1', 'Ready')],
        [4, status('d-1', 'Created')],
      ),
    ).toEqual([
      '00:00  Deployment d-1: Created',
      '00:02  Deployment d-2: Created',
      '00:03  Deployment d-1: Ready',
      '00:04  Deployment d-1: Created',
    ]);
  });

  test('repeats what a container repeats', () => {
    const line: ProgressEvent = { type: 'log.line', source: 'app', text: 'tick', timestamp: 0 };
    expect(lines([0, line], [1, line])).toEqual(['00:00  app | tick', '00:01  app | tick']);
  });

  test('gives a sign of life only after half a minute of silence', () => {
    expect(lines([0, note('a')], [20, waiting(20)], [35, waiting(35)], [40, waiting(40)])).toEqual([
      '00:00  a',
      '00:35  Still waiting for the shift (00:35 of 10:00)',
    ]);
  });

  test('folds documents away, nests nothing, and closes what was left open', () => {
    expect(
      lines(
        [0, { type: 'document', title: 'AppSpec', language: 'json', text: '{}' }],
        [1, { type: 'group.started', title: 'Migration' }],
        [1, { type: 'group.started', title: 'First' }],
        [2, { type: 'document', title: 'Diff', language: 'diff', text: '+ a\n::error::b' }],
        [3, { type: 'group.ended' }],
      ),
    ).toEqual([
      '::group::AppSpec',
      '| {}',
      '::endgroup::',
      '::group::Migration',
      '00:01  First',
      '00:02  Diff',
      '| + a',
      '| ::error::b',
      '::endgroup::',
    ]);
  });

  test('keeps colours and drops other control characters', () => {
    expect(lines([0, note('\u001b[31mred\u001b[0m\u0007\u0000')])).toEqual(['00:00  \u001b[31mred\u001b[0m']);
  });
});
