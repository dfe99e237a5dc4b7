import { isJsonObject, type Json, type JsonObject } from '../text/json.ts';

const NAMES =
  /pass(word|wd|phrase)?|secret|token|api[_-]?key|private|credential|auth|salt|cookie|session|signature|cert|dsn|(database|db|redis|mongo\w*|postgres\w*|mysql|amqp|smtp)[_-]?(url|uri)|connection[_-]?string|(^|[_-])key($|[_-])/i;
const VALUES =
  /:\/\/[^/\s:@]*:[^/\s@]+@|AKIA|ASIA|-----BEGIN|gh[pousr]_|xox[abprs]-|eyJ[\w-]+\.|sk-[\w-]{16}/;

/** Whether a value had better not be shown: by the name it goes under, by a credential in it, or by its randomness. */
export function looksSecret(name: string, value: string): boolean {
  if (value === '') return false;
  return NAMES.test(name) || VALUES.test(value) || looksRandom(value);
}

/** Values of variables that are words of everyday use: to hide them would blacken the log, and they keep no secret. */
const EVERYDAY = new Set(
  'postgres postgresql password production development staging default localhost changeme example database username enabled disabled required optional undefined bearer strict secure cookie session redis mysql'.split(
    ' ',
  ),
);
/** Shorter values are found by chance in other texts. */
const SHORTEST_HIDDEN = 6;

/**
 * The values that must not be seen of variables that look secret: the value itself, or the password in it when it is a
 * URL, whose other parts a reader needs.
 */
export function secretValues(variables: Iterable<readonly [name: string, value: string]>): readonly string[] {
  return [...variables].flatMap(([name, value]) => {
    const [, , password] = /^[a-z][a-z0-9+.-]{1,30}:\/\/([^/\s:@]*):([^\s]+)@/i.exec(value) ?? [];
    if (password !== undefined) return EVERYDAY.has(password) ? [] : [password];
    const isOpen =
      value.length < SHORTEST_HIDDEN ||
      EVERYDAY.has(value.toLowerCase()) ||
      /^(?:\d{1,7}|arn:.*|https?:.*|\/.*)$/.test(value);
    return isOpen || !looksSecret(name, value) ? [] : [value];
  });
}

/** The variables of all containers of a task definition, which may be any JSON. */
export function variablesOf(definition: JsonObject): readonly (readonly [name: string, value: string])[] {
  const { containerDefinitions } = definition;
  if (!Array.isArray(containerDefinitions)) return [];
  return (containerDefinitions as readonly Json[]).flatMap((container) => {
    const variables = isJsonObject(container) ? container['environment'] : undefined;
    if (!Array.isArray(variables)) return [];
    return (variables as readonly Json[]).flatMap((one) =>
      isJsonObject(one) && typeof one['name'] === 'string' && typeof one['value'] === 'string'
        ? [[one['name'], one['value']] as const]
        : [],
    );
  });
}

/** Long, without blanks, and of mixed characters: keys and hashes, but no commits, paths, image references or ARNs. */
function looksRandom(value: string): boolean {
  if (/^[0-9a-f]{40}$/.test(value)) return false;
  return (
    /^[\w+=-]{24,}$/.test(value) &&
    /\d/.test(value) &&
    /[a-z]/i.test(value) &&
    !/^[a-z]+([-_][a-z0-9]+)+$/i.test(value)
  );
}
