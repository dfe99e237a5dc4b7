import { expect, test } from '@jest/globals';
import type { ProgressEvent } from '@cutover/domain/progress';
import { stageOf } from './deployment-stage.ts';

const phase = (name: 'created' | 'installing' | 'ready'): ProgressEvent => ({
  type: 'phase.changed',
  id: 'd-1',
  phase: name,
  stage: 'Install',
  status: 'InProgress',
});

test.each<[string, ProgressEvent, string | undefined]>([
  ['the action itself', { type: 'step.started', step: 'pipeline' }, undefined],
  ['a stage', { type: 'step.started', step: 'build-push-ecr' }, 'Stage build-push-ecr'],
  ['a phase that people wait through', phase('installing'), 'New tasks start'],
  ['the wait before the shift', phase('ready'), 'New tasks run and wait for the shift'],
  ['a phase of a moment', phase('created'), undefined],
  [
    'a part of the traffic',
    { type: 'traffic.shifted', id: 'd-1', percent: 10 },
    '10 % of the traffic goes to the new version',
  ],
  [
    'a rollback',
    { type: 'deployment.status', id: 'd-2', status: 'InProgress', back: true },
    'The service goes back to the old version',
  ],
  ['the deployment itself', { type: 'deployment.status', id: 'd-1', status: 'InProgress' }, undefined],
  ['a line of a log', { type: 'log.line', source: 'app', text: 'secret', timestamp: 0 }, undefined],
])('%s', (_, event, stage) => {
  expect(stageOf(event, 'pipeline')).toBe(stage);
});
