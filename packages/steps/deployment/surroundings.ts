import type { DescribedTargetGroup, TargetGroup } from '@cutover/aws/elb/load-balancing';
import type { Environment } from '@cutover/domain/environment';
import type { Listener } from '@cutover/domain/target/listener';
import type { DeployableRevision } from '@cutover/domain/task/deployable-revision';
import type { ServiceState } from '@cutover/domain/task/ecs-service';

/** The surroundings of a deployment, as they are now; an engine adds what only it knows. What does not exist is undefined. */
export interface Surroundings {
  readonly region: string;
  readonly environment: Environment;
  readonly service: ServiceState | undefined;
  /** The revision to deploy. */
  readonly revision: DeployableRevision | undefined;
  /** Target groups between which traffic is shifted. */
  readonly targetGroups: readonly (TargetGroup &
    Partial<Pick<DescribedTargetGroup, 'targetType' | 'healthCheck' | 'vpc'>>)[];
  readonly production: Listener | undefined;
  readonly test: Listener | undefined;
  /** Whether the target groups serve side by side, instead of one after the other. */
  readonly groupsServeTogether?: boolean;
  /** How long the deployment waits to be continued before the shift, in minutes; 0: it doesn't wait. */
  readonly readyWaitMinutes: number;
}
