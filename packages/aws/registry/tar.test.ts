import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { tarEntries } from './tar.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-tar-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A header whose checksum is right, whatever its fields say. */
function header(name: string, size: string | Buffer, type = '0'): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  if (typeof size === 'string') block.write(size, 124);
  else size.copy(block, 124);
  block.fill(' ', 148, 156);
  block.write(type, 156);
  block.write('ustar', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function record(text: string): Buffer {
  const length = text.length + 4;
  return Buffer.concat([Buffer.from(`${length} ${text}\n`)], 512);
}

const body = Buffer.concat([Buffer.from('hello')], 512);
const octal = (size: number): string => `${size.toString(8).padStart(11, '0')}\0`;
const large = (first: number): Buffer => Buffer.concat([Buffer.from([first])], 12).fill(0xff, 1);

async function entriesOf(...blocks: readonly Buffer[]) {
  const path = join(folder, 'image.tar');
  await writeFile(path, Buffer.concat(blocks));
  return await tarEntries(path);
}

test('a whole archive has its entries', async () => {
  const entries = await entriesOf(header('a', octal(5)), body, header('b', octal(0)), Buffer.alloc(1024));
  expect([...entries]).toEqual([
    ['a', { offset: 512, size: 5 }],
    ['b', { offset: 1536, size: 0 }],
  ]);
});

test.each<[string, readonly Buffer[], RegExp]>([
  ['a negative size in base 256', [header('a', large(0xff)), body], /no possible size/],
  ['a size beyond all numbers', [header('a', large(0x80)), body], /no possible size/],
  ['a size that is no number', [header('a', '-0000000512'), body], /no possible size/],
  ['letters for a size', [header('a', 'deadbeef'), body], /no possible size/],
  ['a size beyond the file', [header('a', octal(4096)), body], /is cut off/],
  [
    'a negative size in a pax record',
    [header('x', octal(13), 'x'), record('size=-512'), header('a', octal(5)), body],
    /no possible size/,
  ],
  [
    'a size of 400 digits in a pax record',
    [header('x', octal(410), 'x'), record(`size=${'9'.repeat(400)}`), header('a', octal(5)), body],
    /no possible size/,
  ],
  [
    'names of gigabytes',
    [header('L', octal(2 * 1024 * 1024), 'L'), Buffer.alloc(2 * 1024 * 1024)],
    /longer than 1 MiB/,
  ],
  ['no checksum', [Buffer.alloc(512, 'x')], /no tar header at byte 0/],
])('%s is told, and ends the reading', async (_, blocks, message) => {
  await expect(entriesOf(...blocks, Buffer.alloc(1024))).rejects.toThrow(SyntaxError);
  await expect(entriesOf(...blocks, Buffer.alloc(1024))).rejects.toThrow(message);
});
