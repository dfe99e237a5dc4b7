import { describe, expect, test } from '@jest/globals';
import {
  duringDeployment,
  formatSuspension,
  parseSuspension,
  restorationOf,
  type SuspendedScaling,
} from './scaling.ts';

/** `ios`: a letter for each kind that is suspended. */
function state(letters: string): SuspendedScaling {
  return { in: letters.includes('i'), out: letters.includes('o'), scheduled: letters.includes('s') };
}

const ALL = ['', 'i', 'o', 's', 'io', 'is', 'os', 'ios'];

test.each(ALL)('the state "%s" is read back as it was written', (letters) => {
  expect(parseSuspension(formatSuspension(state(letters)))).toEqual(state(letters));
});

test.each(['', 'in=false', 'in=yes out=false scheduled=false', 'in=false out=false scheduled=false x'])(
  'the text "%s" is no state',
  (text) => {
    expect(parseSuspension(text)).toBeUndefined();
  },
);

test.each(ALL)('what was "%s" before comes back exactly', (letters) => {
  const before = state(letters);
  const { to = duringDeployment(before), changed } = restorationOf(before, duringDeployment(before));
  expect(to).toEqual(before);
  expect(changed).toEqual([]);
});

describe('changes by somebody else', () => {
  test.each([
    ['scheduled actions were suspended meanwhile', '', 'is', 's', ['scheduled']],
    ['everything was resumed meanwhile', 's', '', undefined, ['scheduled']],
    ['scaling in was resumed meanwhile', '', '', undefined, []],
    ['scaling out was resumed meanwhile', 'o', 'i', '', ['out']],
  ] as const)('%s', (_, before, current, to, changed) => {
    const restoration = restorationOf(state(before), state(current));
    expect(restoration.to).toEqual(to === undefined ? undefined : state(to));
    expect(restoration.changed).toEqual(changed);
  });
});
