import { expect, test } from '@jest/globals';
import { AccessDeniedError } from '@cutover/domain/errors';
import { lookAtExpiry } from './expiry.ts';

const repository = {
  name: 'team/app',
  arn: 'arn:aws:ecr:us-east-1:123456789012:repository/team/app',
  uri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app',
  registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
  account: '123456789012',
  mutability: 'MUTABLE',
  exclusions: [],
};
const marked = {
  kind: 'protected',
  tag: 'live-web',
  digest: 'sha256:b',
  previous: { tag: 'previous-web', digest: 'sha256:a' },
} as never;
const policy = (...rules: readonly object[]) => ({
  lifecyclePolicy: () => Promise.resolve(JSON.stringify({ rules })),
});
const keep = (rulePriority: number, pattern: string): object => ({
  rulePriority,
  selection: {
    tagStatus: 'tagged',
    tagPatternList: [pattern],
    countType: 'imageCountMoreThan',
    countNumber: 100_000,
  },
  action: { type: 'expire' },
});
const oldest = {
  rulePriority: 3,
  description: 'Ten are enough',
  selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 10 },
  action: { type: 'expire' },
};

test('an image is safe where the policy keeps its marks, or where there is none', async () => {
  const kept = policy(keep(1, 'live-*'), keep(2, 'previous-*'), oldest);
  expect(await lookAtExpiry(kept, repository, marked)).toEqual({ safe: true, warnings: [] });
  const none = { lifecyclePolicy: () => Promise.resolve(undefined) };
  expect(await lookAtExpiry(none, repository, marked)).toEqual({ safe: true, warnings: [] });
});

test('a rule that removes a marked image is named, for each mark', async () => {
  const { safe, warnings } = await lookAtExpiry(policy(keep(1, 'live-*'), oldest), repository, marked);
  expect(safe).toBe(false);
  expect(warnings.map(({ what }) => what)).toEqual([
    'The lifecycle policy of repository team/app removes previous-web in spite of its mark: rule 3 ("Ten are enough") expires it once 10 newer images match it.',
  ]);
  expect(warnings[0]?.fix).toContain('"tagPatternList": ["previous-*"]');
});

test('a policy that may not be read proves nothing', async () => {
  const refused = {
    lifecyclePolicy: () =>
      Promise.reject(new AccessDeniedError('ecr:GetLifecyclePolicy', { what: 'no', fix: 'Add it.' })),
  };
  const { safe, warnings } = await lookAtExpiry(refused, repository, marked);
  expect(safe).toBe(false);
  expect(warnings).toEqual([{ what: expect.stringContaining('could not be looked at'), fix: 'Add it.' }]);
});
