import type { DescribeLogStreamsRequest, DescribeLogStreamsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import { page } from './page.ts';
import type { LogStreamState, LogsState } from './state.ts';

/** @throws ApiError InvalidParameterException, ResourceNotFoundException */
export function describeLogStreams(
  logs: LogsState,
  input: DescribeLogStreamsRequest,
): DescribeLogStreamsResponse {
  const group = logs.group(input);
  const byTime = input.orderBy === 'LastEventTime';
  const limit = input.limit ?? 50;
  if (byTime && input.logStreamNamePrefix !== undefined)
    throw new ApiError(
      'InvalidParameterException',
      'Cannot order by LastEventTime with a logStreamNamePrefix.',
    );
  if (limit < 1 || limit > 50) {
    throw new ApiError(
      'InvalidParameterException',
      `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50`,
    );
  }
  const last = (stream: LogStreamState): number => stream.events.at(-1)?.timestamp ?? 0;
  const found = [...group.streams.values()]
    .filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''))
    .toSorted((a, b) => (byTime ? last(a) - last(b) : a.name < b.name ? -1 : 1));
  if (input.descending === true) found.reverse();
  const { items, nextToken } = page(found, limit, input.nextToken);
  return {
    logStreams: items.map((stream) => {
      const [first] = stream.events;
      const latest = stream.events.at(-1);
      return {
        logStreamName: stream.name,
        arn: stream.arn,
        creationTime: stream.creationTime,
        storedBytes: 0,
        ...(first === undefined || latest === undefined
          ? {}
          : {
              firstEventTimestamp: first.timestamp,
              lastEventTimestamp: latest.timestamp,
              lastIngestionTime: latest.ingestionTime,
              uploadSequenceToken: String(latest.order).padStart(56, '0'),
            }),
      };
    }),
    nextToken,
  };
}
