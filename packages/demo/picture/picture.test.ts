import { expect, test } from '@jest/globals';
import { drawPicture } from './picture.ts';

const healthy = { healthy: 1, other: 0 };
const none = { healthy: 0, other: 0 };

test('versions are stacked areas, target groups are strips, releases are marks', () => {
  const picture = drawPicture({
    releases: [
      {
        version: '3',
        action: 'release',
        outcome: 'rolled-back',
        expected: 'rolled-back',
        startedAt: 0,
        seconds: 10,
        revision: '',
        deployment: '',
        trouble: [],
      },
    ],
    traffic: { requests: 1234, failed: 2, byVersion: {}, failures: [] },
    samples: [
      { seconds: 5, byVersion: { '1': 8 }, failed: 0, targets: { blue: healthy, green: none } },
      {
        seconds: 10,
        byVersion: { '1': 3, '2': 1 },
        failed: 2,
        targets: { blue: healthy, green: { healthy: 0, other: 1 } },
      },
    ],
  });
  expect(picture).toContain('1,234 requests, 2 failed');
  expect(picture).toContain('release 3: refused');
  // A quarter of the second half.
  expect(picture).toContain(
    '<polygon class="v2" points="92,92 474,92 474,92 856,92 856,129.5 474,129.5 474,92 92,92"/>',
  );
  expect(picture.match(/<rect class="healthy" x="92" y="274" width="764"/g)).toHaveLength(1);
  expect(picture).toContain('<rect class="other" x="474" y="300" width="382"');
  expect(picture).not.toMatch(/<script|href=|NaN|undefined/);
});
