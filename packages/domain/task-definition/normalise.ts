import { isJsonObject, own, textOf, type Json, type JsonObject } from '../text/json.ts';
import { containersOf, objectsIn } from './containers.ts';
import { cpuUnits, memoryMiB } from './fargate-sizes.ts';
import { TASK_DEFINITION_SHAPE, type Shape } from './shape.ts';

/**
 * Normalises a task definition for comparison: two definitions with the same meaning become equal objects. It removes the
 * defaults that ECS adds to its answers, and empty lists and objects. It sorts lists whose order has no meaning. An empty
 * string stays where the user's own program reads it (variables, words of a command, labels, options); elsewhere it is
 * removed.
 */
export function normalise(definition: JsonObject): JsonObject {
  const awsvpc = definition['networkMode'] === 'awsvpc';
  const host = definition['networkMode'] === 'host';
  const size = (name: 'cpu' | 'memory', read: (text: string) => number | undefined): JsonObject => {
    const value = definition[name];
    return typeof value === 'string' ? { [name]: String(read(value) ?? value) } : {};
  };
  return compact(
    {
      ...definition,
      ...size('cpu', cpuUnits),
      ...size('memory', memoryMiB),
      networkMode: definition['networkMode'] === 'bridge' ? null : (definition['networkMode'] ?? null),
      requiresCompatibilities: sorted(definition['requiresCompatibilities'], textOf),
      containerDefinitions: containersOf(definition).map((container) =>
        normaliseContainer(container, awsvpc || host),
      ),
      volumes: sorted(objectsIn(definition['volumes']).map(normaliseVolume), nameOf),
    },
    TASK_DEFINITION_SHAPE,
  );
}

function normaliseContainer(container: JsonObject, ownAddress: boolean): JsonObject {
  return {
    ...without(container, { cpu: 0, essential: true, versionConsistency: 'enabled' }),
    portMappings: objectsIn(container['portMappings']).map((mapping) =>
      // Host port 0 means that none is fixed. In awsvpc and host mode the host port equals the container port.
      without(without(mapping, { protocol: 'tcp', hostPort: 0 }), {
        hostPort: ownAddress ? (mapping['containerPort'] ?? 0) : 0,
      }),
    ),
    environment: sorted(container['environment'], nameOf),
    secrets: sorted(container['secrets'], nameOf),
    ulimits: sorted(container['ulimits'], nameOf),
    mountPoints: objectsIn(container['mountPoints']).map((mount) => without(mount, { readOnly: false })),
    volumesFrom: objectsIn(container['volumesFrom']).map((from) => without(from, { readOnly: false })),
    healthCheck: isJsonObject(container['healthCheck'])
      ? without(container['healthCheck'], { interval: 30, timeout: 5, retries: 3 })
      : null,
    restartPolicy: isJsonObject(container['restartPolicy'])
      ? without(container['restartPolicy'], { restartAttemptPeriod: 300 })
      : null,
  };
}

function normaliseVolume(volume: JsonObject): JsonObject {
  const efs = volume['efsVolumeConfiguration'];
  return isJsonObject(efs)
    ? {
        ...volume,
        efsVolumeConfiguration: without(efs, { rootDirectory: '/', transitEncryption: 'DISABLED' }),
      }
    : volume;
}

function without(value: JsonObject, defaults: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name, one]) => one !== defaults[name]));
}

function nameOf(value: Json): string {
  return isJsonObject(value) ? textOf(value['name']) : '';
}

function sorted(value: Json | undefined, key: (one: Json) => string): Json {
  if (!Array.isArray(value)) return null;
  return (value as readonly Json[]).toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** Removes nulls, empty lists and empty objects at every depth, and members that are an empty string. */
function compact(value: JsonObject, shape: Shape | undefined): JsonObject {
  const members = Object.entries(value).flatMap(([name, one]) => {
    const own = shapeOf(shape, name);
    // `value` may be empty: it belongs to a variable (environment) or a kernel parameter (systemControls).
    if (one === '' && own === 'string' && isStruct(shape) && name !== 'value') return [];
    const kept = compactValue(one, own);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return Object.fromEntries(members);
}

function compactValue(value: Json, shape: Shape | undefined): Json | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const item = typeof shape === 'object' && shape.kind === 'list' ? shape.of : undefined;
    return value.length === 0
      ? undefined
      : (value as readonly Json[]).map((one) => compactValue(one, item) ?? {});
  }
  if (typeof value !== 'object') return value;
  const object = compact(value as JsonObject, shape);
  return Object.keys(object).length === 0 ? undefined : object;
}

function isStruct(shape: Shape | undefined): boolean {
  return typeof shape === 'object' && shape.kind === 'struct';
}

function shapeOf(shape: Shape | undefined, name: string): Shape | undefined {
  if (typeof shape !== 'object') return undefined;
  return shape.kind === 'struct' ? own(shape.members, name)?.shape : shape.of;
}
