import type { StackChange } from '@cutover/domain/stack';
import { nearestName } from '@cutover/domain/inputs/input';
import { describeOrigin, originsOf, type Tracing } from './origins.ts';
import type { StackInputs } from './inputs.ts';
import { holdingOf } from './protected-types.ts';

/** Logical ids that the user gave up for this run. */
export interface Permissions {
  readonly replacement: readonly string[];
  readonly removal: readonly string[];
}

/** The permissions that the inputs give. */
export function permissionsOf(given: StackInputs): Permissions {
  return { replacement: given['allow-replacement'], removal: given['allow-removal'] };
}

/** A change that is refused: what is wrong and what to do. */
export interface Objection {
  readonly resource: string;
  readonly what: string;
  readonly fix: string;
}

/**
 * Changes that would lose what a resource holds, and were not permitted by its logical id. `Conditional` counts as a
 * replacement: CloudFormation decides while it executes, and then it is too late.
 */
export function objections(
  tracing: Tracing,
  permissions: Permissions,
  whereIs: (parameter: string) => string,
): readonly Objection[] {
  return tracing.changes.flatMap((change) => {
    const { action, policyAction = '', replacement, resource, resourceType } = change;
    const holds = holdingOf(resourceType);
    if (holds === undefined) return [];
    if (action === 'Remove') {
      if (permissions.removal.includes(resource)) return [];
      return [
        {
          resource,
          what: `The change set would remove ${resource} (${resourceType}) from the stack; it holds ${holds}. ${fateOf(policyAction)}`,
          fix: `Put ${resource} back into the template${near('allow-removal', permissions.removal, resource)}; or, if it may go, add it to the input: allow-removal: ${[...permissions.removal, resource].join(', ')}.`,
        },
      ];
    }
    if (action !== 'Modify' || replacement === 'False' || replacement === '') return [];
    if (permissions.replacement.includes(resource)) return [];
    const origins = originsOf(change, tracing, ({ recreation }) => recreation !== 'Never');
    const parameters = [...new Set(origins.flatMap((one) => one.parameters))];
    const back =
      parameters.length > 0
        ? `Take ${parameters.map((name) => `${name}${whereIs(name)}`).join(', ')} back`
        : `Take the change of ${origins.map(({ property }) => property).join(', ') || 'its type'} in the template back`;
    return [
      {
        resource,
        what: `The change set ${replacement === 'True' ? 'would replace' : 'may replace'} ${resource} (${resourceType}) because of ${origins.map(describeOrigin).join(', ') || 'its type'}; it holds ${holds}, and the new one begins without. ${fateOf(policyAction)}`,
        fix: `${back}${near('allow-replacement', permissions.replacement, resource)}; or, if it may be lost, add it to the input: allow-replacement: ${[...permissions.replacement, resource].join(', ')}.`,
      },
    ];
  });
}

/** Permissions that this change set has no use for. Left in a workflow they would permit a later loss unseen. */
export function unusedPermissions(
  changes: readonly StackChange[],
  { removal, replacement }: Permissions,
): readonly string[] {
  const replaced = changes.filter(
    (one) => one.action === 'Modify' && /^(True|Conditional)$/.test(one.replacement),
  );
  const removed = changes.filter(({ action }) => action === 'Remove');
  const unused = (input: string, ids: readonly string[], used: readonly StackChange[]): readonly string[] =>
    ids
      .filter((id) => !used.some(({ resource }) => resource === id))
      .map(
        (id) =>
          `Input ${input} names ${id}, which this change set leaves in place. Remove it from the workflow.`,
      );
  return [
    ...unused('allow-replacement', replacement, replaced),
    ...unused('allow-removal', removal, removed),
  ];
}

function fateOf(policyAction: string): string {
  if (policyAction === '')
    return 'Its DeletionPolicy and UpdateReplacePolicy decide whether the present one is kept.';
  if (policyAction.endsWith('Retain')) return 'The present one is kept outside the stack.';
  if (policyAction.endsWith('Snapshot')) return 'A snapshot of the present one is kept.';
  return 'The present one is deleted.';
}

/** A slip in the permission that was meant. */
function near(input: string, ids: readonly string[], resource: string): string {
  return ids.some((id) => nearestName(id, [resource]) !== undefined)
    ? ` (${input} names ${ids.join(', ')}, and logical ids are compared letter by letter)`
    : '';
}
