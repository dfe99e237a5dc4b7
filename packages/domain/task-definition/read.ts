import { nearestName, quoted } from '../inputs/input.ts';
import {
  formatJsonPath,
  isJsonObject,
  own,
  textOf,
  type Json,
  type JsonObject,
  type JsonPath,
} from '../text/json.ts';
import { foreignKind } from '../foreign-file.ts';
import { isOneEdit } from '../text/slip.ts';
import type { SourceText } from '../text/source-text.ts';
import { objectsIn } from './containers.ts';
import { placeholderIn, placeholderRemedy } from './placeholder.ts';
import { READ_ONLY_MEMBERS, TASK_DEFINITION_SHAPE, type Shape } from './shape.ts';
import { tagProblem } from './trace-tags.ts';
import type { Trouble } from '../trouble.ts';

/** A task definition as RegisterTaskDefinition takes it, without its tags. */
export interface ReadTaskDefinition {
  readonly definition: JsonObject;
  readonly tags: ReadonlyMap<string, string>;
  readonly problems: readonly Trouble[];
  /** Members that RegisterTaskDefinition does not know and that are not sent. */
  readonly warnings: readonly Trouble[];
}

/**
 * Reads what a user wrote or what DescribeTaskDefinition returned (also as `{ taskDefinition, tags }`). Read-only members
 * are left out, null counts as absent, and every other value is kept as it is. Scalars of another type than AWS wants
 * keep their spelling: `cpu: 256` becomes "256".
 * @param known the members of the request
 */
export function readTaskDefinition(
  document: Json,
  source?: SourceText,
  known: Shape = TASK_DEFINITION_SHAPE,
): ReadTaskDefinition {
  const problems: Trouble[] = [];
  const warnings: Trouble[] = [];
  const wrapped = isJsonObject(document) && isJsonObject(document['taskDefinition']);
  const root: JsonPath = wrapped ? ['taskDefinition'] : [];
  const placed = (path: JsonPath, what: string, fix: string): Trouble =>
    source === undefined ? { what, fix } : { what, fix, place: source.placeOf(path) };
  const inner = wrapped ? (document['taskDefinition'] as JsonObject) : document;
  const foreign = foreignKind(document);
  if (foreign !== undefined && foreign.kind !== 'task definition') {
    problems.push(placed([], `this is ${foreign.name}, not a task definition`, foreign.fix));
    return { definition: {}, tags: new Map(), problems, warnings };
  }
  if (!isJsonObject(inner)) {
    problems.push(
      placed(
        [],
        `a task definition is a JSON or YAML object, and this is ${inner === null ? 'empty' : typeof inner === 'string' ? `a text of ${inner.length} characters` : describe(inner)}`,
        'Begin with family and containerDefinitions.',
      ),
    );
    return { definition: {}, tags: new Map(), problems, warnings };
  }

  const conform = (value: Json, shape: Shape, path: JsonPath): Json | undefined => {
    const at = [...root, ...path];
    const wrong = (expected: string): undefined => {
      const placeholder = typeof value === 'string' ? placeholderIn(value) : undefined;
      if (placeholder !== undefined) {
        const message = `${formatJsonPath(path)}: ${placeholder} stands there as it is`;
        problems.push(placed(at, message, placeholderRemedy(placeholder)));
        return;
      }
      problems.push(
        placed(
          at,
          `${formatJsonPath(path)} is ${describe(value, path)}, not ${expected}`,
          own(EXAMPLES, path.findLast((part) => typeof part === 'string') ?? '') ?? `Write ${expected} here.`,
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
      const member = shape.kind === 'map' ? { shape: shape.of } : own(shape.members, name);
      if (member === undefined) {
        const names = shape.kind === 'struct' ? Object.keys(shape.members) : [];
        unknown([...path, name], name, names, value);
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

  const unknown = (path: JsonPath, name: string, names: readonly string[], holder: JsonObject): void => {
    const message = `${formatJsonPath(path)} is no property that RegisterTaskDefinition knows`;
    const at = [...root, ...path];
    if (name === 'valueFrom' && path.includes('environment')) {
      // Without its value the variable would be there, and empty.
      problems.push(
        placed(
          at,
          `${formatJsonPath(path)} is a member of secrets`,
          'Move the entry from environment to secrets.',
        ),
      );
      return;
    }
    const slip = slipOf(name, names, holder);
    if (slip !== undefined) {
      problems.push(placed(at, message, `Did you mean ${slip}?`));
      return;
    }
    // It may be newer than this version, so it is named and not refused.
    const near = nearestName(name, names);
    warnings.push(
      placed(
        at,
        `${message}; it is not sent`,
        near === undefined
          ? 'Remove it, or update this action.'
          : `Write ${near} if you mean that; else remove it, or update this action.`,
      ),
    );
  };

  const { tags: ownTags, ...members } = conform(inner, known, []) as JsonObject;
  const tags = new Map<string, string>();
  const listed = wrapped && Array.isArray(document['tags']) ? (document['tags'] as readonly Json[]) : ownTags;
  for (const [index, tag] of objectsIn(listed).entries()) {
    const key = textOf(tag['key']);
    const value = textOf(tag['value']);
    // An answer of DescribeTaskDefinition may have tags of AWS's own, which are left out.
    const problem = wrapped ? undefined : (tagProblem(key, value) ?? twice(tags, key));
    if (problem !== undefined)
      problems.push(placed(['tags', index], `tags[${index}]: ${problem.what}`, problem.fix));
    tags.set(key, value);
  }
  return { definition: members, tags, problems, warnings };
}

/** Members that are often written under another name. */
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

/** The member that a slip of the pen means: the same in another case, or one edit away from a member that is absent. */
function slipOf(name: string, known: readonly string[], holder: JsonObject): string | undefined {
  const lower = name.toLowerCase();
  return (
    known.find((one) => one.toLowerCase() === lower) ??
    known.find((one) => !(one in holder) && isOneEdit(name, one))
  );
}

function twice(tags: ReadonlyMap<string, string>, key: string) {
  return tags.has(key)
    ? { what: `the key ${quoted(key)} stands there twice`, fix: 'Remove one of the two.' }
    : undefined;
}

function describe(value: Json, path: JsonPath = []): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return JSON.stringify(value);
  return path.some((part) => PRIVATE.has(part)) ? 'a text' : quoted(value);
}
