import type { RegisterApplicationRevisionInput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { parseAppSpec } from './appspec.ts';
import { registerRevision, resolveRevision } from './revision.ts';
import type { CodeDeployState } from './state.ts';

export function registerApplicationRevision(
  state: CodeDeployState,
  input: RegisterApplicationRevisionInput,
): object {
  const application = state.application(input.applicationName);
  const { revision: { appSpecContent, string } = {} } = input;
  if ((appSpecContent ?? string)?.content === undefined && input.revision !== undefined)
    throw new ApiError('InvalidRevisionException', 'Only a revision with its content can be registered');
  const appSpec = resolveRevision(application, input.revision);
  parseAppSpec(appSpec.content ?? '');
  registerRevision(application, appSpec, state.sim.clock.date()).description = input.description;
  return {};
}
