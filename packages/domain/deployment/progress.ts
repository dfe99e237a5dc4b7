import type { DeploymentLook } from './look.ts';
import type { ProgressEvent } from '../progress.ts';

/** Events between two looks at a deployment. Without an earlier look, all events so far except old service events. */
export function deploymentChanges(
  previous: DeploymentLook | undefined,
  next: DeploymentLook,
): readonly ProgressEvent[] {
  const { id, status } = next.deployment;
  const changes: ProgressEvent[] = [];
  if (status !== previous?.deployment.status) changes.push({ type: 'deployment.status', id, status });
  for (const { endedAt, name, startedAt, status } of next.stages) {
    const before = previous?.stages.find((stage) => stage.name === name)?.status;
    if (status === before || status === 'Pending') continue;
    changes.push({
      type: 'phase.changed',
      id,
      phase: next.progress.phase,
      stage: name,
      status,
      ...(startedAt === undefined || endedAt === undefined ? {} : { seconds: (endedAt - startedAt) / 1000 }),
    });
  }
  const counted = next.replacement?.counted;
  const before = previous?.replacement?.counted;
  if (counted !== undefined) {
    const failed = next.failedTasks.length;
    const { running, desired } = counted;
    if (
      running !== before?.running ||
      desired !== before.desired ||
      failed !== previous?.failedTasks.length
    ) {
      const label = next.replacement?.label ?? 'green';
      changes.push({ type: 'tasks.counted', label, running, desired, failed });
    }
    const { shiftedPercent: percent } = next.progress;
    if (percent !== (before === undefined ? 0 : previous?.progress.shiftedPercent)) {
      changes.push({ type: 'traffic.shifted', id, percent });
    }
  }
  changes.push(...serviceEvents(previous, next));
  return changes;
}

function serviceEvents(previous: DeploymentLook | undefined, next: DeploymentLook): readonly ProgressEvent[] {
  const since = next.deployment.createdAt ?? Number.POSITIVE_INFINITY;
  const known = new Set(previous?.service.events.map(({ id }) => id));
  return next.service.events
    .filter(({ id, at }) => !known.has(id) && at >= since)
    .toReversed()
    .map(({ text, at }) => ({ type: 'service.event', text, at }));
}
