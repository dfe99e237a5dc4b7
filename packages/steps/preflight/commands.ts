import { CutoverError } from '@cutover/domain/errors';
import type { SummarySection } from '@cutover/domain/outcome';
import { runbook, runbookFacts } from '@cutover/domain/runbook';
import { parseImageReference } from '@cutover/domain/image/reference';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { launchesOnFargate, servingRevision, servingTasks } from '@cutover/domain/task/ecs-service';
import { formatRevision } from '@cutover/domain/task/revision';
import { isJsonObject, textOf, type JsonObject } from '@cutover/domain/text/json';
import type { Facts } from './facts.ts';

/** Commands for the service that was looked at; none where it could not be. */
export async function commandsOf(facts: Facts): Promise<readonly SummarySection[]> {
  try {
    const service = await facts.service();
    const known = runbookFacts(facts.aws.region, await facts.environment());
    const [balanced] = servingTasks(service).loadBalancers;
    const definition = await facts.definition().catch(ignored);
    const containers = definition === undefined ? [] : containersOf(definition);
    const name = known.container ?? facts.request.container.name ?? balanced?.containerName;
    const container = containers.find((one) => textOf(one['name']) === name) ?? containers[0];
    const groups = await facts.targetGroups().catch(ignored);
    return [
      runbook({
        ...known,
        container: name ?? (container === undefined ? undefined : textOf(container['name'])),
        logGroup: known.logGroup ?? logGroupOf(container),
        repository: known.repository ?? repositoryOf(container),
        taskDefinition: formatRevision(servingRevision(service)),
        network: await facts.network(),
        targetGroups: (groups ?? []).map(({ arn }) => arn),
        fargate: launchesOnFargate(service),
        desired: service.desired,
      }),
    ];
  } catch (error) {
    // The items tell what could not be looked at.
    return ignored(error) ?? [];
  }
}

/** The name of the container's repository in ECR; undefined for other registries. */
function repositoryOf(container: JsonObject | undefined): string | undefined {
  const { account, name } = parseImageReference(textOf(container?.['image'])) ?? {};
  return account === undefined ? undefined : name;
}

function logGroupOf(container: JsonObject | undefined): string | undefined {
  const log = container?.['logConfiguration'];
  const options = isJsonObject(log) ? log['options'] : undefined;
  return isJsonObject(options) ? textOf(options['awslogs-group']) || undefined : undefined;
}

/** @throws whatever is no answer of AWS's or of the rules */
function ignored(error: unknown): undefined {
  if (error instanceof CutoverError) return undefined;
  throw error;
}
