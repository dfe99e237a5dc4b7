import { consoleLink } from '@cutover/domain/console';
import { served, type Listener } from '@cutover/domain/target/listener';
import { failed, HOLDS, type Rule, type RuleFacts, type RuleVerdict } from '../rule.ts';
import { rule, type CodeDeployFacts } from './facts.ts';
import { liveBalancers } from '../service-rules.ts';
import { groupLabel, groupLink } from './group-rules.ts';

/** Rules about target groups and listeners. */
export const trafficRules: readonly Rule<CodeDeployFacts>[] = [
  rule({
    id: 'pair',
    needs: ['group-service'],
    looks: ['group', 'targetGroups', 'region'],
    judge: ({ group, region, targetGroups }) => {
      if (targetGroups.length === 2) return HOLDS;
      const missing = group.targetGroups.filter((one) => !targetGroups.some(({ name }) => name === one));
      return failed(
        missing.length > 0
          ? `${groupLabel(group)} names target group ${missing.join(' and ')}, which ${missing.length === 1 ? 'does' : 'do'} not exist.`
          : `${groupLabel(group)} has ${group.targetGroups.length} target groups; a pair of two is needed.`,
        'Create it with the port, protocol, VPC and health check of the other one, or set targetGroupPairInfoList of the group to a pair that exists.',
        { link: groupLink(region, group) },
      );
    },
  }),
  rule({
    id: 'pair-serves',
    needs: ['pair', 'one-target-group', 'no-classic-load-balancer', 'primary'],
    looks: ['group', 'service', 'targetGroups', 'region'],
    judge: (facts) => {
      const live = liveGroup(facts);
      return facts.targetGroups.some(({ arn }) => arn === live)
        ? HOLDS
        : failed(
            `The tasks that serve are in ${live ?? 'no target group'}, which is not one of the pair of ${groupLabel(facts.group)} (${facts.group.targetGroups.join(', ')}).`,
            'Put the service’s target group into the group’s pair (targetGroupPairInfoList), or correct the deployment group.',
            { link: groupLink(facts.region, facts.group) },
          );
    },
  }),
  rule({
    id: 'target-type',
    needs: ['group-service', 'revision'],
    looks: ['group', 'task', 'targetGroups', 'region'],
    judge: ({ group, region, targetGroups, task }) => {
      // A mode that AWS adds may want either type.
      if (task?.networkMode === undefined || !MODES.includes(task.networkMode)) return HOLDS;
      const type = task.networkMode === 'awsvpc' ? 'ip' : 'instance';
      return targetGroups.flatMap(({ arn, name, targetType }) =>
        targetType === undefined || targetType === type
          ? []
          : failed(
              `Target group ${name} of ${groupLabel(group)} has targets of type ${targetType}; tasks of network mode ${task.networkMode} need ${type}.`,
              `Create a target group of type ${type} and put it into the group’s pair; the type of a target group can’t be changed.`,
              { link: consoleLink(region, { kind: 'targetGroup', arn }) },
            ),
      );
    },
  }),
  rule({
    id: 'one-load-balancer',
    needs: ['group-service'],
    looks: ['group', 'production', 'targetGroups', 'region'],
    judge: ({ group, production, region, targetGroups }) =>
      targetGroups.flatMap(({ loadBalancerArns, name }) => {
        const elsewhere = loadBalancerArns.filter((arn) => arn !== production?.loadBalancerArn);
        return production === undefined || elsewhere.length === 0
          ? []
          : failed(
              `Target group ${name} of ${groupLabel(group)} belongs to another load balancer (${elsewhere.join(', ')}) than the production listener.`,
              'Use two target groups of the load balancer that has the listeners; a target group serves one only.',
              { link: groupLink(region, group) },
            );
      }),
  }),
  rule({
    id: 'one-vpc',
    needs: ['pair'],
    looks: ['group', 'targetGroups', 'region'],
    judge: ({ group, region, targetGroups: [one, other] }) =>
      one?.vpc === undefined || other?.vpc === undefined || one.vpc === other.vpc
        ? HOLDS
        : failed(
            `The two target groups are in different VPCs (${one.vpc}, ${other.vpc}), so no task can be in both.`,
            'Create both in the VPC of the tasks.',
            { link: groupLink(region, group) },
          ),
  }),
  rule({
    id: 'production-listener',
    needs: ['group-service'],
    looks: ['group', 'production', 'region'],
    judge: ({ group, production, region }) =>
      production === undefined
        ? failed(
            group.productionListener === undefined
              ? `${groupLabel(group)} has no production listener.`
              : `The production listener ${group.productionListener} does not exist.`,
            'Set prodTrafficRoute of the group to the listener that users reach.',
            { link: groupLink(region, group) },
          )
        : HOLDS,
  }),
  rule({
    id: 'test-listener',
    needs: ['group-service'],
    looks: ['group', 'test', 'region'],
    judge: ({ group, region, test }) =>
      group.testListener !== undefined && test === undefined
        ? failed(
            `The test listener ${group.testListener} does not exist.`,
            'Set testTrafficRoute of the group to another listener of the same load balancer, or leave it out.',
            { link: groupLink(region, group) },
          )
        : HOLDS,
  }),
  rule({
    id: 'two-listeners',
    needs: ['production-listener', 'test-listener'],
    looks: ['group', 'production', 'test', 'region'],
    judge: ({ group, production, region, test }) => {
      if (production === undefined || test === undefined) return HOLDS;
      const same = production.arn === test.arn;
      return !same && production.loadBalancerArn === test.loadBalancerArn
        ? HOLDS
        : failed(
            `${groupLabel(group)} has ${same ? 'the same listener for production and test' : 'its production and its test listener on different load balancers'}.`,
            'Set testTrafficRoute to another listener of the same load balancer, or leave it out.',
            { link: groupLink(region, group) },
          );
    },
  }),
  rule({
    id: 'production-on-primary',
    needs: ['pair-serves', 'production-listener'],
    looks: ['production', 'service', 'targetGroups', 'region'],
    judge: (facts) => forwards('production', facts.production, facts),
  }),
  rule({
    id: 'test-on-primary',
    needs: ['pair-serves', 'test-listener'],
    looks: ['test', 'service', 'targetGroups', 'region'],
    judge: (facts) => forwards('test', facts.test, facts),
  }),
];

function liveGroup({ service }: Pick<RuleFacts, 'service'>): string | undefined {
  return service === undefined ? undefined : liveBalancers(service)[0]?.targetGroupArn;
}

/** CodeDeploy refuses to start unless both listeners forward to the target group of the PRIMARY task set. */
function forwards(
  role: 'production' | 'test',
  listener: Listener | undefined,
  facts: Pick<RuleFacts, 'region' | 'service' | 'targetGroups'>,
): readonly RuleVerdict[] {
  const live = liveGroup(facts);
  if (listener === undefined || live === undefined) return HOLDS;
  const percents = served(listener);
  const astray = facts.targetGroups.filter(({ arn }) => arn !== live && percents.has(arn));
  if (percents.has(live) && astray.length === 0) return HOLDS;
  const now = [...percents].map(([arn, percent]) => `${arn} ${percent} %`).join(', ') || 'nothing';
  return failed(
    `The ${role} listener on port ${listener.port} forwards to ${now}; it must forward to the target group of the PRIMARY task set, ${live}.`,
    `Point the ${role} listener back: aws elbv2 modify-listener --listener-arn ${listener.arn} --default-actions Type=forward,TargetGroupArn=${live}`,
    { link: consoleLink(facts.region, { kind: 'loadBalancer', arn: listener.loadBalancerArn }) },
  );
}

const MODES: readonly string[] = ['awsvpc', 'bridge', 'host', 'none'];
