import { describe, expect, test } from '@jest/globals';
import type { ProgressEvent } from '@cutover/domain/progress';
import { describeEvent } from './describe-event.ts';

const ARN = 'arn:aws:ecs:us-east-1:123456789012';

const rows: readonly (readonly [event: ProgressEvent, text: string])[] = [
  [
    { type: 'command.started', file: 'docker', args: ['buildx', 'build', '--tag', "it's me", '.'] },
    "$ docker buildx build --tag 'it'\\''s me' .",
  ],
  [
    { type: 'image.pushed', reference: 'shop:1', digest: 'sha256:ab', existed: true },
    'Image was there already: shop:1 (sha256:ab)',
  ],
  [
    {
      type: 'blob.uploaded',
      digest: `sha256:${'0123456789ab'.repeat(5)}`,
      bytes: 12_340_000,
      existed: false,
    },
    'Layer 0123456789ab: 12.3 MB uploaded',
  ],
  [{ type: 'revision.registered', arn: `${ARN}:task-definition/shop:7`, changed: true }, 'Registered shop:7'],
  [{ type: 'task.stopped', arn: `${ARN}:task/c/0a1b`, exitCode: 1 }, 'Task 0a1b stopped with exit code 1'],
  [
    { type: 'task.stopped', arn: `${ARN}:task/c/0a1b`, reason: 'CannotPullContainerError' },
    'Task 0a1b stopped: CannotPullContainerError',
  ],
  [{ type: 'log.line', source: 'migrate', text: 'ok', timestamp: 0 }, 'migrate | ok'],
  [
    { type: 'tasks.counted', label: 'shop:7', running: 1, desired: 2, failed: 3 },
    'shop:7: 1 of 2 tasks run, 3 failed',
  ],
  [
    {
      type: 'target.health',
      targetGroup: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/green/0123456789abcdef',
      healthy: 1,
      wanted: 2,
      targets: [
        { id: '10.0.0.1', port: 80, state: 'healthy' },
        { id: '10.0.0.2', port: 80, state: 'unhealthy', reason: 'Target.ResponseCodeMismatch' },
      ],
    },
    'green: 1 of 2 targets healthy (10.0.0.2:80 unhealthy Target.ResponseCodeMismatch)',
  ],
  [
    { type: 'probe.answered', url: 'http://x/', status: 0, ok: false, milliseconds: 1000.4 },
    'GET http://x/: no answer after 1000 ms',
  ],
  [
    { type: 'still.waiting', what: 'the shift', seconds: 61, budgetSeconds: 1800 },
    'Still waiting for the shift (01:01 of 30:00)',
  ],
];

describe('an event in one line', () => {
  test.each(rows)('%j', (event, text) => {
    expect(describeEvent(event)?.text).toBe(text);
  });
});

test('the deployment by which CodeDeploy goes back is told apart from ours', () => {
  const event = { type: 'deployment.status', id: 'd-BACK', status: 'Succeeded' } as const;
  expect(describeEvent(event)?.text).toBe('Deployment d-BACK: Succeeded');
  expect(describeEvent({ ...event, back: true })?.text).toBe('Rollback by deployment d-BACK: Succeeded');
});
