import { describe, expect, test } from '@jest/globals';
import type { DeploymentState } from '../codedeploy/deployment.ts';
import { knownDeployment } from '../codedeploy/known-deployment.ts';
import { rollbackTarget, type PastDeployment } from './rollback-target.ts';

let count = 0;
const past = (revision: string | undefined, changes: Partial<DeploymentState> = {}): PastDeployment => ({
  deployment: knownDeployment({
    id: `d-${++count}`,
    application: 'shop',
    group: 'web',
    config: 'CodeDeployDefault.ECSAllAtOnce',
    status: 'Succeeded',
    description: '',
    creator: 'user',
    autoRollbackEvents: [],
    terminationWaitStarted: false,
    ...changes,
  }),
  revision,
  whyUnknown: '',
});
const failed = (): PastDeployment => past(undefined, { status: 'Failed' });
const automatic = (revision: string): PastDeployment => past(revision, { creator: 'codeDeployRollback' });
const byHand = (revision: string): PastDeployment =>
  past(revision, { description: 'rollback web:8 -> web:5' });

// The history is written as it happened, oldest first.
test.each<[string, PastDeployment[], string, string]>([
  ['the one before', [past('web:7'), past('web:8')], 'web:8', 'web:7'],
  [
    'failed ones in between are skipped',
    [past('web:5'), failed(), failed(), past('web:8')],
    'web:8',
    'web:5',
  ],
  ['the same revision twice is one', [past('web:7'), past('web:8'), past('web:8')], 'web:8', 'web:7'],
  [
    'after two failures that CodeDeploy took back, the only good one serves already',
    [past('web:5'), failed(), automatic('web:5'), failed(), automatic('web:5')],
    'web:5',
    'alreadyThere',
  ],
  [
    'after a failure that CodeDeploy took back, what serves is the good one, whatever was before',
    [past('web:4'), past('web:5'), failed(), automatic('web:5')],
    'web:5',
    'alreadyThere',
  ],
  [
    'a failed rollback by hand is tried again',
    [
      past('web:5'),
      past('web:8'),
      past(undefined, { status: 'Failed', description: 'rollback web:8 -> web:5' }),
    ],
    'web:8',
    'web:5',
  ],
  [
    'a revision of which only the rollback to it is remembered',
    [byHand('web:5'), past('web:9')],
    'web:9',
    'web:5',
  ],
  [
    'once gone back by hand, going back again leads nowhere',
    [past('web:5'), past('web:8'), byHand('web:5')],
    'web:5',
    'alreadyThere',
  ],
  [
    'what was gone back from never counts as good again',
    [past('web:5'), past('web:8'), byHand('web:5'), past('web:9')],
    'web:9',
    'web:5',
  ],
  ['the first release has nothing before it', [past('web:2')], 'web:2', 'none'],
  ['nothing was ever deployed', [], 'web:1', 'none'],
  [
    'an AppSpec that can’t be read is neither a target nor skipped: what lies before it would be a guess',
    [past('web:6'), past(undefined), past('web:8')],
    'web:8',
    'unknown',
  ],
  [
    'one that can’t be read and lies further back stands in nobody’s way',
    [past(undefined), past('web:6'), past('web:8')],
    'web:8',
    'web:6',
  ],
  [
    'the first release failed: the task set of the service serves already',
    [failed()],
    'web:1',
    'alreadyThere',
  ],
])('%s', (_, history, serving, expected) => {
  const { target } = rollbackTarget(history.toReversed(), { revision: serving });
  expect(target.kind === 'found' ? target.revision : target.kind).toBe(expected);
});

test('the words of a user disarm nothing: a release that is called a rollback is gone back from', () => {
  const named = past('web:8', { description: 'Rollback from web:7 | web:8' });
  expect(rollbackTarget([named, past('web:5')], { revision: 'web:8' }).target).toMatchObject({
    kind: 'found',
    revision: 'web:5',
  });
});

test('what serves is not what was deployed last: what served before it is not known', () => {
  const newest = past('web:8', { id: 'd-8' });
  const history = [newest, past('web:5', { id: 'd-5' }), past('web:4', { id: 'd-4' })];
  for (const deployment of ['d-5', undefined]) {
    expect(rollbackTarget(history, { revision: 'web:5', deployment }).target).toEqual({
      kind: 'notServing',
      past: newest,
    });
  }
  expect(rollbackTarget(history, { revision: 'web:8', deployment: 'd-8' }).target.kind).toBe('found');
});

test('of a run that released twice, neither is gone back to', () => {
  const ofRun = [past('web:9', { id: 'd-9' }), past('web:8', { id: 'd-8' })];
  const history = [...ofRun, past('web:5')];
  const serving = { revision: 'web:9', deployment: 'd-9' };
  expect(rollbackTarget(history, serving).target).toMatchObject({ revision: 'web:8' });
  const judged = rollbackTarget(history, serving, (one) => ofRun.includes(one));
  expect(judged.target).toMatchObject({ kind: 'found', revision: 'web:5' });
  expect(judged.standings).toEqual(['serving', 'sameRun', 'target']);
});

test('a release that was stopped after the shift and serves is gone back from', () => {
  const stopped = past('web:8', { id: 'd-8', status: 'Stopped' });
  const history = [stopped, past('web:5')];
  expect(rollbackTarget(history, { revision: 'web:8', deployment: 'd-8' }).target).toMatchObject({
    kind: 'found',
    revision: 'web:5',
  });
  expect(rollbackTarget(history, { revision: 'web:5', deployment: 'd-5' }).target.kind).toBe('alreadyThere');
});

describe('the standing of each', () => {
  test.each<[string, PastDeployment[], string, string[]]>([
    [
      'a failure in between',
      [past('web:4'), past('web:5'), failed(), past('web:8')],
      'web:8',
      ['earlier', 'target', 'unsuccessful', 'serving'],
    ],
    [
      'a rollback by hand',
      [past('web:4'), past('web:5'), past('web:8'), byHand('web:5')],
      'web:5',
      ['earlier', 'serving', 'undone', 'serving'],
    ],
    [
      'an unknown one',
      [past('web:4'), past(undefined), past('web:8')],
      'web:8',
      ['earlier', 'unknown', 'serving'],
    ],
  ])('%s', (_, history, serving, standings) => {
    expect(rollbackTarget(history.toReversed(), { revision: serving }).standings.toReversed()).toEqual(
      standings,
    );
  });

  test('already there, what served before is named', () => {
    const history = [past('web:4'), past('web:5'), failed(), automatic('web:5')].toReversed();
    expect(rollbackTarget(history, { revision: 'web:5' }).target).toMatchObject({
      kind: 'alreadyThere',
      next: { revision: 'web:4' },
    });
  });
});
