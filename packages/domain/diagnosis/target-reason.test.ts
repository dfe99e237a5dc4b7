import { expect, test } from '@jest/globals';
import { targetReason } from './target-reason.ts';

const target = { id: '10.0.1.2', port: 8080 };

test.each([
  [{ ...target, state: 'healthy' }, '10.0.1.2:8080 is healthy.'],
  [
    {
      ...target,
      state: 'unhealthy',
      reason: 'Target.ResponseCodeMismatch',
      description: 'Health checks failed with these codes: [502]',
    },
    '10.0.1.2:8080 is unhealthy: it answers the health check with a status that the target group does not accept (Health checks failed with these codes: [502]).',
  ],
  [
    { ...target, state: 'unhealthy', reason: 'Target.Timeout', description: 'Request timed out' },
    '10.0.1.2:8080 is unhealthy: it does not answer the health check in time (Request timed out).',
  ],
  [{ ...target, state: 'unused', reason: 'Target.Novel' }, '10.0.1.2:8080 is unused: Target.Novel.'],
])('%j', (given, sentence) => {
  expect(targetReason(given)).toBe(sentence);
});
