import { isJsonObject, textOf, type Json, type JsonObject } from '../text/json.ts';

/** The container definitions of a task definition, in their order. */
export function containersOf(definition: JsonObject): readonly JsonObject[] {
  return objectsIn(definition['containerDefinitions']);
}

export function containerNames(definition: JsonObject): readonly string[] {
  return containersOf(definition).map((container) => textOf(container['name']));
}

export function containerNamed(definition: JsonObject, name: string): JsonObject | undefined {
  return containersOf(definition).find((container) => container['name'] === name);
}

/** ECS's default for `essential` is true. */
export function isEssential(container: JsonObject): boolean {
  return container['essential'] !== false;
}

/** Whether the tasks may run on Fargate, whose rules hold then. */
export function runsOnFargate(definition: JsonObject): boolean {
  const compatible = definition['requiresCompatibilities'];
  return Array.isArray(compatible) && (compatible as readonly Json[]).includes('FARGATE');
}

/** The objects of a list; nothing when it is no list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}

/** Members of the whole task and of ports that are empty where they may be absent. Templates write them for "none", and so does ECS take them. */
export function withoutEmptyMembers(definition: JsonObject): JsonObject {
  const own = Object.fromEntries(
    Object.entries(definition).filter(([name, value]) => value !== '' || name === 'family'),
  );
  return Array.isArray(own['containerDefinitions'])
    ? { ...own, containerDefinitions: own['containerDefinitions'].map(withoutEmptyPortMembers) }
    : own;
}

/** ecspresso writes `appProtocol: ''` for a port without a protocol of the application. */
function withoutEmptyPortMembers(container: Json): Json {
  if (!isJsonObject(container) || !Array.isArray(container['portMappings'])) return container;
  const mappings = (container['portMappings'] as readonly Json[]).map((mapping) =>
    isJsonObject(mapping)
      ? Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== ''))
      : mapping,
  );
  return { ...container, portMappings: mappings };
}
