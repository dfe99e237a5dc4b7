import { expect, test } from '@jest/globals';
import type { StackState } from '@cutover/aws/stacks';
import { repositoryIds } from './repository-ids.ts';
import { testWorld } from '../testing/world.ts';

const KNOWN = ['GitHubOrg', 'GitHubRepo', 'GitHubOrgId', 'GitHubRepoId', 'GitHubSubjectClaims'].map(
  (name) => ({
    name,
    hasDefault: true,
    noEcho: false,
    type: 'String',
  }),
);
const NAMES = { GitHubOrg: 'octo', GitHubRepo: 'shop' };
const FILLED = { GitHubOrgId: '583231', GitHubRepoId: '1296269' };
const WITH_IDS = 'repo:octo@583231/shop@1296269:ref:refs/heads/main';
const PLAIN = 'repo:octo/shop:ref:refs/heads/main';

interface Given {
  readonly overrides?: Readonly<Record<string, string>>;
  readonly stack?: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly run?: object;
  readonly known?: typeof KNOWN;
}

async function filled(given: Given): Promise<{ ids: object; notes: string }> {
  const notes: string[] = [];
  const world = testWorld({
    run: { repository: 'octo/shop', ownerId: '583231', repositoryId: '1296269', ...given.run },
    progress: { report: ({ text }: { text: string }) => notes.push(text) },
    subject: async () => await Promise.resolve(given.subject),
  });
  const stack =
    given.stack === undefined ? undefined : ({ parameters: given.stack } as unknown as StackState);
  const ids = await repositoryIds(
    given.known ?? KNOWN,
    new Map(Object.entries(given.overrides ?? NAMES)),
    stack,
    world,
  );
  return { ids: Object.fromEntries(ids), notes: notes.join('\n') };
}

test.each<[string, Given]>([
  ['a new stack', {}],
  ['a new stack, by a token with ids', { subject: WITH_IDS }],
  ['a stack that trusts names, by a token with ids', { overrides: {}, stack: NAMES, subject: WITH_IDS }],
  ['names in other letters', { overrides: { GitHubOrg: 'Octo', GitHubRepo: 'Shop' } }],
])('%s gets the ids of the run', async (_, given) => {
  const { ids, notes } = await filled(given);
  expect(ids).toEqual(FILLED);
  expect(notes).toContain('by its ids');
});

test.each<[string, Given, RegExp]>([
  ['a token without ids', { subject: PLAIN }, /carry no ids.*immutable subject claims/],
  ['a stack that trusts names, without a token', { overrides: {}, stack: NAMES }, /add GitHubOrgId=583231/],
  ['another repository', { overrides: { GitHubOrg: 'octo', GitHubRepo: 'web' } }, /^$/],
  ['ids that were given', { overrides: { ...NAMES, GitHubOrgId: '', GitHubRepoId: '' } }, /^$/],
  ['ids that the stack has', { overrides: {}, stack: { ...NAMES, ...FILLED } }, /^$/],
  ['subjects that were given', { overrides: { ...NAMES, GitHubSubjectClaims: PLAIN } }, /^$/],
  ['a run outside of GitHub', { run: { repositoryId: undefined, ownerId: undefined } }, /^$/],
  ['a template of another kind', { known: KNOWN.slice(0, 2) }, /^$/],
])('%s: nothing is filled in', async (_, given, note) => {
  const { ids, notes } = await filled(given);
  expect(ids).toEqual({});
  expect(notes).toMatch(note);
});
