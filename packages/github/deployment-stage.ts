import type { DeploymentPhase } from '@cutover/domain/deployment/phase';
import type { ProgressEvent } from '@cutover/domain/progress';

/** Descriptions of the phases that people wait through; the others are told by the job's own end. */
const PHASES: Readonly<Partial<Record<DeploymentPhase, string>>> = {
  installing: 'New tasks start',
  ready: 'New tasks run and wait for the shift',
  shifting: 'Traffic moves to the new version',
  baking: 'All traffic goes to the new version, and the old tasks still run',
  terminating: 'The old tasks end',
};

/**
 * The stage that an event begins, as GitHub shows it beside a deployment; undefined for an event that begins none.
 * @param action name of the action itself, whose own start is no stage
 */
export function stageOf(event: ProgressEvent, action: string): string | undefined {
  if (event.type === 'step.started') return event.step === action ? undefined : `Stage ${event.step}`;
  if (event.type === 'phase.changed') return PHASES[event.phase];
  if (event.type === 'traffic.shifted') return `${event.percent} % of the traffic goes to the new version`;
  if (event.type === 'deployment.status' && event.back === true)
    return 'The service goes back to the old version';
  return undefined;
}
