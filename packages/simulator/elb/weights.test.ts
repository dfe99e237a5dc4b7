import { describe, expect, test } from '@jest/globals';
import { array, assert, integer, property } from 'fast-check';
import { codeMatches } from './health-check.ts';
import { chooseGroup } from './weights.ts';

describe('the share of each target group', () => {
  const counts = (weights: readonly number[], rounds: number): number[] => {
    const action = {
      Type: 'forward' as const,
      ForwardConfig: {
        TargetGroups: weights.map((Weight, index) => ({ TargetGroupArn: `${index}`, Weight })),
      },
    };
    const seen = weights.map(() => 0);
    for (let round = 0; round < rounds; round += 1) {
      const index = Number(chooseGroup(action) ?? -1);
      if (index >= 0) seen[index] = (seen[index] ?? 0) + 1;
    }
    return seen;
  };

  test('is exact after as many requests as the weights sum up to', () => {
    assert(
      property(array(integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 }), (weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        expect(counts(weights, sum)).toEqual(weights);
      }),
    );
  });

  test('a small share comes neither first nor all at once', () => {
    expect(counts([90, 10], 5)).toEqual([5, 0]);
    expect(counts([90, 10], 20)).toEqual([18, 2]);
  });

  test('a group that stands alone receives everything, even with weight 0', () => {
    expect(counts([0], 3)).toEqual([3]);
  });
});

test.each([
  ['200', 200, true],
  ['200', 201, false],
  ['200,202', 202, true],
  ['200-299', 250, true],
  ['200-299,404', 404, true],
  ['200-299,404', 300, false],
])('the matcher %s and the code %i: %s', (codes, status, matched) => {
  expect(codeMatches(codes, status)).toBe(matched);
});
