import type { CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { ApiError } from '../kernel/api-error.ts';
import type { LogsState } from './state.ts';

/** @throws ApiError InvalidParameterException, ResourceAlreadyExistsException */
export function createLogGroup(logs: LogsState, input: CreateLogGroupRequest): void {
  const name = input.logGroupName ?? '';
  if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) {
    throw new ApiError(
      'InvalidParameterException',
      `1 validation error detected: Value '${name}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
    );
  }
  if (logs.groups.has(name))
    throw new ApiError('ResourceAlreadyExistsException', 'The specified log group already exists');
  logs.groups.set(name, {
    name,
    arn: logs.sim.arn('logs', `log-group:${name}`),
    creationTime: logs.now(),
    class: input.logGroupClass ?? 'STANDARD',
    ...(input.kmsKeyId === undefined ? {} : { kmsKeyId: input.kmsKeyId }),
    tags: new Map(Object.entries(input.tags ?? {})),
    streams: new Map(),
  });
}
