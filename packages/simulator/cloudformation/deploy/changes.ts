import type { Change, ResourceChange, ResourceChangeDetail } from '@aws-sdk/client-cloudformation';
import type { Definition, Stack } from '../stack.ts';
import type { Stacks } from '../stacks.ts';
import { dependenciesOf, usesOf } from '../template/references.ts';
import { activeResources, NOTHING } from '../template/scope.ts';
import type { Template, TemplateResource } from '../template/shape.ts';
import { difference, recreation, requireType, resolveProperties, same } from './resolve.ts';

interface Modified {
  readonly replacement: 'True' | 'False' | 'Conditional';
}

/**
 * Changes that executing `target` would make to the stack. As in CloudFormation the old template and parameters are compared with
 * the new ones, never with what is live; a value that depends on a resource which changes counts as a possible change.
 */
export function changesOf(stacks: Stacks, stack: Stack, target: Definition): Change[] {
  const identity = stacks.identity(stack);
  const { current } = stack;
  const scope = stacks.scope(identity, target, NOTHING);
  const active = activeResources(target.template, scope);
  const changes = new Map<string, ResourceChange>();
  if (current === undefined || stack.resources.size === 0) {
    for (const [id, { Type }] of active) changes.set(id, added(id, Type));
    return wrap(changes);
  }
  const oldScope = stacks.scope(identity, current, NOTHING);
  const modified = new Map<string, Modified>();
  for (const id of inOrder(target.template, active)) {
    const resource = active.get(id);
    if (resource === undefined) continue;
    const existing = stack.resources.get(id);
    const old = current.template.Resources[id];
    if (existing === undefined || old === undefined) {
      changes.set(id, added(id, resource.Type));
      continue;
    }
    const before = resolveProperties(old, current, oldScope).properties;
    const after = resolveProperties(resource, target, scope).properties;
    const change = modification(id, { old, resource, before, after }, modified, causeIn(current, target));
    if (change === undefined) continue;
    modified.set(id, { replacement: change.Replacement as Modified['replacement'] });
    changes.set(id, {
      ...change,
      PhysicalResourceId: existing.physicalId,
      ...(change.Replacement === 'False'
        ? {}
        : { PolicyAction: `ReplaceAnd${fateOf(existing.updateReplacePolicy)}` as const }),
    });
  }
  for (const { logicalId, type, physicalId, deletionPolicy } of stack.resources.values()) {
    if (active.has(logicalId)) continue;
    changes.set(logicalId, {
      Action: 'Remove',
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      PolicyAction: fateOf(deletionPolicy),
      Scope: [],
      Details: [],
    });
  }
  return wrap(changes);
}

/** Treatment of a resource that leaves the stack, by its policy. */
function fateOf(policy: string): 'Delete' | 'Retain' | 'Snapshot' {
  if (policy === 'Snapshot') return 'Snapshot';
  return policy.startsWith('Retain') ? 'Retain' : 'Delete';
}

/** Finds the changed parameter that a piece of the template uses, itself or through a condition. */
function causeIn(current: Definition, target: Definition): (node: unknown) => string | undefined {
  const { Conditions: conditions } = target.template;
  const find = (node: unknown, seen: ReadonlySet<string>): string | undefined => {
    for (const { kind, name } of usesOf(node)) {
      if (kind === 'ref' && current.values[name] !== target.values[name]) return name;
      if (kind !== 'condition' || seen.has(name)) continue;
      const found = find(conditions[name], new Set([...seen, name]));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (node) => find(node, new Set());
}

function added(id: string, type: string): ResourceChange {
  return { Action: 'Add', LogicalResourceId: id, ResourceType: type, Scope: [], Details: [] };
}

function modification(
  id: string,
  pair: {
    old: TemplateResource;
    resource: TemplateResource;
    before: Readonly<Record<string, unknown>>;
    after: Readonly<Record<string, unknown>>;
  },
  modified: ReadonlyMap<string, Modified>,
  causeOf: (node: unknown) => string | undefined,
): ResourceChange | undefined {
  const { old, resource, before, after } = pair;
  const type = requireType(resource.Type);
  const details: ResourceChangeDetail[] = [];
  const { names } = difference(type, before, after);
  for (const name of names) {
    const parameter = same(old.Properties?.[name], resource.Properties?.[name])
      ? causeOf(resource.Properties?.[name])
      : undefined;
    details.push({
      Target: {
        Attribute: name === 'Tags' ? 'Tags' : 'Properties',
        Name: name,
        RequiresRecreation: recreation(type, name, before[name], after[name]),
      },
      Evaluation: 'Static',
      ChangeSource: parameter === undefined ? 'DirectModification' : 'ParameterReference',
      ...(parameter === undefined ? {} : { CausingEntity: parameter }),
    });
  }
  details.push(...dynamic(resource, after, modified));
  if (!same(old.Metadata, resource.Metadata)) {
    details.push({
      Target: { Attribute: 'Metadata', RequiresRecreation: 'Never' },
      Evaluation: 'Static',
      ChangeSource: 'DirectModification',
    });
  }
  if (details.length === 0 && old.Type === resource.Type) return undefined;
  return {
    Action: 'Modify',
    LogicalResourceId: id,
    ResourceType: resource.Type,
    Replacement: old.Type === resource.Type ? replacementOf(details) : 'True',
    Scope: [
      ...new Set(
        details.flatMap(({ Target }) => (Target?.Attribute === undefined ? [] : [Target.Attribute])),
      ),
    ],
    Details: details,
  };
}

/** Properties whose value hangs on a resource that changes: Ref on one that may be replaced, Fn::GetAtt on any. */
function dynamic(
  resource: TemplateResource,
  after: Readonly<Record<string, unknown>>,
  modified: ReadonlyMap<string, Modified>,
): ResourceChangeDetail[] {
  const type = requireType(resource.Type);
  return Object.entries(after).flatMap(([name, value]) =>
    usesOf(value).flatMap((use): ResourceChangeDetail[] => {
      const cause = modified.get(use.name);
      if (cause === undefined || (use.kind === 'ref' && cause.replacement === 'False')) return [];
      const property = type.properties.get(name);
      const recreates =
        property?.createOnly === true ? 'Always' : property?.conditional === true ? 'Conditionally' : 'Never';
      return [
        {
          Target: { Attribute: 'Properties', Name: name, RequiresRecreation: recreates },
          Evaluation: 'Dynamic',
          ChangeSource: use.kind === 'ref' ? 'ResourceReference' : 'ResourceAttribute',
          CausingEntity: use.kind === 'ref' ? use.name : `${use.name}.${use.attribute ?? ''}`,
        },
      ];
    }),
  );
}

function replacementOf(details: readonly ResourceChangeDetail[]): Modified['replacement'] {
  const recreates = details.filter(({ Target }) => (Target?.RequiresRecreation ?? 'Never') !== 'Never');
  if (
    recreates.some(
      ({ Target, Evaluation }) => Target?.RequiresRecreation === 'Always' && Evaluation === 'Static',
    )
  ) {
    return 'True';
  }
  return recreates.length > 0 ? 'Conditional' : 'False';
}

/** A resource comes before those that refer to it. */
function inOrder(template: Template, active: ReadonlyMap<string, TemplateResource>): string[] {
  const ordered = new Set<string>();
  const visit = (id: string): void => {
    const resource = active.get(id);
    if (resource === undefined || ordered.has(id)) return;
    for (const need of dependenciesOf(template, resource)) visit(need);
    ordered.add(id);
  };
  for (const id of active.keys()) visit(id);
  return [...ordered];
}

function wrap(changes: ReadonlyMap<string, ResourceChange>): Change[] {
  return [...changes.values()].map((ResourceChange) => ({ Type: 'Resource', ResourceChange }));
}
