import type { RegisterApplicationRevisionInput } from '@aws-sdk/client-codedeploy';
import { parseAppSpec } from './appspec.ts';
import { registerRevision, resolveRevision } from './revision.ts';
import type { CodeDeployState } from './state.ts';

export function registerApplicationRevision(
  state: CodeDeployState,
  input: RegisterApplicationRevisionInput,
): object {
  const application = state.application(input.applicationName);
  const appSpec = resolveRevision(application, input.revision);
  parseAppSpec(appSpec.content ?? '');
  registerRevision(application, appSpec, state.sim.clock.date()).description = input.description;
  return {};
}
