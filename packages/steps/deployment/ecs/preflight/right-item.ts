import { textOf } from '@cutover/domain/text/json';
import type { Item, Verdict } from '../../../checklist/item.ts';
import { ownRights } from '../../../checklist/rights.ts';
import type { RollingFacts } from './facts.ts';

/** Rights of these credentials on the service and its deployments. */
export function rightItem(facts: RollingFacts): Item {
  return {
    id: 'permissions',
    title: 'Rights of these credentials',
    needs: ['service-features'],
    check: async () => await permissions(facts),
  };
}

/**
 * Source of actions and resources: the service authorization reference, "Actions, resources, and condition keys". Actions
 * without a resource type are asked with the resource by which policies scope them.
 */
async function permissions({ checked }: RollingFacts): Promise<Verdict> {
  const service = await checked.service();
  const { cluster, name } = service;
  const inCluster = { 'ecs:cluster': await checked.arn('ecs', `cluster/${cluster}`) };
  const definition = await checked.definition().catch(() => undefined);
  const balanced = service.loadBalancers.length > 0;
  const watched = service.settings?.alarms.enabled === true;
  return await ownRights(
    checked,
    [
      {
        actions: ['ecs:DescribeServices', 'ecs:UpdateService', 'ecs:ListServiceDeployments'],
        resources: [service.arn],
        context: inCluster,
      },
      {
        actions: ['ecs:DescribeServiceDeployments', 'ecs:StopServiceDeployment'],
        resources: [await checked.arn('ecs', `service-deployment/${cluster}/${name}/0`)],
        context: inCluster,
      },
      {
        actions: ['ecs:DescribeServiceRevisions'],
        resources: [await checked.arn('ecs', `service-revision/${cluster}/${name}/0`)],
        context: inCluster,
      },
      {
        actions: ['ecs:RegisterTaskDefinition'],
        resources: [await checked.arn('ecs', `task-definition/${textOf(definition?.['family'] ?? 'app')}:1`)],
      },
      {
        actions: ['ecs:ListTasks'],
        resources: [await checked.arn('ecs', `container-instance/${cluster}/0`)],
        context: inCluster,
      },
      {
        actions: ['ecs:DescribeTasks'],
        resources: [await checked.arn('ecs', `task/${cluster}/0`)],
        context: inCluster,
      },
      ...(balanced
        ? [
            {
              actions: [
                'elasticloadbalancing:DescribeTargetGroups',
                'elasticloadbalancing:DescribeTargetHealth',
              ],
              resources: ['*'],
            },
          ]
        : []),
      ...(watched ? [{ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }] : []),
    ],
    'These credentials may register, deploy, follow and stop.',
  );
}
