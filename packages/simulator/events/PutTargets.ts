import { ApiError } from '../kernel/api-error.ts';
import type { Rules, Target } from './rules.ts';

interface PutTargetsRequest {
  readonly Rule: string;
  readonly EventBusName?: string;
  readonly Targets: readonly Target[];
}

/** Targets that one rule may have (EventBridge quotas). */
const MOST = 5;
const ARN = /^arn:[\w-]+:[\w-]+:[\w-]*:\d*:.+$/;
const CLUSTER = /^arn:[\w-]+:ecs:[\w-]+:\d{12}:cluster\/.+$/;

/**
 * A target of the same id is replaced. Assumption: the order and the wording of the refusals, which AWS does not publish.
 * @throws ApiError ValidationException, LimitExceededException, ResourceNotFoundException
 */
export function putTargets(
  rules: Rules,
  { Rule, EventBusName, Targets }: PutTargetsRequest,
): { FailedEntryCount: number; FailedEntries: readonly object[] } {
  const { targets } = rules.get(Rule, EventBusName);
  for (const target of Targets) check(target);
  const ids = new Set([...targets.keys(), ...Targets.map(({ Id }) => Id)]);
  if (ids.size > MOST) {
    throw new ApiError(
      'LimitExceededException',
      'The requested resource exceeds the maximum number allowed.',
    );
  }
  for (const target of Targets) targets.set(target.Id, target);
  return { FailedEntryCount: 0, FailedEntries: [] };
}

/** A cluster is a target with the task definition that it runs and the role that may run it. */
function check({ Id, Arn, RoleArn, EcsParameters }: Target): void {
  if (!ARN.test(Arn)) {
    throw new ApiError(
      'ValidationException',
      `Parameter ${Arn} is not valid. Reason: Provided Arn is not in correct format.`,
    );
  }
  if (!CLUSTER.test(Arn)) return;
  if (RoleArn === undefined)
    throw new ApiError('ValidationException', `RoleArn is required for target ${Arn}.`);
  if (EcsParameters === undefined)
    throw new ApiError('ValidationException', `EcsParameters are required for target ${Id}.`);
}
