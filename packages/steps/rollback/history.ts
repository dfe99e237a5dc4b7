import { revisionOfAppSpec } from '@cutover/domain/appspec';
import type { DeploymentGroup } from '@cutover/domain/deployment';
import type { SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import type { PastDeployment } from '@cutover/domain/rollback-target';
import type { World } from '../world.ts';

/** Deployments whose AppSpec is looked up, counted from the newest. */
const DEPTH = 30;
/** Rows of the table. */
const SHOWN = 10;

/** The group's past, newest first, with the revision of each deployment that succeeded. */
export async function readHistory(
  aws: World['aws'],
  group: DeploymentGroup,
): Promise<readonly PastDeployment[]> {
  const recent = await aws.deployments.recent(group.application, group.name);
  const history: PastDeployment[] = [];
  for (const deployment of recent.slice(0, DEPTH)) {
    const appSpec = deployment.status === 'Succeeded' ? await aws.deployments.appSpec(deployment) : undefined;
    history.push({
      deployment,
      revision: appSpec === undefined ? undefined : revisionOfAppSpec(appSpec),
    });
  }
  return history;
}

/** What one may go back to, and why or why not. */
export function candidates(history: readonly PastDeployment[], serving: string): SummarySection {
  return {
    kind: 'table',
    title: 'Deployments of the past',
    header: ['Deployment', 'Revision', 'Commit', 'Created', 'A candidate?'],
    rows: history.slice(0, SHOWN).map(({ deployment, revision }) => {
      const [, commit = ''] = /commit ([0-9a-f]{7})/.exec(deployment.description) ?? [];
      return [
        deployment.id,
        revision === undefined ? '' : formatRevision(revision),
        commit,
        deployment.createdAt === undefined ? '' : new Date(deployment.createdAt).toISOString(),
        deployment.status !== 'Succeeded'
          ? `no: ended ${deployment.status}`
          : revision === undefined
            ? 'no: its AppSpec is unknown'
            : revision === serving
              ? 'no: serves now'
              : 'yes',
      ];
    }),
  };
}
