import { describe, expect, test } from '@jest/globals';
import type { Rollout, ServiceState } from '@cutover/domain/task/ecs-service';
import { testWorld } from '../../testing/world.ts';
import { afterKill } from './after-kill.ts';
import { newRollout } from './create.ts';

const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';
const PREFIX = 'arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/';
const rollout = (id: string, taskDefinition: string, status = 'PRIMARY'): Rollout => ({
  id: `ecs-svc/${id}`,
  status,
  taskDefinition,
  state: 'IN_PROGRESS',
  desired: 1,
  running: 0,
  failed: 0,
  createdAt: 0,
});
const service = (...rollouts: readonly Rollout[]): ServiceState =>
  ({
    name: 'web',
    arn: 'arn:aws:ecs:us-east-1:123456789012:service/shop/web',
    cluster: 'shop',
    rollouts,
  }) as unknown as ServiceState;

describe('the rollout of an update', () => {
  const asked = { revision: NEW, rollouts: ['ecs-svc/1'] };
  test.each<[string, ServiceState, string | undefined]>([
    [
      'is the new PRIMARY of the revision',
      service(rollout('2', NEW), rollout('1', OLD, 'ACTIVE')),
      'ecs-svc/2',
    ],
    ['is none that was there before', service(rollout('1', NEW)), undefined],
    ['is none of another revision', service(rollout('2', OLD)), undefined],
  ])('%s', (_, seen, id) => {
    expect(newRollout(seen, asked)).toBe(id);
  });
});

/** Runs `post:` in an account whose deployment brings the revision; gives back what was stopped and said. */
async function post(
  remembered: Readonly<Record<string, string>>,
  { brings = NEW, number = '2' }: { readonly brings?: string; readonly number?: string } = {},
): Promise<{ readonly stopped: readonly string[]; readonly said: readonly string[] }> {
  const stopped: string[] = [];
  const said: string[] = [];
  const revision = `arn:aws:ecs:us-east-1:123456789012:service-revision/shop/web/${number}`;
  const world = testWorld({
    progress: { report: (event: { readonly what: string }) => said.push(event.what) },
    aws: {
      services: {
        describe: () => Promise.resolve(service(rollout(number, brings), rollout('1', OLD, 'ACTIVE'))),
      },
      serviceDeployments: {
        list: () => Promise.resolve([{ arn: `${PREFIX}ours`, revision, status: 'IN_PROGRESS' }]),
        describe: () => Promise.resolve({ arn: `${PREFIX}ours`, target: { arn: revision } }),
        revisions: () => Promise.resolve(new Map([[revision, { taskDefinition: brings }]])),
        stop: (arn: string) => {
          stopped.push(arn);
          return Promise.resolve('stopping');
        },
      },
    },
  });
  await afterKill(remembered, world);
  return { stopped, said };
}

const asked = {
  'on-cancel': 'rollback',
  'created-as': JSON.stringify({ cluster: 'shop', service: 'web', revision: NEW, rollouts: ['ecs-svc/1'] }),
};

describe('after the step was killed', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['its deployment is stopped', { ...asked, 'deployment-id': 'ours' }],
    ['a deployment that was never answered is found and stopped', { ...asked, creation: 'asked' }],
    ['a deployment that was not listed yet is found and stopped', { ...asked, rollout: 'ecs-svc/2' }],
  ])('%s', async (_, remembered) => {
    expect((await post(remembered)).stopped).toEqual([`${PREFIX}ours`]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['decided', { ...asked, 'deployment-id': 'ours', settled: 'true' }],
    ['to be left', { ...asked, 'deployment-id': 'ours', 'on-cancel': 'leave' }],
    ['never asked for', { 'on-cancel': 'rollback' }],
  ])('a deployment is left alone that was %s', async (_, remembered) => {
    expect(await post(remembered)).toEqual({ stopped: [], said: [] });
  });

  test.each<[string, object]>([
    ['brings another revision', { brings: OLD }],
    ['was there before', { number: '1' }],
  ])('a deployment that %s goes on, and the command that stops it is told', async (_, account) => {
    const { said, stopped } = await post({ ...asked, 'deployment-id': 'ours' }, account);
    expect(stopped).toEqual([]);
    expect(said).toEqual([expect.stringContaining('which this run did not make')]);
  });
});
