import { primaryTaskSet } from '@cutover/domain/task/ecs-service';
import { failed, HOLDS, type Rule } from '../rule.ts';
import { rule, type CodeDeployFacts } from './facts.ts';
import { liveBalancers, serviceLink } from '../service-rules.ts';

/** Services that CodeDeploy can't shift, whatever the revision. */
export const codeDeployServiceRules: readonly Rule<CodeDeployFacts>[] = [
  rule({
    id: 'primary',
    needs: ['controller'],
    looks: ['service', 'region'],
    judge: ({ region, service }) =>
      service === undefined || primaryTaskSet(service) !== undefined
        ? HOLDS
        : failed(
            `Service ${service.name} has no PRIMARY task set: nothing serves production, so there is nothing to shift from.`,
            'Look at the service’s events; create the service again if it never had one.',
            { link: serviceLink(region, service) },
          ),
  }),
  rule({
    id: 'one-target-group',
    needs: ['service'],
    looks: ['service', 'region'],
    judge: ({ region, service }) => {
      const count = service === undefined ? 1 : liveBalancers(service).length;
      if (service === undefined || count === 1) return HOLDS;
      return failed(
        `Service ${service.name} has ${count} target groups; CodeDeploy can shift exactly one.`,
        count === 0
          ? 'Create the service with a load balancer: CodeDeploy shifts what a listener sends.'
          : 'Keep one load balancer entry in the service, or use ECS’s own blue/green deployments, which take several.',
        { link: serviceLink(region, service) },
      );
    },
  }),
  rule({
    id: 'no-classic-load-balancer',
    needs: ['one-target-group'],
    looks: ['service', 'region'],
    judge: ({ region, service }) =>
      service !== undefined && liveBalancers(service)[0]?.targetGroupArn === ''
        ? failed(
            `Service ${service.name} is behind a Classic Load Balancer, which CodeDeploy can’t shift.`,
            'Put the service behind an application or network load balancer.',
            { link: serviceLink(region, service) },
          )
        : HOLDS,
  }),
  rule({
    id: 'no-service-connect',
    needs: ['service'],
    looks: ['service', 'region'],
    judge: ({ region, service }) =>
      service?.serviceConnect === true
        ? failed(
            `Service ${service.name} uses Service Connect, whose traffic CodeDeploy doesn’t shift.`,
            'Turn Service Connect off for this service, or use ECS’s own blue/green deployments, which know it.',
            { link: serviceLink(region, service) },
          )
        : HOLDS,
  }),
  rule({
    id: 'replica-strategy',
    needs: ['service'],
    looks: ['service', 'region'],
    judge: ({ region, service }) =>
      service?.schedulingStrategy === 'DAEMON'
        ? failed(
            `Service ${service.name} has the DAEMON scheduling strategy, which CodeDeploy doesn’t support.`,
            'Create the service with the REPLICA strategy.',
            { link: serviceLink(region, service) },
          )
        : HOLDS,
  }),
  rule({
    id: 'volumes-at-launch',
    needs: ['revision-active'],
    looks: ['task'],
    judge: ({ task }) =>
      task === undefined || task.volumesAtLaunch.length === 0
        ? HOLDS
        : failed(
            `Task definition ${task.label} has volumes that are configured at launch (${task.volumesAtLaunch.join(', ')}); a CodeDeploy deployment can’t configure them.`,
            'Use EFS, a bind mount or ephemeral storage, or a service of the ECS controller.',
          ),
  }),
];
