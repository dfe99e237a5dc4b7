/** Shorter lines of a secret text are no secrets, and hiding them would blacken the log. */
const SHORTEST_LINE = 8;

/** Shorter values can't be told from ordinary text. */
const SHORTEST_VALUE = 3;

/**
 * Replaces values in what was said by `***`: whole, line by line, and as a program writes them that quotes its
 * output in the way of JSON.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => {
    const whole = secret.trim();
    if (whole.length < SHORTEST_VALUE) return [];
    const lines = whole.split(/\r?\n/).map((line) => line.trim());
    const long = lines.length === 1 ? [] : lines.filter((line) => line.length >= SHORTEST_LINE);
    return [whole, ...long].flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
  });
  // The longest first: a secret may contain another one.
  const all = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  return (text) => all.reduce((redacted, form) => redacted.replaceAll(form, '***'), text);
}
