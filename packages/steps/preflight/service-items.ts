import { consoleLink } from '@cutover/domain/console';
import { CutoverError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/revision';
import type { Facts } from './facts.ts';
import { failed, passed, warned, type Item, type Verdict } from './item.ts';

/** What ECS says of the service. */
export function serviceItems(facts: Facts): readonly Item[] {
  return [
    { id: 'identity', title: 'AWS credentials', needs: [], check: async () => await identity(facts) },
    {
      id: 'service',
      title: 'Service',
      needs: ['identity'],
      check: async () => await service(facts),
    },
    {
      id: 'controller',
      title: 'Deployment controller',
      needs: ['service'],
      check: async () => await controller(facts),
    },
    {
      id: 'service-features',
      title: 'What CodeDeploy can shift',
      needs: ['service'],
      check: async () => await features(facts),
    },
    {
      id: 'desired-count',
      title: 'Number of tasks',
      needs: ['service'],
      check: async () => await desired(facts),
    },
    {
      id: 'primary',
      title: 'Tasks that serve now',
      needs: ['controller'],
      check: async () => await primary(facts),
    },
  ];
}

/** Whatever keeps us from knowing who we are keeps us from everything else too. */
async function identity({ aws }: Facts): Promise<Verdict> {
  try {
    const { account, arn } = await aws.identity.caller();
    return passed(`The credentials of ${arn} work in account ${account}, ${aws.region}.`);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    return failed(error.message, error.remedy);
  }
}

async function service(facts: Facts): Promise<Verdict> {
  const { cluster, name, status } = await facts.service();
  if (status === 'ACTIVE') return passed(`Service ${name} in cluster ${cluster} is ACTIVE.`);
  return failed(
    `Service ${name} in cluster ${cluster} is ${status}.`,
    'Create it again (aws ecs create-service), or correct cluster and service.',
    consoleLink(facts.aws.region, { kind: 'cluster', cluster }),
  );
}

/** What deploys services of the other controllers. */
const INSTEAD: Readonly<Record<string, string>> = {
  ECS: 'ECS deploys it by itself (aws ecs update-service --task-definition …), blue/green too with deploymentConfiguration.strategy BLUE_GREEN. ',
  EXTERNAL: 'What manages its task sets (CreateTaskSet) has to deploy it. ',
};

async function controller(facts: Facts): Promise<Verdict> {
  const found = await facts.service();
  if (found.controller === 'CODE_DEPLOY') return passed('It is CODE_DEPLOY.');
  return failed(
    `Service ${found.name} has the ${found.controller} deployment controller; CodeDeploy deploys services of the CODE_DEPLOY controller.`,
    `${INSTEAD[found.controller] ?? ''}The controller is chosen when a service is created: create one with deploymentController CODE_DEPLOY (the bundled template does).`,
    serviceLink(facts, found),
  );
}

/** Each with the way that is left. */
async function features(facts: Facts): Promise<Verdict> {
  const service = await facts.service();
  const { name, schedulingStrategy, serviceConnect } = service;
  const balancers = (await facts.primary())?.loadBalancers ?? service.loadBalancers;
  const link = serviceLink(facts, service);
  if (serviceConnect) {
    return failed(
      `Service ${name} uses Service Connect, whose traffic CodeDeploy doesn’t shift.`,
      'Turn Service Connect off for this service, or use ECS’s own blue/green deployments, which know it.',
      link,
    );
  }
  if (balancers.length !== 1) {
    return failed(
      `Service ${name} has ${balancers.length} target groups; CodeDeploy can shift exactly one.`,
      balancers.length === 0
        ? 'Create the service with a load balancer: CodeDeploy shifts what a listener sends.'
        : 'Keep one load balancer entry in the service, or use ECS’s own blue/green deployments, which take several.',
      link,
    );
  }
  if (balancers[0]?.targetGroupArn === '') {
    return failed(
      `Service ${name} is behind a Classic Load Balancer, which CodeDeploy can’t shift.`,
      'Put the service behind an application or network load balancer.',
      link,
    );
  }
  if (schedulingStrategy === 'DAEMON') {
    return failed(
      `Service ${name} has the DAEMON scheduling strategy, which CodeDeploy doesn’t support.`,
      'Create the service with the REPLICA strategy.',
      link,
    );
  }
  return passed('One target group, no Service Connect, the REPLICA strategy.');
}

async function desired(facts: Facts): Promise<Verdict> {
  const service = await facts.service();
  const { desired: wanted, name } = service;
  if (wanted > 0) return passed(`The desired count is ${wanted}.`);
  const found = `Service ${name} has a desired count of 0: a deployment would succeed without a single task having run.`;
  const fix = 'Raise the desired count, or set allow-zero-tasks: true.';
  return facts.request.allowZeroTasks ? warned(found, fix) : failed(found, fix, serviceLink(facts, service));
}

/** Tasks that fail now don't keep the next version from being deployed, but there is little to go back to. */
async function primary(facts: Facts): Promise<Verdict> {
  const service = await facts.service();
  const set = await facts.primary();
  const link = serviceLink(facts, service);
  if (set === undefined) {
    return failed(
      `Service ${service.name} has no PRIMARY task set: nothing serves production, so there is nothing to shift from.`,
      'Look at the service’s events; create the service again if it never had one.',
      link,
    );
  }
  const label = formatRevision(set.taskDefinition);
  if (set.stable && set.running >= set.desired)
    return passed(`${label} runs ${set.running} of ${set.desired} tasks and is steady.`);
  const [event] = service.events;
  return warned(
    `${label} runs ${set.running} of ${set.desired} tasks and is not steady${event === undefined ? '.' : `: ${event.text}`}`,
    'A deployment can start and may be the cure; a rollback would go back to these tasks.',
    link,
  );
}

function serviceLink(
  { aws }: Facts,
  { cluster, name }: { readonly cluster: string; readonly name: string },
): string {
  return consoleLink(aws.region, { kind: 'service', cluster, service: name });
}
