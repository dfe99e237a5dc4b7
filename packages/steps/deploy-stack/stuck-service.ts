import { parseArn } from '@cutover/domain/identity/arn';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { CutoverError } from '@cutover/domain/errors';
import { distinctStops, hasFailed, observeStops } from '@cutover/domain/task/failed-task';
import type { Finding } from '@cutover/domain/finding';
import { tellsTrouble } from '@cutover/domain/task/service-trouble';
import type { StackEvent } from '@cutover/domain/stack';
import type { World } from '../world.ts';

/** Why the tasks of an ECS service that CloudFormation waits for don't start. */
export interface StuckService {
  /** `2 tasks stopped: …; 0 of 1 task runs`; empty when ECS says nothing. */
  readonly sentence: string;
  readonly findings: readonly Finding[];
}

/** There is no such service, or nothing is known of it. */
export const NOTHING: StuckService = { sentence: '', findings: [] };

/** Looks at the service that an event names. A right that lacks must not hide the timeout itself. */
export async function explainService({ physicalId }: StackEvent, world: World): Promise<StuckService> {
  const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(parseArn(physicalId)?.resource ?? '') ?? [];
  if (cluster === undefined || service === undefined) return NOTHING;
  try {
    const [state, stopped] = await Promise.all([
      world.aws.services.describe(cluster, service),
      world.aws.serviceTasks.stopped(cluster, service),
    ]);
    const failed = stopped.filter(hasFailed);
    const stops = distinctStops(failed)
      .slice(0, 3)
      .map(({ count, text }) => `${count} task${count === 1 ? '' : 's'} stopped: ${text}`);
    const troubles = (state?.events ?? []).map(({ text }) => text).filter(tellsTrouble);
    return {
      sentence: stops.length > 0 ? stops.join('; ') : (troubles[0] ?? ''),
      findings: diagnose([
        ...observeStops(failed),
        ...troubles.map((text) => ({
          source: 'ecs:DescribeServices events' as const,
          text,
          subject: service,
        })),
      ]),
    };
  } catch (error) {
    if (error instanceof CutoverError) return NOTHING;
    throw error;
  }
}
