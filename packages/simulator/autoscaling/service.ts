import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { deleteScalingPolicy } from './DeleteScalingPolicy.ts';
import { deregisterScalableTarget } from './DeregisterScalableTarget.ts';
import { describeScalableTargets } from './DescribeScalableTargets.ts';
import { describeScalingPolicies } from './DescribeScalingPolicies.ts';
import { putScalingPolicy } from './PutScalingPolicy.ts';
import { registerScalableTarget } from './RegisterScalableTarget.ts';
import { AutoScalingState, targetShape } from './state.ts';
import { listTagsForResource, tagResource, untagResource } from './TagResource.ts';

/** Application Auto Scaling of ECS services: what is registered is kept, nothing scales by itself. */
export function createAutoScaling(sim: Simulator): JsonService {
  const state = new AutoScalingState(sim);
  const bind =
    <I>(run: (state: AutoScalingState, input: I) => object | void | Promise<object>): Operation =>
    (input: I) =>
      run(state, input);
  return {
    name: 'application-autoscaling',
    protocol: 'json',
    targetPrefix: 'AnyScaleFrontendService',
    operations: {
      DeleteScalingPolicy: bind(deleteScalingPolicy),
      DeregisterScalableTarget: bind(deregisterScalableTarget),
      DescribeScalableTargets: bind(describeScalableTargets),
      DescribeScalingPolicies: bind(describeScalingPolicies),
      ListTagsForResource: bind(listTagsForResource),
      PutScalingPolicy: bind(putScalingPolicy),
      RegisterScalableTarget: bind(registerScalableTarget),
      TagResource: bind(tagResource),
      UntagResource: bind(untagResource),
    },
    lookup: (what, resource) =>
      what === 'target' ? state.targets.find(({ key }) => key.ResourceId === resource)?.arn : undefined,
    snapshot: () => ({
      scalableTargets: state.targets.map((target) => ({
        ...targetShape(target),
        tags: Object.fromEntries(target.tags),
        policies: [...target.policies.values()],
      })),
    }),
  };
}
