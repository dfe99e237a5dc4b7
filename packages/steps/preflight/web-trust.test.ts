import { expect, test } from '@jest/globals';
import { AwsCallError } from '@cutover/domain/errors';
import type { Facts } from './facts.ts';
import { looselyTrusted } from './web-trust.ts';

const CALLER = 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions';
const WITH_IDS = 'repo:octo@583231/shop@1296269:environment:production';

function facts(
  sub: unknown,
  given: { readonly subject?: string; readonly ids?: boolean; readonly error?: Error } = {},
) {
  return {
    aws: {
      region: 'us-east-1',
      roles: {
        describe: async (name: string) => {
          if (given.error !== undefined) throw given.error;
          return await Promise.resolve({
            name,
            arn: `arn:aws:iam::123456789012:role/${name}`,
            trust: {
              Statement: {
                Effect: 'Allow',
                Principal: {
                  Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
                },
                Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': sub } },
              },
            },
          });
        },
      },
    },
    run: {
      repository: 'octo/shop',
      ...(given.ids === true ? { repositoryId: '1296269', ownerId: '583231' } : {}),
    },
    subject: async () => await Promise.resolve(given.subject),
  } as unknown as Facts;
}

test.each([
  ['the run’s own subject', { subject: WITH_IDS }, `"${WITH_IDS}"`],
  ['the ids of the run', { ids: true }, '"repo:octo@583231/shop@1296269:environment:ENVIRONMENT"'],
  ['the names, where the run tells no more', {}, '"repo:octo/shop:environment:ENVIRONMENT"'],
])('a wildcard is warned of, with %s', async (_, given, fix) => {
  const verdict = await looselyTrusted(facts('repo:octo@*/shop@*:environment:production', given), CALLER);
  expect(verdict).toMatchObject({ status: 'warned', fix: expect.stringContaining(fix) });
  expect(verdict?.what).toContain('role deploy trusts repo:octo@*/shop@*:environment:production');
});

test('exact subjects, users, and a role that may not be read are not warned of', async () => {
  expect(await looselyTrusted(facts(WITH_IDS), CALLER)).toBeUndefined();
  expect(await looselyTrusted(facts('*'), 'arn:aws:iam::123456789012:user/ci')).toBeUndefined();
  const error = new AwsCallError({
    action: 'iam:GetRole',
    code: 'AccessDenied',
    what: 'no',
    fix: 'Allow it.',
  });
  expect(await looselyTrusted(facts('*', { error }), CALLER)).toBeUndefined();
});
