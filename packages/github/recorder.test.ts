import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Masks } from './masks.ts';
import { Recorder } from './recorder.ts';

const CLOCK = { now: () => 0, random: () => 0, sleep: () => Promise.resolve() };

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('a chatty container costs log lines, never what happens after it', () => {
  const recorder = new Recorder(CLOCK, new Masks(), 'redacted');
  for (let line = 0; line < 20_100; line++)
    recorder.report({ type: 'log.line', source: 'app', text: String(line), timestamp: line });
  recorder.report({ type: 'deployment.status', id: 'd-ABCDEFGHI', status: 'Succeeded' });
  expect(recorder.dropped).toBe(100);
  expect(recorder.events.at(-1)).toMatchObject({ type: 'deployment.status', status: 'Succeeded' });
});

test('a private key in the log of a container is hidden, whatever stands between its lines', () => {
  const recorder = new Recorder(CLOCK, new Masks(), 'redacted');
  const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
  const say = (source: string, text: string): void => {
    recorder.report({ type: 'log.line', source, text, timestamp: 0 });
  };
  say('app', '-----BEGIN PRIVATE KEY-----');
  say('sidecar', 'a request');
  say('app', line);
  say('sidecar', line);
  recorder.report({ type: 'note', text: 'no line of a container' });
  say('app', '-----END PRIVATE KEY-----');
  say('app', 'after it');
  expect(recorder.events.flatMap((event) => (event.type === 'log.line' ? [event.text] : []))).toEqual([
    '***',
    'a request',
    '***',
    line,
    '***',
    'after it',
  ]);
});
