import { parseArn } from '@cutover/domain/identity/arn';
import { textOf, type JsonObject } from '@cutover/domain/text/json';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { parseImageReference } from '@cutover/domain/image/reference';
import { parseSecretReference } from '@cutover/domain/secret-reference';
import { checkImages } from '../requirements/images.ts';
import { checkLogGroups } from '../requirements/log-groups.ts';
import { checkSecrets, secretUses } from '../requirements/secrets.ts';
import type { Facts } from './facts.ts';
import { gravest, passed, type Item, type Verdict } from '../checklist/item.ts';
import { verdictsOf } from './requirements.ts';
import { revisionLink } from './task-items.ts';

/** Items about resources that the tasks need at their start. */
export function resourceItems(facts: Facts): readonly Item[] {
  return [
    {
      id: 'image',
      title: 'Image and platform',
      needs: ['task-definition'],
      check: async () => await image(facts),
    },
    { id: 'secrets', title: 'Secrets', needs: ['task-definition'], check: async () => await secrets(facts) },
    {
      id: 'log-group',
      title: 'Log group',
      needs: ['task-definition'],
      check: async () => await logGroup(facts),
    },
  ];
}

/** Images that are there, for the platform of the tasks, and names that are seldom meant. */
export async function image(facts: Pick<Facts, 'aws' | 'definition' | 'revision'>): Promise<Verdict> {
  const definition = await facts.definition();
  const found = await checkImages(definition, facts.aws);
  // An image outside ECR is no problem as long as another image was looked at.
  const seen = found.filter(
    ({ path, verdict, fix }) => inEcr(definition, path[1]) || verdict === 'failed' || fix !== '',
  );
  const link = await linkOf(facts);
  const verdicts = (seen.length === 0 ? found : seen).flatMap((one): readonly Verdict[] =>
    // It was not looked for, and the name alone is worth a warning.
    one.verdict === 'unknown' && one.fix !== '' && !inEcr(definition, one.path[1])
      ? verdictsOf([one], link).map((verdict) => ({ ...verdict, status: 'warned' }))
      : verdictsOf([one], link),
  );
  return gravest(verdicts, 'There is no container.');
}

function inEcr(definition: JsonObject, index: string | number | undefined): boolean {
  const container = containersOf(definition)[Number(index)];
  const reference = parseImageReference(textOf(container?.['image']));
  return reference?.account !== undefined || /^(localhost|127\.)/.test(reference?.host ?? '');
}

async function secrets(facts: Facts): Promise<Verdict> {
  const definition = await facts.definition();
  const uses = secretUses(definition);
  const looks = await facts.secrets();
  const account = parseArn(textOf(definition['executionRoleArn']))?.account;
  const verdict = gravest(
    verdictsOf(
      checkSecrets(uses, looks, { partition: facts.aws.partition, region: facts.aws.region, account }),
      await linkOf(facts),
    ),
    'The task definition names none.',
  );
  if (verdict.status !== 'passed' || uses.length === 0) return verdict;
  const keys = uses.flatMap(({ valueFrom }) => parseSecretReference(valueFrom).jsonKey ?? []);
  return passed(
    `${uses.length === 1 ? 'It is' : `All ${uses.length} are`} there.${
      keys.length === 0
        ? ''
        : ` Whether the JSON has ${keys.join(', ')} was not looked at, as values are never read.`
    }`,
  );
}

async function logGroup(facts: Facts): Promise<Verdict> {
  const definition = await facts.definition();
  return gravest(
    verdictsOf(await checkLogGroups(definition, facts.aws), await linkOf(facts)),
    'No container writes to CloudWatch Logs.',
  );
}

async function linkOf(facts: Pick<Facts, 'aws' | 'revision'>): Promise<string | undefined> {
  return revisionLink(facts, (await facts.revision())?.arn);
}
