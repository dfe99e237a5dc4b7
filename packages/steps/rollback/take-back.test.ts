import { expect, test } from '@jest/globals';
import type { Clock } from '@cutover/domain/clock';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { ProgressEvent } from '@cutover/domain/progress';
import { knownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import { engineOfWeb } from '../deployment/codedeploy/testing/engine.ts';
import { takeBackActive } from './take-back.ts';
import { testWorld } from '../testing/world.ts';

const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';
const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';

const service = (revision: string): ServiceState =>
  ({ taskSets: [{ status: 'PRIMARY', taskDefinition: revision }] }) as unknown as ServiceState;

/** Each deployment answers with its next state at each look, and stays at its last. */
interface Scene {
  readonly active?: Partial<DeploymentState>;
  readonly stop?: 'stopping' | 'ended';
  readonly looks: Readonly<Record<string, readonly Partial<DeploymentState>[]>>;
  /** Revision of the PRIMARY task set in the end. */
  readonly serves: string;
}

async function takeBack({ active = {}, looks, serves, stop = 'stopping' }: Scene) {
  const asked = new Map<string, number>();
  const stopped: string[] = [];
  const events: ProgressEvent[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    random: () => 0,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
  };
  const get = (id: string): Promise<Partial<DeploymentState>> => {
    const count = asked.get(id) ?? 0;
    asked.set(id, count + 1);
    const states = looks[id] ?? [];
    return Promise.resolve({
      id,
      status: 'InProgress',
      description: '',
      ...states[Math.min(count, states.length - 1)],
    });
  };
  const world = testWorld({
    aws: {
      region: 'us-east-1',
      deployments: {
        get,
        stop: (id: string, { rollback }: { rollback: boolean }) => {
          stopped.push(`${id} ${rollback ? 'with' : 'without'} rollback`);
          return Promise.resolve(stop);
        },
      },
      services: { describe: () => Promise.resolve(service(serves)) },
    },
    clock,
    progress: { report: (event: ProgressEvent) => events.push(event) },
  });
  const outcome = await takeBackActive(world, {
    environment: { cluster: 'shop', service: 'web' },
    engine: engineOfWeb(world),
    active: knownDeployment({
      id: 'd-1',
      status: 'InProgress',
      description: '',
      creator: 'user',
      ...active,
    } as DeploymentState),
    service: service(NEW),
    intervalMs: 1000,
    limitMs: undefined,
  });
  return { outcome, stopped };
}

test('what is under way is stopped with rollback, and the rollback that is named for it is followed', async () => {
  const { outcome, stopped } = await takeBack({
    looks: {
      'd-1': [{}, {}, { status: 'Stopped' }, { status: 'Stopped', rollbackDeploymentId: 'd-2' }],
      'd-2': [{ status: 'Created' }, {}, { status: 'Succeeded' }],
    },
    serves: OLD,
  });
  expect(stopped).toEqual(['d-1 with rollback']);
  expect(outcome).toMatchObject({
    kind: 'succeeded',
    what: 'Deployment d-1 was stopped and rolled back by d-2: web:7 serves.',
    outputs: { 'task-definition-arn': OLD, 'previous-task-definition-arn': NEW, 'deployment-id': 'd-2' },
  });
});

test('what succeeds before it is stopped leaves nothing under way', async () => {
  const { outcome } = await takeBack({
    stop: 'ended',
    looks: { 'd-1': [{ status: 'Succeeded' }] },
    serves: NEW,
  });
  expect(outcome).toBeUndefined();
});

test.each<[string, Scene, string, string]>([
  [
    'a rollback that is under way is only followed',
    {
      active: { creator: 'codeDeployRollback' },
      looks: { 'd-1': [{}, {}, { status: 'Succeeded' }] },
      serves: OLD,
    },
    'succeeded',
    'Rollback d-1, which was under way, succeeded: web:7 serves.',
  ],
  [
    'one that fails',
    {
      active: { creator: 'codeDeployRollback' },
      looks: { 'd-1': [{}, { status: 'Failed' }] },
      serves: NEW,
    },
    'failed',
    'Rollback d-1, which was under way, ended Failed; web:8 is PRIMARY.',
  ],
  [
    'one that never ends',
    { active: { creator: 'codeDeployRollback' }, looks: { 'd-1': [{}] }, serves: NEW },
    'timedOut',
    'is still InProgress; web:8 is PRIMARY.',
  ],
  [
    'a way back that fails',
    {
      looks: {
        'd-1': [{}, { status: 'Stopped', rollbackDeploymentId: 'd-2' }],
        'd-2': [{ status: 'Failed' }],
      },
      serves: NEW,
    },
    'failed',
    'its rollback d-2 is Failed; web:8 is PRIMARY.',
  ],
  [
    'a deployment that is stopped and has no way back',
    { looks: { 'd-1': [{}, { status: 'Stopped' }] }, serves: NEW },
    'failed',
    'CodeDeploy made no rollback deployment; web:8 is PRIMARY.',
  ],
])('%s', async (_, scene, kind, headline) => {
  const { outcome, stopped } = await takeBack(scene);
  expect(outcome?.kind).toBe(kind);
  expect(outcome?.what).toContain(headline);
  expect(stopped).toHaveLength(scene.active?.creator === 'codeDeployRollback' ? 0 : 1);
});
