import { isJsonObject, textOf, type Json, type JsonObject } from '../json.ts';

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
