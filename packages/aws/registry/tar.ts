import { open, type FileHandle } from 'node:fs/promises';

/** Where a file's bytes stand in an archive. */
export interface TarEntry {
  readonly offset: number;
  readonly size: number;
}

const BLOCK = 512;
/** Long names and pax records have a few kilobytes. */
const METADATA_LIMIT = 1024 * 1024;

/**
 * Lists the plain files of an uncompressed tar archive (ustar, pax and GNU long names) without reading their contents.
 * @throws SyntaxError when the file is no tar archive, or a compressed one
 */
export async function tarEntries(path: string): Promise<ReadonlyMap<string, TarEntry>> {
  const file = await open(path, 'r');
  try {
    const { size: whole } = await file.stat();
    const entries = new Map<string, TarEntry>();
    let next: { name?: string; size?: number } = {};
    let at = 0;
    for (;;) {
      const header = await block(file, at, BLOCK);
      if (header === undefined || header.every((byte) => byte === 0)) return entries;
      check(header, at);
      const size = next.size ?? number(header, 124, 12);
      if (!Number.isSafeInteger(size) || size < 0)
        throw new SyntaxError(`the entry at byte ${at} has no possible size`);
      const type = String.fromCharCode(header[156] ?? 0);
      const offset = at + BLOCK;
      if (offset + size > whole) throw new SyntaxError(`the entry at byte ${at} is cut off`);
      if ((type === 'x' || type === 'L') && size > METADATA_LIMIT)
        throw new SyntaxError(`the names at byte ${at} are longer than 1 MiB`);
      at = offset + Math.ceil(size / BLOCK) * BLOCK;
      switch (type) {
        case 'x':
          next = { ...next, ...pax((await block(file, offset, size)) ?? new Uint8Array()) };
          continue;
        case 'L':
          next = { ...next, name: text((await block(file, offset, size)) ?? new Uint8Array(), 0, size) };
          continue;
        case '0':
        case '\0':
          entries.set(clean(next.name ?? nameOf(header)), { offset, size });
          break;
        default:
      }
      next = {};
    }
  } finally {
    await file.close();
  }
}

async function block(file: FileHandle, position: number, length: number): Promise<Uint8Array | undefined> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return bytesRead < length ? undefined : buffer;
}

function check(header: Uint8Array, at: number): void {
  if (header[0] === 0x1f && header[1] === 0x8b) throw new SyntaxError('it is compressed with gzip');
  if (header[0] === 0x28 && header[1] === 0xb5) throw new SyntaxError('it is compressed with zstd');
  // The checksum is made with its own field full of spaces.
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (sum !== number(header, 148, 8)) throw new SyntaxError(`there is no tar header at byte ${at}`);
}

function text(bytes: Uint8Array, start: number, length: number): string {
  const end = bytes.indexOf(0, start);
  return Buffer.from(
    bytes.subarray(start, end === -1 ? start + length : Math.min(end, start + length)),
  ).toString('utf8');
}

/** Octal digits, or base 256 for what octal can't hold. */
function number(bytes: Uint8Array, start: number, length: number): number {
  if (((bytes[start] ?? 0) & 0x80) !== 0) {
    // Negative numbers begin with all bits set.
    if (bytes[start] === 0xff) return -1;
    const first = (bytes[start] ?? 0) & 0x7f;
    return bytes.subarray(start + 1, start + length).reduce((total, byte) => total * 256 + byte, first);
  }
  const digits = text(bytes, start, length).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN;
}

function nameOf(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : '';
  const name = text(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function clean(name: string): string {
  return name.replace(/^(?:\.?\/)+/, '');
}

/** Records `LENGTH KEY=value\n`. */
function pax(bytes: Uint8Array): { name?: string; size?: number } {
  const found: { name?: string; size?: number } = {};
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(Buffer.from(bytes.subarray(at, space)).toString());
    if (space === -1 || !Number.isInteger(length) || length <= 0) break;
    const record = Buffer.from(bytes.subarray(space + 1, at + length - 1)).toString('utf8');
    if (record.startsWith('path=')) found.name = record.slice('path='.length);
    if (record.startsWith('size=')) found.size = decimal(record.slice('size='.length));
    at += length;
  }
  return found;
}

function decimal(digits: string): number {
  return /^\d{1,20}$/.test(digits) ? Number(digits) : Number.NaN;
}
