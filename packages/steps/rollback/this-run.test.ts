import { expect, test } from '@jest/globals';
import { describeDeployment } from '@cutover/domain/codedeploy/deployment-description';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { PastDeployment } from '@cutover/domain/deployment/rollback-target';
import type { RunContext } from '@cutover/domain/run-context';
import { knownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import type { Deployment } from '@cutover/domain/deployment/deployment';
import { engineOfWeb } from '../deployment/codedeploy/testing/engine.ts';
import { testWorld } from '../testing/world.ts';
import { madeBy, nothingOwned, requireRun } from './this-run.ts';

const engine = engineOfWeb(testWorld({}));

function runOf(id: number): RunContext {
  const runUrl = `https://github.com/octo/shop/actions/runs/${id}`;
  return { runUrl, runAttempt: '1', commit: 'c'.repeat(40) } as RunContext;
}

/** A deployment `d-<number>` of `web:<number>` by that run. */
function past(number: number, by: number, changes: Partial<DeploymentState> = {}): PastDeployment {
  return {
    deployment: knownDeployment({
      id: `d-${number}`,
      status: 'Succeeded',
      creator: 'user',
      description: describeDeployment(runOf(by), `web:${number}`),
      ...changes,
    } as DeploymentState),
    revision: `web:${number}`,
    whyUnknown: '',
  };
}

/** `web:<number>`, made by that deployment. */
function serving(number: number, externalId: string | undefined = `d-${number}`): ServiceState {
  return {
    name: 'web',
    taskSets: [{ status: 'PRIMARY', taskDefinition: `web:${number}`, externalId }],
  } as unknown as ServiceState;
}

const back = (number: number, by: number): PastDeployment =>
  past(number, by, { description: describeDeployment(runOf(by), `web:${number}`, { replaces: 'web:9' }) });

// Histories are newest first.
test.each<[string, number, PastDeployment[], ServiceState, Deployment | undefined, string | undefined]>([
  ['its release serves', 7, [past(3, 7), past(2, 6)], serving(3), undefined, undefined],
  ['another run’s release serves', 7, [past(3, 6), past(2, 5)], serving(3), undefined, 'deployed nothing'],
  ['its release was replaced', 7, [past(4, 8), past(3, 7)], serving(4), undefined, 'no longer serves'],
  [
    'it has gone back already',
    7,
    [back(2, 7), past(3, 7), past(2, 6)],
    serving(2, 'd-2'),
    undefined,
    'web:2 serves',
  ],
  [
    'its release failed',
    7,
    [past(3, 7, { status: 'Failed' }), past(2, 6)],
    serving(2),
    undefined,
    'd-3 of this run ended Failed',
  ],
  ['the service was created anew', 7, [past(3, 7)], serving(1, ''), undefined, 'no longer serves'],
  ['its deployment is under way', 7, [past(2, 6)], serving(2), past(3, 7).deployment, undefined],
  ['its rollback is under way', 7, [past(3, 7)], serving(3), back(2, 7).deployment, undefined],
  [
    'CodeDeploy rolls its deployment back',
    7,
    [past(3, 7, { status: 'Stopped', rollbackDeploymentId: 'd-4' }), past(2, 6)],
    serving(2),
    past(4, 0, { creator: 'codeDeployRollback', status: 'InProgress' }).deployment,
    undefined,
  ],
  [
    'another deployment is under way',
    7,
    [past(3, 7), past(2, 6)],
    serving(3),
    past(4, 8, { status: 'InProgress' }).deployment,
    'd-4 (InProgress), which is under way, is not of this run',
  ],
  [
    'CodeDeploy put its first release back',
    7,
    [past(3, 0, { id: 'd-5', creator: 'codeDeployRollback' }), past(4, 7, { status: 'Stopped' }), past(3, 7)],
    serving(3, 'd-5'),
    undefined,
    undefined,
  ],
  [
    'CodeDeploy put another run’s release back, after a release of the same revision by this run had failed',
    7,
    [
      past(3, 0, { id: 'd-5', creator: 'codeDeployRollback' }),
      past(3, 7, { id: 'd-4', status: 'Stopped' }),
      past(3, 6),
    ],
    serving(3, 'd-5'),
    undefined,
    'd-4 of this run ended Stopped',
  ],
  [
    'CodeDeploy put another run’s release back, after this run’s release of another revision',
    7,
    [past(3, 0, { id: 'd-5', creator: 'codeDeployRollback' }), past(4, 7), past(3, 6)],
    serving(3, 'd-5'),
    undefined,
    'no longer serves',
  ],
  [
    'CodeDeploy put its release back twice',
    7,
    [
      past(3, 0, { id: 'd-6', creator: 'codeDeployRollback' }),
      past(3, 0, { id: 'd-5', creator: 'codeDeployRollback' }),
      past(3, 7),
    ],
    serving(3, 'd-6'),
    undefined,
    undefined,
  ],
])('%s', (_, id, history, service, active, why) => {
  expect(nothingOwned(madeBy(runOf(id)), engine, history, service, active) ?? 'it undoes').toContain(
    why ?? 'it undoes',
  );
});

test('one deployment is owned by its id: what another one releases or is releasing is left alone', () => {
  const owns = ({ id }: Deployment): boolean => id === 'd-3';
  const history = [past(3, 7), past(2, 7)];
  expect(nothingOwned(owns, engine, history, serving(3), undefined)).toBeUndefined();
  expect(nothingOwned(owns, engine, history, serving(3), past(4, 7).deployment)).toContain('is left alone');
  expect(nothingOwned(owns, engine, [past(4, 7), ...history], serving(4), undefined)).toContain(
    'no longer serves',
  );
});

test('outside of a run nothing can be told', () => {
  expect(() => requireRun({ runUrl: '' } as RunContext)).toThrow('no workflow run is known');
  expect(() => requireRun(runOf(1))).not.toThrow();
});
