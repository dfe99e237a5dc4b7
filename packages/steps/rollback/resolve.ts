import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { ConfigurationError } from '@cutover/domain/errors';
import { textOf } from '@cutover/domain/text/json';
import { formatRevision, parseRevision } from '@cutover/domain/task/revision';
import type { PastDeployment } from '@cutover/domain/deployment/rollback-target';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { traceOf } from '@cutover/domain/task-definition/trace-tags';
import type { World } from '../world.ts';
import { mayBeCommit, parseGoal, type Goal } from './goal.ts';

/** Revisions searched for a commit or digest, and requests in flight meanwhile. */
const MOST = 200;
const AT_A_TIME = 5;

/**
 * The revision that `to` means, as an ARN or `family:number`. A commit or digest is looked for in the tags that
 * register-taskdef writes, a digest in the images too: first among what succeeded, newest first, then in the whole family.
 * @throws ConfigurationError when there is none, or when the beginning of a commit fits several
 */
export async function resolveGoal(
  world: World,
  to: string,
  serving: string,
  history: readonly PastDeployment[],
): Promise<string> {
  const goal = parseGoal(to);
  const family = parseRevision(serving)?.family ?? '';
  switch (goal?.kind) {
    case 'revision':
      return goal.revision;
    case 'number': {
      const named = `${family}:${goal.number}`;
      if (!mayBeCommit(goal.number)) return named;
      if ((await world.aws.deployableRevisions.describe(named)) !== undefined) return named;
      return await search(world, { kind: 'commit', commit: goal.number }, family, history);
    }
    case 'commit':
    case 'digest':
      return await search(world, goal, family, history);
    case undefined:
      throw new TypeError(`"${to}" went through the input's check`);
  }
}

async function search(
  { aws, progress }: World,
  goal: Extract<Goal, { kind: 'commit' | 'digest' }>,
  family: string,
  history: readonly PastDeployment[],
): Promise<string> {
  const proven = history.flatMap(({ deployment, revision }) =>
    revision !== undefined && deployment.ended === 'succeeded' ? [revision] : [],
  );
  const all = [...new Set([...proven, ...(await aws.taskDefinitions.list(family))])].slice(0, MOST);
  for (let at = 0; at < all.length; at += AT_A_TIME) {
    const looked = await Promise.all(
      all.slice(at, at + AT_A_TIME).map((revision) => aws.taskDefinitions.describe(revision)),
    );
    const fitting = looked.filter((one) => one !== undefined).filter((one) => fits(one, goal));
    const [first] = fitting;
    if (first === undefined) continue;
    const commits = new Set(fitting.map(({ tags }) => traceOf(tags).commit));
    if (goal.kind === 'commit' && commits.size > 1) {
      throw new ConfigurationError({
        what: `Input to: ${goal.commit} is the beginning of several commits: ${[...commits].join(', ')}.`,
        fix: 'Write more digits of the commit.',
      });
    }
    progress.report({
      type: 'note',
      text: `${goal.kind === 'commit' ? `Commit ${traceOf(first.tags).commit ?? ''}` : `Image ${goal.digest}`} is revision ${formatRevision(first.arn)}.`,
    });
    if (!proven.includes(first.arn)) {
      progress.report({
        type: 'warning',
        what: `No deployment that is remembered brought ${formatRevision(first.arn)} to its end: whether it ever served is not known.`,
      });
    }
    return first.arn;
  }
  throw new ConfigurationError({
    what: `Input to: none of ${all.length} revisions of family ${family} has ${goal.kind === 'commit' ? `the tag cutover:commit ${goal.commit}` : `the image ${goal.digest}`}.`,
    fix: 'Name the revision (family:number): dry-run: true lists what was deployed. Only revisions that register-taskdef registered are tagged with their commit.',
  });
}

function fits(
  { definition, tags }: RegisteredTaskDefinition,
  goal: Extract<Goal, { kind: 'commit' | 'digest' }>,
): boolean {
  const { commit, digest } = traceOf(tags);
  return goal.kind === 'commit'
    ? (commit?.toLowerCase().startsWith(goal.commit) ?? false)
    : digest === goal.digest ||
        containersOf(definition).some(({ image }) => textOf(image).endsWith(`@${goal.digest}`));
}
