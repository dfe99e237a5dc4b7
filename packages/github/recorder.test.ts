import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Recorder } from './recorder.ts';

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('a chatty container costs log lines, never what happens after it', () => {
  const recorder = new Recorder({ now: () => 0, random: () => 0, sleep: () => Promise.resolve() });
  for (let line = 0; line < 20_100; line++)
    recorder.report({ type: 'log.line', source: 'app', text: String(line), timestamp: line });
  recorder.report({ type: 'deployment.status', id: 'd-ABCDEFGHI', status: 'Succeeded' });
  expect(recorder.dropped).toBe(100);
  expect(recorder.events.at(-1)).toMatchObject({ type: 'deployment.status', status: 'Succeeded' });
});
