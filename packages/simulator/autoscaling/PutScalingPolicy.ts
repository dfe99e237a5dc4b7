import { randomUUID } from 'node:crypto';
import type {
  PutScalingPolicyRequest,
  PutScalingPolicyResponse,
} from '@aws-sdk/client-application-auto-scaling';
import type { AutoScalingState } from './state.ts';

/** Keeps the policy; it never scales anything, and has no alarms. @throws ApiError ObjectNotFoundException */
export function putScalingPolicy(
  state: AutoScalingState,
  input: PutScalingPolicyRequest,
): PutScalingPolicyResponse {
  const { ServiceNamespace, ResourceId, ScalableDimension, PolicyName: name = '', ...settings } = input;
  const target = state.target({ ServiceNamespace, ResourceId, ScalableDimension });
  const before = target.policies.get(name);
  const PolicyARN =
    before?.PolicyARN ??
    state.sim.arn(
      'autoscaling',
      `scalingPolicy:${randomUUID()}:resource/${ServiceNamespace ?? ''}/${ResourceId ?? ''}:policyName/${name}`,
    );
  target.policies.set(name, {
    ...before,
    PolicyType: before?.PolicyType ?? 'StepScaling',
    ...settings,
    PolicyARN,
    PolicyName: name,
    ServiceNamespace,
    ResourceId,
    ScalableDimension,
    Alarms: [],
    CreationTime: before?.CreationTime ?? state.sim.clock.date(),
  });
  return { PolicyARN, Alarms: [] };
}
