import { parseArn } from '@cutover/domain/identity/arn';
import type { StackState } from '@cutover/aws/stacks';
import type { StackChange } from '@cutover/domain/stack';
import type { World } from '../world.ts';
import { describeOrigin, originsOf, type Tracing } from './origins.ts';
import type { Objection } from './protection.ts';
import type { Template } from './template.ts';

/**
 * Changes of ECS services that would take a deployed version back. CloudFormation sends the task definition with every
 * update of a service. Where a template names a family without a revision, as the bundled one names its placeholder, and a
 * revision of another family runs, the update would deploy the newest of the template's family instead.
 */
export async function movedServices(
  tracing: Tracing,
  template: Pick<Template, 'familyOf' | 'frozenServices'>,
  stack: StackState | undefined,
  whereIs: (parameter: string) => string,
  world: World,
): Promise<readonly Objection[]> {
  if (stack === undefined) return [];
  const suspects = tracing.changes.flatMap((change) => {
    const { action, replacement, resource, resourceType } = change;
    if (action !== 'Modify' || replacement === 'True' || resourceType !== 'AWS::ECS::Service') return [];
    if (template.frozenServices.has(resource)) return [];
    const family = template.familyOf(resource)?.replaceAll('${AWS::StackName}', stack.name);
    return family === undefined || family.includes('${') ? [] : [{ change, family }];
  });
  if (suspects.length === 0) return [];
  const resources = await world.aws.stacks.resources(stack.id);
  const found: Objection[] = [];
  for (const { change, family } of suspects) {
    const arn = resources.find(({ logicalId }) => logicalId === change.resource)?.physicalId ?? '';
    const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(parseArn(arn)?.resource ?? '') ?? [];
    if (cluster === undefined || service === undefined) continue;
    const [, revision = ''] =
      (await world.aws.services.describe(cluster, service))?.taskDefinition.split('/') ?? [];
    if (revision === '' || revision.startsWith(`${family}:`)) continue;
    found.push(objection(change, { family, revision, service }, tracing, whereIs));
  }
  return found;
}

function objection(
  change: StackChange,
  { family, revision, service }: Readonly<Record<'family' | 'revision' | 'service', string>>,
  tracing: Tracing,
  whereIs: (parameter: string) => string,
): Objection {
  const { resource, resourceType } = change;
  const origins = originsOf(change, tracing, () => true);
  const parameters = [...new Set(origins.flatMap((one) => one.parameters))];
  const because = origins.length === 0 ? '' : ` because of ${origins.map(describeOrigin).join(', ')}`;
  return {
    resource,
    what: `The change set would modify ${resource} (${resourceType})${because}. Service ${service} runs ${revision}, and CloudFormation would deploy the newest revision of ${family} in its place.`,
    fix: `Take ${
      parameters.length > 0
        ? `${parameters.map((name) => `${name}${whereIs(name)}`).join(', ')} back`
        : `the change of ${origins.map(({ property }) => property).join(', ') || 'this resource'} back (the tags of a stack reach its service, too)`
    }. The number of tasks is changed by aws ecs update-service --desired-count or MaxTasks. For anything else create a second stack with the new value, deploy there, and delete this one.`,
  };
}
