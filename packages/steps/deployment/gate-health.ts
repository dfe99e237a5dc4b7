import { replacementOf } from '@cutover/domain/deployment-look';
import { primaryTaskSet } from '@cutover/domain/ecs-service';
import type { Listener } from '@cutover/domain/listener';
import { groupName, judgeTargets, type TargetVerdict } from '@cutover/domain/target-verdict';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import { abortable } from './abortable.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { minutes } from './headline.ts';
import type { DeploymentOrder } from './order.ts';

/** Looks in a row that have to find everything healthy. */
const LOOKS = 2;

/** Whether all targets of the replacement are healthy, each of them a task of our revision, behind the test listener. */
export async function askHealth(
  world: World,
  order: DeploymentOrder,
  gate: Extract<Gate, { kind: 'health' }>,
  id: string,
): Promise<GateVerdict> {
  const { clock, progress, signal } = world;
  let inARow = 0;
  let shown = '';
  let seen = '';
  const result = await wait(
    async () => {
      const verdict = await abortable(signal, look(world, order, gate, id));
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
  order: DeploymentOrder,
  { testListener, targetGroups }: Extract<Gate, { kind: 'health' }>,
  id: string,
): Promise<TargetVerdict> {
  const service = await aws.services.describe(order.cluster, order.service);
  const replacement = service === undefined ? undefined : replacementOf(service, id);
  const green =
    replacement?.loadBalancers[0]?.targetGroupArn ??
    targetGroups.find((arn) => arn !== blueOf(service)?.loadBalancers[0]?.targetGroupArn);
  if (service === undefined || green === undefined) {
    return { ok: false, reason: 'the replacement task set is not known yet', warmingUp: true, groups: [] };
  }
  const [listener, health, tasks] = await Promise.all([
    testListener === undefined ? undefined : aws.loadBalancing.listener(testListener),
    aws.loadBalancing.health(green),
    aws.taskSetTasks.running(order.cluster, order.service),
  ]);
  return judgeTargets(
    {
      entrances: [{ listeners: [listener ?? alone(green)], candidates: targetGroups, wanted: green }],
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

function blueOf(service: Parameters<typeof primaryTaskSet>[0] | undefined) {
  return service === undefined ? undefined : primaryTaskSet(service);
}

/** Without a test listener the target group is judged as if everything went there. */
function alone(targetGroupArn: string): Listener {
  return {
    arn: '',
    loadBalancerArn: '',
    port: 0,
    protocol: 'HTTP',
    rules: [{ priority: 'default', forwards: [{ targetGroupArn, percent: 100 }] }],
  };
}
