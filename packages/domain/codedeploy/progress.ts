import type { Observation } from '../diagnosis/diagnose.ts';
import type { DeploymentLook, Replacement } from '../deployment/look.ts';
import type { DeploymentPhase, DeploymentProgress } from '../deployment/phase.ts';
import type { DeploymentState, DeploymentTarget } from './deployment.ts';
import {
  eventOf,
  greenOf,
  replacementIdOf,
  replacementOf,
  serving,
  shiftedAt,
  type CodeDeployLook,
} from './deployment-look.ts';
import { knownDeployment, type KnownDeployment } from './known-deployment.ts';

/** A look at a CodeDeploy deployment in the words that every engine shares. */
export function lookOf(seen: CodeDeployLook): DeploymentLook & { readonly deployment: KnownDeployment } {
  const { deployment, failedTasks, service, target } = seen;
  return {
    deployment: knownDeployment(deployment),
    progress: progressOf(seen),
    service,
    replacement: sideOf(seen),
    hasInstalled: hasInstalled(seen),
    failedTasks,
    stages: target?.events ?? [],
    said: { ofStages: observeStages(target), ofAll: observeDeployment(deployment) },
  };
}

/** CodeDeploy may have removed the replacement before the look; that its installation had begun is remembered. */
function hasInstalled(look: CodeDeployLook): boolean {
  return (
    replacementOf(look.service, look.deployment.id) !== undefined ||
    ['InProgress', 'Succeeded', 'Failed'].includes(eventOf(look, 'Install')?.status ?? '')
  );
}

function sideOf(look: CodeDeployLook): Replacement | undefined {
  const known = replacementOf(look.service, look.deployment.id);
  const green = greenOf(look);
  if (known === undefined && green === undefined) return undefined;
  return {
    label: 'green',
    startedBy: replacementIdOf(look),
    counted: green === undefined ? undefined : { running: green.running, desired: green.desired },
    desired: known?.desired,
    targetGroup: known?.loadBalancers[0]?.targetGroupArn,
  };
}

function observeStages(target: DeploymentTarget | undefined): readonly Observation[] {
  return (target?.events ?? []).flatMap(({ name, diagnostics }) =>
    diagnostics === undefined
      ? []
      : [{ source: 'codedeploy:GetDeploymentTarget diagnostics' as const, text: diagnostics, subject: name }],
  );
}

function observeDeployment({ id, error, rollbackMessage }: DeploymentState): readonly Observation[] {
  return [
    ...(error === undefined
      ? []
      : [
          {
            source: 'codedeploy:GetDeployment errorInformation.message' as const,
            text: error.message,
            subject: id,
          },
          {
            source: 'codedeploy:GetDeployment errorInformation.code' as const,
            text: error.code,
            subject: id,
          },
        ]),
    ...(rollbackMessage === undefined
      ? []
      : [
          { source: 'codedeploy:GetDeployment rollbackMessage' as const, text: rollbackMessage, subject: id },
        ]),
  ];
}

/** How far a CodeDeploy deployment has come. */
export function progressOf(look: CodeDeployLook): DeploymentProgress {
  const green = greenOf(look);
  const replacement = replacementOf(look.service, look.deployment.id) ?? green;
  const phase = phaseOf(look);
  return {
    phase,
    since: sinceOf(look, phase),
    hasMoved: eventOf(look, 'AllowTraffic')?.status === 'Succeeded',
    shiftedAt: shiftedAt(look),
    shiftedPercent: green?.trafficWeight ?? 0,
    replacement:
      replacement === undefined ? undefined : { running: replacement.running, desired: replacement.desired },
    failed: look.failedTasks.length,
    serving: serving(look),
    doing: doing(look),
  };
}

/** Statuses that tell the phase by themselves; in the others the lifecycle events do. */
const BY_STATUS: ReadonlyMap<string, DeploymentPhase> = new Map([
  ['Failed', 'failed'],
  ['Stopped', 'stopped'],
  ['Succeeded', 'succeeded'],
  ['Ready', 'ready'],
]);

function phaseOf(look: CodeDeployLook): DeploymentPhase {
  const told = BY_STATUS.get(look.deployment.status);
  if (told !== undefined) return told;
  if (look.target === undefined) return 'created';
  const shift = eventOf(look, 'AllowTraffic')?.status;
  if (shift === 'Succeeded' && eventOf(look, 'AfterAllowTraffic')?.status === 'Succeeded')
    return isTerminating(look) ? 'terminating' : 'baking';
  return shift === 'InProgress' || shift === 'Succeeded' ? 'shifting' : 'installing';
}

/** Whether the old task set is on its way out. */
function isTerminating({ deployment, service }: CodeDeployLook): boolean {
  const others = service.taskSets.filter(({ externalId }) => externalId !== deployment.id);
  return others.length > 0 && others.every(({ status }) => status === 'DRAINING');
}

/** When the phase began, as far as CodeDeploy tells. */
function sinceOf(look: CodeDeployLook, phase: DeploymentPhase): number | undefined {
  const { deployment, target } = look;
  switch (phase) {
    case 'created':
      return deployment.createdAt;
    case 'installing':
      return target?.events.find(({ startedAt }) => startedAt !== undefined)?.startedAt;
    case 'shifting':
      return eventOf(look, 'AllowTraffic')?.startedAt;
    case 'baking':
      return eventOf(look, 'AfterAllowTraffic')?.endedAt;
    case 'succeeded':
    case 'failed':
    case 'stopped':
      return deployment.completedAt;
    case 'ready':
    case 'terminating':
      return undefined;
  }
}

/** Phase of a deployment without trouble. */
function doing(look: CodeDeployLook): string {
  const { deployment, target } = look;
  if (deployment.status === 'Ready') return 'the shift waits to be continued';
  if (target === undefined) return `the deployment is ${deployment.status || 'being created'}`;
  if (deployment.terminationWaitStarted) return 'the old task set waits for its termination';
  const current =
    target.events.find(({ status }) => status === 'InProgress') ??
    target.events.find(({ status }) => status === 'Pending');
  if (current === undefined) return `the deployment is ${deployment.status}`;
  const green = greenOf(look);
  const counts =
    green === undefined
      ? ''
      : ` (${green.running} of ${green.desired} tasks run, ${green.trafficWeight} % of traffic)`;
  return `${current.name} is ${current.status}${counts}`;
}
