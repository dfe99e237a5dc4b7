import type { DescribedTargetGroup } from '@cutover/aws/load-balancing';
import { consoleLink } from '@cutover/domain/console';
import { textOf, type JsonObject } from '@cutover/domain/json';
import { formatRevision, parseRevision } from '@cutover/domain/revision';
import { checkTaskDefinition } from '@cutover/domain/task-definition/check';
import { containerNamed, objectsIn, runsOnFargate } from '@cutover/domain/task-definition/containers';
import { checkServed } from '../requirements/served.ts';
import type { Facts } from './facts.ts';
import { failed, gravest, passed, warned, type Item, type Verdict } from './item.ts';
import { verdictsOf } from './requirements.ts';

/** What the task definition says, and whether the load balancer fits to it. */
export function taskItems(facts: Facts): readonly Item[] {
  return [
    {
      id: 'task-definition',
      title: 'Task definition',
      needs: ['service'],
      check: async () => await taskDefinition(facts),
    },
    {
      id: 'container',
      title: 'Container and port',
      needs: ['task-definition', 'service-features'],
      check: async () => await container(facts),
    },
    {
      id: 'health-check',
      title: 'Health checks of the target groups',
      needs: ['container', 'target-groups'],
      check: async () => await healthCheck(facts),
    },
  ];
}

async function taskDefinition(facts: Facts): Promise<Verdict> {
  const { wanted } = facts.request;
  const definition = await facts.definition();
  const revision = await facts.revision();
  const name =
    revision === undefined
      ? wanted.kind === 'definition'
        ? wanted.from
        : wanted.kind === 'file'
          ? wanted.path
          : ''
      : formatRevision(revision.arn);
  const link = revisionLink(facts, revision?.arn);
  if (revision !== undefined && revision.status !== 'ACTIVE') {
    return wanted.kind === 'serving'
      ? warned(
          `Task definition ${name}, which serves now, is ${revision.status}: it runs on, and nothing new can be started with it.`,
          'Deploy a revision that is ACTIVE (register-taskdef with task-definition-arn makes a copy); until then a rollback has nowhere to go.',
          link,
        )
      : failed(
          `Task definition ${name} is ${revision.status} and can’t be deployed.`,
          'Register it again (register-taskdef with task-definition-arn makes a copy) and deploy the copy.',
          link,
        );
  }
  // What is registered ECS has taken; these checks are of the same rules, and may be older.
  const problems = revision === undefined ? checkTaskDefinition(definition, { complete: true }) : [];
  if (problems.length > 0) {
    return failed(
      `${name}: ${problems.map(({ message }) => message).join('; ')}.`,
      [...new Set(problems.map(({ remedy }) => remedy))].join(' '),
      link,
    );
  }
  const launched = objectsIn(definition['volumes']).filter((one) => one['configuredAtLaunch'] === true);
  if (launched.length > 0) {
    return failed(
      `${name} has volumes that are configured at launch (${launched.map((one) => textOf(one['name'])).join(', ')}); a CodeDeploy deployment can’t configure them.`,
      'Use EFS, a bind mount or ephemeral storage, or a service of the ECS controller.',
      link,
    );
  }
  const size = [definition['cpu'], definition['memory']].map(textOf).filter(Boolean);
  return passed(
    `${name} is ${revision === undefined ? 'well formed' : 'ACTIVE'}${runsOnFargate(definition) && size.length === 2 ? `, with ${size[0] ?? ''} CPU units and ${size[1] ?? ''} MiB` : ''}.`,
  );
}

/** The container and port to which traffic would go: those of the inputs, else those that have it now. */
async function served(
  facts: Facts,
): Promise<{ readonly containerName: string; readonly containerPort: number }> {
  const service = await facts.service();
  const [live] = (await facts.primary())?.loadBalancers ?? service.loadBalancers;
  const { name, port } = facts.request.container;
  return {
    containerName: name ?? live?.containerName ?? '',
    containerPort: port ?? live?.containerPort ?? 0,
  };
}

async function container(facts: Facts): Promise<Verdict> {
  const definition = await facts.definition();
  const wanted = await served(facts);
  const revision = await facts.revision();
  return gravest(
    verdictsOf([checkServed(definition, wanted)], revisionLink(facts, revision?.arn)).map((verdict) =>
      verdict.status === 'passed'
        ? passed(
            `Container ${wanted.containerName} listens on port ${wanted.containerPort}, where traffic goes.`,
          )
        : verdict,
    ),
    '',
  );
}

/** A check that asks where nothing listens never succeeds; two that differ are both asked of every version in turn. */
async function healthCheck(facts: Facts): Promise<Verdict> {
  const groups = await facts.pair();
  const definition = await facts.definition();
  const { containerName } = await served(facts);
  const mapped = portsOf(definition, containerName);
  const verdicts = groups.map(({ arn, healthCheck: { port }, name }): Verdict => {
    if (port === 'traffic-port' || mapped.includes(port)) return passed('');
    return failed(
      `The health check of target group ${name} asks port ${port}, which container ${containerName} does not map (${mapped.join(', ') || 'none'}).`,
      `Set its port to traffic-port: aws elbv2 modify-target-group --target-group-arn ${arn} --health-check-port traffic-port`,
      consoleLink(facts.aws.region, { kind: 'targetGroup', arn }),
    );
  });
  const [one, other] = groups;
  if (one !== undefined && other !== undefined) verdicts.push(alike(facts, one, other));
  const verdict = gravest(verdicts, '');
  const path = one?.healthCheck.path ?? '';
  return verdict.status === 'passed'
    ? passed(`Both ask ${path === '' ? 'the port' : path} in the same way.`)
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
export function revisionLink({ aws }: Facts, arn: string | undefined): string | undefined {
  const parsed = arn === undefined ? undefined : parseRevision(arn);
  if (parsed === undefined) return undefined;
  return consoleLink(aws.region, {
    kind: 'taskDefinition',
    family: parsed.family,
    revision: String(parsed.number),
  });
}
