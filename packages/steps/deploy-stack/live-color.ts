import type { StackState } from '@cutover/aws/stacks';
import { served } from '@cutover/domain/target/listener';
import type { World } from '../world.ts';

/**
 * The colour that production's listener serves now, when the stack has such a listener and two target groups; `both`
 * while a deployment shifts traffic. CloudFormation would otherwise write the colour of its last update back.
 */
export async function liveColor(
  stack: StackState,
  world: World,
): Promise<'blue' | 'green' | 'both' | undefined> {
  const {
    ProductionListenerArn: listenerArn,
    BlueTargetGroupArn: blue,
    GreenTargetGroupArn: green,
  } = stack.outputs;
  if (!listenerArn || !blue || !green) return undefined;
  const listener = await world.aws.loadBalancing.listener(listenerArn);
  if (listener === undefined) return undefined;
  const groups = served(listener);
  if (groups.has(blue) && groups.has(green)) return 'both';
  if (groups.has(blue)) return 'blue';
  return groups.has(green) ? 'green' : undefined;
}
