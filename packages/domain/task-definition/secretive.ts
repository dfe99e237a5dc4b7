const NAMES =
  /pass(word|wd|phrase)?|secret|token|api[_-]?key|private|credential|auth|salt|cookie|session|signature|cert|dsn|(database|db|redis|mongo\w*|postgres\w*|mysql|amqp|smtp)[_-]?(url|uri)|connection[_-]?string|(^|[_-])key($|[_-])/i;
const VALUES =
  /:\/\/[^/\s:@]*:[^/\s@]+@|AKIA|ASIA|-----BEGIN|gh[pousr]_|xox[abprs]-|eyJ[\w-]+\.|sk-[\w-]{16}/;

/** Whether a value had better not be shown: by the name it goes under, by a credential in it, or by its randomness. */
export function looksSecret(name: string, value: string): boolean {
  if (value === '') return false;
  return NAMES.test(name) || VALUES.test(value) || looksRandom(value);
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
