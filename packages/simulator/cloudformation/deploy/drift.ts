import type { PropertyDifference, StackResourceDrift } from '@aws-sdk/client-cloudformation';
import { ApiError } from '../../kernel/api-error.ts';
import { handlerOf } from '../resources/handlers.ts';
import type { Stack, StackResource } from '../stack.ts';
import type { Stacks } from '../stacks.ts';
import { same } from './resolve.ts';

/**
 * Compares the resources of a stack with what is live. As in CloudFormation only properties that the template gives are
 * compared, and a resource whose type can't be read is left out (NOT_CHECKED).
 */
export async function driftsOf(
  stacks: Stacks,
  stack: Stack,
  only: ReadonlySet<string>,
): Promise<readonly StackResourceDrift[]> {
  const found: StackResourceDrift[] = [];
  for (const resource of stack.resources.values()) {
    if (only.size > 0 && !only.has(resource.logicalId)) continue;
    const drift = await driftOf(stacks, stack, resource);
    if (drift !== undefined) found.push(drift);
  }
  return found;
}

async function driftOf(
  stacks: Stacks,
  stack: Stack,
  resource: StackResource,
): Promise<StackResourceDrift | undefined> {
  const { logicalId, physicalId, properties, type } = resource;
  const { read } = handlerOf(type);
  if (read === undefined || physicalId === undefined) return undefined;
  let live: Readonly<Record<string, unknown>> | undefined;
  try {
    live = await read(stacks.sim, type, physicalId, properties);
  } catch (error) {
    if (!(error instanceof ApiError && /NotFound|DoesNotExist/.test(error.code))) throw error;
  }
  const base = {
    StackId: stack.id,
    LogicalResourceId: logicalId,
    PhysicalResourceId: physicalId,
    ResourceType: type,
    ExpectedProperties: JSON.stringify(properties),
    Timestamp: stacks.sim.clock.date(),
  };
  if (live === undefined) return { ...base, StackResourceDriftStatus: 'DELETED', PropertyDifferences: [] };
  const actual = live;
  const differences = Object.entries(properties).flatMap(([name, expected]) =>
    Object.hasOwn(actual, name) ? differencesOf(`/${name}`, expected, actual[name]) : [],
  );
  return {
    ...base,
    ActualProperties: JSON.stringify({ ...properties, ...actual }),
    PropertyDifferences: differences,
    StackResourceDriftStatus: differences.length === 0 ? 'IN_SYNC' : 'MODIFIED',
  };
}

/** Differences below a path; members that the template does not give, and the order of objects in a list, don't count. */
function differencesOf(path: string, expected: unknown, actual: unknown): PropertyDifference[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return ofLists(path, expected, actual);
  if (isRecord(expected) && isRecord(actual)) {
    return Object.entries(expected).flatMap(([name, value]) =>
      differencesOf(`${path}/${name}`, value, actual[name]),
    );
  }
  if (same(asText(expected), asText(actual))) return [];
  return [
    {
      PropertyPath: path,
      ExpectedValue: asText(expected),
      ActualValue: asText(actual),
      DifferenceType: actual === undefined ? 'REMOVE' : 'NOT_EQUAL',
    },
  ];
}

function ofLists(
  path: string,
  expected: readonly unknown[],
  actual: readonly unknown[],
): PropertyDifference[] {
  const left = [...actual];
  const missing: [number, unknown][] = [];
  for (const [index, item] of expected.entries()) {
    const at = left.findIndex((one) => differencesOf(path, item, one).length === 0);
    if (at === -1) missing.push([index, item]);
    else left.splice(at, 1);
  }
  return [
    ...missing.flatMap(([index, item]) =>
      left.length > 0
        ? differencesOf(`${path}/${index}`, item, left.shift())
        : [
            {
              PropertyPath: `${path}/${index}`,
              ExpectedValue: asText(item),
              ActualValue: 'null',
              DifferenceType: 'REMOVE' as const,
            },
          ],
    ),
    ...left.map((item, index) => ({
      PropertyPath: `${path}/${expected.length + index}`,
      ExpectedValue: 'null',
      ActualValue: asText(item),
      DifferenceType: 'ADD' as const,
    })),
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values are texts: numbers and booleans as they are spelt, structures as JSON. */
function asText(value: unknown): string {
  if (value === undefined) return 'null';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
