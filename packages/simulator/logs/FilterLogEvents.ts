import type { FilterLogEventsRequest, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import { compare } from './cursor.ts';
import { filterPattern } from './filter-pattern.ts';
import { page } from './page.ts';
import type { LogsState } from './state.ts';

/** @throws ApiError InvalidParameterException, ResourceNotFoundException */
export function filterLogEvents(logs: LogsState, input: FilterLogEventsRequest): FilterLogEventsResponse {
  const group = logs.group(input);
  const { logStreamNames: names, logStreamNamePrefix: prefix } = input;
  if (names !== undefined && prefix !== undefined) {
    throw new ApiError(
      'InvalidParameterException',
      'logStreamNames and logStreamNamePrefix cannot both be specified.',
    );
  }
  const streams =
    names === undefined
      ? [...group.streams.values()].filter(({ name }) => name.startsWith(prefix ?? ''))
      : names.map((name) => logs.stream(group, name));
  const matches = filterPattern(input.filterPattern);
  const found = streams
    .flatMap(({ name, events }) => events.map((event) => ({ name, ...event })))
    .filter(
      ({ timestamp, message }) =>
        timestamp >= (input.startTime ?? 0) &&
        timestamp <= (input.endTime ?? Number.POSITIVE_INFINITY) &&
        matches(message),
    )
    .toSorted(compare);
  if (input.startFromHead === false) found.reverse();
  const { items, nextToken } = page(found, input.limit ?? 10_000, input.nextToken);
  return {
    events: items.map(({ name, timestamp, message, ingestionTime, order }) => ({
      logStreamName: name,
      timestamp,
      message,
      ingestionTime,
      eventId: String(order).padStart(56, '0'),
    })),
    searchedLogStreams: [],
    nextToken,
  };
}
