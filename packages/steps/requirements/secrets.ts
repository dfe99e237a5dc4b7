import type { SecretLook } from '@cutover/aws/secrets';
import { AwsCallError } from '@cutover/domain/errors';
import { elsewhere, type Home } from '@cutover/domain/identity/home';
import { isJsonObject, textOf, type JsonObject, type JsonPath } from '@cutover/domain/text/json';
import { parseSecretReference } from '@cutover/domain/secret-reference';
import { containersOf, objectsIn } from '@cutover/domain/task-definition/containers';
import type { World } from '../world.ts';
import { failed, ok, refused, notLookedAt, unknown, type Found, type Requirement } from './requirement.ts';

/** A place of a task definition that names a secret or a parameter. */
export interface SecretUse {
  readonly item: string;
  readonly valueFrom: string;
  readonly path: JsonPath;
}

/** Results for the secrets that a definition names, by `valueFrom`; empty when AWS failed. */
export type SecretLooks = ReadonlyMap<string, SecretLook>;

/** Every secret and parameter that containers and their logging name, and what registries are signed in with. */
export function secretUses(definition: JsonObject): readonly SecretUse[] {
  return containersOf(definition).flatMap((container, index) => {
    const at: JsonPath = ['containerDefinitions', index];
    const name = textOf(container['name']);
    const logging = container['logConfiguration'];
    const credentials = container['repositoryCredentials'];
    const listed = (entries: readonly JsonObject[], what: string, path: JsonPath): SecretUse[] =>
      entries.map((entry, position) => ({
        item: `${what} ${textOf(entry['name'])} of container ${name}`,
        valueFrom: textOf(entry['valueFrom']),
        path: [...path, position, 'valueFrom'],
      }));
    return [
      ...listed(objectsIn(container['secrets']), 'secret', [...at, 'secrets']),
      ...(isJsonObject(logging)
        ? listed(objectsIn(logging['secretOptions']), 'log option', [
            ...at,
            'logConfiguration',
            'secretOptions',
          ])
        : []),
      ...(isJsonObject(credentials)
        ? [
            {
              item: `registry login of container ${name}`,
              valueFrom: textOf(credentials['credentialsParameter']),
              path: [...at, 'repositoryCredentials', 'credentialsParameter'],
            },
          ]
        : []),
    ];
  });
}

/** Looks at once for all that are of this partition; what Secrets Manager or Systems Manager said when they failed. */
export async function lookForSecrets(
  uses: readonly SecretUse[],
  aws: World['aws'],
): Promise<SecretLooks | AwsCallError> {
  const ours = uses.filter(({ valueFrom }) => elsewhere(valueFrom, aws, ['partition']) === undefined);
  if (ours.length === 0) return new Map();
  try {
    const looks = await aws.secrets.look(ours.map(({ valueFrom }) => valueFrom));
    return new Map(looks.map((one) => [one.reference.valueFrom, one]));
  } catch (error) {
    if (error instanceof AwsCallError) return error;
    throw error;
  }
}

/** Every secret and parameter is there. Their values are not read. @param home where the tasks run, as far as it is known */
export function checkSecrets(
  uses: readonly SecretUse[],
  looks: SecretLooks | AwsCallError,
  home: Home,
): readonly Requirement[] {
  const { account } = home;
  return uses.map(({ item, path, valueFrom }) => ({
    item,
    path,
    ...(foreignPartition(item, valueFrom, home) ??
      (looks instanceof AwsCallError
        ? notLookedAt(looks)
        : foundOf(item, looks.get(valueFrom), valueFrom, account))),
  }));
}

function ofAnotherAccount(shown: string, account: string): Found {
  return unknown(`${shown} belongs to account ${account}, so it was not looked for`);
}

function foreignPartition(item: string, valueFrom: string, home: Home): Found | undefined {
  const found = elsewhere(valueFrom, home, ['partition']);
  return found === undefined
    ? undefined
    : failed(
        `the ${item}: ${shownName(valueFrom)} is of partition ${found.theirs}, and the tasks run in partition ${found.ours}`,
        'Give the ARN of a secret or parameter of this partition.',
      );
}

function foundOf(
  item: string,
  look: SecretLook | undefined,
  valueFrom: string,
  account: string | undefined,
): Found {
  if (look === undefined) return unknown('it was not looked for');
  const { reference, refusal, state } = look;
  const shown = shownName(valueFrom);
  // Parameters are looked for by name, which may be the name of another one here.
  if (
    reference.kind === 'parameter' &&
    account !== undefined &&
    reference.account !== undefined &&
    reference.account !== account
  )
    return ofAnotherAccount(shown, reference.account);
  switch (state) {
    case 'found':
      return ok('it is there');
    case 'refused':
      return refusal === undefined ? unknown('it could not be looked at') : refused(refusal);
    case 'deleted':
      return failed(
        `the ${item}: ${shown} is about to be deleted, and no task can read it`,
        'Restore it (aws secretsmanager restore-secret), or name another one.',
      );
    case 'missing':
      // A secret shared by another account is visible only to those with a grant.
      if (account !== undefined && reference.account !== undefined && reference.account !== account)
        return ofAnotherAccount(shown, reference.account);
      return reference.kind === 'secret'
        ? failed(
            `the ${item}: Secrets Manager has no ${shown}`,
            'Correct the ARN (it ends in six characters that AWS chose), its region or account, or create the secret.',
          )
        : failed(
            `the ${item}: Systems Manager has no parameter ${shown}`,
            'Correct the name or its region, or create the parameter. For a key of a secret write its ARN and :KEY::.',
          );
  }
}

/** A text that is neither an ARN nor a path may be the secret itself, put where its name belongs. */
function shownName(valueFrom: string): string {
  return /^(arn:|\/)/.test(valueFrom)
    ? (parseSecretReference(valueFrom).names.at(-1) ?? valueFrom)
    : 'of the name that was given (not shown)';
}
