import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, link, lstat, mkdir, open, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const MAX_LINKS = 40;

/**
 * Applies one layer (tar, plain or with gzip or zstd) to the root file system in `root`: later layers replace what
 * earlier ones put there, whiteouts remove it. Nothing outside `root` is read or written, whatever the archive names.
 */
export async function unpackLayer(file: string, root: string): Promise<void> {
  const written = new Set<string>();
  let failed: Error | undefined;
  let chain = Promise.resolve();
  const after = async (previous: Promise<void>, entry: ReadEntry): Promise<void> => {
    await previous;
    try {
      if (failed === undefined) await extract(entry, root, written);
    } catch (error) {
      failed = error as Error;
    } finally {
      entry.resume();
    }
  };
  const parser = new Parser({
    strict: false,
    onReadEntry: (entry) => {
      // The parser hands out the next entry once this one is consumed, so the order of the archive is kept.
      chain = after(chain, entry);
    },
  });
  const decompress = await decompressor(file);
  const end = new Promise<void>((done, fail) => {
    parser.on('end', done);
    parser.on('error', fail);
  });
  await Promise.all([
    decompress === undefined
      ? pipeline(createReadStream(file), parser as unknown as NodeJS.WritableStream)
      : pipeline(createReadStream(file), decompress, parser as unknown as NodeJS.WritableStream),
    end,
  ]);
  await chain;
  if (failed !== undefined) throw failed;
}

/** By the first bytes: media types of layers are often wrong. */
async function decompressor(file: string): Promise<Transform | undefined> {
  const handle = await open(file);
  try {
    const magic = Buffer.alloc(4);
    await handle.read(magic, 0, 4, 0);
    if (magic.readUInt16BE(0) === 0x1f8b) return zlib.createGunzip();
    if (magic.readUInt32BE(0) === 0x28b52ffd) {
      if (!('createZstdDecompress' in zlib))
        throw new Error(
          `a layer is compressed by zstd, which Node ${process.versions.node} can’t read; use Node 22.15 or later`,
        );
      return zlib.createZstdDecompress();
    }
    return undefined;
  } finally {
    await handle.close();
  }
}

async function extract(entry: ReadEntry, root: string, written: Set<string>): Promise<void> {
  const path = entry.path.split('/').filter((part) => part !== '' && part !== '.');
  const name = path.at(-1);
  if (name === undefined) return;
  if (path.includes('..')) throw new Error(`layer entry ${entry.path} leaves the root file system`);
  const parent = await directory(root, path.slice(0, -1));
  if (name === OPAQUE) {
    await clear(parent, written);
    return;
  }
  if (name.startsWith(WHITEOUT)) {
    const hidden = join(parent, name.slice(WHITEOUT.length));
    if (dirname(hidden) === parent && !written.has(hidden))
      await rm(hidden, { recursive: true, force: true });
    return;
  }
  const target = join(parent, name);
  written.add(target);
  // Every directory above is now this layer's too: an opaque whiteout that comes later must not take it away.
  for (let above = parent; above.length > root.length; above = dirname(above)) written.add(above);
  await put(entry, root, target);
}

async function put(entry: ReadEntry, root: string, target: string): Promise<void> {
  const mode = (entry.mode ?? 0o644) & 0o7777;
  const existing = await lstat(target).catch(() => undefined);
  if (entry.type === 'Directory') {
    if (existing !== undefined && !existing.isDirectory()) await rm(target, { force: true });
    await mkdir(target, { recursive: true });
    // Owner access is kept, so that what lies in it can be unpacked and removed without being root.
    await chmod(target, mode | 0o700);
    return;
  }
  if (existing !== undefined) await rm(target, { recursive: true, force: true });
  if (entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile') {
    await pipeline(entry, createWriteStream(target));
    await chmod(target, mode | 0o400);
  } else if (entry.type === 'SymbolicLink') {
    await symlink(inside(root, target, entry.linkpath ?? ''), target);
  } else if (entry.type === 'Link') {
    const parts = (entry.linkpath ?? '').split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..')) throw new Error(`hard link ${entry.path} leaves the root file system`);
    await link(join(await directory(root, parts.slice(0, -1)), parts.at(-1) ?? ''), target);
  }
  // Devices and FIFOs are left out: a container gets its own /dev.
}

/** A link target as a relative path that doesn't climb above `root`: absolute links of an image mean its own root. */
function inside(root: string, at: string, target: string): string {
  const from = dirname(at);
  const base = target.startsWith('/') ? [] : relative(root, from).split(sep);
  const parts = base.filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return relative(from, join(root, ...parts)) || '.';
}

/** The real directory behind `path`, made where it is missing, following symbolic links as if `root` were `/`. */
async function directory(root: string, path: readonly string[]): Promise<string> {
  const todo = [...path];
  let at = root;
  let links = 0;
  for (let part = todo.shift(); part !== undefined; part = todo.shift()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (at !== root) at = dirname(at);
      continue;
    }
    const next = join(at, part);
    const status = await lstat(next).catch(() => undefined);
    if (status?.isSymbolicLink() === true) {
      links += 1;
      if (links > MAX_LINKS) throw new Error(`too many symbolic links in ${path.join('/')}`);
      const target = await readlink(next);
      if (target.startsWith('/')) at = root;
      todo.unshift(...target.split('/'));
      continue;
    }
    if (status !== undefined && !status.isDirectory()) await rm(next, { force: true });
    if (status?.isDirectory() !== true) await mkdir(next);
    at = next;
  }
  return at;
}

/** Removes what earlier layers left in a directory; what this layer wrote stays. */
async function clear(path: string, written: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(path)) {
    const child = join(path, basename(name));
    if (!written.has(child)) {
      await rm(child, { recursive: true, force: true });
      continue;
    }
    if ((await lstat(child)).isDirectory()) await clear(child, written);
  }
}
