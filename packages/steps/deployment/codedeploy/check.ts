import type { DeployableRevision } from '@cutover/domain/task/deployable-revision';
import type { DeploymentConfig } from '@cutover/domain/codedeploy/deployment';
import { primaryTaskSet, type ServiceState, type TaskSet } from '@cutover/domain/task/ecs-service';
import { judgeAll } from '../../rules/book.ts';
import { chosenContainer, taskOfRevision } from '../../rules/deployable-task.ts';
import { refuse } from '../../rules/refuse.ts';
import type { Wanted } from '../../rules/rule.ts';
import type { Observed } from './observe.ts';
import { RULES } from './rules.ts';

/** Surroundings in which a deployment can start. */
export interface Deployable {
  readonly service: ServiceState;
  readonly primary: TaskSet;
  readonly revision: DeployableRevision;
  readonly config: DeploymentConfig;
  readonly containerName: string;
  readonly containerPort: number;
}

/**
 * Refuses by name everything that CodeDeploy would fail on later, or that would pass without being true: runs all rows of
 * the rule book. Pure.
 * @throws ConfigurationError with all problems found
 */
export function checkDeployable(observed: Observed, wanted: Wanted): Deployable {
  const { revision, config, service } = observed;
  const task = revision === undefined ? undefined : taskOfRevision(revision);
  refuse(judgeAll(RULES, { ...observed, task }, wanted));
  const primary = service === undefined ? undefined : primaryTaskSet(service);
  const { name, port } = chosenContainer(task, primary?.loadBalancers[0], wanted.container);
  if (
    service === undefined ||
    primary === undefined ||
    revision === undefined ||
    config === undefined ||
    name === undefined ||
    port === undefined
  ) {
    throw new TypeError('The rule book lets a deployment start without what it needs.');
  }
  return { service, primary, revision, config, containerName: name, containerPort: port };
}
