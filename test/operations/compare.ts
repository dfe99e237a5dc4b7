import type { Observation } from './observation.ts';

/** What one endpoint says otherwise than the other. */
export interface Found {
  /** `ecs:CreateCluster` */
  readonly operation: string;
  /** A case's name for outcomes; for members the path and type, whichever cases show it. */
  readonly what: string;
  readonly simulator: string;
  readonly moto: string;
}

/** The two absences of a member. */
export const PRESENT = 'has it';
export const ABSENT = 'lacks it';

/**
 * Differences of two observations of the same script: outcomes by case, members by operation. A member whose parent
 * differs already is not named again.
 */
export function compare(simulator: readonly Observation[], moto: readonly Observation[]): Found[] {
  const found = new Map<string, Found>();
  const add = (one: Found): void => void found.set(JSON.stringify(one), one);
  for (const [index, ours] of simulator.entries()) {
    const theirs = moto[index];
    const { operation, name } = ours;
    if (theirs?.operation !== operation || theirs.name !== name) {
      throw new Error(
        `the worlds left the script at ${operation}, ${name}: moto is at ${theirs?.name ?? 'its end'}`,
      );
    }
    if (ours.outcome !== theirs.outcome) {
      add({ operation, what: name, simulator: ours.outcome, moto: theirs.outcome });
      continue;
    }
    for (const member of missing(ours.members, theirs.members))
      add({ operation, what: member, simulator: PRESENT, moto: ABSENT });
    for (const member of missing(theirs.members, ours.members))
      add({ operation, what: member, simulator: ABSENT, moto: PRESENT });
  }
  return [...found.values()];
}

function missing(present: readonly string[], others: readonly string[]): string[] {
  const pathOf = (member: string): string => member.slice(0, member.lastIndexOf(': '));
  const lacking = present.filter((member) => !others.includes(member));
  const paths = lacking.map(pathOf);
  return lacking.filter((member) => {
    const path = pathOf(member);
    return !paths.some(
      (parent) => parent !== path && (path.startsWith(`${parent}.`) || path.startsWith(`${parent}[]`)),
    );
  });
}
