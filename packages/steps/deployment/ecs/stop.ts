import { knownServiceDeployment, type KnownServiceDeployment } from '@cutover/domain/ecs/known-deployment';
import { idOf, isOver } from '@cutover/domain/ecs/service-deployment';
import { wait } from '@cutover/domain/wait';
import type { World } from '../../world.ts';
import type { TakenBack, WayBackOptions } from '../taken-back.ts';
import { youngerThan } from './active.ts';
import { missing } from './look.ts';
import type { EcsPlace } from './place.ts';

/** How long a way back may take, in milliseconds: a rolling one starts the old tasks again. */
const BACK_MS = 60 * 60_000;

/**
 * Follows a deployment that ends without success to its end: ECS goes back under the same id, so there is no second
 * deployment to be found.
 */
export async function followBack(
  world: World,
  place: EcsPlace,
  arn: string,
  options: WayBackOptions,
): Promise<{ readonly deployment: KnownServiceDeployment; readonly back: TakenBack }> {
  const { aws, clock, progress } = world;
  const id = idOf(arn);
  const look = async () => {
    const found = await aws.serviceDeployments.describe(arn);
    if (found === undefined) throw missing(id);
    return found;
  };
  let state = await look();
  let seen = state.status;
  await wait(
    async () => {
      state = await look();
      if (state.status !== seen) {
        seen = state.status;
        const back = seen.startsWith('ROLLBACK_');
        progress.report({ type: 'deployment.status', id, status: seen, ...(back ? { back } : {}) });
      }
      return isOver(state.status)
        ? { state: 'done', value: undefined }
        : { state: 'pending', reason: `${id} is ${state.status}` };
    },
    {
      clock,
      signal: options.signal ?? world.signal,
      intervalMs: options.intervalMs,
      deadline: clock.now() + (options.limitMs ?? BACK_MS),
    },
  );
  const superseded = state.status === 'STOPPED' ? await youngerThan(aws, place, state) : undefined;
  const deployment: KnownServiceDeployment = {
    ...knownServiceDeployment(state),
    ...(superseded === undefined ? {} : { supersededBy: superseded.id }),
  };
  switch (state.status) {
    case 'ROLLBACK_SUCCESSFUL':
      return { deployment, back: { kind: 'rolledBack', id } };
    case 'ROLLBACK_FAILED':
      return { deployment, back: { kind: 'rollbackFailed', id, deployment } };
    case 'SUCCESSFUL':
    case 'STOPPED':
      return { deployment, back: { kind: 'none' } };
    default:
      return { deployment, back: { kind: 'rollbackUnfinished', id, status: state.status } };
  }
}

/** The command by which a person stops a deployment and goes back; ECS knows no other way to stop one. */
export function stopCommand(arn: string): string {
  return `aws ecs stop-service-deployment --service-deployment-arn ${arn} --stop-type ROLLBACK`;
}
