import type {
  ModifyTargetGroupInput,
  ModifyTargetGroupOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describeTargetGroup } from './DescribeTargetGroups.ts';
import { healthCheckSettings } from './health-check-settings.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function modifyTargetGroup(
  elb: LoadBalancing,
  input: ModifyTargetGroupInput,
): ModifyTargetGroupOutput {
  const group = elb.targetGroup(input.TargetGroupArn);
  Object.assign(group.settings, healthCheckSettings(input, group.settings));
  return { TargetGroups: [describeTargetGroup(elb, group)] };
}
