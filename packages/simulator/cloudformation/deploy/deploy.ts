import { reasonOf } from '../../kernel/reason.ts';
import type { Output } from '@aws-sdk/client-cloudformation';
import { ResourceFailure } from '../resources/handler.ts';
import { type Definition, moveResource, moveStack, type Stack, type StackResource } from '../stack.ts';
import type { Stacks } from '../stacks.ts';
import type { ResourceType } from '../schema/resource-types.ts';
import { evaluate, type Scope } from '../template/evaluate.ts';
import { dependenciesOf, usesOf } from '../template/references.ts';
import { activeResources } from '../template/scope.ts';
import type { TemplateResource } from '../template/shape.ts';
import { runGraph } from './graph.ts';
import { Operation } from './operation.ts';
import { deleteStack, removeResources } from './remove.ts';
import {
  difference,
  draft,
  requireType,
  resolveProperties,
  same,
  valuesOf,
  type Resolved,
} from './resolve.ts';
import { rollBackCreation, rollBackUpdate } from './roll-back.ts';

export interface DeployOptions {
  readonly kind: 'create' | 'update';
  readonly onFailure: 'ROLLBACK' | 'DO_NOTHING' | 'DELETE';
}

/** Brings the resources of a stack to what `target` says, and back again when that fails. */
export async function deploy(
  stacks: Stacks,
  stack: Stack,
  target: Definition,
  { kind, onFailure }: DeployOptions,
): Promise<void> {
  const { clock } = stacks.sim;
  const before = new Map([...stack.resources].map(([id, resource]) => [id, { ...resource }]));
  const previous = stack.current;
  const scope = stacks.scope(stacks.identity(stack), target, valuesOf(stack));
  const active = activeResources(target.template, scope);
  const operation = new Operation(stacks.sim, stack);
  const replaced: StackResource[] = [];
  const failed: StackResource[] = [];
  let broken = false;
  stack.cancel = () => operation.cancel();
  await runGraph(
    active.keys(),
    (id) => needsOf(target, active, id),
    async (id) => {
      const old = await apply(stacks, stack, target, scope, operation, id, active.get(id));
      if (old !== undefined) replaced.push(old);
    },
    (id) => {
      broken = true;
      operation.cancel();
      const resource = stack.resources.get(id);
      if (resource !== undefined) failed.push(resource);
    },
  );
  stack.cancel = undefined;

  if (stack.status === 'DELETE_IN_PROGRESS') {
    await deleteStack(stacks.sim, stack, new Set());
    return;
  }
  if (!broken) {
    if (kind === 'update') {
      moveStack(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', clock.date());
      const removed = [...stack.resources.values()].filter(({ logicalId }) => !active.has(logicalId));
      for (const { logicalId } of removed) stack.resources.delete(logicalId);
      await removeResources(stacks.sim, stack, replaced, ({ updateReplacePolicy }) =>
        keeps(updateReplacePolicy),
      );
      await removeResources(stacks.sim, stack, removed, ({ deletionPolicy }) => keeps(deletionPolicy));
    }
    stack.current = target;
    stack.outputs = outputsOf(target, scope);
    stack.pendingRollback = undefined;
    moveStack(stack, kind === 'create' ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE', clock.date());
    return;
  }

  const reason = failureReason(failed);
  if (previous !== undefined) stack.pendingRollback = { before, definition: previous };
  if (stack.status === 'UPDATE_ROLLBACK_IN_PROGRESS') {
    await rollBackUpdate(stacks, stack, new Set());
  } else if (onFailure === 'DO_NOTHING') {
    stack.current = target;
    moveStack(stack, kind === 'create' ? 'CREATE_FAILED' : 'UPDATE_FAILED', clock.date(), reason);
  } else if (kind === 'create') {
    await rollBackCreation(stacks, stack, target, reason, onFailure);
  } else {
    moveStack(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', clock.date(), reason);
    await rollBackUpdate(stacks, stack, new Set());
  }
}

/** Makes, changes or replaces one resource; gives back what a replacement leaves to be removed. */
async function apply(
  stacks: Stacks,
  stack: Stack,
  target: Definition,
  scope: Scope,
  operation: Operation,
  id: string,
  declared: TemplateResource | undefined,
): Promise<StackResource | undefined> {
  if (declared === undefined) return undefined;
  operation.throwIfCancelled();
  const at = stacks.sim.clock.date();
  const { properties, problems } = resolveAtLast(declared, target, scope);
  const next = draft(id, declared, target, properties, at);
  const old = stack.resources.get(id);
  const halfMade = old !== undefined && (old.physicalId === undefined || old.status === 'CREATE_FAILED');
  if (problems.length > 0) {
    const attempted = old === undefined ? next : { ...old, properties: old.properties };
    stack.resources.set(id, attempted);
    const why = `Properties validation failed for resource ${id} with message:\n${problems.map((problem) => `[${problem}]`).join('\n')}`;
    moveResource(stack, attempted, old === undefined ? 'CREATE_FAILED' : 'UPDATE_FAILED', at, why);
    throw new ResourceFailure(why);
  }
  if (old === undefined || halfMade) {
    if (old?.physicalId !== undefined) await operation.remove(old, 'Delete');
    stack.resources.set(id, next);
    await operation.create(next);
    return undefined;
  }
  const { difference: change } =
    old.type === declared.Type
      ? difference(requireType(declared.Type), old.properties, properties)
      : { difference: 'replace' as const };
  if (change === 'replace') {
    const name = customName(requireType(declared.Type), properties);
    if (
      name !== undefined &&
      old.type === declared.Type &&
      name === customName(requireType(old.type), old.properties)
    ) {
      const attempted = { ...old };
      stack.resources.set(id, attempted);
      const why = `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.`;
      moveResource(stack, attempted, 'UPDATE_FAILED', at, why);
      throw new ResourceFailure(why);
    }
    stack.resources.set(id, next);
    await operation.create(
      next,
      'Requested update requires the creation of a new physical resource; hence creating one.',
    );
    return old;
  }
  const updated: StackResource = {
    ...next,
    physicalId: old.physicalId,
    attributes: old.attributes,
    status: old.status,
    statusReason: old.statusReason,
    timestamp: old.timestamp,
  };
  stack.resources.set(id, updated);
  if (change === 'update') await operation.update(updated, old.properties);
  else if (!same(old.metadata, next.metadata)) moveResource(stack, updated, 'UPDATE_COMPLETE', at);
  return undefined;
}

/** At this point everything that the properties refer to exists: what still isn't known is a mistake. */
function resolveAtLast(declared: TemplateResource, target: Definition, scope: Scope): Resolved {
  try {
    const resolved = resolveProperties(declared, target, scope);
    const unknown = usesOf(resolved.properties).filter(({ kind }) => kind !== 'condition');
    return {
      properties: resolved.properties,
      problems: [
        ...resolved.problems,
        ...unknown.map(({ name, attribute }) => `${name}.${attribute ?? 'Ref'} has no value`),
      ],
    };
  } catch (error) {
    return { properties: {}, problems: [reasonOf(error)] };
  }
}

/** The name that the template gives the resource; one that CloudFormation made up isn't a property. */
function customName(type: ResourceType, properties: Readonly<Record<string, unknown>>): string | undefined {
  const [id = ''] = type.id.length === 1 ? type.id : [];
  const value = type.properties.has(id) ? properties[id] : properties['Name'];
  return typeof value === 'string' ? value : undefined;
}

function needsOf(target: Definition, active: ReadonlyMap<string, TemplateResource>, id: string): Set<string> {
  const resource = active.get(id);
  return resource === undefined ? new Set() : dependenciesOf(target.template, resource);
}

/** Policies that keep a resource of a stack that was complete. A snapshot is taken at once, so nothing is kept. */
function keeps(policy: string): string {
  return policy === 'RetainExceptOnCreate' ? 'Retain' : policy;
}

function failureReason(failed: readonly StackResource[]): string {
  const of = (status: string): string =>
    failed
      .filter((resource) => resource.status === status)
      .map(({ logicalId }) => logicalId)
      .join(', ');
  const [created, updated] = [of('CREATE_FAILED'), of('UPDATE_FAILED')];
  return [
    created === '' ? '' : `The following resource(s) failed to create: [${created}]. `,
    updated === '' ? '' : `The following resource(s) failed to update: [${updated}]. `,
  ].join('');
}

/** The outputs that the conditions leave in. */
export function outputsOf(definition: Definition, scope: Scope): Output[] {
  return Object.entries(definition.template.Outputs)
    .filter(([, { Condition: condition }]) => condition === undefined || scope.condition(condition))
    .map(([OutputKey, output]) => {
      const value = evaluate(output.Value, scope);
      const name = output.Export === undefined ? undefined : evaluate(output.Export.Name, scope);
      return {
        OutputKey,
        OutputValue: typeof value === 'string' ? value : JSON.stringify(value),
        ...(output.Description === undefined ? {} : { Description: output.Description }),
        ...(typeof name === 'string' ? { ExportName: name } : {}),
      };
    });
}
