import type { Trouble } from '../trouble.ts';

/** An input of another action that users bring along when they change to Cutover. */
export interface ForeignInput {
  /** The action that declares it: `docker/build-push-action`. */
  readonly action: string;
  readonly name: string;
  /** Cutover's actions that this row is about; all that replace `action` unless given. The first row that fits counts. */
  readonly in?: readonly string[];
  /** Values that ask for what Cutover does anyway, or `any`. Case is ignored; `1` counts as true and `0` as false. */
  readonly same?: readonly string[] | 'any';
  /** Cutover's behaviour, a whole sentence: the note for a value in `same`, the reason for refusing any other one. */
  readonly does: string;
  /** Replacement for a value that is refused, a whole sentence. */
  readonly instead?: string;
}

/** Answer to an input that Cutover does not have: a note, or an error. */
export type ForeignVerdict =
  | { readonly kind: 'same'; readonly note: string }
  | ({ readonly kind: 'refused' } & Trouble);

/**
 * Judges an input that another action declares; undefined when no row knows its name.
 * The value itself is never repeated: it may be a password.
 */
export function judgeForeign(
  rows: readonly ForeignInput[],
  name: string,
  value: string,
): ForeignVerdict | undefined {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) return undefined;
  const { action, does, instead = 'Remove it.', same = [] } = row;
  if (same === 'any' || same.includes(plain(value)))
    return { kind: 'same', note: `Input ${name} of ${action} is not needed: ${does}` };
  const accepted = same.length === 0 ? '' : ` With ${same.join(' or ')} it would change nothing.`;
  return {
    kind: 'refused',
    what: `Input ${name} of ${action} asks for something else: ${does}${accepted}`,
    fix: instead,
  };
}

/** A value as it is compared: booleans in YAML's, GitHub's and a shell's spelling are the same. */
function plain(value: string): string {
  const text = value.trim().toLowerCase();
  switch (text) {
    case '1':
      return 'true';
    case '0':
      return 'false';
    default:
      return text;
  }
}
