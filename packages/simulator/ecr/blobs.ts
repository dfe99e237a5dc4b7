import { createHash, randomUUID, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** An upload that has not been completed: bytes so far and their running digest. */
export interface Upload {
  readonly id: string;
  readonly repository: string;
  readonly file: string;
  readonly hash: Hash;
  /** Bytes received. */
  size: number;
  /** Two requests must not write one upload at once. */
  busy: boolean;
}

export const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Layers and configs on disk, addressed by digest, and the uploads that become them. */
export class Blobs {
  readonly #directory: string;
  readonly #uploads = new Map<string, Upload>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  path(digest: string): string {
    return join(this.#directory, 'blobs', digest.replace(':', '-'));
  }

  async size(digest: string): Promise<number> {
    return (await stat(this.path(digest))).size;
  }

  read(digest: string, range: { start?: number; end?: number } = {}): Readable {
    return createReadStream(this.path(digest), range);
  }

  async begin(repository: string): Promise<Upload> {
    await mkdir(join(this.#directory, 'uploads'), { recursive: true });
    await mkdir(join(this.#directory, 'blobs'), { recursive: true });
    const id = randomUUID();
    const file = join(this.#directory, 'uploads', id);
    await (await open(file, 'w')).close();
    const upload: Upload = { id, repository, file, hash: createHash('sha256'), size: 0, busy: false };
    this.#uploads.set(id, upload);
    return upload;
  }

  upload(repository: string, id: string): Upload | undefined {
    const upload = this.#uploads.get(id);
    return upload?.repository === repository ? upload : undefined;
  }

  /** Appends a stream. What arrived before the stream broke off is kept, so that the client can resume. */
  async append(upload: Upload, source: AsyncIterable<Buffer>): Promise<void> {
    upload.busy = true;
    let file: FileHandle | undefined;
    try {
      file = await open(upload.file, 'a');
      for await (const chunk of source) {
        await file.appendFile(chunk);
        upload.hash.update(chunk);
        upload.size += chunk.length;
      }
    } finally {
      upload.busy = false;
      await file?.close();
    }
  }

  /** Turns a finished upload into a blob; false when the bytes have another digest, which ends the upload too. */
  async commit(upload: Upload, digest: string): Promise<boolean> {
    this.#uploads.delete(upload.id);
    const actual = `sha256:${upload.hash.digest('hex')}`;
    if (actual !== digest) {
      await rm(upload.file, { force: true });
      return false;
    }
    await rename(upload.file, this.path(digest));
    return true;
  }

  async cancel(upload: Upload): Promise<void> {
    this.#uploads.delete(upload.id);
    await rm(upload.file, { force: true });
  }

  async remove(digest: string): Promise<void> {
    await rm(this.path(digest), { force: true });
  }
}
