import type { GetApplicationRevisionInput, GetApplicationRevisionOutput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { resolveRevision } from './revision.ts';
import type { CodeDeployState } from './state.ts';

/** The only call that gives the AppSpec's content back. */
export function getApplicationRevision(
  state: CodeDeployState,
  input: GetApplicationRevisionInput,
): GetApplicationRevisionOutput {
  const application = state.application(input.applicationName);
  const { sha256 } = resolveRevision(application, input.revision);
  const found = application.revisions.get(sha256 ?? '');
  if (found === undefined) {
    throw new ApiError('RevisionDoesNotExistException', `No revision found for sha256: ${sha256 ?? ''}`);
  }
  return {
    applicationName: application.name,
    revision: { revisionType: 'AppSpecContent', appSpecContent: found.appSpec },
    revisionInfo: {
      description: found.description,
      deploymentGroups: [...found.deploymentGroups],
      firstUsedTime: found.firstUsedTime,
      lastUsedTime: found.lastUsedTime,
      registerTime: found.registerTime,
    },
  };
}
