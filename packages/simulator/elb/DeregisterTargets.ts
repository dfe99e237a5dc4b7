import type { DeregisterTargetsInput, TargetDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import { integer, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** Without a port every registration of the address is taken out; a target that is not registered counts as taken out. */
export function deregisterTargets(elb: LoadBalancing, input: DeregisterTargetsInput): object {
  const group = elb.targetGroup(input.TargetGroupArn);
  const leaving = list<TargetDescription>(input.Targets).flatMap(({ Id, Port }) => {
    const port = integer('port', Port, 1, 65_535);
    return group.targets.filter((target) => target.id === Id && (port === undefined || target.port === port));
  });
  for (const target of leaving) group.deregister(target);
  return {};
}
