import type { DeploymentLook } from '@cutover/domain/deployment-look';
import { formatRevision } from '@cutover/domain/revision';
import type { Evidence } from './evidence.ts';
import type { DeploymentOrder } from './order.ts';
import type { TakenBack } from './stop.ts';

/** Who ended a deployment: we, for a reason that completes "was stopped because …", or itself, an alarm or somebody else. */
export type EndedBy = 'itself' | { readonly because: string };

/** Why a deployment ended without success, with what its tasks said. */
export function reason(
  order: DeploymentOrder,
  { deployment, target }: DeploymentLook,
  evidence: Evidence,
  endedBy: EndedBy,
): string {
  const what = `Deployment ${deployment.id} of ${formatRevision(order.revision)}`;
  if (endedBy !== 'itself') {
    const how =
      deployment.status === 'Succeeded' ? 'was to be stopped, and had finished already,' : 'was stopped';
    return `${what} ${how} because ${sentence(endedBy.because)} ${sentence(evidence.stops)}`.trim();
  }
  const event = target?.events.find(({ status }) => status === 'Failed')?.name;
  const { error } = deployment;
  const said = error === undefined ? '' : ` (${[error.code, error.message].filter(Boolean).join(': ')})`;
  const how =
    deployment.status === 'Stopped'
      ? error?.code === 'ALARM_ACTIVE'
        ? 'was stopped by an alarm'
        : 'was stopped by somebody else or by CodeDeploy'
      : `failed${event === undefined ? '' : ` in ${event}`}`;
  return `${what} ${how}${said}. ${sentence(evidence.stops)}`.trim();
}

/** Where that left production. */
export function fate(back: TakenBack, order: DeploymentOrder, now: string | undefined): string {
  const old = formatRevision(order.previous);
  switch (back.kind) {
    case 'rolledBack':
      return now === order.previous
        ? `Rolled back: ${old} serves.`
        : `Rollback ${back.id} succeeded, yet ${label(now)} serves.`;
    case 'rollbackFailed':
      return `The rollback ${back.id} ended ${back.deployment.status}${back.deployment.error === undefined ? '' : ` (${back.deployment.error.message})`}; ${label(now)} is PRIMARY.`;
    case 'rollbackUnfinished':
      return `The rollback ${back.id} is still ${back.status}; ${label(now)} is PRIMARY.`;
    case 'none':
      return now === order.previous
        ? `Users never left ${old}.`
        : `There was no rollback; ${label(now)} is PRIMARY.`;
  }
}

/** What to do about it. */
export function advice(back: TakenBack, order: DeploymentOrder, id: string, now: string | undefined): string {
  if (now === order.previous && (back.kind === 'rolledBack' || back.kind === 'none')) {
    return 'Production is on the old version. Mend the cause and deploy again.';
  }
  return `Check at once what serves: ${label(now)} is PRIMARY of service ${order.service}. Deployment ${id} did not go back by itself; run the rollback action with to: ${formatRevision(order.previous)}.`;
}

/** What a deployment that went well has brought about. */
export function success(order: DeploymentOrder, { deployment }: DeploymentLook): string {
  const what = `${formatRevision(order.revision)} by deployment ${deployment.id}`;
  switch (order.waitUntil) {
    case 'ready':
      return `${what} is ready: its tasks run, and the shift waits to be continued (mode: continue with deployment-id: ${deployment.id}; mode: stop takes it back).`;
    case 'traffic-shifted':
      return `${what} serves all traffic.`;
    case 'completed':
      return `${what} serves all traffic, and the old task set has been terminated.`;
  }
}

function sentence(text: string): string {
  return text === '' ? '' : `${text.replace(/\.$/, '')}.`;
}

function label(revision: string | undefined): string {
  return revision === undefined ? 'no revision' : formatRevision(revision);
}

export function minutes(ms: number): string {
  return ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
