import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { formatRevision } from '@cutover/domain/task/revision';
import { traceOf } from '@cutover/domain/task-definition/trace-tags';
import { checkImages } from '../requirements/images.ts';
import type { World } from '../world.ts';

/** Whether a revision could serve again. */
export type Inspection =
  /** As it is, or after having been registered again because it is INACTIVE. */
  | {
      readonly kind: 'ready' | 'copy';
      readonly registered: RegisteredTaskDefinition;
      readonly commit: string | undefined;
      /** The parts that could not be looked at. */
      readonly doubts: readonly string[];
    }
  | {
      readonly kind: 'impossible';
      /** Ends a sentence that starts with the revision. */
      readonly why: string;
      readonly fix: string;
      readonly commit: string | undefined;
    };

/** Looks at a revision and at every image of it; reads only. */
export async function inspect(aws: World['aws'], revision: string): Promise<Inspection> {
  const registered = await aws.taskDefinitions.describe(revision);
  if (registered === undefined) {
    return {
      kind: 'impossible',
      why: 'does not exist (any more)',
      fix: 'Go to another revision, or register this one again from its source (register-taskdef) and deploy it.',
      commit: undefined,
    };
  }
  const { commit } = traceOf(registered.tags);
  const images = await checkImages(registered.definition, aws);
  const missing = images.filter(({ verdict }) => verdict === 'failed');
  if (missing.length > 0) {
    return {
      kind: 'impossible',
      why: `can't start: ${[...new Set(missing.map(({ item, what }) => `${item}: ${what}`))].join('; ')}`,
      fix: 'Push the same image again (build-push-ecr at that commit), or go to another revision. A lifecycle policy that keeps the tags live-* and previous-* prevents this.',
      commit,
    };
  }
  return {
    kind: registered.status === 'ACTIVE' ? 'ready' : 'copy',
    registered,
    commit,
    // An image of another registry is nothing to worry about; a refused look is.
    doubts: images
      .filter(({ fix, verdict }) => verdict === 'unknown' && fix !== '')
      .map(({ what, item }) => `${item}: ${what}`),
  };
}

/** Inspects each revision once, a few at a time; by `family:number`. */
export async function inspectAll(
  aws: World['aws'],
  revisions: Iterable<string>,
): Promise<ReadonlyMap<string, Inspection>> {
  const found = new Map<string, Inspection>();
  const distinct = new Set([...revisions].map(formatRevision));
  const AT_A_TIME = 4;
  const names = [...distinct];
  for (let at = 0; at < names.length; at += AT_A_TIME) {
    await Promise.all(
      names.slice(at, at + AT_A_TIME).map(async (revision) => {
        found.set(revision, await inspect(aws, revision));
      }),
    );
  }
  return found;
}
