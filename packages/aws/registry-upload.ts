import type { Descriptor } from '@cutover/domain/image-manifest';
import { TransientRegistryError, UploadLostError } from './registry-error.ts';
import type { Registry } from './registry.ts';

/** A session of the registry that takes one blob; it moves with every answer. */
interface Session {
  readonly location: string;
  /** Bytes that have arrived. */
  readonly arrived: number;
}

/**
 * Sends one blob in a stream. When the connection breaks, the registry is asked how much has arrived and the rest is sent;
 * a registry that can't tell gets the blob from the start.
 * @param bytes the blob from byte `from` on
 */
export async function uploadBlob(
  registry: Registry,
  blob: Descriptor,
  bytes: (from: number) => AsyncIterable<Uint8Array>,
): Promise<void> {
  let session: Session | undefined;
  let best = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      session ??= await begin(registry);
      while (session.arrived < blob.size) session = await send(registry, session, blob, bytes);
      await finish(registry, session, blob);
      return;
    } catch (error) {
      if (!(error instanceof TransientRegistryError || error instanceof UploadLostError)) throw error;
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
}

async function begin(registry: Registry): Promise<Session> {
  const response = await registry.ask('POST', 'blobs/uploads/', { headers: { 'content-length': '0' } });
  return { location: locationOf(response), arrived: 0 };
}

async function send(
  registry: Registry,
  { location, arrived }: Session,
  blob: Descriptor,
  bytes: (from: number) => AsyncIterable<Uint8Array>,
): Promise<Session> {
  const body = watched(bytes(arrived));
  const response = await registry
    .ask('PATCH', location, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(blob.size - arrived),
        // A first chunk that is the whole blob needs no range, as Docker sends it; a later one says where it starts.
        ...(arrived === 0 ? {} : { 'content-range': `${arrived}-${blob.size - 1}` }),
      },
      body: body.bytes,
    })
    .catch((error: unknown) => {
      // What went wrong at the source tells more than the request that broke off for it.
      throw body.error() ?? error;
    });
  return { location: locationOf(response), arrived: arrivedOf(response) ?? blob.size };
}

/** The same bytes, and the error that ended them, if one did. */
function watched(bytes: AsyncIterable<Uint8Array>): {
  bytes: AsyncIterable<Uint8Array>;
  error: () => Error | undefined;
} {
  let failure: Error | undefined;
  async function* pass(): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }
  return { bytes: pass(), error: () => failure };
}

async function finish(registry: Registry, { location }: Session, blob: Descriptor): Promise<void> {
  // The location may have a query of its own.
  const separator = location.includes('?') ? '&' : '?';
  await registry.ask('PUT', `${location}${separator}digest=${encodeURIComponent(blob.digest)}`, {
    headers: { 'content-length': '0' },
  });
}

/** Where the session stands; undefined when it has to be begun anew. */
async function status(registry: Registry, session: Session): Promise<Session | undefined> {
  try {
    const response = await registry.ask('GET', session.location);
    const arrived = arrivedOf(response);
    // `0-0` is said for one byte and for none alike; a single byte is not worth the doubt.
    return arrived === undefined || arrived <= 1
      ? undefined
      : { location: response.headers.get('location') ?? session.location, arrived };
  } catch (error) {
    if (error instanceof UploadLostError || error instanceof TransientRegistryError) return undefined;
    throw error;
  }
}

function locationOf(response: Response): string {
  const location = response.headers.get('location');
  if (location === null) throw new UploadLostError('the registry gave no location for the upload');
  return location;
}

/** Bytes that have arrived, from `Range: 0-99`. */
function arrivedOf(response: Response): number | undefined {
  const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(response.headers.get('range') ?? '') ?? [];
  return last === undefined ? undefined : Number(last) + 1;
}
