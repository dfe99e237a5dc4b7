import type { Environment } from '@cutover/domain/environment';
import type { Finding } from '@cutover/domain/finding';
import {
  servingNetwork,
  servingRevision,
  servingTasks,
  type ServiceState,
} from '@cutover/domain/task/ecs-service';
import type { StoppedTask } from '@cutover/domain/task/failed-task';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import { ConfigurationError } from '@cutover/domain/errors';
import { once } from '../checklist/facts.ts';
import type { Verdict } from '../checklist/item.ts';
import { networkItems, type NetworkFacts } from '../checklist/network-items.ts';
import { checkImages } from '../requirements/images.ts';
import { checkSecrets, lookForSecrets, secretUses } from '../requirements/secrets.ts';
import type { Requirement } from '../requirements/requirement.ts';
import type { Questions } from './questions.ts';

/** Symptoms that decide where to look. */
interface Symptoms {
  readonly failed: readonly StoppedTask[];
  readonly sick: readonly TargetHealth[];
  readonly troubles: readonly string[];
}

/** Resources that tasks need in order to start and to be reached, and lack. */
export interface Lacking {
  /** The findings, with what is lacking as their root where it explains them, and behind them where it only adds to them. */
  explain(findings: readonly Finding[]): readonly Finding[];
}

/** A cause that was looked for behind the messages. */
interface Lack {
  readonly finding: Finding;
  /** Ids of the findings that are symptoms of it. */
  readonly explains: RegExp;
}

/** Looks, all at once, at image, secrets, the way out of the subnets and the way in through the security groups. */
export async function lacking(
  questions: Questions,
  environment: Environment,
  service: ServiceState,
  { failed, sick, troubles }: Symptoms,
): Promise<Lacking> {
  const { aws } = questions.world;
  const notStarted = failed.find(({ stopCode }) => stopCode === 'TaskFailedToStart');
  const unreachable = sick.some(({ reason }) => reason === 'Target.Timeout');
  const lacks: Lack[] = [];
  const revision = notStarted?.taskDefinition ?? failed[0]?.taskDefinition ?? servingRevision(service);
  const definition = once(async () => {
    const found = await aws.taskDefinitions.describe(revision);
    if (found !== undefined) return found.definition;
    throw new ConfigurationError({
      what: `There is no task definition ${revision}.`,
      fix: 'Register it again, and deploy it.',
    });
  });
  const facts = networkFacts(questions, environment, service, definition);
  const network = async (id: 'egress' | 'security-groups', explains: RegExp): Promise<void> => {
    const item = networkItems(facts).find((one) => one.id === id);
    const verdict = await questions.ask(
      id === 'egress' ? 'way out of the subnets' : 'security groups',
      async () => item?.check(),
    );
    if (verdict?.status === 'failed') lacks.push({ finding: findingOf(id, verdict), explains });
  };
  await Promise.all([
    ...(notStarted === undefined && troubles.length === 0
      ? []
      : [
          network(
            'egress',
            /timeout|timed-out|unreachable|^pull-|^registry-|^secret-fetch|-cut$|^resource-init/,
          ),
          questions
            .ask('image', async () => await checkImages(await definition(), aws))
            .then((found) => lacks.push(...ofRequirements('image', found, /^pull-|^image-|not-found/))),
          questions
            .ask('secrets', async () => {
              const uses = secretUses(await definition());
              return checkSecrets(uses, await lookForSecrets(uses, aws), {
                partition: aws.partition,
                region: aws.region,
                account: service.arn.split(':')[4] ?? '',
              });
            })
            .then((found) =>
              lacks.push(...ofRequirements('secret', found, /^secret|^ssm-|^secrets-manager-/)),
            ),
        ]),
    ...(unreachable ? [network('security-groups', /^target-timeout$/)] : []),
  ]);
  return { explain: (findings) => withLacks(findings, lacks) };
}

/** Puts what lacks before the symptoms that it explains; their words become its evidence. */
function withLacks(findings: readonly Finding[], lacks: readonly Lack[]): readonly Finding[] {
  let told = [...findings];
  const added: Finding[] = [];
  for (const { explains, finding } of lacks) {
    const symptoms = told.filter(({ id }) => explains.test(id));
    const [symptom] = symptoms;
    if (symptom === undefined) {
      added.push(finding);
      continue;
    }
    const root = { ...finding, evidence: symptoms.flatMap(({ evidence }) => evidence).slice(0, 5) };
    const at = told.indexOf(symptom);
    told = [...told.slice(0, at), root, ...told.slice(at)].filter((one) => !symptoms.includes(one));
  }
  return [...told, ...added];
}

function ofRequirements(
  kind: 'image' | 'secret',
  found: readonly Requirement[] | undefined,
  explains: RegExp,
): readonly Lack[] {
  const bad = (found ?? []).filter(({ verdict }) => verdict === 'failed');
  if (bad.length === 0) return [];
  return [
    {
      finding: {
        id: `${kind}-lacking`,
        certainty: 'certain',
        what: `${bad.map(({ item, what }) => `The ${item}: ${what}`).join('; ')}.`,
        evidence: bad.map(({ what }) => what).slice(0, 3),
        fix: [...new Set(bad.map(({ fix }) => fix))].join(' '),
      },
      explains,
    },
  ];
}

function findingOf(id: 'egress' | 'security-groups', { fix, link, what }: Verdict): Finding {
  return {
    id: id === 'egress' ? 'no-way-out' : 'no-way-in',
    certainty: 'likely',
    what,
    evidence: [what],
    fix,
    ...(link === undefined ? {} : { link }),
  };
}

/** The network of the tasks that serve. */
function networkFacts(
  { world: { aws } }: Questions,
  environment: Environment,
  service: ServiceState,
  definition: NetworkFacts['definition'],
): NetworkFacts {
  const placed = servingNetwork(service) ?? environment.network;
  const [balanced] = servingTasks(service).loadBalancers;
  const balancer = once(async () => {
    const group =
      balanced === undefined ? undefined : await aws.loadBalancing.targetGroup(balanced.targetGroupArn);
    const [arn] = group?.loadBalancerArns ?? [];
    return arn === undefined ? undefined : await aws.loadBalancing.loadBalancer(arn);
  });
  return {
    aws,
    request: { skip: [], container: {} },
    service: async () => await Promise.resolve(service),
    extraTasks: async () => await Promise.resolve(0),
    definition,
    network: async () => await Promise.resolve(placed),
    balancer,
    subnets: once(async () => (placed === undefined ? [] : await aws.network.subnets(placed.subnets))),
    securityGroups: once(async () => {
      const ids = new Set([...(placed?.securityGroups ?? []), ...((await balancer())?.securityGroups ?? [])]);
      return ids.size === 0 ? [] : await aws.network.securityGroups([...ids]);
    }),
  };
}
