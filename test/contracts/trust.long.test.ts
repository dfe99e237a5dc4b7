import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { evaluate } from '@cutover/simulator/cloudformation/template/evaluate';
import { resolveParameters } from '@cutover/simulator/cloudformation/template/parameters';
import { checkRules, createScope, NOTHING } from '@cutover/simulator/cloudformation/template/scope';
import { readTemplate } from '@cutover/simulator/cloudformation/template/template';
import { HAS_EVALUATOR, type Policy, trusts } from './evaluator.ts';

const template = readTemplate(
  readFileSync(new URL('../../packages/template/template.yml', import.meta.url), 'utf8'),
);

/** The deploy role's trust policy under these parameters. */
function trustPolicy(parameters: Readonly<Record<string, string>>): Policy {
  const given = Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }));
  const scope = createScope(
    template,
    resolveParameters(template, given, undefined),
    {
      stackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/shop/1',
      stackName: 'shop',
      region: 'us-east-1',
      account: '123456789012',
      partition: 'aws',
    },
    NOTHING,
    () => undefined,
  );
  checkRules(template, scope);
  return evaluate(
    template.Resources['DeployRole']?.Properties?.['AssumeRolePolicyDocument'],
    scope,
  ) as Policy;
}

const NAMES = { GitHubOrg: 'octo', GitHubRepo: 'shop' };
const IDS = { GitHubOrgId: '583231', GitHubRepoId: '1296269' };
const WITH_IDS = 'repo:octo@583231/shop@1296269:environment:production';
const PLAIN = 'repo:octo/shop:environment:production';

/** Subjects of others, or of jobs outside of the environment. */
const CRAFTED: readonly string[] = [
  'repo:octo@1/shop@2:environment:production',
  'repo:octo@583231/shop@2:environment:production',
  'repo:octo@1/shop@1296269:environment:production',
  'repo:octo@583231/shop@12962690:environment:production',
  'repo:octo@5832310/shop@1296269:environment:production',
  'repo:octo@x/evil:ref:refs/heads/shop@1:environment:production',
  'repo:octo@583231/evil@9:ref:refs/heads/x/shop@1296269:environment:production',
  'repo:octo@583231/shop@1296269:ref:refs/heads/x:environment:production',
  'repo:octo@583231/shop@1296269:environment:production-eu',
  'repo:octo@583231/shop@1296269:environment:staging',
  'repo:octo@583231/shop@1296269:environment:production:ref:refs/heads/main',
  'repo:octo@583231/shop@1296269:ref:refs/heads/main',
  'repo:octo@583231/shop@1296269:pull_request',
  'repo:octo@583231/shop-2@1296269:environment:production',
  'repo:evil@583231/octo@583231/shop@1296269:environment:production',
  'repo:Octo@583231/shop@1296269:environment:production',
  'repo:octo@583231/SHOP@1296269:environment:production',
  ' repo:octo@583231/shop@1296269:environment:production',
  'repo:octo@583231/shop@1296269:environment:production ',
  'repo:octo@*/shop@*:environment:production',
  'repo:octo/shop@1296269:environment:production',
  'repo:octo/evil:ref:refs/heads/octo/shop:environment:production',
  'repo:octo/shop:ref:refs/heads/main',
  'repo:octo/shop:environment:*',
  '',
];

(HAS_EVALUATOR ? describe : describe.skip)('the deploy role', () => {
  describe.each([
    ['with the ids', { ...NAMES, ...IDS }, WITH_IDS, PLAIN],
    ['without them', NAMES, PLAIN, WITH_IDS],
    ['with a subject of the user', { GitHubSubjectClaims: WITH_IDS }, WITH_IDS, PLAIN],
  ])('%s', (_, parameters, own, other) => {
    const policy = trustPolicy(parameters);

    test('trusts the subject of its repository and environment', async () => {
      expect(await trusts(policy, own)).toBe('Allowed');
    });
    test('trusts it for STS only', async () => {
      expect(await trusts(policy, own, 'https://github.com/octo')).toBe('ImplicitlyDenied');
    });
    test.each([other, ...CRAFTED])('does not trust %j', async (subject) => {
      expect(await trusts(policy, subject)).toBe('ImplicitlyDenied');
    });
  });
});

describe('the parameters', () => {
  test.each([
    [{ GitHubSubjectClaims: 'repo:octo/shop:*' }, /GitHubSubjectClaims/],
    [{ ...NAMES, GitHubRepoId: '1296269' }, /GitHubOrgId and GitHubRepoId belong together/],
    [{ ...IDS }, /GitHubOrgId and GitHubRepoId belong together and to/],
    [{ ...NAMES, ...IDS, GitHubOrgId: '*' }, /GitHubOrgId/],
  ])('%j is refused', (parameters, sentence) => {
    expect(() => trustPolicy(parameters)).toThrow(sentence);
  });
});
