import type { Deployment } from '@cutover/domain/deployment/deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { rollbackTarget } from '@cutover/domain/deployment/rollback-target';
import { carryOut } from '../deployment/carry-out.ts';
import type { Engine } from '../deployment/engine.ts';
import { Pursuit } from '../deployment/pursuit.ts';
import type { World } from '../world.ts';
import { adopt, replacedBy } from './adopt.ts';
import { isSame, show, type Shown } from './choose.ts';
import { facts, outcome } from './conclude.ts';
import { SHOWN } from './candidates.ts';
import type { inputs } from './inputs.ts';
import type { RollbackOutputs } from './outputs.ts';
import { servingOf } from './survey.ts';
import { servingArn } from './serving.ts';

export interface Situation {
  readonly environment: Environment;
  readonly engine: Engine;
  readonly service: ServiceState;
  /** ARN or `family:number`; undefined: the last good one. */
  readonly goal: string | undefined;
  readonly intervalMs: number;
}

/** Follows a deployment under way that leads to where the user wants to be. */
export async function follow(
  given: Inputs<typeof inputs>,
  world: World,
  { engine, environment, goal, intervalMs, service }: Situation,
  active: Deployment,
  revision: string,
): Promise<Outcome<RollbackOutputs>> {
  const startedAt = world.clock.now();
  const order = await adopt(world, {
    environment,
    engine,
    service,
    active,
    revision,
    waitUntil: given['wait-until'],
    waitForMinutes: given['wait-for-minutes'],
    intervalMs,
  });
  const shown = await showFor(world, engine, service, goal);
  return await outcome(
    world,
    engine,
    order,
    await carryOut(new Pursuit(world, engine, order, active.id, startedAt)),
    shown,
    revision,
  );
}

/** Says what would become of a deployment under way, or that it has arrived; changes nothing. */
export async function describeActive(
  world: World,
  { engine, goal, service }: Situation,
  active: Deployment,
  { arrived, arriving }: { readonly arrived: boolean; readonly arriving: string | undefined },
): Promise<Outcome<RollbackOutputs>> {
  const serving = servingArn(engine, service);
  const shown = await showFor(world, engine, service, goal);
  return {
    kind: 'unchanged',
    what: arrived
      ? `${formatRevision(serving)} already serves production; deployment ${active.id} waits for the end of the old tasks.`
      : `Dry run: ${prospectOf(engine, active, service, goal, arriving)}`,
    outputs: {
      'task-definition-arn': serving,
      'previous-task-definition-arn': serving,
      'deployment-id': engine.named(active.id),
      'codedeploy-deployment-id': engine.named(active.id),
      'deployment-status': active.status,
      'rolled-back': false,
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
  engine: Engine,
  active: Deployment,
  service: ServiceState,
  goal: string | undefined,
  arriving: string | undefined,
): string {
  const what = `deployment ${active.id} (${active.status})`;
  if (arriving !== undefined)
    return `${what} is a rollback to ${formatRevision(arriving)} already and would be followed.`;
  const old = replacedBy(engine, active, service);
  const then =
    goal === undefined || (old !== undefined && isSame(goal, old))
      ? ''
      : ` Then ${formatRevision(goal)} would be deployed.`;
  return active.isAutomaticRollback
    ? `${what} is a rollback by ${engine.name} and would be followed to its end.${then}`
    : `${what} would be stopped and rolled back${old === undefined ? '' : ` to ${formatRevision(old)}`}.${then}`;
}

async function showFor(
  world: World,
  engine: Engine,
  service: ServiceState,
  goal: string | undefined,
): Promise<Shown> {
  const history = await engine.history(service, SHOWN);
  const judged = rollbackTarget(history, servingOf(engine, service));
  return show(world, engine, history, judged, { goal });
}
