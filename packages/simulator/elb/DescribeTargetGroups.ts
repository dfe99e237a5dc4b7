import type {
  DescribeTargetGroupsInput,
  DescribeTargetGroupsOutput,
  TargetGroup as TargetGroupDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';
import type { TargetGroup } from './target-group.ts';

export function describeTargetGroups(
  elb: LoadBalancing,
  input: DescribeTargetGroupsInput,
): DescribeTargetGroupsOutput {
  const names = list<string>(input.Names);
  const arns = list<string>(input.TargetGroupArns);
  let found = [...elb.targetGroups.values()];
  if (arns.length > 0) found = arns.map((arn) => elb.targetGroup(arn));
  if (names.length > 0) {
    found = names.map((name) => {
      const group = found.find((one) => one.name === name);
      if (group === undefined) {
        throw new ApiError('TargetGroupNotFound', 'One or more target groups not found');
      }
      return group;
    });
  }
  if (input.LoadBalancerArn !== undefined) {
    const { arn } = elb.loadBalancer(input.LoadBalancerArn);
    found = found.filter((group) => elb.usersOf(group.arn).includes(arn));
  }
  return { TargetGroups: found.map((group) => describeTargetGroup(elb, group)) };
}

export function describeTargetGroup(elb: LoadBalancing, group: TargetGroup): TargetGroupDescription {
  const { settings } = group;
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: settings.protocol as TargetGroupDescription['Protocol'],
    Port: settings.port,
    VpcId: settings.vpcId,
    HealthCheckProtocol: settings.healthCheckProtocol as TargetGroupDescription['HealthCheckProtocol'],
    HealthCheckPort: settings.healthCheckPort,
    HealthCheckEnabled: settings.healthCheckEnabled,
    HealthCheckIntervalSeconds: settings.healthCheckIntervalSeconds,
    HealthCheckTimeoutSeconds: settings.healthCheckTimeoutSeconds,
    HealthyThresholdCount: settings.healthyThresholdCount,
    UnhealthyThresholdCount: settings.unhealthyThresholdCount,
    HealthCheckPath: settings.healthCheckPath,
    Matcher:
      settings.protocolVersion === 'GRPC' ? { GrpcCode: settings.matcher } : { HttpCode: settings.matcher },
    LoadBalancerArns: [...elb.usersOf(group.arn)],
    TargetType: settings.targetType as TargetGroupDescription['TargetType'],
    ProtocolVersion: settings.protocolVersion,
    IpAddressType: settings.ipAddressType as TargetGroupDescription['IpAddressType'],
  };
}
