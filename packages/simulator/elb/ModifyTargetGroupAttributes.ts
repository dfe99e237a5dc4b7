import type {
  ModifyTargetGroupAttributesInput,
  ModifyTargetGroupAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { modifyAttributes } from './attributes.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function modifyTargetGroupAttributes(
  elb: LoadBalancing,
  input: ModifyTargetGroupAttributesInput,
): ModifyTargetGroupAttributesOutput {
  return { Attributes: modifyAttributes(elb.targetGroup(input.TargetGroupArn).attributes, input.Attributes) };
}
