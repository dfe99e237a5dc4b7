import { expect, test } from '@jest/globals';
import { read } from './documents.ts';

interface Matcher {
  readonly problemMatcher: readonly { readonly pattern: readonly { readonly regexp: string }[] }[];
}

const { problemMatcher } = JSON.parse(read('workflows-examples/config/typescript-matcher.json')) as Matcher;
const pattern = new RegExp(problemMatcher[0]?.pattern[0]?.regexp ?? '(?!)');

// As packages/github/live-log.ts writes a line of a build.
test.each([
  [
    "00:12  build | #8 1.234 src/app/main.ts(3,15): error TS2345: Argument of type 'string'",
    'src/app/main.ts',
    '3',
    '15',
  ],
  ['75:12  build | src/main.tsx(120,1): warning TS6133: unused', 'src/main.tsx', '120', '1'],
])('the problem matcher for TypeScript finds %s', (line, file, row, column) => {
  expect(pattern.exec(line)?.slice(1, 4)).toEqual([file, row, column]);
});

test.each(['00:12  build | #8 DONE 1.2s', '00:12  build | error TS2345: no place'])('and not %s', (line) => {
  expect(pattern.exec(line)).toBeNull();
});
