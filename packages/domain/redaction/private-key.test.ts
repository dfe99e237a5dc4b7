import { describe, expect, test } from '@jest/globals';
import { PrivateKeyLines } from './private-key.ts';
import { redactSecretsByForm } from './redact.ts';

const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const KEY = ['-----BEGIN RSA PRIVATE KEY-----', LINE, LINE, 'q83vEjQ=', '-----END RSA PRIVATE KEY-----'];

/** Lines that come one by one, as a reader sees them. */
function told(lines: readonly string[]): readonly string[] {
  const keys = new PrivateKeyLines();
  return lines.map((line) => redactSecretsByForm(keys.next(line)));
}

describe('a private key that comes line by line', () => {
  test.each<[string, readonly string[]]>([
    ['as it is in its file', KEY],
    ['indented', KEY.map((line) => `    ${line}`)],
    ['in quotes, as code has it', KEY.map((line) => `  "${line}\\n",`)],
    ['behind the time of a logger', KEY.map((line) => `2026-01-02T03:04:05Z INFO ${line}`)],
    ['with a pipe before it', KEY.map((line) => `app | ${line}`)],
    [
      'encrypted',
      [KEY[0] ?? '', 'Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,0123456789ABCDEF', '', ...KEY.slice(1)],
    ],
    ['without its end', [...KEY.slice(0, 3), 'the key could not be read']],
  ])('%s', (_, lines) => {
    const seen = told(['before', ...lines, 'after it']);
    expect(seen.join('\n')).not.toContain(LINE.slice(0, 30));
    expect([seen[0], seen.at(-1)]).toEqual(['before', 'after it']);
  });

  test('hides nothing behind it', () => {
    expect(told([...KEY, 'served', LINE]).slice(-2)).toEqual(['served', LINE]);
  });

  test('hides nothing when it is a certificate', () => {
    const lines = ['-----BEGIN CERTIFICATE-----', LINE, '-----END CERTIFICATE-----'];
    expect(told(lines)).toEqual(lines);
  });
});

test('the end of a key whose beginning was cut off does not leave', () => {
  const text = ['a line', ...KEY.slice(1), 'another'].join('\n');
  expect(redactSecretsByForm(text)).toBe(
    ['a line', '***', '***', '***', '-----END RSA PRIVATE KEY-----', 'another'].join('\n'),
  );
});

test.each([
  `${LINE}\n`,
  '-----END RSA PRIVATE KEY-----\n',
  '-----BEGIN RSA PRIVATE KEY-----\n',
  'a\n',
  '=',
  '"',
])('a megabyte of %j takes less than a second of CPU', (piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const before = process.cpuUsage();
  redactSecretsByForm(text);
  const keys = new PrivateKeyLines();
  keys.next(KEY[0] ?? '');
  keys.next(text);
  for (const line of text.split('\n')) keys.next(line);
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
