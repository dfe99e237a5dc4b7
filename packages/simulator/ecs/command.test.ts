import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { resolveCommand } from './command.ts';

const base = mkdtempSync(join(tmpdir(), 'command-'));
const root = join(base, 'root');
const host = join(base, 'host');
program(join(root, 'usr/local/bin'), 'tool');
program(join(root, 'usr/local/bin'), 'both');
program(host, 'both');
mkdirSync(join(root, 'app'), { recursive: true });
writeFileSync(join(root, 'app/main.js'), '');
afterAll(() => rmSync(base, { recursive: true }));

function program(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), 0o755);
}

describe('the program', () => {
  test.each([
    ['on this machine before the image', 'both', join(host, 'both')],
    ['on the image’s PATH', 'tool', join(root, 'usr/local/bin/tool')],
    ['by absolute path below the root folder', '/usr/local/bin/tool', join(root, 'usr/local/bin/tool')],
    ['node even without PATH', 'node', process.execPath],
  ])('is found %s', (_where, word, file) => {
    expect(resolveCommand([word], root, '/usr/local/bin:/bin', host).file).toBe(file);
  });

  test.each([
    [['nothing'], 'exec: "nothing": executable file not found in $PATH'],
    [['/no/such'], 'exec: "/no/such": stat /no/such: no such file or directory'],
    [[], 'no command specified'],
  ])('%j is not found', (argv, message) => {
    expect(() => resolveCommand(argv, root, '/bin', host)).toThrow(message);
  });
});

test('absolute paths of the image move below the root folder, other words stay', () => {
  expect(
    resolveCommand(['both', '/app/main.js', '/not/there', '/', '--x=/app', '../app'], root, undefined, host)
      .args,
  ).toEqual([join(root, 'app/main.js'), '/not/there', '/', '--x=/app', '../app']);
});

test('no path leads out of the root folder', () => {
  expect(resolveCommand(['both', '/../../app/main.js'], root, undefined, host).args).toEqual([
    join(root, 'app/main.js'),
  ]);
});
