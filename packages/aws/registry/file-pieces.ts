import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Bytes of one piece; larger ones cost memory and gain nothing. */
const PIECE = 256 * 1024;

/**
 * The piece that is being sent, the one that is held back until its blob is known to be whole, and the one that is read.
 */
const BUFFERS = 3;

/**
 * Reads a part of a file with a few buffers that are used over and over: gigabytes leave no garbage behind. A piece is
 * overwritten when the third one after it is asked for. A named pipe that has taken the file's place is not waited for.
 * @param size bytes from `offset` on; to the end of the file unless given
 */
export async function* filePieces(
  path: string,
  offset = 0,
  size = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(PIECE));
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const end = offset + size;
    for (let at = offset, turn = 0; at < end; turn++) {
      const buffer = buffers[turn % BUFFERS] ?? Buffer.alloc(PIECE);
      const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, end - at), at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
