import { parseArn } from '@cutover/domain/arn';
import { textOf, type JsonObject } from '@cutover/domain/json';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { parseImageReference } from '@cutover/domain/image-reference';
import { parseSecretReference } from '@cutover/domain/secret-reference';
import { checkImages } from '../requirements/images.ts';
import { checkLogGroups } from '../requirements/log-groups.ts';
import { checkSecrets, secretUses } from '../requirements/secrets.ts';
import type { Facts } from './facts.ts';
import { gravest, passed, type Item, type Verdict } from './item.ts';
import { verdictsOf } from './requirements.ts';
import { revisionLink } from './task-items.ts';

/** What the tasks need when they start. */
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

async function image(facts: Facts): Promise<Verdict> {
  const definition = await facts.definition();
  const found = await checkImages(definition, facts.aws);
  // What no registry of ECR keeps is nothing to worry about as long as something else was looked at.
  const seen = found.filter(({ path }) => inEcr(definition, path[1]));
  return gravest(verdictsOf(seen.length === 0 ? found : seen, await linkOf(facts)), 'There is no container.');
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
    verdictsOf(checkSecrets(uses, looks, account), await linkOf(facts)),
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

async function linkOf(facts: Facts): Promise<string | undefined> {
  return revisionLink(facts, (await facts.revision())?.arn);
}
