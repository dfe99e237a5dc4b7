import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import type { Conclusion } from '../deployment/conclusion.ts';
import type { Engine } from '../deployment/engine.ts';
import type { Watch } from '../deployment/order.ts';
import type { World } from '../world.ts';
import { isSame, type Shown } from './choose.ts';
import { servingArn } from './serving.ts';
import type { RollbackOutputs } from './outputs.ts';

export function facts(given: readonly (readonly [string, string])[]): SummarySection {
  return { kind: 'facts', facts: given.filter(([, value]) => value !== '') };
}

/** How a rollback deployment ended, in the words of this step. */
export async function outcome(
  world: World,
  engine: Engine,
  order: Watch,
  conclusion: Conclusion,
  shown: Shown,
  wanted: string,
): Promise<Outcome<RollbackOutputs>> {
  const { what, deploymentId: id } = conclusion;
  const named = id === undefined ? undefined : engine.named(id);
  const serves = conclusion.kind === 'succeeded' ? order.revision : await servingNow(world, engine, order);
  const summary = [...conclusion.summary, shown.table];
  const outputs: RollbackOutputs = {
    'task-definition-arn': serves,
    'previous-task-definition-arn': order.previous,
    'deployment-id': named,
    'codedeploy-deployment-id': named,
    'rolled-back': conclusion.kind === 'succeeded',
    'deployment-status': conclusion.status,
    candidates: shown.json,
  };
  if (conclusion.kind === 'succeeded') {
    return {
      kind: 'succeeded',
      what: `Rolled back from ${formatRevision(order.previous)}${isSame(wanted, order.revision) ? '' : ` to a copy of ${formatRevision(wanted)}`}: ${what}`,
      summary,
      outputs,
    };
  }
  const { kind, fix, findings } = conclusion;
  const link = id === undefined ? {} : { link: engine.link(id) };
  // The version that the rollback left is still the one that the user wanted to leave.
  return {
    kind: kind === 'rolledBack' ? 'failed' : kind,
    what: `The rollback did not succeed: ${what}`,
    fix,
    findings,
    summary,
    outputs,
    ...link,
  };
}

/** Revision that serves in production; undefined when it can't be read. A cancelled step does not ask. */
async function servingNow(
  { aws, signal }: World,
  engine: Engine,
  { cluster, previous, service: name }: Watch,
): Promise<string | undefined> {
  if (signal.aborted) return previous;
  const service = await aws.services.describe(cluster, name).catch(() => undefined);
  return service === undefined ? undefined : servingArn(engine, service);
}
