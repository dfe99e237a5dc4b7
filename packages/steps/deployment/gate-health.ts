import { servingTasks } from '@cutover/domain/task/ecs-service';
import { directTo } from '@cutover/domain/target/listener';
import { groupName, judgeTargets, type TargetVerdict } from '@cutover/domain/target/target-verdict';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import { abortable } from './abortable.ts';
import type { Engine } from './engine.ts';
import type { Gate, GateVerdict } from './gate-kinds.ts';
import { minutes } from './headline.ts';
import type { Watch } from './order.ts';

/** Looks in a row that have to find everything healthy. */
const LOOKS = 2;

/** Whether all targets of the replacement are healthy, each of them a task of our revision, behind the test listener. */
export async function askHealth(
  world: World,
  engine: Engine,
  order: Watch,
  gate: Extract<Gate, { kind: 'health' }>,
  id: string,
): Promise<GateVerdict> {
  const { clock, progress, signal } = world;
  let inARow = 0;
  let shown = '';
  let seen = '';
  const result = await wait(
    async () => {
      const verdict = await abortable(signal, look(world, engine, order, gate, id));
      const [group] = verdict.groups;
      const picture = JSON.stringify(group?.targets.map(({ id: target, state }) => [target, state]));
      if (group?.targetGroup !== undefined && picture !== shown) {
        shown = picture;
        progress.report({
          type: 'target.health',
          targetGroup: groupName(group.targetGroup),
          healthy: group.healthy,
          wanted: group.targets.length,
          targets: group.targets,
        });
      }
      seen = verdict.reason;
      inARow = verdict.ok ? inARow + 1 : 0;
      return inARow >= LOOKS
        ? { state: 'done', value: undefined }
        : { state: 'pending', reason: verdict.reason };
    },
    { clock, signal, deadline: clock.now() + gate.limitMs, intervalMs: order.intervalMs },
  );
  if (result.kind === 'done') return { kind: 'passed', reason: `The health gate passed: ${seen}.` };
  const said = `the health gate did not pass within ${minutes(result.waitedMs)}: ${result.reason}`;
  return { kind: 'refused', reason: `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}.`, because: said };
}

async function look(
  { aws }: World,
  engine: Engine,
  order: Watch,
  { testListener, targetGroups }: Extract<Gate, { kind: 'health' }>,
  id: string,
): Promise<TargetVerdict> {
  const service = await aws.services.describe(order.cluster, order.service);
  const replacement = service === undefined ? undefined : engine.replacement(id, service);
  const blue = service === undefined ? undefined : servingTasks(service).loadBalancers[0]?.targetGroupArn;
  const green = replacement?.targetGroup ?? targetGroups.find((arn) => arn !== blue);
  if (service === undefined || green === undefined) {
    return { ok: false, reason: engine.words.replacementUnknown, warmingUp: true, groups: [] };
  }
  const [listener, health, tasks] = await Promise.all([
    testListener === undefined ? undefined : aws.loadBalancing.listener(testListener),
    aws.loadBalancing.health(green),
    aws.serviceTasks.running(order.cluster, order.service),
  ]);
  return judgeTargets(
    {
      entrances: [{ listeners: [listener ?? directTo(green)], candidates: targetGroups, wanted: green }],
      health: new Map(health === undefined ? [] : [[green, health]]),
      tasks,
    },
    {
      revision: order.revision,
      minHealthy: Math.max(replacement?.desired ?? service.desired, 1),
      listenerName: 'test listener',
    },
  );
}
