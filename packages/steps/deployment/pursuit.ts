import { formatRevision } from '@cutover/domain/task/revision';
import type { World } from '../world.ts';
import { settle } from './conclusion.ts';
import type { Engine } from './engine.ts';
import type { Watch } from './order.ts';

/** One deployment that is followed to its end: what is wanted of it, and what it was told so far. */
export class Pursuit {
  readonly world: World;
  readonly engine: Engine;
  readonly watch: Watch;
  readonly id: string;
  /** Epoch milliseconds from which the budget counts. */
  readonly startedAt: number;
  #answer: 'stopping' | 'ended' | undefined;

  constructor(world: World, engine: Engine, watch: Watch, id: string, startedAt: number) {
    this.world = world;
    this.engine = engine;
    this.watch = watch;
    this.id = id;
    this.startedAt = startedAt;
  }

  /** The deployed revision as `family:number`. */
  get label(): string {
    return formatRevision(this.watch.revision);
  }

  /** Whether the deployment has been told to stop and roll back; AWS finishes that by itself. */
  get isStopped(): boolean {
    return this.#answer !== undefined;
  }

  /** Whether the deployment was over already when it was told to stop. */
  get hadEnded(): boolean {
    return this.#answer === 'ended';
  }

  /** Tells the deployment to stop and roll back. */
  async stopAndRollBack(): Promise<void> {
    this.#answer = await this.engine.stop(this.id, { rollback: true });
    settle(this.world);
  }
}
