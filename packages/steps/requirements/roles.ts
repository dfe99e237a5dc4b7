import { parseArn } from '@cutover/domain/identity/arn';
import { AccessDeniedError } from '@cutover/domain/errors';
import { elsewhere, homeOf, isSameArn } from '@cutover/domain/identity/home';
import { trusts, type Refusal, type Role } from '@cutover/domain/identity/role';
import { textOf, type JsonObject } from '@cutover/domain/text/json';
import type { World } from '../world.ts';
import { failed, look, ok, unknown, type Found, type Requirement } from './requirement.ts';
import { executionNeeds, type Need } from './role-needs.ts';
import type { SecretLooks, SecretUse } from './secrets.ts';

/** Takes on the roles of tasks. */
const SERVICE = 'ecs-tasks.amazonaws.com';

/** The roles are there, of this account, and trust ECS. */
export async function checkRoles(definition: JsonObject, aws: World['aws']): Promise<readonly Requirement[]> {
  const named = (['executionRoleArn', 'taskRoleArn'] as const).filter(
    (member) => typeof definition[member] === 'string',
  );
  return await Promise.all(
    named.map(async (member) => ({
      item: ITEMS[member],
      path: [member],
      ...(await look(async () => await findRole(ITEMS[member], textOf(definition[member]), aws))),
    })),
  );
}

const ITEMS = { executionRoleArn: 'execution role', taskRoleArn: 'task role' } as const;

async function findRole(item: string, role: string, aws: World['aws']): Promise<Found> {
  const early = foreign(item, role, aws, undefined);
  if (early !== undefined) return early;
  let found: Role | undefined;
  try {
    found = await aws.roles.describe(role);
  } catch (error) {
    // ECS refuses the role of another account, whether or not this role may be looked at.
    const stranger = error instanceof AccessDeniedError ? await foreignToCaller(item, role, aws) : undefined;
    if (stranger !== undefined) return stranger;
    throw error;
  }
  // IAM is asked by the role's name, and a name may mean another role here.
  if (found !== undefined && !isSameArn(role, found.arn)) {
    return (
      foreign(item, role, aws, homeOf(found.arn)?.account) ??
      failed(
        `the ${item} ${role} is not the role of that name, which is ${found.arn}`,
        'Correct the path in the ARN, or create the role.',
      )
    );
  }
  const stranger = found === undefined ? await foreignToCaller(item, role, aws) : undefined;
  if (stranger !== undefined) return stranger;
  if (found === undefined)
    return failed(
      `IAM has no role ${role}`,
      'Correct the ARN or the account of the credentials, or create the role.',
    );
  return trusts(found, SERVICE) === false
    ? failed(
        `role ${found.name} does not trust ${SERVICE}, so no task can take it on`,
        `Add to its trust policy: ${JSON.stringify({ Effect: 'Allow', Principal: { Service: SERVICE }, Action: 'sts:AssumeRole' })}`,
      )
    : ok(`role ${found.name} is there and trusts ${SERVICE}`);
}

async function foreignToCaller(item: string, role: string, aws: World['aws']): Promise<Found | undefined> {
  return foreign(item, role, aws, (await aws.identity.caller()).account);
}

function foreign(
  item: string,
  role: string,
  { partition, region }: World['aws'],
  account: string | undefined,
): Found | undefined {
  const found = elsewhere(role, { partition, region, account });
  return found === undefined
    ? undefined
    : failed(
        `the ${item} ${role} is of ${found.part} ${found.theirs}, and the credentials are of ${found.part} ${found.ours}: ECS takes roles of its own account only`,
        'Name a role of this account, or use credentials of the account that the ARN names.',
      );
}

/** The execution role is allowed what ECS does with it before a container starts. */
export async function checkExecutionRole(
  definition: JsonObject,
  uses: readonly SecretUse[],
  looks: SecretLooks,
  aws: World['aws'],
): Promise<readonly Requirement[]> {
  const role = textOf(definition['executionRoleArn']);
  const arn = parseArn(role);
  if (arn === undefined) return [];
  const needs = executionNeeds(definition, uses, looks, {
    partition: arn.partition,
    region: aws.region,
    account: arn.account,
  });
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const key = need.actions.join();
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  const found = await Promise.all(
    [...groups.values()].map(async (group) => await checkGroup(role, group, aws)),
  );
  return found.flat();
}

/** Needs of the same actions are one question, and one answer for all that are refused. */
async function checkGroup(
  role: string,
  needs: readonly Need[],
  aws: World['aws'],
): Promise<readonly Requirement[]> {
  const [first] = needs;
  if (first === undefined) return [];
  const resources = [...new Set(needs.flatMap((need) => need.resources))];
  let refusals: readonly Refusal[] = [];
  const asked = await look(async () => {
    refusals = await aws.roles.refusals(role, [{ actions: first.actions, resources }]);
    return ok('the execution role is allowed it');
  });
  const lacking = needs.filter((need) => refusals.some(({ resource }) => need.resources.includes(resource)));
  if (lacking.length === 0) return [requirement(needs, asked)];
  // Permissions that another policy may grant are reported apart.
  return [true, false].flatMap((certain) => {
    const ones = lacking.filter((need) => need.certain === certain);
    if (ones.length === 0) return [];
    const against = refusals.filter(({ resource }) => ones.some((one) => one.resources.includes(resource)));
    return [requirement(ones, refusedTo(role, purposeOf(ones), against, certain))];
  });
}

function requirement(needs: readonly Need[], found: Found): Requirement {
  return { item: `right to ${purposeOf(needs)}`, path: needs[0]?.path ?? [], ...found };
}

function purposeOf(needs: readonly Need[]): string {
  return [...new Set(needs.map(({ purpose }) => purpose))].join(' and to ');
}

function refusedTo(role: string, purpose: string, refusals: readonly Refusal[], certain: boolean): Found {
  const name = role.slice(role.lastIndexOf('/') + 1);
  const statement = JSON.stringify({
    Effect: 'Allow',
    Action: [...new Set(refusals.map(({ action }) => action))],
    Resource: [...new Set(refusals.map(({ resource }) => resource))].map((resource) =>
      resource.replace(/:log-stream:.*$/, ':*'),
    ),
  });
  const cause = `execution role ${name} is not allowed to ${purpose} (${[...new Set(refusals.map(({ action }) => action))].join(', ')})`;
  if (refusals.every(({ depends }) => depends.length > 0)) {
    const keys = [...new Set(refusals.flatMap(({ depends }) => depends))];
    return unknown(
      `whether execution role ${name} is allowed to ${purpose} depends on ${keys.join(', ')}`,
      'Look at the conditions of its policies.',
    );
  }
  if (refusals.some(({ explicit }) => explicit))
    return failed(
      `${cause}: a statement of its policies denies it`,
      `Remove the denial from the role ${name}.`,
    );
  if (refusals.some(({ byBoundary }) => byBoundary))
    return failed(
      `${cause}: its permissions boundary does not allow it`,
      `Add to the boundary of ${name}: ${statement}`,
    );
  return certain
    ? failed(cause, `Add to the policy of ${name}: ${statement}`)
    : unknown(
        `${cause} by its own policies`,
        `Unless a policy of the resource allows it, add to the policy of ${name}: ${statement}`,
      );
}
