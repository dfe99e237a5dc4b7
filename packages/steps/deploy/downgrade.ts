import { ConfigurationError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/task/revision';
import type { KnownVersion } from '@cutover/domain/progress';
import { traceOf } from '@cutover/domain/task-definition/trace-tags';
import { commitOf } from '../told-versions.ts';
import type { World } from '../world.ts';

/** A revision that serves, or is about to. */
export interface Newest {
  /** `web:9, which serves` */
  readonly what: string;
  readonly commit: string;
  readonly runUrl?: string | undefined;
}

/** The version that serves, and the commit that register-taskdef wrote to it; undefined when nobody did. */
export async function servedCommit(
  world: World,
  revision: string,
): Promise<{ readonly version: KnownVersion; readonly newest: Newest | undefined }> {
  const { image, tags } = await world.aws.deployableRevisions.origin(revision);
  const { commit, runUrl } = traceOf(tags);
  return {
    version: { revision, image, commit: commitOf(tags, world.run) },
    newest:
      commit === undefined
        ? undefined
        : { what: `${formatRevision(revision)}, which serves`, commit, runUrl },
  };
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
        what: `Commit ${ours} does not contain ${theirs} of ${newest.what}, nor the other way round; it is deployed.`,
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
        what: `Whether commit ${ours} is older than ${theirs} of ${newest.what}, could not be found out: ${relation.why}. It is deployed.`,
        fix: 'Give the job permissions: contents: read, or say allow-downgrade: true.',
      });
  }
}

function refuse(what: string): never {
  throw new ConfigurationError({
    what: `${what}. Nothing was deployed.`,
    fix: 'Run the job for the newest commit. To go back on purpose, use the rollback action, or set allow-downgrade: true.',
  });
}
