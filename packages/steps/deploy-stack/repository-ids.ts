import type { StackState } from '@cutover/aws/stacks';
import { carriesIds } from '@cutover/domain/identity/identity-token';
import type { World } from '../world.ts';
import type { TemplateParameter } from './template.ts';

const NAMES = ['GitHubOrg', 'GitHubRepo'] as const;
const IDS = ['GitHubOrgId', 'GitHubRepoId'] as const;

/**
 * The ids of this run's repository for the template's trust policy, when that names this repository and the user gave no
 * ids. A repository whose tokens carry no ids would be locked out by them, so the token decides; without one only a new
 * stack gets them, as there is no workflow yet that could lose its role.
 */
export async function repositoryIds(
  known: readonly TemplateParameter[],
  overrides: ReadonlyMap<string, string>,
  stack: StackState | undefined,
  world: World,
): Promise<ReadonlyMap<string, string>> {
  const none = new Map<string, string>();
  const { ownerId, repository, repositoryId } = world.run;
  const names = new Set(known.map(({ name }) => name));
  if (ownerId === undefined || repositoryId === undefined) return none;
  if (![...NAMES, ...IDS].every((name) => names.has(name))) return none;
  const value = (name: string): string => overrides.get(name) ?? stack?.parameters[name] ?? '';
  const named = NAMES.map(value).join('/');
  if (named.toLowerCase() !== repository.toLowerCase() || value('GitHubSubjectClaims') !== '') return none;
  if (IDS.some((name) => overrides.has(name) || value(name) !== '')) return none;
  const subject = await world.subject?.();
  const say = (text: string): void => {
    world.progress.report({ type: 'note', text });
  };
  if (subject === undefined ? stack !== undefined : !carriesIds(subject)) {
    say(
      subject === undefined
        ? `The deploy role trusts ${named} by its names alone. If the identity tokens of ${named} carry ids (repositories made since 15 July 2026), add GitHubOrgId=${ownerId} and GitHubRepoId=${repositoryId} to parameter-overrides.`
        : `The deploy role trusts ${named} by its names alone, as its identity tokens carry no ids. Choose immutable subject claims in the OIDC settings of the repository, then run the job again.`,
    );
    return none;
  }
  say(
    `The deploy role trusts ${named} by its ids: GitHubOrgId=${ownerId}, GitHubRepoId=${repositoryId}.${
      subject === undefined
        ? ' The identity tokens of a repository made before 15 July 2026 carry ids only after immutable subject claims are chosen in its OIDC settings; to trust its names alone, give both parameters empty.'
        : ''
    }`,
  );
  return new Map([
    ['GitHubOrgId', ownerId],
    ['GitHubRepoId', repositoryId],
  ]);
}
