import { setSecret } from '@actions/core';
import type { InputSchema } from '@cutover/domain/inputs/input';
import { PrivateKeyLines } from '@cutover/domain/redaction/private-key';
import { redactor, redactSecretsByForm, SHORTEST_VALUE } from '@cutover/domain/redaction/redact';
import { visible } from './harmless.ts';

/**
 * The one owner of redaction in everything that leaves: the values that no reader may see are masked in the log by the
 * runner, and here in all that we write; tokens and passwords that nobody told us of are known by their form.
 */
export class Masks {
  readonly #secrets = new Set<string>();
  #known: ((text: string) => string) | undefined;

  /** Hides a value, also in what other steps print later. */
  add(secret: string): void {
    const value = secret.trim();
    if (value === '' || this.#secrets.has(value)) return;
    this.hide(value);
    setSecret(value);
  }

  /** Hides a value in what this action writes; the runner is not told. */
  hide(secret: string): void {
    this.#secrets.add(secret.trim());
    this.#known = undefined;
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
          // Two characters would blacken half the log, and the padding of Base64 is no value.
          const value = /^\s*[A-Za-z_][\w.-]*=([^]*)$/.exec(line)?.[1] ?? '';
          for (const one of [line, value]) if (one.trim().length >= SHORTEST_VALUE) this.add(one);
        }
      }
    }
  }

  /** The text with every known secret replaced by `***`. */
  redactKnown(text: string): string {
    this.#known ??= redactor(this.#secrets);
    return this.#known(text);
  }

  /** The text without known secrets, without what is one by its form, and without characters that can't be seen. */
  redact(text: string): string {
    return redactSecretsByForm(this.redactKnown(visible(text)));
  }

  /** A value with all texts in it redacted; names of members stay. */
  redactAll<T>(value: T, redact = (text: string): string => this.redact(text)): T {
    const each = (one: unknown): unknown => {
      if (typeof one === 'string') return redact(one);
      if (Array.isArray(one)) {
        // Lines of a log; a private key has many of them.
        const keys = new PrivateKeyLines();
        return one.map((member: unknown) => each(typeof member === 'string' ? keys.next(member) : member));
      }
      if (typeof one !== 'object' || one === null) return one;
      return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, each(member)]));
    };
    return each(value) as T;
  }
}
