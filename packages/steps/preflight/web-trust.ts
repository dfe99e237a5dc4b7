import { consoleLink } from '@cutover/domain/console';
import { CutoverError } from '@cutover/domain/errors';
import type { RunContext } from '@cutover/domain/run-context';
import { looseSubjects } from '@cutover/domain/identity/web-trust';
import type { Facts } from './facts.ts';
import { warned, type Verdict } from '../checklist/item.ts';

/** Warns of a role of these credentials that workflows of other repositories may assume, too. */
export async function looselyTrusted(facts: Facts, caller: string): Promise<Verdict | undefined> {
  const [, session] = /:assumed-role\/([^/]+)\//.exec(caller) ?? [];
  if (session === undefined) return undefined;
  const role = await facts.aws.roles.describe(session).catch((error: unknown) => {
    // Without iam:GetRole nothing is known of it; the rights of these credentials are an item of its own.
    if (error instanceof CutoverError) return undefined;
    throw error;
  });
  const loose = role === undefined ? [] : looseSubjects(role);
  if (role === undefined || loose.length === 0) return undefined;
  return warned(
    `The credentials work, but role ${role.name} trusts ${loose.join(' and ')}, which fits repositories of others: a wildcard matches / and : too.`,
    `List exact subjects in its trust policy: {"StringEquals":{"token.actions.githubusercontent.com:sub":${JSON.stringify((await facts.subject()) ?? ownSubject(facts.run))}}}`,
    consoleLink(facts.aws.region, { kind: 'role', name: role.name }),
  );
}

/** The subject of this repository's jobs, as far as the run tells it. */
function ownSubject({ ownerId, repository, repositoryId }: RunContext): string {
  const [owner = '', name = ''] = repository.split('/');
  const named =
    ownerId === undefined || repositoryId === undefined
      ? `${owner}/${name}`
      : `${owner}@${ownerId}/${name}@${repositoryId}`;
  return `repo:${named}:environment:ENVIRONMENT`;
}
