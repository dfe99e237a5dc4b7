import type { SettlingVerdict } from '@cutover/domain/target/settling';
import { servingTasks } from '@cutover/domain/task/ecs-service';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { Engine } from './engine.ts';
import { ProductionProof, productionOf } from './production.ts';
import type { Surroundings } from './surroundings.ts';

/** Judges what serves now, without a shift: one look suffices when all is well. */
export async function proveServing(
  world: World,
  engine: Engine,
  observed: Pick<Surroundings, 'environment' | 'service' | 'production' | 'targetGroups'>,
  revision: string,
  intervalMs: number,
): Promise<SettlingVerdict> {
  const { clock, signal } = world;
  const { environment, service } = observed;
  const tasks = service === undefined ? undefined : servingTasks(service);
  const production = productionOf(observed, service?.graceSeconds ?? 0);
  const proof = new ProductionProof(world, environment, production, revision);
  const shiftedAt = engine.answeredAt() - production.settling.settleMs;
  const result = await wait<SettlingVerdict>(
    async () => {
      const verdict = await proof.look(
        {
          shiftedAt,
          now: engine.answeredAt(),
          desired: tasks?.desired ?? 0,
          targetGroup: tasks?.loadBalancers[0]?.targetGroupArn,
        },
        true,
      );
      return verdict.kind === 'pending'
        ? { state: 'pending', reason: verdict.reason }
        : { state: 'done', value: verdict };
    },
    { clock, signal, deadline: clock.now() + production.settling.recoveryMs, intervalMs },
  );
  return result.kind === 'done' ? result.value : { kind: 'pending', reason: result.reason };
}
