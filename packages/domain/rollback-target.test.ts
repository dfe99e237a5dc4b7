import { expect, test } from '@jest/globals';
import type { DeploymentState } from './deployment.ts';
import { rollbackTarget, type PastDeployment } from './rollback-target.ts';

let count = 0;
const past = (revision: string | undefined, changes: Partial<DeploymentState> = {}): PastDeployment => ({
  deployment: {
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
  },
  revision,
});
const failed = (): PastDeployment => past(undefined, { status: 'Failed' });
const automatic = (revision: string): PastDeployment => past(revision, { creator: 'codeDeployRollback' });
const byHand = (revision: string): PastDeployment =>
  past(revision, { description: 'Rollback from web:8 | x' });

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
    'after a failure that CodeDeploy took back, the one before what serves',
    [past('web:4'), past('web:5'), failed(), automatic('web:5')],
    'web:5',
    'web:4',
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
    'an AppSpec that can’t be read is no target',
    [past('web:6'), past(undefined), past('web:8')],
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
  const target = rollbackTarget(history.toReversed(), serving);
  expect(target.kind === 'found' ? target.revision : target.kind).toBe(expected);
});
