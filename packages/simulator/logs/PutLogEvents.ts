import type { PutLogEventsRequest, PutLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import { compare } from './cursor.ts';
import type { LogsState } from './state.ts';

const MAX_EVENTS = 10_000;
const MAX_BYTES = 1_048_576;

/**
 * Timestamps far in the past or future are taken as they are: simulated time may be far from the writer's.
 * @throws ApiError InvalidParameterException, ResourceNotFoundException
 */
export function putLogEvents(logs: LogsState, input: PutLogEventsRequest): PutLogEventsResponse {
  const stream = logs.stream(logs.group({ logGroupName: input.logGroupName ?? '' }), input.logStreamName);
  const events = input.logEvents ?? [];
  if (events.length === 0 || events.length > MAX_EVENTS) {
    throw new ApiError(
      'InvalidParameterException',
      `1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length between 1 and ${MAX_EVENTS}`,
    );
  }
  let bytes = 0;
  let previous = 0;
  for (const { timestamp, message } of events) {
    if (timestamp === undefined || message === undefined || message === '')
      throw new ApiError('InvalidParameterException', 'Every log event needs a timestamp and a message.');
    if (timestamp < previous) {
      throw new ApiError(
        'InvalidParameterException',
        'Log events in a single PutLogEvents request must be in chronological order.',
      );
    }
    previous = timestamp;
    bytes += Buffer.byteLength(message) + 26;
  }
  if (bytes > MAX_BYTES)
    throw new ApiError('InvalidParameterException', 'Upload too large: more than 1048576 bytes.');
  const ingestionTime = logs.now();
  const last = stream.events.at(-1);
  for (const { timestamp = 0, message = '' } of events)
    stream.events.push({ timestamp, message, ingestionTime, order: logs.nextOrder() });
  if (last !== undefined && last.timestamp > (events[0]?.timestamp ?? 0)) stream.events.sort(compare);
  return { nextSequenceToken: String(logs.nextOrder()).padStart(56, '0') };
}
