import { AccessDeniedError, CutoverError } from '@cutover/domain/errors';
import {
  formatSuspension,
  parseSuspension,
  type ScalableService,
  type SuspendedScaling,
} from '@cutover/domain/scaling';
import type { World } from '../world.ts';

/**
 * Tags of a scalable target for as long as a deployment has it suspended. The suspended state itself has no owner, so a later
 * run would take what a dead one left for the user's own wish.
 */
export const SCALING_TAGS = {
  /** The state from before. */
  from: 'cutover:suspended-from',
  /** When the suspension has no owner any more, in UTC. */
  until: 'cutover:suspended-until',
  /** URL of the run that suspended. */
  run: 'cutover:run',
} as const;

/** A suspension of ours that is in force. */
export interface Mark {
  readonly before: SuspendedScaling;
  /** Epoch milliseconds; undefined when the tag is missing or is no time. */
  readonly until: number | undefined;
  readonly runUrl: string | undefined;
}

/** @throws AccessDeniedError when tags may not be read */
export async function readMark({ aws }: World, target: ScalableService): Promise<Mark | undefined> {
  // Nothing of ours is in force while scaling in goes on.
  if (!target.suspended.in) return undefined;
  const tags = await aws.scaling.tags(target.arn);
  const text = tags[SCALING_TAGS.from];
  const before = text === undefined ? undefined : parseSuspension(text);
  if (before === undefined || before.in) return undefined;
  const until = Date.parse(tags[SCALING_TAGS.until] ?? '');
  return {
    before,
    until: Number.isNaN(until) ? undefined : until,
    runUrl: tags[SCALING_TAGS.run],
  };
}

/** The mark of an earlier run; undefined, with a warning, when tags may not be read. */
export async function leftBehind(world: World, target: ScalableService): Promise<Mark | undefined> {
  try {
    return await readMark(world, target);
  } catch (error) {
    if (!(error instanceof AccessDeniedError)) throw error;
    world.progress.report({ type: 'warning', what: unmarked(error), fix: error.fix });
    return undefined;
  }
}

/** @param until epoch milliseconds */
export async function mark(
  world: World,
  arn: string,
  before: SuspendedScaling,
  until: number,
): Promise<void> {
  const { runUrl } = world.run;
  try {
    await world.aws.scaling.tag(arn, {
      [SCALING_TAGS.from]: formatSuspension(before),
      [SCALING_TAGS.until]: new Date(until).toISOString(),
      ...(runUrl === '' ? {} : { [SCALING_TAGS.run]: runUrl }),
    });
  } catch (error) {
    if (!(error instanceof AccessDeniedError)) throw error;
    world.progress.report({ type: 'warning', what: unmarked(error), fix: error.fix });
  }
}

/** A tag that stays is harmless: without a suspension in force nobody reads it. */
export async function unmark(world: World, arn: string): Promise<void> {
  try {
    await world.aws.scaling.untag(arn, Object.values(SCALING_TAGS));
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    world.progress.report({
      type: 'note',
      text: `The tag ${SCALING_TAGS.from} could not be removed: ${error.message}`,
    });
  }
}

function unmarked({ action }: AccessDeniedError): string {
  return `Without ${action} a later run can't tell that this one suspended scaling, should its runner die, so that not even post: runs.`;
}
