import { checkProperties } from '../schema/check-properties.ts';
import { type ResourceType, resourceTypes } from '../schema/resource-types.ts';
import { typeOf } from '../schema/type-of.ts';
import { tagsOf } from '../resources/api-names.ts';
import type { Definition, Stack, StackResource } from '../stack.ts';
import { evaluate, type Scope } from '../template/evaluate.ts';
import { dependenciesOf, usesOf } from '../template/references.ts';
import type { ResourceValues } from '../template/scope.ts';
import { validation } from '../template/parse-template.ts';
import type { TemplateResource } from '../template/shape.ts';

export interface Resolved {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/** Values of Ref and Fn::GetAtt for the resources that the stack has now. */
export function valuesOf(stack: Stack): ResourceValues {
  return {
    ref: (id) => stack.resources.get(id)?.physicalId,
    attribute: (id, attribute) => {
      const resource = stack.resources.get(id);
      return resource === undefined ? undefined : attributeOf(resource, attribute);
    },
  };
}

/** Properties with their functions worked out, the stack's tags added, and what is wrong with them. */
export function resolveProperties(
  resource: TemplateResource,
  definition: Definition,
  scope: Scope,
): Resolved {
  const type = requireType(resource.Type);
  const evaluated = evaluate(resource.Properties ?? {}, scope) as Record<string, unknown>;
  if (
    definition.tags.length > 0 &&
    isTaggable(type) &&
    (evaluated['Tags'] === undefined || Array.isArray(evaluated['Tags']))
  ) {
    const own = tagsOf(evaluated['Tags']);
    const names = new Set(own.map(({ Key }) => Key));
    const inherited = definition.tags
      .filter(({ Key }) => !names.has(Key ?? ''))
      .map(({ Key, Value }) => ({ Key, Value }));
    evaluated['Tags'] = [...own, ...inherited];
  }
  return checkProperties(type, evaluated);
}

/** An attribute; of a type that no schema describes the resource's id stands for each. */
function attributeOf({ attributes, physicalId, type }: StackResource, name: string): unknown {
  const value = attributes[name];
  const now: unknown = typeof value === 'function' ? value() : value;
  return now ?? (resourceTypes.has(type) ? undefined : physicalId);
}

export function requireType(name: string): ResourceType {
  const type = typeOf(name);
  if (type === undefined) throw validation(`Template format error: Unrecognized resource types: [${name}]`);
  return type;
}

function isTaggable(type: ResourceType): boolean {
  const shape = type.properties.get('Tags')?.shape;
  if (shape?.kind !== 'list' || shape.of.kind !== 'structure') return false;
  return type.structures.get(shape.of.name)?.properties.has('Key') === true;
}

/** Refuses templates that use a resource which its condition leaves out. @throws ValidationError */
export function checkActive(
  active: ReadonlyMap<string, TemplateResource>,
  definition: Definition,
  scope: Scope,
): void {
  const missing = (value: unknown): string[] =>
    usesOf(value)
      .filter(({ name }) => definition.template.Resources[name] !== undefined && !active.has(name))
      .map(({ name }) => name);
  const refuse = (names: readonly string[], block: string): void => {
    if (names.length === 0) return;
    throw validation(
      `Template format error: Unresolved resource dependencies [${[...new Set(names)].join(', ')}] in the ${block} block of the template`,
    );
  };
  refuse(
    [...active.values()].flatMap(({ Properties }) => missing(evaluate(Properties ?? {}, scope))),
    'Resources',
  );
  const outputs = Object.values(definition.template.Outputs).filter(
    ({ Condition: condition }) => condition === undefined || scope.condition(condition),
  );
  refuse(
    outputs.flatMap(({ Value: value }) => missing(evaluate(value, scope))),
    'Outputs',
  );
}

/** A resource as it stands before its service is asked for it. */
export function draft(
  logicalId: string,
  resource: TemplateResource,
  definition: Definition,
  properties: Resolved['properties'],
  at: Date,
): StackResource {
  return {
    logicalId,
    type: resource.Type,
    physicalId: undefined,
    properties,
    attributes: {},
    dependsOn: dependenciesOf(definition.template, resource),
    deletionPolicy: resource.DeletionPolicy ?? 'Delete',
    updateReplacePolicy: resource.UpdateReplacePolicy ?? 'Delete',
    metadata: resource.Metadata,
    status: 'CREATE_IN_PROGRESS',
    statusReason: undefined,
    timestamp: at,
  };
}

export type Difference = 'none' | 'update' | 'replace';

/** How a resource must change to get from one set of properties to another. */
export function difference(
  type: ResourceType,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { difference: Difference; names: string[] } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !same(before[name], after[name]),
  );
  if (names.length === 0) return { difference: 'none', names };
  const replaces = names.some((name) => recreation(type, name, before[name], after[name]) === 'Always');
  return { difference: replaces ? 'replace' : 'update', names };
}

/** Whether a change of the property makes a new resource. */
export function recreation(
  type: ResourceType,
  name: string,
  before: unknown,
  after: unknown,
): 'Always' | 'Conditionally' | 'Never' {
  const property = type.properties.get(name);
  if (property === undefined) return 'Never';
  if (property.createOnly) return 'Always';
  const below = property.createOnlyPaths.some((path) => {
    const at = (value: unknown): unknown =>
      path
        .split('.')
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], value);
    return !same(at(before), at(after));
  });
  if (below) return 'Always';
  return property.conditional ? 'Conditionally' : 'Never';
}

/** Equal whatever the order of keys. */
export function same(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    ) ?? ''
  );
}
