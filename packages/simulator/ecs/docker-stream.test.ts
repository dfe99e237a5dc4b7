import { expect, test } from '@jest/globals';
import { Demultiplexer } from './docker-stream.ts';

function frame(source: number, bytes: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header[0] = source;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

test('frames are put together wherever the connection and the characters were cut', () => {
  const euro = Buffer.from('€');
  const all = Buffer.concat([
    frame(1, Buffer.concat([Buffer.from('one '), euro.subarray(0, 1)])),
    frame(2, Buffer.from('error\n')),
    frame(1, Buffer.concat([euro.subarray(1), Buffer.from('\n')])),
  ]);
  for (let size = 1; size <= all.length; size++) {
    const seen = { stdout: '', stderr: '' };
    const streams = new Demultiplexer((source, chunk) => (seen[source] += chunk));
    for (let at = 0; at < all.length; at += size) streams.feed(all.subarray(at, at + size));
    expect(seen).toEqual({ stdout: 'one €\n', stderr: 'error\n' });
  }
});
