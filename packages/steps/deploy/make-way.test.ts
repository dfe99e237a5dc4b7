import { describe, expect, test } from '@jest/globals';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import { knownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import { engineOfWeb } from '../deployment/codedeploy/testing/engine.ts';
import { makeWay, type Way } from './make-way.ts';
import { testWorld } from '../testing/world.ts';

const active: DeploymentState = {
  id: 'd-THEIRS',
  application: 'shop',
  group: 'web',
  config: '',
  status: 'InProgress',
  description: 'web:8',
  creator: 'user',
  autoRollbackEvents: [],
  terminationWaitStarted: true,
};

/** An account in which every deployment ends with the second look; gives back the calls that changed something. */
async function told(mode: Way['mode'], deployment: Partial<DeploymentState>): Promise<readonly string[]> {
  const calls: string[] = [];
  let looks = 0;
  const world = testWorld({
    progress: { report: () => undefined },
    aws: {
      region: 'us-east-1',
      deployments: {
        get: (id: string) =>
          Promise.resolve({
            ...active,
            ...deployment,
            id,
            ...(++looks < 2 ? {} : { status: 'Stopped', completedAt: 1 }),
          }),
        stop: (id: string, { rollback }: { readonly rollback: boolean }) =>
          Promise.resolve(calls.push(`stop ${id} ${rollback ? 'with' : 'without'} rollback`)),
        continue: (id: string) => Promise.resolve(calls.push(`continue ${id}`)),
      },
    },
  });
  await makeWay(world, engineOfWeb(world), knownDeployment({ ...active, ...deployment }), {
    mode,
    budget: { totalMs: 60_000, reason: '' },
    intervalMs: 1000,
  });
  return calls;
}

describe('on-active-deployment', () => {
  test.each<[string, Way['mode'], Partial<DeploymentState>, readonly string[]]>([
    ['stop: what somebody deploys is stopped', 'stop', {}, ['stop d-THEIRS with rollback']],
    ['stop: a rollback of CodeDeploy is left to its end', 'stop', { creator: 'codeDeployRollback' }, []],
    ['wait: nothing is stopped', 'wait', {}, []],
    ['finish: the termination wait is ended', 'finish', {}, ['continue d-THEIRS']],
    ['finish: a shift is left to its end', 'finish', { terminationWaitStarted: false }, []],
  ])('%s', async (_, mode, deployment, calls) => {
    expect(await told(mode, deployment)).toEqual(calls);
  });
});
