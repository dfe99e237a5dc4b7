import { AccessDeniedError, AwsCallError, CutoverError } from '@cutover/domain/errors';
import { isSuccess, type Outcome, type OutputValues } from '@cutover/domain/outcome';
import {
  duringDeployment,
  formatSuspension,
  parseSuspension,
  restorationOf,
  type ScalableService,
  type SuspendedScaling,
} from '@cutover/domain/scaling';
import type { World } from '../world.ts';

/**
 * Tag of the scalable target that holds the state from before, for as long as a deployment has it suspended: the state
 * itself has no owner, so that a later run would take what a killed one left for the user's own wish.
 */
const TAG = 'cutover:suspended-from';
/** What `post:` finds. */
const HELD = 'scaling-held';
const RESTORED = 'scaling-restored';
const ATTEMPTS = 4;
const PAUSE_MS = 1000;

interface Service {
  readonly cluster: string;
  readonly service: string;
}

/** A service, and the state of its scaling that has to come back. */
interface Held extends Service {
  readonly before: SuspendedScaling;
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

  /** Suspends scaling in. The state from before is remembered before anything changes. @throws CutoverError before anything changed */
  async suspend(): Promise<void> {
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
    const before = left === undefined ? target.suspended : { ...target.suspended, in: left.in };
    if (before.in) {
      progress.report({
        type: 'note',
        text: `Scaling in of service ${service.service} is suspended already, and stays so after the deployment.`,
      });
      return;
    }
    this.#held = { ...service, before };
    this.#world.remember(HELD, JSON.stringify(this.#held));
    if (left === undefined) await mark(this.#world, target.arn, before);
    else {
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

  /** What has to be restored at the end; `heal`: also what an earlier run left behind. */
  async restore(heal: boolean): Promise<Unrestored | undefined> {
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
      return { ...service, before: { ...target.suspended, in: left.in } };
    } catch (error) {
      progress.report({
        type: 'warning',
        text: `Whether an earlier run left scaling of service ${service.service} suspended could not be seen: ${said(error)}`,
      });
      return undefined;
    }
  }
}

/** A state that could not be brought back. */
export interface Unrestored {
  readonly message: string;
  readonly remedy: string;
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
      world.progress.report({ type: 'warning', text: problem.message, remedy: problem.remedy });
    throw error;
  }
  const problem = await hold.restore(outcome.kind === 'unchanged');
  if (problem === undefined) return outcome;
  const { outputs, headline, summary = [] } = outcome;
  const told = `${headline} But ${problem.message}`;
  if (!isSuccess(outcome)) {
    const { remedy } = outcome as Exclude<Outcome<O>, { kind: 'succeeded' | 'unchanged' }>;
    return { ...outcome, headline: told, remedy: `${remedy}\n${problem.remedy}` } as Outcome<O>;
  }
  return { kind: 'failed', headline: told, remedy: problem.remedy, findings: [], outputs, summary };
}

/** `post:`: restores what a killed run held. */
export async function restoreAfterKill(
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const { [HELD]: text, [RESTORED]: restored } = remembered;
  if (text === undefined || restored === 'true') return;
  const held = JSON.parse(text) as Held;
  const problem = await restore(world, held);
  world.progress.report(
    problem === undefined
      ? {
          type: 'warning',
          text: `The step was killed; scaling of service ${held.service} is as it was before the deployment.`,
        }
      : { type: 'warning', text: problem.message, remedy: problem.remedy },
  );
}

/** The state from before that an earlier run's tag holds, if that run's suspension is still in force. */
async function leftBehind(world: World, target: ScalableService): Promise<SuspendedScaling | undefined> {
  try {
    const text = (await world.aws.scaling.tags(target.arn))[TAG];
    const left = text === undefined ? undefined : parseSuspension(text);
    return left !== undefined && target.suspended.in && !left.in ? left : undefined;
  } catch (error) {
    if (!(error instanceof AccessDeniedError)) throw error;
    world.progress.report({ type: 'warning', text: unmarked(error), remedy: error.remedy });
    return undefined;
  }
}

async function mark(world: World, arn: string, before: SuspendedScaling): Promise<void> {
  try {
    await world.aws.scaling.tag(arn, TAG, formatSuspension(before));
  } catch (error) {
    if (!(error instanceof AccessDeniedError)) throw error;
    world.progress.report({ type: 'warning', text: unmarked(error), remedy: error.remedy });
  }
}

function unmarked({ action }: AccessDeniedError): string {
  return `Without ${action} a later run can't tell that this one suspended scaling, should its runner die and even post: not run.`;
}

/** Brings the state back, in spite of lost answers; never changes what somebody else changed. */
async function restore(world: World, held: Held): Promise<Unrestored | undefined> {
  const { aws, clock, signal } = world;
  const { cluster, service, before } = held;
  for (let attempt = 1; ; attempt++) {
    try {
      const target = await unlessDenied(aws.scaling.describe(cluster, service));
      if (target === undefined) {
        note(world, `The scalable target of service ${service} was removed meanwhile; nothing is restored.`);
        return undefined;
      }
      // What can't be seen any more is taken for what it was made.
      const now = target === 'denied' ? duringDeployment(before) : target.suspended;
      const { to, changed } = restorationOf(before, now);
      if (to !== undefined) await aws.scaling.suspend(cluster, service, to);
      if (target !== 'denied') await unmark(world, target.arn);
      if (changed.length > 0) {
        note(
          world,
          `Somebody changed the suspension of scaling (${changed.join(', ')}) of service ${service} during the deployment; that stays as it is.`,
        );
      }
      if (to !== undefined)
        note(world, `Scaling of service ${service} is as before: ${formatSuspension(to)} (suspended).`);
      return undefined;
    } catch (error) {
      const again = error instanceof AwsCallError && error.transient && attempt < ATTEMPTS && !signal.aborted;
      if (!again) return unrestored(held, error);
      await clock.sleep(PAUSE_MS * 2 ** attempt);
    }
  }
}

async function unlessDenied<T>(look: Promise<T>): Promise<T | 'denied'> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof AccessDeniedError) return 'denied';
    throw error;
  }
}

/** A tag that stays is harmless: without a suspension in force nobody reads it. */
async function unmark(world: World, arn: string): Promise<void> {
  try {
    await world.aws.scaling.untag(arn, TAG);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    note(world, `The tag ${TAG} could not be removed: ${error.message}`);
  }
}

function unrestored({ cluster, service, before }: Held, error: unknown): Unrestored {
  const state = `DynamicScalingInSuspended=${before.in},DynamicScalingOutSuspended=${before.out},ScheduledScalingSuspended=${before.scheduled}`;
  return {
    message: `scaling in of service ${service} may still be suspended: ${said(error)}`,
    remedy: `${error instanceof CutoverError ? `${error.remedy} ` : ''}To restore it: aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/${cluster}/${service} --scalable-dimension ecs:service:DesiredCount --suspended-state ${state}`,
  };
}

function note({ progress }: World, text: string): void {
  progress.report({ type: 'note', text });
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
