import { expect, test } from '@jest/globals';
import type { ProgressEvent } from '@cutover/domain/progress';
import { timeline } from './timeline.ts';

function recorded(events: readonly (readonly [seconds: number, event: ProgressEvent])[]) {
  return events.map(([seconds, event]) => ({ ...event, at: 1_000_000 + seconds * 1000 }));
}

function life(stage: string, status: string, seconds?: number): ProgressEvent {
  return {
    type: 'phase.changed',
    id: 'd-1',
    phase: 'installing',
    stage,
    status,
    ...(seconds === undefined ? {} : { seconds }),
  };
}

test('milestones in order; a stage of a deployment keeps its row and gets its end and duration', () => {
  const events = recorded([
    [0, { type: 'step.started', step: 'blue-green-codedeploy' }],
    [1, { type: 'note', text: 'not a milestone' }],
    [2, life('Install', 'InProgress')],
    [3, { type: 'deployment.status', id: 'd-1', status: 'InProgress' }],
    [3, { type: 'deployment.status', id: 'd-1', status: 'InProgress' }],
    [62, life('Install', 'Succeeded', 60)],
    [70, { type: 'traffic.shifted', id: 'd-1', percent: 10 }],
  ]);
  expect(timeline(events, 1_000_000, 1_080_000)).toEqual([
    { seconds: 2, text: 'Install: Succeeded', tookSeconds: 60 },
    { seconds: 3, text: 'Deployment d-1: InProgress' },
    { seconds: 70, text: 'Traffic: 10 % goes to the new revision' },
  ]);
});

test('a stage of the pipeline lasts until the next one, the last until the end', () => {
  const events = recorded([
    [0, { type: 'step.started', step: 'pipeline' }],
    [0, { type: 'step.started', step: 'build-push-ecr' }],
    [10, { type: 'image.built', digest: 'sha256:0', seconds: 9 }],
    [12, { type: 'step.started', step: 'register-taskdef' }],
  ]);
  expect(timeline(events, 1_000_000, 1_015_000)).toEqual([
    { seconds: 0, text: 'build-push-ecr', tookSeconds: 12 },
    { seconds: 10, text: 'Image built in 9 s: sha256:0', tookSeconds: 9 },
    { seconds: 12, text: 'register-taskdef', tookSeconds: 3 },
  ]);
});
