import type {
  ListApplicationRevisionsInput,
  ListApplicationRevisionsOutput,
} from '@aws-sdk/client-codedeploy';
import { shownRevision } from './revision.ts';
import type { CodeDeployState } from './state.ts';

/** Newest registration first, whatever order is asked for; hashes only, as with deployments. */
export function listApplicationRevisions(
  state: CodeDeployState,
  input: ListApplicationRevisionsInput,
): ListApplicationRevisionsOutput {
  const { revisions } = state.application(input.applicationName);
  return {
    revisions: [...revisions.values()].toReversed().map(({ appSpec }) => shownRevision(appSpec.sha256)),
  };
}
