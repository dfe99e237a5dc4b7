import { isJsonObject, textOf, type Json, type JsonObject } from '../json.ts';
import { containersOf, objectsIn } from './containers.ts';
import { cpuUnits, memoryMiB } from './fargate-sizes.ts';

/**
 * Brings a task definition into the form in which two of equal meaning are equal: the defaults that ECS writes into what
 * it returns are left out, empty lists and objects too, and lists whose order means nothing are sorted by name. Empty
 * strings stay: they are values.
 */
export function normalise(definition: JsonObject): JsonObject {
  const awsvpc = definition['networkMode'] === 'awsvpc';
  const host = definition['networkMode'] === 'host';
  const size = (name: 'cpu' | 'memory', read: (text: string) => number | undefined): JsonObject => {
    const value = definition[name];
    return typeof value === 'string' ? { [name]: String(read(value) ?? value) } : {};
  };
  return compact({
    ...definition,
    ...size('cpu', cpuUnits),
    ...size('memory', memoryMiB),
    networkMode: definition['networkMode'] === 'bridge' ? null : (definition['networkMode'] ?? null),
    requiresCompatibilities: sorted(definition['requiresCompatibilities'], textOf),
    containerDefinitions: containersOf(definition).map((container) =>
      normaliseContainer(container, awsvpc || host),
    ),
    volumes: sorted(objectsIn(definition['volumes']).map(normaliseVolume), nameOf),
  });
}

function normaliseContainer(container: JsonObject, ownAddress: boolean): JsonObject {
  return {
    ...without(container, { cpu: 0, essential: true, versionConsistency: 'enabled' }),
    portMappings: objectsIn(container['portMappings']).map((mapping) =>
      // No port of the host, and the container's own where the two are one.
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

/** Without nulls, empty lists and empty objects, however deep. */
function compact(value: JsonObject): JsonObject {
  const members = Object.entries(value)
    .map(([name, one]) => [name, compactValue(one)] as const)
    .filter(([, one]) => one !== undefined) as [string, Json][];
  return Object.fromEntries(members);
}

function compactValue(value: Json): Json | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : (value as readonly Json[]).map((one) => compactValue(one) ?? {});
  }
  if (typeof value !== 'object') return value;
  const object = compact(value as JsonObject);
  return Object.keys(object).length === 0 ? undefined : object;
}
