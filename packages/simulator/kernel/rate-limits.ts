import type { Clock } from './clock.ts';

interface Limit {
  readonly service: string;
  readonly operations: RegExp;
  /** Calls at once. */
  readonly burst: number;
  /** Calls per second of AWS time. */
  readonly refill: number;
}

function limit(service: string, operations: RegExp, burst: number, refill: number): Limit {
  return { service, operations, burst, refill };
}

/**
 * Limits that AWS documents per account and Region; operations of one row share a bucket. Services without published numbers
 * (CodeDeploy, CloudFormation) have none here. Sources: the throttling pages of ECS, Elastic Load Balancing and ECR, the
 * quotas of CloudWatch Logs (GetLogEvents and FilterLogEvents as of 2021) and of STS.
 */
export const LIMITS: readonly Limit[] = [
  limit('ecs', /^(Describe|List)Clusters$/, 50, 20),
  limit('ecs', /^(Describe|List)Services$/, 100, 20),
  limit('ecs', /^(DescribeTasks|ListTasks|DescribeContainerInstances)$/, 100, 20),
  limit('ecs', /^(RunTask|StartTask|StopTask|ExecuteCommand)$/, 100, 40),
  limit('ecs', /^RunTask$/, 20, 20),
  limit('ecs', /^(Create|Update|Delete)Service$/, 50, 5),
  limit('ecs', /^(Register|Deregister)TaskDefinition$/, 20, 1),
  limit('ecs', /^DeleteTaskDefinitions$/, 5, 1),
  limit('ecs', /^(DescribeTaskDefinition|ListTaskDefinitions|ListTaskDefinitionFamilies)$/, 50, 20),
  limit('ecs', /^(Describe|List)ServiceDeployments$/, 50, 20),
  limit('ecs', /^DescribeServiceRevisions$/, 50, 20),
  limit('ecs', /^(Tag|Untag)Resource$/, 20, 10),
  limit('ecs', /^ListTagsForResource$/, 50, 20),
  limit('elasticloadbalancing', /./, 40, 10),
  limit('elasticloadbalancing', /^(Register|Deregister)Targets$/, 20, 4),
  limit('elasticloadbalancing', /^(CreateLoadBalancer|SetSubnets)$/, 10, 0.2),
  limit(
    'elasticloadbalancing',
    /^(?!Describe|RegisterTargets|DeregisterTargets|CreateLoadBalancer$|SetSubnets$)/,
    20,
    3,
  ),
  limit('logs', /^DescribeLogStreams$/, 25, 25),
  limit('logs', /^GetLogEvents$/, 10, 10),
  limit('logs', /^FilterLogEvents$/, 5, 5),
  limit('ecr', /^GetAuthorizationToken$/, 200, 20),
  limit('sts', /^GetCallerIdentity$/, 600, 600),
];

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets in AWS time; calls between simulated services do not count, as on AWS. */
export class RateLimits {
  readonly #clock: Clock;
  readonly #buckets = new Map<Limit, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  clear(): void {
    this.#buckets.clear();
  }

  /** Takes a token out of each bucket of the operation; false, and nothing taken, when one of them is empty. */
  allows(service: string, operation: string): boolean {
    const now = this.#clock.now();
    const buckets = LIMITS.filter((one) => one.service === service && one.operations.test(operation)).map(
      (one) => {
        const bucket = this.#buckets.get(one) ?? { tokens: one.burst, at: now };
        bucket.tokens = Math.min(one.burst, bucket.tokens + ((now - bucket.at) / 1000) * one.refill);
        bucket.at = now;
        this.#buckets.set(one, bucket);
        return bucket;
      },
    );
    if (buckets.some(({ tokens }) => tokens < 1)) return false;
    for (const bucket of buckets) bucket.tokens -= 1;
    return true;
  }
}
