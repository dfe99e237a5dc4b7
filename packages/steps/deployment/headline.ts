import type { Deployment } from '@cutover/domain/deployment/deployment';
import type { DeploymentStage } from '@cutover/domain/deployment/look';
import { formatRevision } from '@cutover/domain/task/revision';
import type { EngineWords } from './engine.ts';
import type { Evidence } from './evidence.ts';
import type { Watch } from './order.ts';
import type { TakenBack } from './taken-back.ts';

/** Cause of a deployment's end: our stop, with a reason that completes "was stopped because …", or itself, an alarm or another party. */
export type EndedBy = 'itself' | { readonly because: string };

/** Why a deployment ended without success, with what its tasks said. */
export function reason(
  order: Watch,
  words: EngineWords,
  { deployment, stages }: { readonly deployment: Deployment; readonly stages: readonly DeploymentStage[] },
  evidence: Evidence,
  endedBy: EndedBy,
): string {
  const what = `Deployment ${deployment.id} of ${formatRevision(order.revision)}`;
  if (endedBy !== 'itself') {
    const how =
      deployment.ended === 'succeeded'
        ? 'was to be stopped, and had finished already,'
        : 'was stopped by Cutover';
    return `${what} ${how} because ${sentence(endedBy.because)} ${sentence(evidence.stops)}`.trim();
  }
  const { error } = deployment;
  const said = error === undefined ? '' : ` (${[error.code, error.message].filter(Boolean).join(': ')})`;
  return `${what} ${words.ended(deployment, stages)}${said}. ${sentence(evidence.stops)}`.trim();
}

/** Where that left production. */
export function fate(
  back: TakenBack,
  order: Watch,
  now: string | undefined,
  words: EngineWords,
  deployment: Deployment,
): string {
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
      return (
        words.leftStanding?.(deployment, now) ??
        (now === order.previous
          ? `Users never left ${old}.`
          : `There was no rollback; ${label(now)} is PRIMARY.`)
      );
  }
}

/** Fix for it. */
export function advice(
  back: TakenBack,
  order: Watch,
  deployment: Deployment,
  now: string | undefined,
  words: EngineWords,
): string {
  const { id, supersededBy } = deployment;
  if (supersededBy !== undefined) {
    return 'Another deployment came in between. Run this job again if this version is the one that should serve.';
  }
  if (back.kind === 'none' && words.leftStanding?.(deployment, now) !== undefined) {
    return `Deploy ${formatRevision(order.previous)} again so that it alone serves. Then mend the cause and deploy.`;
  }
  if (now === order.previous && (back.kind === 'rolledBack' || back.kind === 'none')) {
    return 'Production is on the old version. Mend the cause and deploy again.';
  }
  return `Check at once what serves: ${label(now)} is PRIMARY of service ${order.service}. Deployment ${id} did not go back by itself; ${words.goBack(formatRevision(order.previous))}.`;
}

/** Result of a deployment that succeeded. */
export function success(order: Watch, words: EngineWords, { id }: Deployment): string {
  const what = `${formatRevision(order.revision)} by deployment ${id}`;
  switch (order.waitUntil) {
    case 'ready':
      return `${what} is ready: its tasks run, and the shift waits to be continued (mode: continue with deployment-id: ${id}; mode: stop takes it back).`;
    case 'traffic-shifted':
      return `${what} serves all traffic.`;
    case 'completed':
      return `${what} serves all traffic, and ${words.oldTasksTerminated}.`;
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
