import { nearestName, quoted } from '../inputs.ts';
import { formatJsonPath, isJsonObject, textOf, type Json, type JsonObject, type JsonPath } from '../json.ts';
import type { SourceText } from '../source-text.ts';
import { objectsIn } from './containers.ts';
import type { TaskDefinitionProblem } from './problem.ts';
import { READ_ONLY_MEMBERS, TASK_DEFINITION_SHAPE, type Shape } from './shape.ts';
import { tagProblem } from './trace-tags.ts';

/** A task definition as RegisterTaskDefinition takes it, without its tags. */
export interface ReadTaskDefinition {
  readonly definition: JsonObject;
  readonly tags: ReadonlyMap<string, string>;
  readonly problems: readonly TaskDefinitionProblem[];
  /** Members that RegisterTaskDefinition does not know and that are not sent. */
  readonly warnings: readonly TaskDefinitionProblem[];
}

/**
 * Reads what a user wrote or what DescribeTaskDefinition returned (also as `{ taskDefinition, tags }`). Read-only members
 * are left out, null counts as absent, and every other value is kept as it is. Scalars of another type than AWS wants
 * keep their spelling: `cpu: 256` becomes "256".
 */
export function readTaskDefinition(document: Json, source?: SourceText): ReadTaskDefinition {
  const problems: TaskDefinitionProblem[] = [];
  const warnings: TaskDefinitionProblem[] = [];
  const wrapped = isJsonObject(document) && isJsonObject(document['taskDefinition']);
  const root: JsonPath = wrapped ? ['taskDefinition'] : [];
  const placed = (path: JsonPath, message: string, remedy: string): TaskDefinitionProblem =>
    source === undefined ? { message, remedy } : { message, remedy, place: source.placeOf(path) };
  const inner = wrapped ? (document['taskDefinition'] as JsonObject) : document;
  if (!isJsonObject(inner)) {
    problems.push(
      placed(
        [],
        `a task definition is a JSON or YAML object, and this is ${inner === null ? 'empty' : describe(inner)}`,
        'Begin with family and containerDefinitions.',
      ),
    );
    return { definition: {}, tags: new Map(), problems, warnings };
  }

  const conform = (value: Json, shape: Shape, path: JsonPath): Json | undefined => {
    const at = [...root, ...path];
    const wrong = (expected: string): undefined => {
      problems.push(
        placed(
          at,
          `${formatJsonPath(path)} is ${describe(value, path)}, not ${expected}`,
          EXAMPLES[path.findLast((part) => typeof part === 'string') ?? ''] ?? `Write ${expected} here.`,
        ),
      );
    };
    if (shape === 'string') {
      if (typeof value === 'string') return value;
      if (typeof value === 'number' || typeof value === 'boolean')
        return source?.spellingOf(at) ?? String(value);
      return wrong('a string');
    }
    if (shape === 'integer') {
      if (typeof value === 'number' && Number.isInteger(value)) return value;
      if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
      return wrong('a whole number');
    }
    if (shape === 'boolean') {
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      return wrong('true or false');
    }
    if (shape.kind === 'list') {
      if (!Array.isArray(value)) return wrong('a list');
      return (value as readonly Json[])
        .map((one, index) => conform(one, shape.of, [...path, index]))
        .filter((one) => one !== undefined);
    }
    if (!isJsonObject(value)) return wrong('an object');
    const members: [string, Json][] = [];
    for (const [name, one] of Object.entries(value)) {
      if (one === null) continue;
      if (path.length === 0 && READ_ONLY_MEMBERS.has(name)) continue;
      const member = shape.kind === 'map' ? { shape: shape.of } : shape.members[name];
      if (member === undefined) {
        const known = shape.kind === 'struct' ? Object.keys(shape.members) : [];
        unknown([...path, name], name, known);
        continue;
      }
      const kept = conform(one, member.shape, [...path, name]);
      if (kept !== undefined) members.push([name, kept]);
    }
    if (shape.kind === 'struct' && path.length > 0) {
      for (const [name, member] of Object.entries(shape.members)) {
        if (member.required && (value[name] ?? null) === null) {
          problems.push(placed(at, `${formatJsonPath(path)} has no ${name}`, `Add ${name}.`));
        }
      }
    }
    return Object.fromEntries(members);
  };

  const unknown = (path: JsonPath, name: string, known: readonly string[]): void => {
    const meant = known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? nearestName(name, known);
    const message = `${formatJsonPath(path)} is no property that RegisterTaskDefinition knows`;
    const at = [...root, ...path];
    // A near miss is a slip of the pen; anything else may be newer than this version and is named, not refused.
    if (meant === undefined)
      warnings.push(placed(at, `${message}; it is not sent`, 'Remove it, or update this action.'));
    else problems.push(placed(at, message, `Did you mean ${meant}?`));
  };

  const { tags: ownTags, ...members } = conform(inner, TASK_DEFINITION_SHAPE, []) as JsonObject;
  const tags = new Map<string, string>();
  const listed = wrapped && Array.isArray(document['tags']) ? (document['tags'] as readonly Json[]) : ownTags;
  for (const [index, tag] of objectsIn(listed).entries()) {
    const key = textOf(tag['key']);
    const value = textOf(tag['value']);
    // What DescribeTaskDefinition returned may have tags of AWS's own, which are left out.
    const problem = wrapped ? undefined : (tagProblem(key, value) ?? twice(tags, key));
    if (problem !== undefined)
      problems.push(placed(['tags', index], `tags[${index}]: ${problem.message}`, problem.remedy));
    tags.set(key, value);
  }
  return { definition: members, tags, problems, warnings };
}

/** What is written where many write something else. */
const EXAMPLES: Readonly<Record<string, string>> = {
  environment: 'Write a list of {"name": "NAME", "value": "…"}.',
  secrets: 'Write a list of {"name": "NAME", "valueFrom": "ARN"}.',
  environmentFiles: 'Write a list of {"value": "arn:aws:s3:::BUCKET/app.env", "type": "s3"}.',
  portMappings: 'Write a list of {"containerPort": 8080}.',
  command:
    'Write a list of words, like ["npm", "start"]; for a shell line ["sh", "-c", "…"], in a healthCheck ["CMD-SHELL", "…"].',
  entryPoint: 'Write a list of words, like ["node", "server.js"].',
  containerDefinitions: 'Write a list of {"name": "app", "image": "…"}.',
  requiresCompatibilities: 'Write ["FARGATE"].',
  tags: 'Write a list of {"key": "…", "value": "…"}.',
};

/** Members whose text may be a secret. */
const PRIVATE = new Set<string | number>([
  'environment',
  'secrets',
  'secretOptions',
  'command',
  'entryPoint',
]);

function twice(tags: ReadonlyMap<string, string>, key: string) {
  return tags.has(key)
    ? { message: `the key ${quoted(key)} stands there twice`, remedy: 'Remove one of the two.' }
    : undefined;
}

function describe(value: Json, path: JsonPath = []): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return JSON.stringify(value);
  return path.some((part) => PRIVATE.has(part)) ? 'a text' : quoted(value);
}
