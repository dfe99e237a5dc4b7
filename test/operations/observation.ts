/** What a client sees of one answer, without its values. */
export interface Observation {
  /** `ecs:CreateCluster` */
  readonly operation: string;
  readonly name: string;
  /** `ok 200`, or the error's code and HTTP status: `ClusterNotFoundException 400` */
  readonly outcome: string;
  /** `clusters[].clusterName: string`, sorted; empty after an error. */
  readonly members: readonly string[];
}

/** Paths and types of all members of an answer; elements of one list are taken together, empty strings are strings. */
export function membersOf(output: object): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      found.add(`${path}: list`);
      for (const item of value) walk(item, `${path}[]`);
    } else if (value instanceof Date) found.add(`${path}: timestamp`);
    else if (value instanceof Uint8Array) found.add(`${path}: blob`);
    else if (typeof value === 'object') {
      if (path !== '') found.add(`${path}: structure`);
      for (const [name, member] of Object.entries(value)) {
        if (name !== '$metadata') walk(member, path === '' ? name : `${path}.${name}`);
      }
    } else found.add(`${path}: ${typeof value}`);
  };
  walk(output, '');
  return [...found].toSorted();
}
