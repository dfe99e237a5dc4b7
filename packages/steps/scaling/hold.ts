import { ConfigurationError } from '@cutover/domain/errors';
import { reasonOf } from '@cutover/domain/text/reason';
import { isSuccess, type Outcome, type OutputValues } from '@cutover/domain/outcome';
import { duringDeployment } from '@cutover/domain/scaling';
import { savedJson } from '../saved-state.ts';
import type { World } from '../world.ts';
import { leftBehind, mark, readMark } from './mark.ts';
import { restore, type Held } from './restore.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** State that `post:` finds. */
const HELD = 'scaling-held';
const RESTORED = 'scaling-restored';
/** Beyond the deployment's budget: how long a way back may take, and the runner's own delays. */
const GRACE_MS = 60 * 60_000;

interface Service {
  readonly cluster: string;
  readonly service: string;
}

/** Keeps an ECS service from being scaled in while it is deployed, and brings the exact state from before back. */
export class ScalingHold {
  readonly #world: World;
  readonly #enabled: boolean;
  #service: Service | undefined;
  #held: Held | undefined;

  constructor(world: World, enabled: boolean) {
    this.#world = world;
    this.#enabled = enabled;
  }

  /** Names the service, so that what an earlier run left can be restored although nothing is deployed. */
  of(service: Service): void {
    this.#service = { cluster: service.cluster, service: service.service };
  }

  /**
   * Suspends scaling in. The state from before is remembered before anything changes.
   * @param budgetMs how long the deployment may take; some time later the suspension has no owner any more
   * @throws CutoverError before anything changed
   */
  async suspend(budgetMs: number): Promise<void> {
    const service = this.#service;
    if (!this.#enabled || service === undefined || this.#held !== undefined) return;
    const { aws, progress } = this.#world;
    const target = await aws.scaling.describe(service.cluster, service.service);
    if (target === undefined) {
      progress.report({
        type: 'note',
        text: `Nothing scales service ${service.service}: it has no scalable target, so nothing is suspended.`,
      });
      return;
    }
    const left = await leftBehind(this.#world, target);
    const before = left === undefined ? target.suspended : { ...target.suspended, in: left.before.in };
    if (before.in) {
      progress.report({
        type: 'note',
        text: `Scaling in of service ${service.service} is suspended already, and stays so after the deployment.`,
      });
      return;
    }
    this.#held = { ...service, before };
    this.#world.remember(HELD, JSON.stringify(this.#held));
    const until = this.#world.clock.now() + budgetMs + GRACE_MS;
    await mark(this.#world, target.arn, before, until);
    if (left !== undefined) {
      progress.report({
        type: 'note',
        text: `An earlier run had suspended scaling in of service ${service.service} and did not come to its end; the state from before it will be restored.`,
      });
    }
    if (!target.suspended.in)
      await aws.scaling.suspend(service.cluster, service.service, duringDeployment(before));
    progress.report({
      type: 'note',
      text: `Scaling in of service ${service.service} (${target.minimum} to ${target.maximum} tasks) is suspended during the deployment; scaling out goes on.`,
    });
  }

  /** State to restore at the end; `heal`: also the leftovers of an earlier run. */
  async restore(heal: boolean): Promise<Trouble | undefined> {
    if (!this.#enabled) return undefined;
    const held = this.#held ?? (heal ? await this.#left() : undefined);
    if (held === undefined) return undefined;
    const problem = await restore(this.#world, held);
    if (problem === undefined) {
      this.#held = undefined;
      this.#world.remember(RESTORED, 'true');
    }
    return problem;
  }

  async #left(): Promise<Held | undefined> {
    const service = this.#service;
    if (service === undefined) return undefined;
    const { aws, progress } = this.#world;
    try {
      const target = await aws.scaling.describe(service.cluster, service.service);
      const left = target === undefined ? undefined : await leftBehind(this.#world, target);
      if (target === undefined || left === undefined) return undefined;
      return { ...service, before: { ...target.suspended, in: left.before.in } };
    } catch (error) {
      progress.report({
        type: 'warning',
        what: `Whether an earlier run left scaling of service ${service.service} suspended could not be seen: ${reasonOf(error)}`,
      });
      return undefined;
    }
  }
}

/**
 * Does `act` and restores scaling whatever becomes of it. An outcome that left scaling suspended is no success.
 * @param enabled the input suspend-auto-scaling, and no dry run
 */
export async function withScalingHold<O extends OutputValues>(
  world: World,
  enabled: boolean,
  act: (hold: ScalingHold) => Promise<Outcome<O>>,
): Promise<Outcome<O>> {
  const hold = new ScalingHold(world, enabled);
  let outcome: Outcome<O>;
  try {
    outcome = await act(hold);
  } catch (error) {
    const problem = await hold.restore(false);
    if (problem !== undefined)
      world.progress.report({ type: 'warning', what: problem.what, fix: problem.fix });
    throw error;
  }
  const problem = await hold.restore(outcome.kind === 'unchanged');
  if (problem === undefined) return outcome;
  const { outputs, what, summary = [] } = outcome;
  const told = `${what} But ${problem.what}`;
  if (!isSuccess(outcome)) {
    const { fix } = outcome as Exclude<Outcome<O>, { kind: 'succeeded' | 'unchanged' }>;
    return { ...outcome, what: told, fix: `${fix}\n${problem.fix}` } as Outcome<O>;
  }
  return { kind: 'failed', what: told, fix: problem.fix, findings: [], outputs, summary };
}

/** `post:`: restores what a killed run held. @throws ConfigurationError when scaling may still be suspended */
export async function restoreAfterKill(
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const { [HELD]: text, [RESTORED]: restored } = remembered;
  if (text === undefined || restored === 'true') return;
  const held = savedJson(HELD, text, isHeld);
  if (await isOfAnotherRun(world, held)) return;
  const problem = await restore(world, held);
  if (problem !== undefined)
    throw new ConfigurationError({ ...problem, what: `The step was killed, and ${problem.what}` });
  world.progress.report({
    type: 'warning',
    what: `The step was killed; scaling of service ${held.service} is as it was before the deployment.`,
  });
}

function isHeld(value: unknown): value is Held {
  const { before, cluster, service } = (value ?? {}) as Partial<Held>;
  return (
    typeof cluster === 'string' &&
    typeof service === 'string' &&
    (['in', 'out', 'scheduled'] as const).every((kind) => typeof before?.[kind] === 'boolean')
  );
}

/** Whether another run has taken the suspension over, and restores it. What can't be seen is taken for ours. */
async function isOfAnotherRun(world: World, { cluster, service }: Held): Promise<boolean> {
  try {
    const target = await world.aws.scaling.describe(cluster, service);
    const now = target === undefined ? undefined : await readMark(world, target);
    return now?.runUrl !== undefined && now.runUrl !== world.run.runUrl;
  } catch {
    return false;
  }
}
