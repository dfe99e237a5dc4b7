import { expect, test } from '@jest/globals';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { World } from '../world.ts';
import { explanationOf } from './explanation.ts';

function explained(text: string | undefined) {
  const events: ProgressEvent[] = [];
  const world = { progress: { report: (event: ProgressEvent) => events.push(event) } } as unknown as World;
  return { sections: explanationOf(text, world), events };
}

test('a text is explained in the log and in the summary', () => {
  const { events, sections } = explained("KeyError: 'DATABASE_URL'");
  expect(events).toEqual([
    {
      type: 'note',
      text: expect.stringMatching(
        /^Input explain: The variable DATABASE_URL is not set .*\(variable-missing, certain\)$/,
      ),
    },
  ]);
  expect(sections).toEqual([
    expect.objectContaining({
      title: 'Explanation',
      facts: expect.arrayContaining([['Id', 'variable-missing (certain)']]),
    }),
  ]);
});

test('a text without a known failure is said to be unknown', () => {
  const { sections } = explained('all is well');
  expect(sections).toMatchObject([
    { facts: [['Cause', 'No known failure stands in the text of input explain.']] },
  ]);
});

test('without a text nothing is said', () => {
  expect(explained(undefined)).toEqual({ sections: [], events: [] });
});
