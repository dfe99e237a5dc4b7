import { AwsCallError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import { closeWindow } from './close-window.ts';
import type { Page } from './page.ts';
import { placesFor, type RulePlace } from './places.ts';
import { TAGS } from './tags.ts';
import { ownerOf, rulesOf } from './windows.ts';

export interface WindowOrder {
  /** ARNs of the listeners through which users come. */
  readonly listeners: readonly string[];
  /** ARNs of the target groups that are to get no request of theirs. */
  readonly targetGroups: ReadonlySet<string>;
  /** `cluster/service`, for people and for those who find what was left behind. */
  readonly service: string;
  readonly page: Page;
  /** How long the page may stay; later it has no owner, and any action takes it away. In milliseconds. */
  readonly lastsMs: number;
}

/** Others may change the listener at the same time; so often it is read anew. */
const TRIES = 3;

/**
 * Has every listener answer 503 with the page in place of the target groups. What an earlier window of this service left
 * behind is taken over when it is whole, else replaced.
 * @throws ConfigurationError, AwsCallError; what was opened until then is for `closeWindow` to find
 */
export async function openWindow(order: WindowOrder, world: World): Promise<void> {
  for (const listener of order.listeners) await openOn(listener, order, world);
}

async function openOn(listener: string, order: WindowOrder, world: World): Promise<void> {
  const { windows, others } = await rulesOf(world, listener);
  const left = windows.filter(({ service }) => service === order.service);
  const wanted = placesFor(others, order.targetGroups);
  if (left.length > 0) {
    const whole =
      left.length === wanted.length && left.every(({ rule, priority }) => rule.priority === priority);
    if (whole) {
      for (const { rule } of left) await world.aws.listenerRules.tag(rule.arn, identity(order, world));
      return;
    }
    await closeWindow([listener], world, { service: order.service });
  }
  for (const index of wanted.keys()) await openPlace(listener, index, order, world);
}

/** Places are counted anew for each rule, as those made before may have moved others. */
async function openPlace(listener: string, index: number, order: WindowOrder, world: World): Promise<void> {
  const { listenerRules } = world.aws;
  for (let attempt = 1; ; attempt++) {
    const { windows, others } = await rulesOf(world, listener);
    const all = [...others, ...windows.map(({ rule }) => rule)];
    const own = windows.filter(({ service }) => service === order.service);
    if (own.length > index) {
      // Made by a call whose answer was lost, so perhaps not yet moved to its place.
      const waiting = own.find(
        ({ rule, priority, moved }) => moved > 0 && rule.priority === priority + moved,
      );
      if (waiting !== undefined) await listenerRules.place(rotation(waiting.rule.arn, waiting, all));
      return;
    }
    const taken = windows.map(({ rule }) => rule.priority);
    const place = placesFor(others, order.targetGroups, taken)[index];
    if (place === undefined) return;
    const free = place.priority + place.moved;
    const arn = await listenerRules.create({
      listener,
      priority: free,
      conditions: place.conditions,
      status: '503',
      contentType: order.page.contentType,
      body: order.page.body,
      tags: {
        ...identity(order, world),
        [TAGS.priority]: String(place.priority),
        [TAGS.moved]: String(place.moved),
      },
    });
    if (arn !== undefined) {
      if (place.moved > 0) await listenerRules.place(rotation(arn, place, all));
      return;
    }
    // The place was taken since, perhaps by our own call whose answer was lost.
    if (attempt < TRIES) continue;
    throw new AwsCallError({
      action: 'elasticloadbalancing:CreateRule',
      code: 'PriorityInUse',
      what: `priority ${free} of listener ${listener} is taken again and again.`,
      fix: 'Run the job again when nobody else changes the listener.',
    });
  }
}

/** The new rule goes to its place and those in the way one down, in one step. */
function rotation(
  arn: string,
  { priority, moved }: Pick<RulePlace, 'priority' | 'moved'>,
  rules: readonly { readonly arn: string; readonly priority: number | undefined }[],
): ReadonlyMap<string, number> {
  const inTheWay = rules.filter(
    (rule) => rule.priority !== undefined && rule.priority >= priority && rule.priority < priority + moved,
  );
  return new Map([[arn, priority], ...inTheWay.map((rule) => [rule.arn, (rule.priority ?? 0) + 1] as const)]);
}

function identity(order: WindowOrder, world: World): Record<string, string> {
  return {
    [TAGS.window]: order.service,
    [TAGS.owner]: ownerOf(world),
    [TAGS.until]: new Date(world.clock.now() + order.lastsMs).toISOString(),
    ...(world.run.runUrl === '' ? {} : { [TAGS.run]: world.run.runUrl }),
  };
}
