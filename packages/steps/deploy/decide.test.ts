import { describe, expect, test } from '@jest/globals';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { ScalingHold } from '../scaling/hold.ts';
import type { World } from '../world.ts';
import { decide } from './decide.ts';
import { inputs } from './inputs.ts';
import { readRequest } from './request.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const group = {
  application: 'shop',
  name: 'web',
  services: [{ cluster: 'shop', service: 'web' }],
  targetGroups: [],
};
const waiting: DeploymentState = {
  id: 'd-OURS',
  application: 'shop',
  group: 'web',
  config: '',
  status: 'Ready',
  description: `web:8 commit ${COMMIT}`,
  creator: 'user',
  autoRollbackEvents: [],
  terminationWaitStarted: false,
};

/** An account with one service, one group and one deployment; nothing in it can be changed. */
const world = (deployment: DeploymentState | undefined, active: readonly string[] = []): World =>
  ({
    clock: { now: () => 0 },
    run: { commit: COMMIT },
    progress: { report: () => undefined },
    aws: {
      region: 'us-east-1',
      services: {
        describe: () =>
          Promise.resolve({
            name: 'web',
            status: 'ACTIVE',
            controller: 'CODE_DEPLOY',
            taskDefinition: 'web:7',
            taskSets: [],
          }),
      },
      deploymentGroups: {
        describe: (_: string, name: string) =>
          Promise.resolve(name === 'api' ? { ...group, name, services: [] } : group),
      },
      deployments: {
        active: () => Promise.resolve(active),
        recent: () => Promise.resolve(deployment === undefined ? [] : [deployment]),
        get: (id: string) =>
          deployment?.id === id
            ? Promise.resolve(deployment)
            : Promise.reject(
                new AwsCallError({
                  action: 'codedeploy:GetDeployment',
                  code: 'DeploymentDoesNotExistException',
                  what: '',
                  fix: '',
                }),
              ),
        appSpec: () => Promise.resolve(undefined),
      },
    },
  }) as unknown as World;
const scaling = { of: () => undefined } as unknown as ScalingHold;

async function refusal(
  given: Record<string, string>,
  deployment: DeploymentState | undefined,
  active?: readonly string[],
): Promise<string> {
  const parsed = parseInputs(inputs, {
    cluster: 'shop',
    service: 'web',
    'codedeploy-application': 'shop',
    'codedeploy-deployment-group': 'web',
    mode: 'continue',
    ...given,
  });
  const account = world(deployment, active);
  try {
    const outcome = await decide(parsed, await readRequest(parsed, account), account, scaling);
    return `${outcome.kind}: ${outcome.what}`;
  } catch (error) {
    return error instanceof ConfigurationError ? error.message : `defect: ${String(error)}`;
  }
}

describe('only the deployment that is meant is decided about', () => {
  const named = { 'deployment-id': 'd-OURS' };
  test.each<[string, Record<string, string>, DeploymentState | undefined, readonly string[], string]>([
    [
      'one of another group',
      named,
      { ...waiting, application: 'api', group: 'blue-green' },
      [],
      'Deployment d-OURS is of group api/blue-green, not of shop/web.',
    ],
    [
      'a group of another service',
      { ...named, 'codedeploy-deployment-group': 'api' },
      waiting,
      [],
      'Deployment group shop/api is not for service web in cluster shop.',
    ],
    [
      'one that never was',
      { 'deployment-id': 'd-NOBODY' },
      waiting,
      [],
      'CodeDeploy has no deployment d-NOBODY',
    ],
    [
      'a rollback',
      { ...named, mode: 'stop' },
      { ...waiting, creator: 'codeDeployRollback' },
      [],
      'Deployment d-OURS is itself a rollback, which CodeDeploy made; it is not to be stopped.',
    ],
    [
      'one of another commit, when none is named',
      {},
      { ...waiting, description: `web:8 commit ${'f'.repeat(40)}` },
      ['d-OURS'],
      'the active deployment d-OURS of shop/web is not of commit 0123456',
    ],
    [
      'none to continue: nothing was released',
      {},
      undefined,
      [],
      'failed: Nothing was released: group shop/web has no deployment of commit 0123456 to continue.',
    ],
    [
      'none to stop',
      { mode: 'stop' },
      undefined,
      [],
      'unchanged: No deployment of group shop/web is active, and none was made for this commit; there is nothing to stop.',
    ],
    [
      'the newest of this commit, whose wait ran out',
      {},
      { ...waiting, status: 'Stopped' },
      [],
      'failed: Deployment d-OURS of an unknown revision had already ended Stopped and can’t be continued any more;',
    ],
    [
      'another version serves, though the deployment succeeded and its AppSpec is gone',
      named,
      { ...waiting, status: 'Succeeded' },
      [],
      'failed: Deployment d-OURS of an unknown revision had already ended Succeeded and can’t be continued any more;',
    ],
    [
      'not a rollback that CodeDeploy made for this commit',
      {},
      { ...waiting, status: 'Succeeded', creator: 'codeDeployRollback' },
      [],
      'failed: Nothing was released',
    ],
    [
      'ready is what it waits in already',
      { ...named, 'wait-until': 'ready' },
      waiting,
      [],
      'mode: continue ends the wait in which a deployment is ready',
    ],
    ['no gate stops', { ...named, mode: 'stop', gate: 'health' }, waiting, [], 'mode: stop asks no gate'],
    [
      'what is not asked needs no address',
      { ...named, 'gate-path': '/health', 'gate-command': 'true' },
      waiting,
      [],
      'gate-path was given, and gate is none.',
    ],
  ])('%s', async (_, given, deployment, active, said) => {
    expect(await refusal(given, deployment, active)).toContain(said);
  });
});
