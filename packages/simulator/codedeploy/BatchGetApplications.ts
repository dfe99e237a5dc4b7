import type { BatchGetApplicationsInput, BatchGetApplicationsOutput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { getApplication } from './GetApplication.ts';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

/** At most 100 names (limits page). @throws ApplicationDoesNotExistException for any unknown name (API model). */
export function batchGetApplications(
  state: CodeDeployState,
  input: BatchGetApplicationsInput,
): BatchGetApplicationsOutput {
  const names = input.applicationNames ?? [];
  if (names.length === 0)
    throw new ApiError('ApplicationNameRequiredException', 'Application name is required');
  if (names.length > 100)
    throw new ApiError('BatchLimitExceededException', 'At most 100 applications can be described');
  return {
    applicationsInfo: names.flatMap((name) => {
      const applicationName = checkedName('Application', name);
      return getApplication(state, { applicationName }).application ?? [];
    }),
  };
}
