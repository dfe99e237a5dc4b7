import type { StackChange } from '@cutover/domain/stack';
import { describeOrigin, originsOf, type Tracing } from './origins.ts';
import type { Objection } from './protection.ts';

/**
 * Changes of ECS services that CloudFormation can't carry out: its handler sends the task definition with every update, and
 * ECS refuses that for services of some deployment controllers.
 * @param frozen names of the engines that deploy such services, by the services' logical ids
 */
export function frozenServices(
  tracing: Tracing,
  frozen: ReadonlyMap<string, string>,
  whereIs: (parameter: string) => string,
): readonly Objection[] {
  return tracing.changes
    .filter(
      ({ action, resource, resourceType }) =>
        action === 'Modify' && resourceType === 'AWS::ECS::Service' && frozen.has(resource),
    )
    .map((change) => objection(change, frozen.get(change.resource) ?? '', tracing, whereIs));
}

function objection(
  change: StackChange,
  engine: string,
  tracing: Tracing,
  whereIs: (parameter: string) => string,
): Objection {
  const { resource, resourceType } = change;
  const origins = originsOf(change, tracing, () => true);
  const parameters = [...new Set(origins.flatMap((one) => one.parameters))];
  const properties = origins.map(({ property }) => property);
  const byTags =
    properties.length > 0 && properties.every((one) => one === 'Tags') && parameters.length === 0;
  return {
    resource,
    what: `The change set would modify ${resource} (${resourceType})${origins.length === 0 ? '' : ` because of ${origins.map(describeOrigin).join(', ')}`}. CloudFormation can't update an ECS service that ${engine} deploys to.`,
    fix: byTags
      ? 'Give the tags that the stack has, or leave tags out: the tags of a stack reach its service. To tag the service alone, run aws ecs tag-resource.'
      : `Take ${
          parameters.length > 0
            ? `${parameters.map((name) => `${name}${whereIs(name)}`).join(', ')} back`
            : `the change of ${properties.join(', ') || 'this resource'} in the template back`
        }. Subnets, security groups, capacity and platform version are changed by a deployment, the desired count by ECS itself. For anything else create a second stack with the new value, deploy there, and move the domain to it.`,
  };
}
