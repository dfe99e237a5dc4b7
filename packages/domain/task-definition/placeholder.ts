import { atJsonPath, isJsonObject, textOf, type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import type { ReportProblem } from './problem.ts';

/** Texts that stand for a value that was never filled in, whatever member they are in. */
const MARKS: readonly RegExp[] = [
  /\$\{[^}]*\}/,
  /\{\{[^}]*\}\}/,
  /<[A-Za-z][\w .:/-]*>/,
  /<%[^%]{0,200}%>/,
  /\{%[^%]{0,200}%\}/,
  /%\{[^}]{0,200}\}/,
  /\{[A-Z][A-Z0-9_]*\}/,
  /\[[A-Z][A-Z0-9_]{2,}\]/,
  /#[A-Z][A-Z0-9_]*#/,
  /\$\{[A-Za-z_]\w*$/,
  /\$\([A-Za-z_][\w.]*\)/,
  /\$[A-Z_][A-Z0-9_]*\b/,
  /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/,
  /%[A-Z][A-Z0-9_]*%/,
  /@[A-Z][A-Z0-9_]*@/,
  /#\{[^}]*\}#?/,
  /\b(?:REPLACE|CHANGE|FILL|INSERT|SET|EDIT)[_-]?(?:ME|THIS|HERE|WITH|BY|IN)(?![a-z])[A-Z0-9_-]*/,
  /\b(?:replace|change)[_-]?me\b/i,
  /\b[A-Z][A-Z0-9_]*_HERE\b/,
  /\bYOUR[_-][A-Z0-9_-]*[A-Z0-9]/,
  /\byour[_-](?:aws[_-])?(?:account|region|image|repo|repository|registry|ecr|cluster|role|bucket|secret|log|execution|task)(?![a-z])[\w-]*/i,
  /\b(?:PLACEHOLDER|T(?:O_?DO|BD)|FIX_?ME|XXXX*)\b/,
  /\b[A-Z][A-Z0-9_]*_PLACEHOLDER\b/,
  /^placeholder$/,
];

/** Words in the place of an account or a Region: `arn:aws:iam::ACCOUNT_ID:role/app`, `ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com/app`. */
const PLACES: readonly RegExp[] = [
  /^arn:aws[\w-]*:[a-z0-9-]+:[^:]*:(?!aws:|aws-[a-z]+:|cloudfront:)(?=[^:]*[A-Za-z_])([^:]+):/,
  /^arn:aws[\w-]*:[a-z0-9-]+:(?=[^:]*[A-Z_])([^:]+):/,
  /^([A-Za-z_][\w-]*)\.dkr[.-]ecr\./,
  /^[^/]*\.dkr[.-]ecr\.(?=[^.]*[A-Z_])([^.]+)\./,
];

/** The part of a text that stands there in place of a value; undefined when there is none. */
export function placeholderIn(text: string): string | undefined {
  for (const mark of MARKS) {
    const [found] = mark.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  for (const place of PLACES) {
    const [, found] = place.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Fix for a placeholder in a file. */
export function placeholderRemedy(placeholder: string, image = false): string {
  const name = /^\$\{([A-Za-z_]\w*)\}$/.exec(placeholder)?.[1];
  const value =
    name === undefined
      ? 'Write the value into the file, or write ${NAME} and give NAME=value in input variables.'
      : `Give its value in input variables (${name}=value), or write it into the file.`;
  return image ? `Give the image in input image or images. ${value}` : value;
}

/**
 * Members whose text a program of the user reads: a shell fills in `${NAME}`, a log driver reads a pattern. `*` is any
 * member, list indices are left out.
 */
const OWN_TEXT: readonly string[] = [
  'containerDefinitions.command',
  'containerDefinitions.entryPoint',
  'containerDefinitions.healthCheck.command',
  'containerDefinitions.environment.value',
  'containerDefinitions.dockerLabels.*',
  'containerDefinitions.firelensConfiguration.options.*',
  'containerDefinitions.systemControls.value',
  'volumes.dockerVolumeConfiguration.labels.*',
  'volumes.dockerVolumeConfiguration.driverOpts.*',
];

/** Options of awslogs that name something of AWS's; those of other drivers, and the others, are theirs to read. */
const LOG_NAMES = new Set(['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix', 'awslogs-endpoint']);

function isOwnText(place: readonly string[]): boolean {
  if (place[1] === 'logConfiguration' && place[2] === 'options') return !LOG_NAMES.has(place[3] ?? '');
  const path = place.join('.');
  return OWN_TEXT.some((one) => (one.endsWith('.*') ? path.startsWith(one.slice(0, -1)) : path === one));
}

/** Every value is filled in, where ECS would take it as it stands. */
export function checkPlaceholders(definition: JsonObject, report: ReportProblem): void {
  visitTexts(definition, (text, path, place) => {
    if (isOwnText(place)) return;
    const found = placeholderIn(text);
    if (found === undefined) return;
    const image = place.at(-1) === 'image';
    // A value that is no ARN may be the secret itself.
    const shown =
      place.at(-1) === 'valueFrom' && !text.startsWith('arn:') ? 'a placeholder (not shown)' : found;
    report(path, `${shown} stands there as it is`, placeholderRemedy(found, image));
  });
}

/** Variables whose whole value is one: a program gets the text as it is. */
export function unfilledVariables(
  definition: JsonObject,
): readonly { readonly path: JsonPath; readonly name: string }[] {
  const found: { path: JsonPath; name: string }[] = [];
  visitTexts(definition, (text, path, place) => {
    if (place.join('.') !== 'containerDefinitions.environment.value') return;
    if (placeholderIn(text)?.length !== text.trim().length) return;
    found.push({ path, name: textOf(atJsonPath(definition, [...path.slice(0, -1), 'name'])) });
  });
  return found;
}

/** Visits every text with its path, and with its place: the path without list indices. */
export function visitTexts(
  value: Json,
  see: (text: string, path: JsonPath, place: readonly string[]) => void,
  path: JsonPath = [],
  place: readonly string[] = [],
): void {
  if (typeof value === 'string') see(value, path, place);
  else if (Array.isArray(value)) {
    for (const [index, one] of (value as readonly Json[]).entries())
      visitTexts(one, see, [...path, index], place);
  } else if (isJsonObject(value)) {
    for (const [name, one] of Object.entries(value)) visitTexts(one, see, [...path, name], [...place, name]);
  }
}
