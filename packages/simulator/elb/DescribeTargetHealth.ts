import type {
  DescribeTargetHealthInput,
  DescribeTargetHealthOutput,
  TargetDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { integer, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';
import { HEALTH } from './target.ts';

/** Registered and draining targets; a target that is asked for by name and is not there is `unused`. */
export function describeTargetHealth(
  elb: LoadBalancing,
  input: DescribeTargetHealthInput,
): DescribeTargetHealthOutput {
  const group = elb.targetGroup(input.TargetGroupArn);
  const asked = list<TargetDescription>(input.Targets);
  const described = group.targets.map((target) => ({
    Target: target.description,
    HealthCheckPort: `${group.healthCheckPort(target)}`,
    TargetHealth: target.health,
  }));
  if (asked.length === 0) return { TargetHealthDescriptions: described };
  return {
    TargetHealthDescriptions: asked.map((target) => {
      const port = integer('port', target.Port, 1, 65_535) ?? group.settings.port;
      return (
        described.find((one) => one.Target.Id === target.Id && one.Target.Port === port) ?? {
          Target: { Id: target.Id, Port: port },
          HealthCheckPort: `${port}`,
          TargetHealth: HEALTH.notRegistered,
        }
      );
    }),
  };
}
