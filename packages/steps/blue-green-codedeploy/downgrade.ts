import { ConfigurationError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/revision';
import { traceOf } from '@cutover/domain/task-definition/trace-tags';
import type { World } from '../world.ts';

/** What serves, or is about to. */
export interface Newest {
  /** `web:9, which serves` */
  readonly what: string;
  readonly commit: string;
  readonly runUrl?: string | undefined;
}

/** The commit that register-taskdef wrote to the revision that serves; undefined when nobody did. */
export async function servedCommit({ aws }: World, revision: string): Promise<Newest | undefined> {
  const { commit, runUrl } = traceOf(await aws.deployableRevisions.tags(revision));
  if (commit === undefined) return undefined;
  return { what: `${formatRevision(revision)}, which serves`, commit, runUrl };
}

/**
 * Refuses to replace a newer commit by an older one, as a job does that was overtaken in the queue. GitHub knows which is
 * older; where it can't be asked, the order of the runs tells, and where that tells nothing, a warning says so.
 * @throws ConfigurationError when this commit is older
 */
export async function refuseDowngrade(
  world: World,
  newest: Newest,
  token: string | undefined,
): Promise<void> {
  const { progress, run } = world;
  if (run.commit === '' || newest.commit === run.commit) return;
  const [, repository, theirRun] = /([^/]+\/[^/]+)\/actions\/runs\/(\d+)/.exec(newest.runUrl ?? '') ?? [];
  const [ours, theirs] = [run.commit.slice(0, 7), newest.commit.slice(0, 7)];
  if (repository !== undefined && repository !== run.repository) {
    progress.report({
      type: 'note',
      text: `${newest.what}, was made from ${repository}; commits of two repositories are not compared.`,
    });
    return;
  }
  const relation = await world.ancestry(newest.commit, run.commit, token);
  switch (relation.kind) {
    case 'identical':
    case 'ahead':
      return;
    case 'behind':
      return refuse(`Commit ${ours} is older than ${theirs} of ${newest.what}`);
    case 'diverged':
      progress.report({
        type: 'warning',
        text: `Commit ${ours} does not contain ${theirs} of ${newest.what}, nor the other way round; it is deployed.`,
      });
      return;
    case 'unknown':
      if (theirRun !== undefined && run.runId !== '' && BigInt(run.runId) < BigInt(theirRun)) {
        return refuse(
          `This run (${run.runId}) began before run ${theirRun}, which made ${newest.what}, from ${theirs}; ${relation.why}, so the older run counts as the older commit`,
        );
      }
      progress.report({
        type: 'warning',
        text: `Whether commit ${ours} is older than ${theirs} of ${newest.what}, could not be found out: ${relation.why}. It is deployed.`,
        remedy: 'Give the job permissions: contents: read, or say allow-downgrade: true.',
      });
  }
}

function refuse(what: string): never {
  throw new ConfigurationError({
    message: `${what}. Nothing was deployed.`,
    remedy:
      'Run the job for the newest commit. To go back on purpose, use the rollback action, or set allow-downgrade: true.',
  });
}
