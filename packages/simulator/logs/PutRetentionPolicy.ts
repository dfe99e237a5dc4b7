import type { PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import type { LogsState } from './state.ts';

const DAYS = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

/** Recorded and shown; the simulator never expires events. @throws ApiError InvalidParameterException, ResourceNotFoundException */
export function putRetentionPolicy(logs: LogsState, input: PutRetentionPolicyRequest): void {
  const group = logs.group({ logGroupName: input.logGroupName ?? '' });
  const days = input.retentionInDays ?? Number.NaN;
  if (!DAYS.has(days)) {
    throw new ApiError(
      'InvalidParameterException',
      `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${[...DAYS].join(', ')}]`,
    );
  }
  group.retentionInDays = days;
}
