import { lastSegment } from '@cutover/domain/identity/arn';
import type { Permission } from '@cutover/domain/identity/role';
import { consoleLink } from '@cutover/domain/console';
import type { CheckFacts } from './facts.ts';
import { failed, passed, unknown, type Verdict } from './item.ts';
import { actionsOf, advice, conditional } from './refused.ts';

/** The principal of tasks. */
export const TASKS = 'ecs-tasks.amazonaws.com';

/** The right to pass roles to tasks. */
export function passing(roles: readonly string[]): Permission {
  return {
    actions: ['iam:PassRole'],
    resources: [...new Set(roles)],
    context: { 'iam:PassedToService': TASKS },
  };
}

/** Rights of the identity behind our credentials. Policies of an organisation and of sessions are not in it. */
export async function ownRights(
  facts: Pick<CheckFacts, 'aws'>,
  wanted: readonly Permission[],
  fine: string,
): Promise<Verdict> {
  const { aws } = facts;
  const { arn } = await aws.identity.caller();
  if (arn.endsWith(':root')) return passed(fine);
  const [, session] = /:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  let principal = arn;
  if (session !== undefined) {
    const role = await aws.roles.describe(session);
    if (role === undefined)
      return unknown(
        `Role ${session} of these credentials is not in this account, so its rights are not known here.`,
      );
    principal = role.arn;
  }
  const refused = await aws.roles.refusals(principal, wanted);
  if (refused.length === 0) return passed(fine);
  const name = lastSegment(principal);
  if (refused.every(({ depends }) => depends.length > 0)) return conditional(name, refused);
  return failed(
    `${session === undefined ? 'User' : 'Role'} ${name}, whose credentials these are, is not allowed ${actionsOf(refused)}.`,
    advice(name, refused),
    session === undefined ? undefined : roleLink(facts, name),
  );
}

/** Page of a role. */
export function roleLink({ aws }: Pick<CheckFacts, 'aws'>, name: string): string {
  return consoleLink(aws.region, { kind: 'role', name });
}
