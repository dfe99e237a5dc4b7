import { consoleLink } from '@cutover/domain/console';
import { isNetworkListener, served, type Listener } from '@cutover/domain/listener';
import { isOf } from '../deployment/find-group.ts';
import type { Facts } from './facts.ts';
import { failed, gravest, passed, warned, type Item, type Verdict } from './item.ts';

/** What CodeDeploy and the load balancer say. */
export function groupItems(facts: Facts): readonly Item[] {
  return [
    {
      id: 'deployment-group',
      title: 'Deployment group',
      needs: ['controller'],
      check: async () => await group(facts),
    },
    {
      id: 'deployment-config',
      title: 'Deployment configuration',
      needs: ['deployment-group'],
      check: async () => await config(facts),
    },
    {
      id: 'target-groups',
      title: 'Pair of target groups',
      needs: ['deployment-group', 'service-features'],
      check: async () => await pair(facts),
    },
    {
      id: 'listeners',
      title: 'Listeners',
      needs: ['deployment-group'],
      check: async () => await listeners(facts),
    },
    {
      id: 'listeners-on-primary',
      title: 'Listeners forward to what serves now',
      needs: ['listeners', 'target-groups', 'primary'],
      check: async () => await onPrimary(facts),
    },
    {
      id: 'active-deployment',
      title: 'No deployment under way',
      needs: ['deployment-group'],
      check: async () => await active(facts),
    },
  ];
}

async function label(facts: Facts): Promise<{ readonly label: string; readonly link: string }> {
  const { application, name } = await facts.group();
  return {
    label: `Deployment group ${application}/${name}`,
    link: consoleLink(facts.aws.region, { kind: 'deploymentGroup', application, group: name }),
  };
}

async function group(facts: Facts): Promise<Verdict> {
  const found = await facts.group();
  const { cluster, service } = await facts.environment();
  const { label: name, link } = await label(facts);
  if (found.computePlatform !== 'ECS' && found.computePlatform !== '') {
    return failed(
      `${name} is for the ${found.computePlatform} platform, not for ECS.`,
      'Create a CodeDeploy application with compute platform ECS, and the group in it; a platform can’t be changed.',
      link,
    );
  }
  if (!isOf(found, cluster, service)) {
    const names = found.services.map((one) => `${one.cluster}/${one.service}`).join(', ') || 'no service';
    return failed(
      `${name} is for ${names}, not for ${cluster}/${service}.`,
      'Correct codedeploy-deployment-group, or leave it out to have it found.',
      link,
    );
  }
  if (found.autoRollbackEvents.length === 0) {
    return warned(
      `${name} has no automatic rollback: a deployment that fails leaves both task sets as they are.`,
      'Enable autoRollbackConfiguration with DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM and DEPLOYMENT_STOP_ON_REQUEST on the group.',
      link,
    );
  }
  return passed(`${name} is for this service.`);
}

async function config(facts: Facts): Promise<Verdict> {
  const found = await facts.config();
  const wanted = facts.request.config ?? (await facts.group()).config;
  const { link } = await label(facts);
  const choices =
    'CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, … or one of your own';
  if (found === undefined) {
    return failed(
      `CodeDeploy has no deployment configuration ${wanted}.`,
      `Correct codedeploy-deployment-config: ${choices}.`,
      link,
    );
  }
  if (found.computePlatform !== undefined && found.computePlatform !== 'ECS') {
    return failed(
      `Deployment configuration ${found.name} is for the ${found.computePlatform} platform, not for ECS.`,
      `Set codedeploy-deployment-config to one for ECS: ${choices}.`,
      link,
    );
  }
  const production = await facts.production();
  if (found.routing.type !== 'AllAtOnce' && production !== undefined && isNetworkListener(production)) {
    return failed(
      `${found.name} shifts traffic gradually, which a network load balancer can’t do.`,
      'Set codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, or use an application load balancer.',
      link,
    );
  }
  return passed(
    `${found.name} shifts traffic ${found.routing.type === 'AllAtOnce' ? 'at once' : 'step by step'}.`,
  );
}

async function pair(facts: Facts): Promise<Verdict> {
  const { targetGroups } = await facts.group();
  const found = await facts.pair();
  const live = await facts.liveGroup();
  const { label: name, link } = await label(facts);
  if (found.length !== 2) {
    const missing = targetGroups.filter((one) => !found.some((group) => group.name === one));
    return failed(
      missing.length > 0
        ? `${name} names target group ${missing.join(' and ')}, which ${missing.length === 1 ? 'does' : 'do'} not exist.`
        : `${name} has ${targetGroups.length} target groups; a pair of two is needed.`,
      'Create it with the port, protocol, VPC and health check of the other one, or set targetGroupPairInfoList of the group to a pair that exists.',
      link,
    );
  }
  if (!found.some(({ arn }) => arn === live)) {
    return failed(
      `The tasks that serve are in ${live ?? 'no target group'}, which is not one of the pair of ${name} (${targetGroups.join(', ')}).`,
      'Put the service’s target group into the group’s pair (targetGroupPairInfoList), or correct the deployment group.',
      link,
    );
  }
  const wrong = found.filter(({ targetType }) => targetType !== 'ip');
  if (wrong.length > 0) {
    return failed(
      `Target group ${wrong.map((one) => `${one.name} has target type ${one.targetType}`).join(', ')}; tasks with an address of their own (awsvpc) need ip.`,
      'The target type can’t be changed: create a target group with target type ip and put it into the pair.',
      link,
    );
  }
  const [one, other] = found;
  if (one !== undefined && other !== undefined && one.vpc !== other.vpc) {
    return failed(
      `The two target groups are in different VPCs (${one.vpc}, ${other.vpc}), so no task can be in both.`,
      'Create both in the VPC of the tasks.',
      link,
    );
  }
  return passed(`${targetGroups.join(' and ')} are a pair, and the tasks that serve are in one of them.`);
}

async function listeners(facts: Facts): Promise<Verdict> {
  const found = await facts.group();
  const [production, test] = await Promise.all([facts.production(), facts.test()]);
  const { label: name, link } = await label(facts);
  if (production === undefined) {
    return failed(
      found.productionListener === undefined
        ? `${name} has no production listener.`
        : `The production listener ${found.productionListener} does not exist.`,
      'Set prodTrafficRoute of the group to the listener that users reach.',
      link,
    );
  }
  if (found.testListener !== undefined && test === undefined) {
    return failed(
      `The test listener ${found.testListener} does not exist.`,
      'Set testTrafficRoute of the group to another listener of the same load balancer, or leave it out.',
      link,
    );
  }
  if (
    test !== undefined &&
    (test.arn === production.arn || test.loadBalancerArn !== production.loadBalancerArn)
  ) {
    return failed(
      `${name} has ${test.arn === production.arn ? 'the same listener for production and test' : 'its production and its test listener on different load balancers'}.`,
      'Set testTrafficRoute to another listener of the same load balancer, or leave it out.',
      link,
    );
  }
  return passed(
    `Production on port ${production.port}${test === undefined ? ', no test listener' : `, test on port ${test.port}`}.`,
  );
}

/** CodeDeploy refuses to start unless both listeners forward to the target group of the PRIMARY task set. */
async function onPrimary(facts: Facts): Promise<Verdict> {
  const moving = await facts.active();
  if (moving !== undefined)
    return { status: 'skipped', found: `Not checked because deployment ${moving} is moving them.` };
  const [production, test, groups, live = ''] = await Promise.all([
    facts.production(),
    facts.test(),
    facts.pair(),
    facts.liveGroup(),
  ]);
  const arns = groups.map(({ arn }) => arn);
  return gravest(
    [
      ...(production === undefined ? [] : [forwards(facts, 'production', production, live, arns)]),
      ...(test === undefined ? [] : [forwards(facts, 'test', test, live, arns)]),
    ],
    'There are no listeners.',
  );
}

function forwards(
  facts: Facts,
  role: 'production' | 'test',
  listener: Listener,
  live: string,
  pair: readonly string[],
): Verdict {
  const percents = served(listener);
  const astray = pair.filter((one) => one !== live && percents.has(one));
  if (percents.has(live) && astray.length === 0)
    return passed('Both send everything to the tasks that serve.');
  const now = [...percents].map(([group, percent]) => `${group} ${percent} %`).join(', ') || 'nothing';
  return failed(
    `The ${role} listener on port ${listener.port} forwards to ${now}; it must forward to the target group of the PRIMARY task set, ${live}.`,
    `Point the ${role} listener back: aws elbv2 modify-listener --listener-arn ${listener.arn} --default-actions Type=forward,TargetGroupArn=${live}`,
    consoleLink(facts.aws.region, { kind: 'loadBalancer', arn: listener.loadBalancerArn }),
  );
}

async function active(facts: Facts): Promise<Verdict> {
  const id = await facts.active();
  if (id === undefined) return passed('No deployment of the group is under way.');
  const link = consoleLink(facts.aws.region, { kind: 'deployment', id });
  const found = `Deployment ${id} of the group is under way; CodeDeploy runs one at a time.`;
  if (facts.request.onActive === 'fail') {
    return failed(
      found,
      `Wait for it, stop it (aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled), or let the deployment do so with on-active-deployment: wait, stop or finish.`,
      link,
    );
  }
  return warned(
    found,
    `The deployment takes care of it: on-active-deployment is ${facts.request.onActive}.`,
    link,
  );
}
