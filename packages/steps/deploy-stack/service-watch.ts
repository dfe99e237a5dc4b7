import { rootFailures, type StackEvent } from '@cutover/domain/stack';
import type { World } from '../world.ts';
import { explainService, NOTHING, type StuckService } from './stuck-service.ts';

/** A service is looked at once in so many polls. */
const EVERY = 3;

/**
 * Watches the ECS services that CloudFormation waits for. When one fails, the rollback deletes it at once and its tasks can't
 * be listed any more, so they are looked at while it is still there.
 */
export class ServiceWatch {
  readonly #world: World;
  /** The last trouble seen, by the logical id of the service. */
  readonly #seen = new Map<string, StuckService>();
  #polls = 0;
  #failed: string | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** Why the tasks of the first service that failed didn't start; NOTHING when none failed. */
  get verdict(): StuckService {
    return (this.#failed === undefined ? undefined : this.#seen.get(this.#failed)) ?? NOTHING;
  }

  /** @param working newest events of the resources that are in progress */
  async look(working: readonly StackEvent[]): Promise<void> {
    this.#polls += 1;
    if (this.#polls % EVERY !== 0) return;
    for (const event of working) if (isService(event) && event.physicalId !== '') await this.#explain(event);
  }

  /** Takes note of an event of the operation. */
  async failed(event: StackEvent): Promise<void> {
    if (!isService(event) || this.#failed !== undefined || rootFailures([event]).length === 0) return;
    this.#failed = event.resource;
    await this.#explain(event);
  }

  async #explain(event: StackEvent): Promise<void> {
    const found = await explainService(event, this.#world);
    if (found.sentence !== '') this.#seen.set(event.resource, found);
  }
}

function isService({ resourceType }: StackEvent): boolean {
  return resourceType === 'AWS::ECS::Service';
}
