import { describe, expect, test } from '@jest/globals';
import { withoutConsoleAddresses, withoutConsoleLinks } from './console-links.ts';

const CONSOLE = 'https://us-east-1.console.aws.amazon.com/ecs/v2?region=us-east-1';

describe('a summary of a simulated account', () => {
  test.each([
    [
      `[Service \\[web\\]](${CONSOLE}) · [App](http://127.0.0.1:8000)`,
      'Service \\[web\\] · [App](http://127.0.0.1:8000)',
    ],
    [`**What now:** Deploy again. [Open the console](${CONSOLE})`, '**What now:** Deploy again.'],
    ['[Documentation](https://docs.aws.amazon.com/a)', '[Documentation](https://docs.aws.amazon.com/a)'],
  ])('%s', (markdown, expected) => {
    expect(withoutConsoleLinks(markdown)).toBe(expected);
  });
});

test.each([
  [`Deployment d-1 of web:2: ${CONSOLE}`, 'Deployment d-1 of web:2'],
  ['See https://docs.aws.amazon.com/a', 'See https://docs.aws.amazon.com/a'],
])('a line of its log: %s', (line, expected) => {
  expect(withoutConsoleAddresses(line)).toBe(expected);
});
