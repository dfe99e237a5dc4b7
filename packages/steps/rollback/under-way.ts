import type { DeploymentGroup, DeploymentState } from '@cutover/domain/deployment';
import { primaryTaskSet, servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { rollbackTarget } from '@cutover/domain/rollback-target';
import { carryOut } from '../deployment/carry-out.ts';
import type { World } from '../world.ts';
import { adopt, replacedBy } from './adopt.ts';
import { isSame, show, type Shown } from './choose.ts';
import { facts, outcome } from './conclude.ts';
import { readHistory } from './history.ts';
import type { inputs } from './inputs.ts';
import type { Outputs } from './outputs.ts';

export interface Situation {
  readonly environment: Environment;
  readonly group: DeploymentGroup;
  readonly service: ServiceState;
  /** ARN or `family:number`; undefined: the last good one. */
  readonly goal: string | undefined;
  readonly intervalMs: number;
}

/** Follows a deployment under way that leads to where the user wants to be. */
export async function follow(
  given: Inputs<typeof inputs>,
  world: World,
  { environment, goal, group, intervalMs, service }: Situation,
  active: DeploymentState,
  revision: string,
): Promise<Outcome<Outputs>> {
  const startedAt = world.clock.now();
  const order = await adopt(world, {
    environment,
    group,
    service,
    active,
    revision,
    waitUntil: given['wait-until'],
    waitForMinutes: given['wait-for-minutes'],
    intervalMs,
  });
  const shown = await showFor(world, group, service, goal);
  return await outcome(world, order, await carryOut(world, order, active.id, startedAt), shown, revision);
}

/** Says what would become of a deployment under way, or that it has arrived; changes nothing. */
export async function describeActive(
  world: World,
  { goal, group, service }: Situation,
  active: DeploymentState,
  { arrived, arriving }: { readonly arrived: boolean; readonly arriving: string | undefined },
): Promise<Outcome<Outputs>> {
  const serving = servingRevision(service);
  const shown = await showFor(world, group, service, goal);
  return {
    kind: 'unchanged',
    headline: arrived
      ? `${formatRevision(serving)} already serves production; deployment ${active.id} waits for the end of the old tasks.`
      : `Dry run: ${prospectOf(active, service, goal, arriving)}`,
    outputs: {
      'task-definition-arn': serving,
      'previous-task-definition-arn': serving,
      'deployment-id': active.id,
      'deployment-status': active.status,
      candidates: shown.json,
    },
    summary: [
      facts([
        ['Serves', formatRevision(serving)],
        ['Deployment under way', `${active.id} ${active.status}`],
      ]),
      shown.table,
    ],
  };
}

function prospectOf(
  active: DeploymentState,
  service: ServiceState,
  goal: string | undefined,
  arriving: string | undefined,
): string {
  const what = `deployment ${active.id} (${active.status})`;
  if (arriving !== undefined)
    return `${what} is a rollback to ${formatRevision(arriving)} already and would be followed.`;
  const old = replacedBy(active, service);
  const then =
    goal === undefined || (old !== undefined && isSame(goal, old))
      ? ''
      : ` Then ${formatRevision(goal)} would be deployed.`;
  return active.creator === 'codeDeployRollback'
    ? `${what} is a rollback by CodeDeploy and would be followed to its end.${then}`
    : `${what} would be stopped and rolled back${old === undefined ? '' : ` to ${formatRevision(old)}`}.${then}`;
}

async function showFor(
  world: World,
  group: DeploymentGroup,
  service: ServiceState,
  goal: string | undefined,
): Promise<Shown> {
  const history = await readHistory(world.aws, group, service);
  const judged = rollbackTarget(history, {
    revision: servingRevision(service),
    deployment: primaryTaskSet(service)?.externalId,
  });
  return show(world, history, judged, { goal });
}
