import type {
  CreateTargetGroupInput,
  CreateTargetGroupOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { describeTargetGroup } from './DescribeTargetGroups.ts';
import { integer, invalid, required } from './form.ts';
import { HEALTH_CHECK_DEFAULTS, healthCheckSettings } from './health-check-settings.ts';
import type { LoadBalancing } from './load-balancing.ts';
import { TargetGroup } from './target-group.ts';

/** Idempotent by name: the same settings give back the group that exists. */
export function createTargetGroup(
  elb: LoadBalancing,
  input: CreateTargetGroupInput,
): CreateTargetGroupOutput {
  const name = required('Name', input.Name);
  if (!/^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(name)) {
    throw invalid(`The target group name '${name}' must have 1 to 32 letters, digits and inner hyphens`);
  }
  const targetType = input.TargetType ?? 'instance';
  if (!['instance', 'ip', 'lambda', 'alb'].includes(targetType)) {
    throw invalid(`The target type '${targetType}' is not valid`);
  }
  const settings = {
    protocol: required('Protocol', input.Protocol),
    protocolVersion: input.ProtocolVersion ?? 'HTTP1',
    port:
      integer('port', required('Port', input.Port === undefined ? undefined : `${input.Port}`), 1, 65_535) ??
      80,
    vpcId: input.VpcId,
    targetType,
    ipAddressType: input.IpAddressType ?? 'ipv4',
    ...healthCheckSettings(input, HEALTH_CHECK_DEFAULTS),
  };
  // The API model: required unless the target is a Lambda function.
  if (targetType !== 'lambda') required('VpcId', input.VpcId);
  for (const known of elb.targetGroups.values()) {
    if (known.name !== name) continue;
    if (JSON.stringify(known.settings) !== JSON.stringify(settings)) {
      throw new ApiError(
        'DuplicateTargetGroupName',
        `A target group with the same name '${name}' exists, but with different settings`,
      );
    }
    return { TargetGroups: [describeTargetGroup(elb, known)] };
  }
  const group = new TargetGroup(elb.sim, elb.arn(`targetgroup/${name}`), name, settings);
  elb.targetGroups.set(group.arn, group);
  elb.tag(group.arn, input.Tags);
  return { TargetGroups: [describeTargetGroup(elb, group)] };
}
