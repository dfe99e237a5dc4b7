import type { DescribedTargetGroup, LoadBalancer } from '@cutover/aws/elb/load-balancing';
import type { AlarmState } from '@cutover/domain/alarm';
import { once, type CheckFacts } from '../../../checklist/facts.ts';
import { findUnderWay } from '../active.ts';
import { groupsOf } from '../observe.ts';
import { placeOf } from '../place.ts';
import { liveShift, type LiveShift } from '../shift.ts';

/** Facts about a service that ECS itself deploys; each call is made once. */
export class RollingFacts {
  readonly checked: CheckFacts;

  constructor(checked: CheckFacts) {
    this.checked = checked;
  }

  /** Those of the service's target groups that exist. */
  readonly targetGroups = once(
    async (): Promise<readonly DescribedTargetGroup[]> =>
      await groupsOf(this.checked.aws, await this.checked.service()),
  );

  /** Where ECS shifts production traffic; undefined for a service that rolls. */
  readonly shift = once(
    async (): Promise<LiveShift | undefined> =>
      await liveShift(this.checked.aws, await this.checked.service()),
  );

  /** The load balancer that users reach; undefined for a worker. */
  readonly balancer = once(async (): Promise<LoadBalancer | undefined> => {
    const [arn] = (await this.targetGroups()).flatMap(({ loadBalancerArns }) => loadBalancerArns);
    return arn === undefined ? undefined : await this.checked.aws.loadBalancing.loadBalancer(arn);
  });

  /** Names of the alarms that ECS watches during a deployment. */
  readonly watched = once(async (): Promise<readonly string[]> => {
    const alarms = (await this.checked.service()).settings?.alarms;
    return alarms?.enabled === true ? alarms.names : [];
  });

  /** Those alarms that CloudWatch has. */
  readonly alarms = once(async (): Promise<readonly AlarmState[]> => {
    const names = await this.watched();
    return names.length === 0 ? [] : await this.checked.aws.alarms.describe(names);
  });

  /** Names of the alarms that fire now; none with `ignore-alarms`, which gives an empty list of alarms. */
  readonly firing = once(async (): Promise<readonly string[]> => {
    if (this.checked.request.alarms?.length === 0) return [];
    return (await this.alarms()).filter(({ state }) => state === 'ALARM').map(({ name }) => name);
  });

  /** Id of the service's deployment that is under way. */
  readonly active = once(async (): Promise<string | undefined> => {
    const place = placeOf(await this.checked.environment(), await this.checked.service());
    return (await findUnderWay(this.checked, place))?.id;
  });
}
