import { HOOK_EVENTS, type AppSpecFile } from './appspec.ts';
import { ConfigurationError, type Place } from '../errors.ts';
import { foreignKind } from '../foreign-file.ts';
import { isJsonObject, type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import { readSourceText } from '../text/source-text.ts';
import type { Trouble } from '../trouble.ts';

/** CodeDeploy's spelling of the properties, by their lower-case form. */
const SPELLING = new Map(
  [
    'TaskDefinition',
    'LoadBalancerInfo',
    'ContainerName',
    'ContainerPort',
    'PlatformVersion',
    'NetworkConfiguration',
    'AwsvpcConfiguration',
    'Subnets',
    'SecurityGroups',
    'AssignPublicIp',
    'CapacityProviderStrategy',
    'CapacityProvider',
    'Base',
    'Weight',
  ].map((name) => [name.toLowerCase(), name]),
);

const REMEDY =
  'An AppSpec for ECS has version: 0.0, one entry under Resources and optional Hooks; with no file at all it is generated.';

/**
 * Reads a user's AppSpec, YAML or JSON. Keys are matched in any case, null counts as absent, and a number where CodeDeploy
 * takes a text keeps its spelling. The task definition in it is
 * ignored, as it is known from another input; a property that this code does not know is kept.
 * @throws ConfigurationError with file, line and column of everything that is wrong
 */
export function parseAppSpecFile(text: string, file: string): AppSpecFile {
  const source = readSourceText(text, file);
  const problems: Trouble[] = [];
  const placeOf = (path: JsonPath): Place => ({ line: 1, column: 1, ...source.placeOf(path) });
  const complain = (path: JsonPath, what: string, fix = REMEDY): void => {
    problems.push({ what, fix, place: placeOf(path) });
  };
  const finish = (): void => {
    if (problems.length > 0) throw new ConfigurationError(problems);
  };
  const root = source.value;
  const foreign = foreignKind(root);
  if (foreign !== undefined && (foreign.kind !== 'AppSpec' || foreign.name.includes('EC2'))) {
    complain([], `This is ${foreign.name}, not an AppSpec for ECS.`);
    finish();
  }
  if (!isJsonObject(root)) {
    complain([], 'The AppSpec is not a map.');
    finish();
    throw new Error('unreachable');
  }

  const version = find(root, 'version');
  if (version !== undefined && (typeof version.value === 'object' || Number(version.value) !== 0)) {
    complain([version.key], 'The AppSpec’s version must be 0.0.');
  }
  refuseTwins(root, [], complain);
  const entry = readResources(root, complain);
  const properties = entry === undefined ? undefined : find(entry.value, 'Properties');
  if (entry !== undefined && properties !== undefined && !isJsonObject(properties.value)) {
    complain([...entry.path, properties.key], 'Properties must be a map.');
  }
  const places: { containerName?: Place; containerPort?: Place } = {};
  if (entry !== undefined && isJsonObject(properties?.value)) {
    const info = find(properties.value, 'LoadBalancerInfo');
    const at = [...entry.path, properties.key, info?.key ?? ''];
    const name = find(info?.value, 'ContainerName');
    const port = find(info?.value, 'ContainerPort');
    if (info !== undefined && !isJsonObject(info.value)) complain(at, 'LoadBalancerInfo must be a map.');
    if (name !== undefined) {
      places.containerName = placeOf([...at, name.key]);
      if (typeof name.value === 'object') complain([...at, name.key], 'ContainerName must be a text.');
    }
    if (port !== undefined) {
      places.containerPort = placeOf([...at, port.key]);
      if (!isPort(port.value)) complain([...at, port.key], 'ContainerPort must be a number from 1 to 65535.');
    }
  }
  const textAt: TextAt = (path, value) =>
    typeof value === 'string' ? value : (source.spellingOf(path) ?? String(value));
  const hooks = readHooks(root, textAt, complain);
  finish();
  return {
    ...(entry === undefined ? {} : { logicalName: entry.name }),
    properties:
      entry !== undefined && isJsonObject(properties?.value)
        ? (spell(properties.value, [...entry.path, properties.key], textAt) as JsonObject)
        : {},
    hooks,
    places,
  };
}

/** A scalar as it is spelt in the file. */
type TextAt = (path: JsonPath, value: string | number | boolean) => string;
type Complain = (path: JsonPath, message: string, fix?: string) => void;

/** A member by its name in any case. Null counts as absent. */
function find(
  map: Json | undefined,
  name: string,
): { readonly key: string; readonly value: Exclude<Json, null> } | undefined {
  if (!isJsonObject(map)) return undefined;
  for (const [key, value] of Object.entries(map)) {
    if (key.toLowerCase() === name.toLowerCase() && value !== null) return { key, value };
  }
  return undefined;
}

/** Two spellings of one key in a map: which of them CodeDeploy would take is not known. */
function refuseTwins(value: Json, path: JsonPath, complain: Complain): void {
  if (Array.isArray(value)) {
    for (const [index, one] of (value as readonly Json[]).entries())
      refuseTwins(one, [...path, index], complain);
  }
  if (!isJsonObject(value)) return;
  const seen = new Map<string, string>();
  for (const [key, one] of Object.entries(value)) {
    if (one === null) continue;
    const twin = seen.get(key.toLowerCase());
    if (twin !== undefined)
      complain([...path, key], `${twin} and ${key} are one key in two spellings.`, 'Keep one of the two.');
    seen.set(key.toLowerCase(), key);
    refuseTwins(one, [...path, key], complain);
  }
}

/** The one resource of an AppSpec. */
function readResources(
  root: JsonObject,
  complain: Complain,
): { readonly name: string; readonly path: JsonPath; readonly value: Json } | undefined {
  const resources = find(root, 'Resources');
  if (resources === undefined) return undefined;
  const { key, value: list } = resources;
  const [first, ...more] = Array.isArray(list) ? (list as readonly Json[]) : [];
  const [only, ...others] = isJsonObject(first) ? Object.entries(first) : [];
  if (only === undefined || more.length > 0 || others.length > 0) {
    complain([key], 'Resources must be a list with exactly one entry.');
    return undefined;
  }
  const [name, value] = only;
  const path = [key, 0, name];
  const type = find(value, 'Type');
  if (type !== undefined && type.value !== 'AWS::ECS::Service')
    complain([...path, type.key], 'The type of the AppSpec’s resource must be AWS::ECS::Service.');
  return { name, path, value };
}

function readHooks(
  root: JsonObject,
  textAt: TextAt,
  complain: Complain,
): readonly Readonly<Record<string, string>>[] {
  const listed = find(root, 'Hooks');
  // A template without hooks may write an empty map.
  if (listed === undefined || isEmptyMap(listed.value)) return [];
  if (!Array.isArray(listed.value)) {
    complain([listed.key], 'Hooks must be a list of single entries.');
    return [];
  }
  const hooks: Record<string, string>[] = [];
  for (const [index, item] of (listed.value as readonly Json[]).entries()) {
    if (item === null || isEmptyMap(item)) continue;
    const at = [listed.key, index];
    const [one, ...more] = isJsonObject(item) ? Object.entries(item) : [];
    const [given = '', hook] = one ?? [];
    const event = HOOK_EVENTS.find((name) => name.toLowerCase() === given.toLowerCase());
    if (more.length > 0) complain(at, 'Each hook must be a list entry of its own.');
    else if (event === undefined) {
      complain(
        at,
        `${given === '' ? 'A hook' : `Hook ${given}`} has no known event.`,
        `The events are ${HOOK_EVENTS.join(', ')}.`,
      );
    } else if (hook === undefined || hook === null || typeof hook === 'object' || hook === '') {
      complain(at, `Hook ${event} must name a Lambda function.`);
    } else hooks.push({ [event]: textAt([...at, given], hook) });
  }
  return hooks;
}

function isPort(value: unknown): boolean {
  const port = typeof value === 'string' ? Number(value) : value;
  return typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function isEmptyMap(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** Properties whose value is a text. */
const TEXTS = new Set(['ContainerName', 'PlatformVersion', 'AssignPublicIp', 'CapacityProvider']);

function spell(value: Json, path: JsonPath, textAt: TextAt): unknown {
  if (Array.isArray(value))
    return (value as readonly Json[]).map((one, index) => spell(one, [...path, index], textAt));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([key, one]) => {
        const name = SPELLING.get(key.toLowerCase()) ?? key;
        const text = TEXTS.has(name) && (typeof one === 'number' || typeof one === 'boolean');
        return [name, text ? textAt([...path, key], one) : spell(one, [...path, key], textAt)];
      }),
  );
}
