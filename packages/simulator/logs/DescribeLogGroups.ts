import type { DescribeLogGroupsRequest, DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import { page } from './page.ts';
import type { LogsState } from './state.ts';

/** @throws ApiError InvalidParameterException */
export function describeLogGroups(
  logs: LogsState,
  input: DescribeLogGroupsRequest,
): DescribeLogGroupsResponse {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern } = input;
  if (prefix !== undefined && pattern !== undefined) {
    throw new ApiError(
      'InvalidParameterException',
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  }
  const found = [...logs.groups.values()]
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .filter(({ name }) => pattern === undefined || name.toLowerCase().includes(pattern.toLowerCase()))
    .filter(
      (group) => input.logGroupIdentifiers === undefined || input.logGroupIdentifiers.includes(group.name),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(found, input.limit ?? 50, input.nextToken);
  return {
    logGroups: items.map((group) => ({
      logGroupName: group.name,
      logGroupArn: group.arn,
      arn: `${group.arn}:*`,
      creationTime: group.creationTime,
      metricFilterCount: 0,
      logGroupClass: group.class as 'STANDARD',
      storedBytes: 0,
      ...(group.retentionInDays === undefined ? {} : { retentionInDays: group.retentionInDays }),
      ...(group.kmsKeyId === undefined ? {} : { kmsKeyId: group.kmsKeyId }),
    })),
    nextToken,
  };
}
