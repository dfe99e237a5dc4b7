import type { DescribedTargetGroup, LoadBalancer } from '@cutover/aws/elb/load-balancing';
import type { DeploymentBudget } from '@cutover/domain/deployment/budget';
import type { Item } from '../checklist/item.ts';

/** An engine's checks before a deployment; they only read, and each reads when it is asked for. */
export interface EngineChecks {
  /** Items of preflight that are the engine's own. */
  readonly items: readonly Item[];
  /** Facts by which the engine's rows of the rule book are judged, by their names. */
  readonly looks: Readonly<Record<string, () => Promise<unknown>>>;
  /** Target groups between which traffic is shifted: those that exist. */
  targetGroups(): Promise<readonly DescribedTargetGroup[]>;
  /** The load balancer that users reach. */
  balancer(): Promise<LoadBalancer | undefined>;
  /** ARN. @throws ConfigurationError when AWS has nothing that deploys the service */
  productionListener(): Promise<string | undefined>;
  /** Number of tasks that run beside those of the desired count at most, while a deployment goes on. */
  extraTasks(): Promise<number>;
  /** How long a deployment may take, and what it takes at least by its configuration. */
  duration(): Promise<{ readonly budget: DeploymentBudget; readonly leastMinutes: number }>;
}
