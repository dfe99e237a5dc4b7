import { setSecret } from '@actions/core';
import type { InputSchema } from '@cutover/domain/inputs';

/** The values that no reader may see: masked in the log by the runner, and by us in files that the runner never reads. */
export class Masks {
  readonly #secrets = new Set<string>();

  add(secret: string): void {
    const value = secret.trim();
    if (value === '' || this.#secrets.has(value)) return;
    this.#secrets.add(value);
    setSecret(value);
  }

  /** Masks every secret input: the whole text, each line, and what stands behind the `=` of a `KEY=value` line. */
  addInputs(schema: InputSchema, given: Readonly<Record<string, string>>): void {
    for (const [name, { secret, aliases }] of Object.entries(schema)) {
      if (!secret) continue;
      for (const text of [name, ...aliases].map((one) => given[one] ?? '')) {
        // A default's expression that nobody filled in.
        if (text.startsWith('${{')) continue;
        this.add(text);
        for (const line of text.split(/\r?\n/)) {
          this.add(line);
          // Two characters would blacken half the log, and the padding of Base64 is no value.
          this.add(/^\s*[A-Za-z_][\w.-]*=(.{3,})$/.exec(line)?.[1] ?? '');
        }
      }
    }
  }

  /** The text with every known secret replaced by `***`. */
  redact(text: string): string {
    // The longest first: a secret may contain another one.
    const secrets = [...this.#secrets].toSorted((a, b) => b.length - a.length);
    return secrets.reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
  }
}
