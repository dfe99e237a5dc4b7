import type { RuleState } from '@cutover/aws/elb/listener-rules';

/** Where a rule of the window stands on a listener. */
export interface RulePlace {
  readonly conditions: RuleState['conditions'];
  readonly priority: number;
  /** Number of rules, from that priority on, that move down by one to make room. */
  readonly moved: number;
}

const EVERYTHING: RuleState['conditions'] = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['*'] } }];
const LAST_PRIORITY = 50_000;

/**
 * The places of the rules that keep requests from some target groups. On a listener of their own it is one rule above all
 * others; on one that serves other target groups too, each rule that leads to them gets a twin right above it, so that
 * nobody else's requests are kept. From the last place to the first, so that making room for one moves none that was
 * counted before.
 * @param rules of one listener, in their order, without those of windows
 * @param taken priorities of the windows' rules
 */
export function placesFor(
  rules: readonly RuleState[],
  targetGroups: ReadonlySet<string>,
  taken: readonly number[] = [],
): readonly RulePlace[] {
  const leading = rules.filter((rule) => rule.targetGroups.some((arn) => targetGroups.has(arn)));
  if (leading.length === 0) return [];
  const used = new Set([
    ...rules.flatMap(({ priority }) => (priority === undefined ? [] : [priority])),
    ...taken,
  ]);
  const shared = rules.some((rule) => rule.targetGroups.some((arn) => !targetGroups.has(arn)));
  if (!shared) return [{ conditions: EVERYTHING, ...roomAt(1, used) }];
  return leading.toReversed().map(({ conditions, priority }) => {
    if (priority === undefined) return { conditions: EVERYTHING, priority: lastRoom(used), moved: 0 };
    const above = priority - 1;
    return above >= 1 && !used.has(above)
      ? { conditions, priority: above, moved: 0 }
      : { conditions, ...roomAt(priority, used) };
  });
}

function roomAt(priority: number, used: ReadonlySet<number>): Pick<RulePlace, 'priority' | 'moved'> {
  let end = priority;
  while (used.has(end)) end += 1;
  return { priority, moved: end - priority };
}

/** Below every other rule and above the default one, if there is room. */
function lastRoom(used: ReadonlySet<number>): number {
  let last = Math.max(0, ...used) + 1;
  while (last > LAST_PRIORITY || used.has(last)) last -= 1;
  return last;
}
