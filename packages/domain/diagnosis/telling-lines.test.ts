import { describe, expect, test } from '@jest/globals';
import { tellingLine, tellingLines } from './telling-lines.ts';

const frames = (frame: (index: number) => string): readonly string[] =>
  Array.from({ length: 200 }, (_, index) => frame(index));

describe('the line that says most is', () => {
  test.each<[string, readonly string[], string]>([
    [
      'the last cause of a Java trace',
      [
        'Exception in thread "main" java.lang.RuntimeException: start failed',
        ...frames((index) => `\tat com.example.App.run(App.java:${index})`),
        'Caused by: java.lang.IllegalStateException: no tenant',
        ...frames((index) => `\tat com.example.Tenant.of(Tenant.java:${index})`),
        '\t... 12 more',
      ],
      'Caused by: java.lang.IllegalStateException: no tenant',
    ],
    [
      'the last exception of a Python chain',
      [
        'Traceback (most recent call last):',
        '  File "/app/main.py", line 3, in <module>',
        'ValueError: bad tenant',
        '',
        'During handling of the above exception, another exception occurred:',
        '',
        'Traceback (most recent call last):',
        '  File "/app/main.py", line 7, in <module>',
        'app.errors.StartError: tenant 7 is unknown',
      ],
      'app.errors.StartError: tenant 7 is unknown',
    ],
    [
      'the error before the stack of Node.js',
      [
        'starting',
        'Error: no tenant',
        ...frames((index) => `    at run (/app/main.js:${index}:1)`),
        '',
        'Node.js v24.0.0',
      ],
      'Error: no tenant',
    ],
    [
      'a line of level fatal in JSON',
      [
        '{"level":"info","msg":"starting"}',
        '{"level":"fatal","msg":"tenant is closed"}',
        '{"level":"info","msg":"bye"}',
      ],
      '{"level":"fatal","msg":"tenant is closed"}',
    ],
    ['the last line where none names an error', ['one', 'two', ''], 'two'],
  ])('%s', (_, lines, expected) => {
    expect(tellingLine(lines)).toBe(expected);
  });
});

test('several lines keep the order of the log, and none stands twice', () => {
  const lines = ['boot', 'ERROR one failed', 'ok', 'ERROR one failed', 'ERROR two failed', 'bye'];
  expect(tellingLines(lines, 5)).toEqual(['ERROR one failed', 'ERROR two failed']);
  expect(tellingLines([], 5)).toEqual([]);
});
