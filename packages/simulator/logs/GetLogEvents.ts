import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import { compare, type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
import type { LogsState, StoredEvent } from './state.ts';

const MAX_EVENTS = 10_000;
const MAX_BYTES = 1_048_576;
const EVENT_OVERHEAD = 26;

/**
 * Reads one page: the newest without token and `startFromHead`, else forwards or backwards from the token. The end is
 * reached when the returned token equals the one that was sent; the same token yields more once more was written.
 * @throws ApiError InvalidParameterException, ResourceNotFoundException
 */
export function getLogEvents(logs: LogsState, input: GetLogEventsRequest): GetLogEventsResponse {
  const stream = logs.stream(logs.group(input), input.logStreamName);
  const limit = input.limit ?? MAX_EVENTS;
  if (limit < 1 || limit > MAX_EVENTS) {
    throw new ApiError(
      'InvalidParameterException',
      `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value between 1 and ${MAX_EVENTS}`,
    );
  }
  const within = stream.events.filter(
    ({ timestamp }) =>
      timestamp >= (input.startTime ?? 0) && timestamp < (input.endTime ?? Number.POSITIVE_INFINITY),
  );
  const cursor = input.nextToken === undefined ? undefined : decodeCursor(input.nextToken);
  const forward = cursor === undefined ? input.startFromHead === true : cursor.direction === 'f';
  const candidates =
    cursor === undefined
      ? within
      : within.filter((event) => (forward ? compare(event, cursor) > 0 : compare(event, cursor) < 0));
  const events = cut(forward ? candidates : candidates.toReversed(), limit);
  if (!forward) events.reverse();
  const [first] = events;
  const last = events.at(-1);
  const place: Cursor = cursor ?? { timestamp: 0, order: 0 };
  // Of an empty page both tokens stay at the place that was asked for.
  return {
    events: events.map(({ timestamp, message, ingestionTime }) => ({ timestamp, message, ingestionTime })),
    nextForwardToken: encodeCursor('f', last ?? (forward ? place : before(place))),
    nextBackwardToken: encodeCursor('b', first ?? (forward ? behind(place) : place)),
  };
}

function cut(events: readonly StoredEvent[], limit: number): StoredEvent[] {
  const taken: StoredEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    bytes += Buffer.byteLength(event.message) + EVENT_OVERHEAD;
    if (taken.length >= limit || (bytes > MAX_BYTES && taken.length > 0)) break;
    taken.push(event);
  }
  return taken;
}

function before({ timestamp, order }: Cursor): Cursor {
  return { timestamp, order: Math.max(0, order - 1) };
}

function behind({ timestamp, order }: Cursor): Cursor {
  return { timestamp, order: order + 1 };
}
