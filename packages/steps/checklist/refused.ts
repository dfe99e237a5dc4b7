import type { Refusal } from '@cutover/domain/identity/role';
import { unknown, type Verdict } from './item.ts';

const TASKS = 'ecs-tasks.amazonaws.com';

/** The policies have conditions whose values only the real call has. */
export function conditional(name: string, refused: readonly Refusal[]): Verdict {
  const keys = [...new Set(refused.flatMap(({ depends }) => depends))];
  return unknown(
    `Whether ${name} is allowed ${actionsOf(refused)} depends on ${keys.join(', ')}.`,
    'Look at the conditions of its policies.',
  );
}

export function actionsOf(refused: readonly Refusal[]): string {
  return [...new Set(refused.map(({ action }) => action))].join(', ');
}

/** Statements to paste: one for the actions of the same resources. */
export function advice(name: string, refused: readonly Refusal[]): string {
  const denied = refused.filter(({ explicit }) => explicit);
  if (denied.length > 0)
    return `Remove the denial of ${actionsOf(denied)} from the policies of ${name}: no grant overrules it.`;
  if (refused.some(({ byBoundary }) => byBoundary))
    return `Add to the permissions boundary of ${name}: ${statements(refused)}`;
  return `Add to the policy of ${name}: ${statements(refused)}`;
}

/** The resource of a policy for what is made anew each time: IAM was asked about one id, and any will come. */
function everyOne(resource: string): string {
  return resource
    .replace(/(:(?:task-set\/[^/]+\/[^/]+|task\/[^/]+|container-instance\/[^/]+)\/).+$/, '$1*')
    .replace(/(:task-definition\/[^:]+):\d+$/, '$1:*');
}

function statements(refused: readonly Refusal[]): string {
  const byAction = new Map<string, string[]>();
  for (const { action, resource } of refused)
    byAction.set(action, [...(byAction.get(action) ?? []), everyOne(resource)]);
  const byResources = new Map<string, string[]>();
  for (const [action, resources] of byAction) {
    const key = JSON.stringify(resources.toSorted());
    byResources.set(key, [...(byResources.get(key) ?? []), action]);
  }
  return [...byResources]
    .map(([resources, Action]) =>
      JSON.stringify({
        Effect: 'Allow',
        Action,
        Resource: JSON.parse(resources) as unknown,
        ...(Action.includes('iam:PassRole')
          ? { Condition: { StringEquals: { 'iam:PassedToService': TASKS } } }
          : {}),
      }),
    )
    .join(', ');
}
