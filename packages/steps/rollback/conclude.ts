import { consoleLink } from '@cutover/domain/console';
import { servingRevision } from '@cutover/domain/ecs-service';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import type { Conclusion } from '../deployment/conclusion.ts';
import type { DeploymentOrder } from '../deployment/order.ts';
import type { World } from '../world.ts';
import { isSame, type Shown } from './choose.ts';
import type { Outputs } from './outputs.ts';

export function facts(given: readonly (readonly [string, string])[]): SummarySection {
  return { kind: 'facts', facts: given.filter(([, value]) => value !== '') };
}

/** How a rollback deployment ended, in the words of this step. */
export async function outcome(
  world: World,
  order: DeploymentOrder,
  conclusion: Conclusion,
  shown: Shown,
  wanted: string,
): Promise<Outcome<Outputs>> {
  const { kind, headline, remedy, findings, deploymentId: id } = conclusion;
  const serves = kind === 'succeeded' ? order.revision : await servingNow(world, order);
  const summary = [
    facts([
      ['Serves', serves === undefined ? '' : formatRevision(serves)],
      ['Served before', formatRevision(order.previous)],
      ['Deployment', [id, conclusion.status].filter(Boolean).join(' ')],
    ]),
    ...conclusion.summary,
    shown.table,
  ];
  const outputs: Outputs = {
    'task-definition-arn': serves,
    'previous-task-definition-arn': order.previous,
    'deployment-id': id,
    'deployment-status': conclusion.status,
    candidates: shown.json,
  };
  if (kind === 'succeeded') {
    return {
      kind,
      headline: `Rolled back from ${formatRevision(order.previous)}${isSame(wanted, order.revision) ? '' : ` to a copy of ${formatRevision(wanted)}`}: ${headline}`,
      summary,
      outputs,
    };
  }
  const link = id === undefined ? {} : { link: consoleLink(world.aws.region, { kind: 'deployment', id }) };
  // What the rollback itself went back from is still the version that the user wanted to leave.
  return {
    kind: kind === 'rolledBack' ? 'failed' : kind,
    headline: `The rollback did not succeed: ${headline}`,
    remedy,
    findings,
    summary,
    outputs,
    ...link,
  };
}

/** What PRIMARY runs; undefined when that can't be learnt, and a cancelled step does not ask. */
async function servingNow(
  { aws, signal }: World,
  { cluster, previous, service: name }: DeploymentOrder,
): Promise<string | undefined> {
  if (signal.aborted) return previous;
  const service = await aws.services.describe(cluster, name).catch(() => undefined);
  return service === undefined ? undefined : servingRevision(service);
}
