import { backOff } from '@cutover/domain/backoff';
import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { AccessDeniedError, AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/task/revision';
import { COPY_TAG } from '@cutover/domain/task-definition/trace-tags';
import type { World } from '../world.ts';

/** A copy that an earlier run made is among so many newest revisions. */
const NEWEST = 20;
const ATTEMPTS = 5;
const PAUSE = { firstMs: 2000, longestMs: 16_000 } as const;

/** The ACTIVE copy that was made of an INACTIVE revision before, if there is one. */
export async function findCopy(
  aws: World['aws'],
  original: RegisteredTaskDefinition,
): Promise<string | undefined> {
  const newest = await aws.taskDefinitions.list(original.family).catch((error: unknown) => {
    // Then a second copy is made, which does no harm.
    if (error instanceof AccessDeniedError) return [];
    throw error;
  });
  for (const arn of newest.slice(0, NEWEST)) {
    const one = await aws.taskDefinitions.describe(arn);
    if (one?.tags.get(COPY_TAG) === formatRevision(original.arn)) return arn;
  }
  return undefined;
}

/**
 * Registers an INACTIVE revision again, word for word and with its tags, since ECS starts nothing of an INACTIVE one. The
 * copy of an earlier run, or of an attempt whose answer was lost, is taken instead.
 * @returns the copy's ARN
 */
export async function revive(world: World, original: RegisteredTaskDefinition): Promise<string> {
  const { aws, clock, progress, signal } = world;
  const label = formatRevision(original.arn);
  const tags = new Map([
    ...[...original.tags].filter(([key]) => !key.startsWith('aws:')),
    [COPY_TAG, label] as const,
  ]);
  let said = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await backOff(clock, attempt, PAUSE, signal);
    signal.throwIfAborted();
    const known = await findCopy(aws, original);
    if (known !== undefined) {
      progress.report({
        type: 'note',
        text: `${label} is INACTIVE; ${formatRevision(known)} is a copy of it and is deployed instead.`,
      });
      return known;
    }
    try {
      const answer = await registerOnce(world, original, tags);
      if (answer.kind !== 'registered') {
        // An attempt whose answer was lost may have left a copy, which the next round finds.
        said = answer.kind === 'busy' ? answer.reason : answer.error.message;
        continue;
      }
      progress.report({ type: 'revision.registered', arn: answer.revision.arn, changed: true });
      progress.report({
        type: 'warning',
        what: `${label} is ${original.status}, and ECS starts no task of it: its copy ${formatRevision(answer.revision.arn)} is deployed instead.`,
      });
      return answer.revision.arn;
    } catch (error) {
      if (!(error instanceof AwsCallError) || !error.transient) throw error;
      said = error.message;
    }
  }
  throw new ConfigurationError({
    what: `${label} is INACTIVE, and no copy of it could be registered: ${said}`,
    fix: 'Run the job again; nothing was changed.',
  });
}

/** A copy without tags is better than none: production waits. */
async function registerOnce(
  { aws, progress }: World,
  { definition }: RegisteredTaskDefinition,
  tags: ReadonlyMap<string, string>,
): ReturnType<World['aws']['taskDefinitions']['register']> {
  try {
    return await aws.taskDefinitions.register(definition, tags);
  } catch (error) {
    if (!(error instanceof AccessDeniedError) || error.action !== 'ecs:TagResource') throw error;
    progress.report({
      type: 'warning',
      what: 'The copy is not tagged with where it comes from: the role lacks ecs:TagResource.',
      fix: error.fix,
    });
    return await aws.taskDefinitions.register(definition, new Map());
  }
}
