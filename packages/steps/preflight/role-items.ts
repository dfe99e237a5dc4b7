import { AwsCallError } from '@cutover/domain/errors';
import { lastSegment, parseArn } from '@cutover/domain/identity/arn';
import { textOf } from '@cutover/domain/text/json';
import { checkExecutionRole, checkRoles } from '../requirements/roles.ts';
import { secretUses } from '../requirements/secrets.ts';
import type { Facts } from './facts.ts';
import { gravest, passed, type Item, type Verdict } from '../checklist/item.ts';
import { ownRights, passing, roleLink, TASKS } from '../checklist/rights.ts';
import { verdictsOf } from './requirements.ts';

/** Roles of the tasks, and the right to pass them. */
export function roleItems(facts: Facts): readonly Item[] {
  return [
    {
      id: 'execution-role',
      title: 'Execution role',
      needs: ['task-definition'],
      check: async () => await taskRole(facts, 'executionRoleArn'),
    },
    {
      id: 'task-role',
      title: 'Task role',
      needs: ['task-definition'],
      check: async () => await taskRole(facts, 'taskRoleArn'),
    },
    {
      id: 'pass-role',
      title: 'Right to pass the roles',
      needs: ['task-definition', 'execution-role', 'task-role'],
      check: async () => await passRole(facts),
    },
  ];
}

async function taskRole(facts: Facts, member: 'executionRoleArn' | 'taskRoleArn'): Promise<Verdict> {
  const { aws } = facts;
  const definition = await facts.definition();
  const name = lastSegment(textOf(definition[member]));
  if (name === '') {
    return passed(
      member === 'taskRoleArn'
        ? 'The containers call AWS with no role, or not at all.'
        : 'Nothing in the task definition needs one.',
    );
  }
  const link = roleLink(facts, name);
  const found = verdictsOf(
    (await checkRoles(definition, aws)).filter(({ path }) => path[0] === member),
    link,
  );
  if (member === 'taskRoleArn' || found.some(({ status }) => status === 'failed')) return gravest(found, '');
  const uses = secretUses(definition);
  const looks = await facts.secrets();
  const rights = await checkExecutionRole(
    definition,
    uses,
    looks instanceof AwsCallError ? new Map<string, never>() : looks,
    aws,
  );
  const verdict = gravest([...found, ...verdictsOf(rights, link)], '');
  return verdict.status === 'passed'
    ? passed(`Role ${name} trusts ${TASKS} and allows what starting a task needs.`)
    : verdict;
}

async function passRole(facts: Facts): Promise<Verdict> {
  const definition = await facts.definition();
  const names = [definition['executionRoleArn'], definition['taskRoleArn']].map((role) => textOf(role));
  const roles = await Promise.all(
    [...new Set(names.filter((name) => name !== ''))].map(async (name) =>
      parseArn(name) === undefined ? await facts.arn('iam', `role/${name}`) : name,
    ),
  );
  if (roles.length === 0) return passed('There is no role to pass.');
  return await ownRights(
    facts,
    [passing(roles)],
    `These credentials may pass ${roles.map(lastSegment).join(' and ')}.`,
  );
}
