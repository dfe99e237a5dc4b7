import type { Environment } from '@cutover/domain/environment';
import type { DeploymentLook } from '@cutover/domain/deployment/look';
import type { Finding } from '@cutover/domain/finding';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { ALL_ENGINES, engineIfAny } from '../deployment/engine-for.ts';
import type { Engine } from '../deployment/engine.ts';
import type { Questions } from './questions.ts';

/** Poll interval of a lookout that looks once. */
const ONCE_MS = 5000;
/** A deployment under way is called stuck when it is older than this; a bake is never stuck. In milliseconds. */
const LONG_MS = 30 * 60_000;

/** The newest deployment of a service, at one look. */
export interface SeenDeployment {
  readonly look: DeploymentLook;
  readonly engine: Engine;
}

/**
 * Looks at the newest deployment where it is under way or has failed; undefined otherwise, and where the service has none.
 * @param since a failure from before is history, in epoch milliseconds
 */
export async function lookAtDeployment(
  questions: Questions,
  environment: Environment,
  service: ServiceState,
  since: number,
): Promise<SeenDeployment | undefined> {
  const { world } = questions;
  const engine = await questions.ask(
    'deployments',
    async () => await engineIfAny(world, environment, service, undefined, ALL_ENGINES),
  );
  if (engine === undefined) return undefined;
  const newest = await questions.ask('deployments', async () => await engine.newest());
  if (newest === undefined || newest.ended === 'succeeded') return undefined;
  if (newest.ended !== undefined && (newest.completedAt ?? newest.createdAt ?? since) < since)
    return undefined;
  const look = await questions.ask(
    'newest deployment',
    async () => await engine.watch(newest.id, ONCE_MS, service).look(),
  );
  return look === undefined ? undefined : { look, engine };
}

/** Faults of the deployment itself; empty for one that comes on. */
export function deploymentFindings(seen: SeenDeployment | undefined, now: number): readonly Finding[] {
  if (seen === undefined) return [];
  const { engine, look } = seen;
  const { deployment, failedTasks, progress, said, stages } = look;
  const { id } = deployment;
  const link = engine.link(id);
  const evidence = [...said.ofStages, ...said.ofAll]
    .map(({ source, text }) => `${source}: ${text}`)
    .slice(0, 3);
  const status = `${engine.name} deployment ${id}: ${deployment.status}, ${progress.doing}`;
  if (deployment.ended !== undefined) {
    return [
      {
        id: 'deployment-failed',
        certainty: 'possible',
        what: `The newest deployment ${id} ${engine.words.ended(deployment, stages)}.`,
        evidence: evidence.length > 0 ? evidence : [status],
        fix: `Mend the cause and deploy again. To bring back the version before, ${engine.words.goBack()}.`,
        link,
      },
    ];
  }
  if (deployment.awaitsTermination) return [];
  const isLong = deployment.createdAt !== undefined && deployment.createdAt < now - LONG_MS;
  if (failedTasks.length === 0 && !isLong) return [];
  return [
    {
      id: progress.phase === 'ready' ? 'deployment-waits' : 'deployment-stuck',
      certainty: 'possible',
      what:
        progress.phase === 'ready'
          ? `Deployment ${id} waits to be continued, and users are on the version before.`
          : `Deployment ${id} doesn’t come on: ${progress.doing}.`,
      evidence: [status, ...evidence],
      fix: `${progress.phase === 'ready' ? 'Continue it with mode: continue' : 'Mend the cause'}, or stop it and go back: ${engine.commandToStop(id)}`,
      link,
    },
  ];
}

/** `deployment d-1 is under way (…)`, or how it ended. */
export function deploymentNote({ engine, look }: SeenDeployment): string {
  const { deployment, progress, stages } = look;
  return deployment.ended === undefined
    ? `deployment ${deployment.id} is under way (${progress.doing})`
    : `deployment ${deployment.id} ${engine.words.ended(deployment, stages)}`;
}
