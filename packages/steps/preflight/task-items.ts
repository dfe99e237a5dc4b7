import type { DescribedTargetGroup } from '@cutover/aws/elb/load-balancing';
import { consoleLink } from '@cutover/domain/console';
import { launchesOnFargate, type ServiceLoadBalancer } from '@cutover/domain/task/ecs-service';
import { textOf, type JsonObject } from '@cutover/domain/text/json';
import { parseRevision } from '@cutover/domain/task/revision';
import { checkTaskDefinition, newWords } from '@cutover/domain/task-definition/check';
import { containerNamed, objectsIn, runsOnFargate } from '@cutover/domain/task-definition/containers';
import { chosenContainer } from '../rules/deployable-task.ts';
import { liveBalancers } from '../rules/service-rules.ts';
import type { Facts } from './facts.ts';
import { failed, gravest, passed, warned, type Item, type Verdict } from '../checklist/item.ts';
import { ruled } from '../checklist/ruled.ts';

/** Items about the task definition and whether the load balancer fits it. */
export function taskItems(facts: Facts): readonly Item[] {
  return [
    ruled(facts, 'task-definition', 'Task definition', ['service'], async () => await taskDefinition(facts)),
    ruled(
      facts,
      'container',
      'Container and port',
      ['task-definition', 'service-features'],
      async () => await container(facts),
    ),
    {
      id: 'health-check',
      title: 'Health checks of the target groups',
      needs: ['container', 'target-groups'],
      check: async () => await healthCheck(facts),
    },
  ];
}

async function taskDefinition(facts: Facts): Promise<Verdict> {
  const definition = await facts.definition();
  const revision = await facts.revision();
  const name = (await facts.task())?.label ?? '';
  // ECS accepted a registered revision; our copy of its rules may be older, so it is not checked again.
  const problems =
    revision === undefined
      ? checkTaskDefinition(definition, {
          complete: true,
          onFargate: launchesOnFargate(await facts.service()),
          partition: facts.aws.partition,
        })
      : [];
  if (problems.length > 0) {
    return failed(
      `${name}: ${problems.map(({ what }) => what).join('; ')}.`,
      [...new Set(problems.map(({ fix }) => fix))].join(' '),
      revisionLink(facts, undefined),
    );
  }
  const doubts = revision === undefined ? newWords(definition) : [];
  if (doubts.length > 0) {
    return warned(
      `${name}: ${doubts.map(({ what }) => what).join('; ')}.`,
      [...new Set(doubts.map(({ fix }) => fix))].join(' '),
      revisionLink(facts, undefined),
    );
  }
  const size = [definition['cpu'], definition['memory']].map(textOf).filter(Boolean);
  return passed(
    `${name} is ${revision === undefined ? 'well formed' : 'ACTIVE'}${runsOnFargate(definition) && size.length === 2 ? `, with ${size[0] ?? ''} CPU units and ${size[1] ?? ''} MiB` : ''}.`,
  );
}

/** The container and port to which traffic would go: those of the inputs, else those that have it now. */
async function served(facts: Facts): Promise<{ readonly name: string; readonly port: number }> {
  const [live] = liveBalancers(await facts.service());
  const { name = '', port = 0 } = chosenContainer(await facts.task(), live, facts.request.container);
  return { name, port };
}

async function container(facts: Facts): Promise<Verdict> {
  if (liveBalancers(await facts.service()).length === 0)
    return passed('No requests go to the tasks: the service has no load balancer.');
  const { name, port } = await served(facts);
  return passed(`Container ${name} listens on port ${port}, where traffic goes.`);
}

/** A check that asks where nothing listens never succeeds; two that differ are both asked of every version in turn. */
async function healthCheck(facts: Facts): Promise<Verdict> {
  const groups = await facts.targetGroups();
  if (groups.length === 0) return passed('The service has no target group.');
  const definition = await facts.definition();
  const { name: usual } = await served(facts);
  const live = liveBalancers(await facts.service());
  const entryOf = (arn: string): ServiceLoadBalancer | undefined =>
    live.find(({ targetGroupArn }) => targetGroupArn === arn);
  const together = groups.every(({ arn }) => entryOf(arn) !== undefined);
  const verdicts = groups.map(({ arn, healthCheck: { port }, name }): Verdict => {
    // Groups that serve together may each have a container of their own.
    const containerName = together ? (entryOf(arn)?.containerName ?? usual) : usual;
    const mapped = portsOf(definition, containerName);
    if (port === 'traffic-port' || mapped.includes(port)) return passed('');
    return failed(
      `The health check of target group ${name} asks port ${port}, which container ${containerName} does not map (${mapped.join(', ') || 'none'}).`,
      `Set its port to traffic-port: aws elbv2 modify-target-group --target-group-arn ${arn} --health-check-port traffic-port`,
      consoleLink(facts.aws.region, { kind: 'targetGroup', arn }),
    );
  });
  const [one, other] = groups;
  if (one !== undefined && other !== undefined && !together) verdicts.push(alike(facts, one, other));
  const verdict = gravest(verdicts, '');
  const path = one?.healthCheck.path ?? '';
  return verdict.status === 'passed'
    ? passed(
        together
          ? `${groups.map(({ name }) => name).join(' and ')} ${groups.length === 1 ? 'asks' : 'ask'} where the tasks listen.`
          : `Both ask ${path === '' ? 'the port' : path} in the same way.`,
      )
    : verdict;
}

function alike(facts: Facts, one: DescribedTargetGroup, other: DescribedTargetGroup): Verdict {
  const differing = (['protocol', 'path', 'matcher'] as const).filter(
    (name) => one.healthCheck[name] !== other.healthCheck[name],
  );
  if (differing.length === 0) return passed('');
  const told = differing.map(
    (name) => `${name} ${one.healthCheck[name] || 'none'} and ${other.healthCheck[name] || 'none'}`,
  );
  return warned(
    `The health checks of ${one.name} and ${other.name} differ (${told.join(', ')}): a version that is healthy in one may not be in the other.`,
    'Give both the same health check; versions are in each of them by turns.',
    consoleLink(facts.aws.region, { kind: 'targetGroup', arn: other.arn }),
  );
}

function portsOf(definition: JsonObject, container: string): readonly string[] {
  return objectsIn(containerNamed(definition, container)?.['portMappings']).map(({ containerPort }) =>
    textOf(containerPort),
  );
}

/** Page of a revision; undefined for what is not registered. */
export function revisionLink({ aws }: Pick<Facts, 'aws'>, arn: string | undefined): string | undefined {
  const parsed = arn === undefined ? undefined : parseRevision(arn);
  if (parsed === undefined) return undefined;
  return consoleLink(aws.region, {
    kind: 'taskDefinition',
    family: parsed.family,
    revision: String(parsed.number),
  });
}
