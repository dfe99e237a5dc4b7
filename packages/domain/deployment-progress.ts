import { eventOf, greenOf, type DeploymentLook } from './deployment-look.ts';
import type { ProgressEvent } from './progress.ts';

/** What happened between two looks at a deployment. Without an earlier look, everything so far but old service events. */
export function deploymentChanges(
  previous: DeploymentLook | undefined,
  next: DeploymentLook,
): readonly ProgressEvent[] {
  const { id, status } = next.deployment;
  const changes: ProgressEvent[] = [];
  if (status !== previous?.deployment.status) changes.push({ type: 'deployment.status', id, status });
  for (const event of next.target?.events ?? []) {
    const before = previous === undefined ? undefined : eventOf(previous, event.name)?.status;
    if (event.status === before || event.status === 'Pending') continue;
    changes.push({
      type: 'lifecycle.changed',
      id,
      event: event.name,
      status: event.status,
      ...(event.startedAt === undefined || event.endedAt === undefined
        ? {}
        : { seconds: (event.endedAt - event.startedAt) / 1000 }),
    });
  }
  const green = greenOf(next);
  const before = previous === undefined ? undefined : greenOf(previous);
  if (green !== undefined) {
    const failed = next.failedTasks.length;
    if (
      green.running !== before?.running ||
      green.desired !== before.desired ||
      failed !== previous?.failedTasks.length
    ) {
      changes.push({
        type: 'tasks.counted',
        label: 'green',
        running: green.running,
        desired: green.desired,
        failed,
      });
    }
    if (green.trafficWeight !== (before?.trafficWeight ?? 0)) {
      changes.push({ type: 'traffic.shifted', id, percent: green.trafficWeight });
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
