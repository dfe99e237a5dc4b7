import { servingRevision, type ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { CutoverError } from '@cutover/domain/errors';
import type { SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import type { World } from '../world.ts';
import { revisionsInUse } from './in-use.ts';
import { prunePlan } from './prune-plan.ts';

export interface PruneRequest {
  readonly family: string;
  /** How many of the newest stay in any case. */
  readonly keep: number;
  readonly environment: Environment;
  readonly service: ServiceState;
}

/**
 * Deregisters the revisions that nothing can need any more. That is housekeeping: when it fails, there is a warning, and
 * what was registered stands.
 */
export async function prune(
  { environment, family, keep, service }: PruneRequest,
  dryRun: boolean,
  world: World,
): Promise<SummarySection | undefined> {
  const { aws, progress, signal } = world;
  const gone: string[] = [];
  let kept: ReadonlyMap<string, string> = new Map();
  let later = 0;
  try {
    const revisions = await aws.taskDefinitions.list(family);
    if (revisions.length <= keep) return undefined;
    const uses = await revisionsInUse(family, environment, service, world);
    const byArn = new Map(revisions.map((arn) => [arn, uses.get(formatRevision(arn)) ?? '']));
    const inUse = new Map([...byArn].filter(([, use]) => use !== ''));
    const plan = prunePlan(revisions, keep, inUse, servingRevision(service));
    ({ kept, later } = plan);
    for (const arn of plan.deregister) {
      signal.throwIfAborted();
      if (!dryRun) await aws.taskDefinitions.deregister(arn);
      gone.push(formatRevision(arn));
    }
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    progress.report({
      type: 'warning',
      what: `Input keep-revisions: old revisions of ${family} were left as they are: ${error.message}`,
      fix: error.fix,
    });
  }
  if (gone.length === 0 && kept.size === 0) return undefined;
  const done = dryRun ? 'Would be deregistered' : 'Deregistered';
  if (gone.length > 0) progress.report({ type: 'note', text: `${done}: ${gone.join(', ')}` });
  for (const [arn, use] of kept)
    progress.report({ type: 'note', text: `${formatRevision(arn)} is old and stays: ${use}` });
  return {
    kind: 'facts',
    title: 'Old revisions',
    facts: [
      ...(gone.length === 0 ? [] : [[done, gone.join(', ')] as const]),
      ...[...kept].map(([arn, use]) => [formatRevision(arn), `stays: ${use}`] as const),
      ...(later === 0 ? [] : [['In later runs', `${later} more`] as const]),
    ],
  };
}
