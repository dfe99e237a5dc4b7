import { isIP } from 'node:net';
import type { RegisterTargetsInput, TargetDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { integer, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function registerTargets(elb: LoadBalancing, input: RegisterTargetsInput): object {
  const group = elb.targetGroup(input.TargetGroupArn);
  const targets = list<TargetDescription>(input.Targets).map(({ Id = '', Port, AvailabilityZone }) => {
    if (group.settings.targetType === 'ip' && isIP(Id) === 0) {
      throw new ApiError('ValidationError', `The IP address '${Id}' is not a valid IPv4 or IPv6 address`);
    }
    return { id: Id, port: integer('port', Port, 1, 65_535) ?? group.settings.port, zone: AvailabilityZone };
  });
  for (const { id, port, zone } of targets) group.register(id, port, zone);
  return {};
}
