import { consoleLink } from '@cutover/domain/console';
import { servingTasks, type ServiceLoadBalancer, type ServiceState } from '@cutover/domain/task/ecs-service';
import { failed, HOLDS, rule, type Rule } from './rule.ts';

/** Rules about the service, whatever deploys it. */
export const serviceRules: readonly Rule[] = [
  rule({
    id: 'service',
    needs: [],
    looks: ['environment', 'service', 'region'],
    judge: ({ environment: { cluster, service: name }, region, service }) => {
      if (service === undefined)
        return failed(
          `Cluster ${cluster} has no service ${name}.`,
          'Correct cluster and service (or stack and aws-region), or create the service.',
        );
      if (service.status === 'ACTIVE') return HOLDS;
      const link = consoleLink(region, { kind: 'cluster', cluster });
      return isGoneService(service)
        ? failed(
            `Service ${name} in cluster ${cluster} is ${service.status}.`,
            'Create it again (aws ecs create-service), or correct cluster and service.',
            { link },
          )
        : [
            {
              status: 'warned',
              what: `Service ${name} in cluster ${cluster} is ${service.status}, a status that this version does not know.`,
              fix: 'Look at the service in the console if the deployment fails.',
              link,
            },
          ];
    },
  }),
  rule({
    id: 'desired-count',
    needs: ['service'],
    looks: ['service', 'region'],
    judge: ({ region, service }, { allowZeroTasks }) =>
      service?.desired === 0
        ? [
            {
              status: allowZeroTasks ? 'warned' : 'failed',
              what: `Service ${service.name} has a desired count of 0: a deployment would succeed without a single task having run.`,
              fix: 'Raise the desired count, or set allow-zero-tasks: true.',
              link: serviceLink(region, service),
            },
          ]
        : HOLDS,
  }),
  rule({
    id: 'gate-has-targets',
    needs: ['service'],
    looks: ['service'],
    judge: ({ service }, { gate }) =>
      service?.desired === 0 && gate?.kind === 'health'
        ? failed(
            `gate: health can never pass for service ${service.name}: with a desired count of 0 it has no targets.`,
            'Raise the desired count, or set gate: none.',
          )
        : HOLDS,
  }),
];

/** Whether ECS runs no more tasks of the service. AWS may add statuses, and those are not taken for an end. */
export function isGoneService({ status }: Pick<ServiceState, 'status'>): boolean {
  return ['DRAINING', 'INACTIVE', ''].includes(status);
}

/** Page of a service. */
export function serviceLink(
  region: string,
  { cluster, name }: Pick<ServiceState, 'cluster' | 'name'>,
): string {
  return consoleLink(region, { kind: 'service', cluster, service: name });
}

/** Where production's requests go: of the tasks that serve, else of the service itself. */
export function liveBalancers(service: ServiceState): readonly ServiceLoadBalancer[] {
  return servingTasks(service).loadBalancers;
}
