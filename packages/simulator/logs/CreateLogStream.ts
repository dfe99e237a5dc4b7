import type { CreateLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import type { LogsState } from './state.ts';

/** @throws ApiError InvalidParameterException, ResourceNotFoundException, ResourceAlreadyExistsException */
export function createLogStream(logs: LogsState, input: CreateLogStreamRequest): void {
  const group = logs.group({ logGroupName: input.logGroupName ?? '' });
  const name = input.logStreamName ?? '';
  if (!/^[^:*]{1,512}$/.test(name)) {
    throw new ApiError(
      'InvalidParameterException',
      `1 validation error detected: Value '${name}' at 'logStreamName' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*]*`,
    );
  }
  if (group.streams.has(name))
    throw new ApiError('ResourceAlreadyExistsException', 'The specified log stream already exists');
  group.streams.set(name, {
    name,
    arn: `${group.arn}:log-stream:${name}`,
    creationTime: logs.now(),
    events: [],
  });
}
