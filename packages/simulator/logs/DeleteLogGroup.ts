import type { DeleteLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { LogsState } from './state.ts';

/** @throws ApiError ResourceNotFoundException */
export function deleteLogGroup(logs: LogsState, input: DeleteLogGroupRequest): void {
  logs.groups.delete(logs.group({ logGroupName: input.logGroupName ?? '' }).name);
}
