import type { Digest } from '@cutover/domain/image/digest';
import type { Descriptor } from '@cutover/domain/image/manifest';
import { BlobReader } from './blob-reader.ts';
import { TransientRegistryError, UploadLostError } from './error.ts';
import type { Registry } from './registry.ts';

/** A session of the registry that takes one blob; it moves with every answer. */
export interface UploadSession {
  readonly location: string;
  /** Bytes that have arrived. */
  readonly arrived: number;
}

/**
 * Bytes in one request. What the registry has acknowledged need not be sent again, whatever it keeps of a request that
 * broke off. ECR wants parts of at least 5 MiB (LayerPartTooSmallException).
 */
const CHUNK = 64 * 1024 * 1024;

/**
 * Takes a blob over from another repository of the same registry, without sending it.
 * @returns `mounted`, or the session that the registry began instead because it has no such blob there, or doesn't do
 *   that (BLOB_MOUNTING of ECR's account settings); undefined when nothing was begun
 */
export async function mountBlob(
  registry: Registry,
  digest: Digest,
  repositories: readonly string[],
): Promise<'mounted' | UploadSession | undefined> {
  let last: UploadSession | undefined;
  for (const from of repositories) {
    try {
      const query = `mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`;
      const { mounted, ...session } = await begin(registry, `?${query}`);
      if (mounted) return 'mounted';
      last = session;
    } catch (error) {
      // The blob can be sent all the same, and whatever is wrong with that shows then.
      registry.signal.throwIfAborted();
      if (error instanceof TypeError) throw error;
    }
  }
  return last;
}

/**
 * Sends one blob in chunks. When the connection breaks, the registry is asked how much has arrived and the rest is sent;
 * a registry that can't tell gets the blob from the start.
 * @param bytes the blob from byte `from` on
 * @param begun a session that is open already
 */
export async function uploadBlob(
  registry: Registry,
  blob: Descriptor,
  bytes: (from: number) => AsyncIterable<Uint8Array>,
  begun?: UploadSession,
): Promise<void> {
  let session = begun;
  let best = 0;
  const reader = new BlobReader(bytes);
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        session ??= await begin(registry);
        while (session.arrived < blob.size) session = await send(registry, session, blob, reader);
        await finish(registry, session, blob);
        return;
      } catch (error) {
        if (!(error instanceof TransientRegistryError || error instanceof UploadLostError)) throw error;
        await reader.close();
        await registry.pause(attempt, error);
        // The last answer may have been lost on its way back.
        if (await registry.hasBlob(blob.digest)) return;
        session = session === undefined ? undefined : await status(registry, session);
        if (session !== undefined && session.arrived > best) {
          best = session.arrived;
          attempt = 0;
        }
      }
    }
  } finally {
    await reader.close();
  }
}

async function begin(registry: Registry, query = ''): Promise<UploadSession & { readonly mounted: boolean }> {
  const response = await registry.ask('POST', `blobs/uploads/${query}`, {
    headers: { 'content-length': '0' },
  });
  return { location: locationOf(response), arrived: 0, mounted: response.status === 201 };
}

async function send(
  registry: Registry,
  { location, arrived }: UploadSession,
  blob: Descriptor,
  reader: BlobReader,
): Promise<UploadSession> {
  const end = Math.min(blob.size, arrived + CHUNK);
  const response = await registry
    .ask('PATCH', location, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(end - arrived),
        // A first chunk that is the whole blob needs no range, as Docker sends it; any other one says where it starts.
        ...(arrived === 0 && end === blob.size ? {} : { 'content-range': `${arrived}-${end - 1}` }),
      },
      body: reader.read(arrived, end),
    })
    .catch((error: unknown) => {
      // The source's error explains more than the broken request that it caused.
      throw reader.failure ?? error;
    });
  return { location: locationOf(response, location), arrived: arrivedOf(response) ?? end };
}

async function finish(registry: Registry, { location }: UploadSession, blob: Descriptor): Promise<void> {
  // The location may have a query of its own.
  const separator = location.includes('?') ? '&' : '?';
  await registry.ask('PUT', `${location}${separator}digest=${encodeURIComponent(blob.digest)}`, {
    headers: { 'content-length': '0' },
  });
}

/** Where the session stands; undefined when it has to be begun anew. */
async function status(registry: Registry, session: UploadSession): Promise<UploadSession | undefined> {
  try {
    const response = await registry.ask('GET', session.location);
    const arrived = arrivedOf(response);
    // `0-0` is said for one byte and for none alike; a single byte is not worth the doubt.
    return arrived === undefined || arrived <= 1
      ? undefined
      : { location: movedTo(session.location, response) ?? session.location, arrived };
  } catch (error) {
    if (error instanceof UploadLostError || error instanceof TransientRegistryError) return undefined;
    throw error;
  }
}

function locationOf(response: Response, asked = ''): string {
  const location = movedTo(asked, response);
  if (location === undefined) throw new UploadLostError('the registry gave no location for the upload');
  return location;
}

/** The `Location` of an answer; a relative one belongs to the host that was asked, which may not be the registry's own. */
function movedTo(asked: string, response: Response): string | undefined {
  const location = response.headers.get('location') ?? undefined;
  return location === undefined || !URL.canParse(asked) ? location : new URL(location, asked).href;
}

/** Bytes that have arrived, from `Range: 0-99`. */
function arrivedOf(response: Response): number | undefined {
  const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(response.headers.get('range') ?? '') ?? [];
  return last === undefined ? undefined : Number(last) + 1;
}
