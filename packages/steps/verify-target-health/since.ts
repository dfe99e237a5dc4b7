import type { MappedTarget, TargetVerdict } from '@cutover/domain/target/target-verdict';

/** Since when a target is in its state. The load balancer does not tell, so what was seen while waiting decides. */
export interface Since {
  /** Epoch milliseconds. */
  readonly at: number;
  /** It was so at the first look already, and nobody knows for how long. */
  readonly earlier: boolean;
}

/** An ill target that is there no more: ECS has stopped its task. */
export interface Departed {
  readonly targetGroup: string;
  readonly target: MappedTarget;
}

/** Of so many the cause is told; a service that can't start loses one after the other. */
const MOST_DEPARTED = 3;

/** Remembers when each target came into the state that it is in, and the ill ones that went away. */
export class StateTimes {
  readonly #known = new Map<string, Since & Departed & { readonly state: string }>();
  #departed: readonly Departed[] = [];
  #looked = false;

  /** The newest last. */
  get departed(): readonly Departed[] {
    return this.#departed;
  }

  /** Takes one look into account. */
  observe({ groups }: TargetVerdict, now: number): void {
    const present = new Set<string>();
    for (const { targetGroup = '', targets } of groups) {
      for (const target of targets) {
        const key = keyOf(targetGroup, target);
        present.add(key);
        if (this.#known.get(key)?.state === stateOf(target)) continue;
        const last = this.#known.get(key)?.target;
        this.#known.set(key, {
          state: stateOf(target),
          at: now,
          earlier: !this.#looked,
          targetGroup,
          // The reason for draining explains more than the draining itself.
          target: isLeaving(target) && last !== undefined ? last : target,
        });
      }
    }
    for (const [key, { target, targetGroup }] of this.#known) {
      if (present.has(key)) continue;
      this.#known.delete(key);
      if (isIll(target)) this.#departed = [...this.#departed, { targetGroup, target }].slice(-MOST_DEPARTED);
    }
    this.#looked = true;
  }

  of(targetGroup: string, target: MappedTarget): Since | undefined {
    return this.#known.get(keyOf(targetGroup, target));
  }
}

function keyOf(targetGroup: string, { id, port }: MappedTarget): string {
  return `${targetGroup} ${id}:${port}`;
}

function stateOf({ reason = '', state }: MappedTarget): string {
  return `${state} ${reason}`;
}

function isLeaving({ state }: MappedTarget): boolean {
  return state === 'draining' || state === 'unhealthy.draining';
}

function isIll({ state }: MappedTarget): boolean {
  return state === 'unhealthy' || state === 'unhealthy.draining';
}
