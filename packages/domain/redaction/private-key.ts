const HIDDEN = '***';

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** A line of a key: one word of Base64, perhaps in quotes or behind what a logger writes before it. */
const MATERIAL =
  /^[\s"'>|,\\]*[A-Za-z0-9+/=]+[\s"',;\\]*(?:n["',]*)?$|[\s"'>|][A-Za-z0-9+/=]{40,}[\s"',;\\]*$/;
/** Headers that may stand between the first line and the key. */
const HEADER = /^\W*$|(?:Proc-Type|DEK-Info|Comment|Version|Hash|Charset): /;
/** More lines no key has: one of RSA with 16,384 bits takes 200. */
const LONGEST = 400;

/** Hides a private key that comes line by line, each line being a text of its own. */
export class PrivateKeyLines {
  #left = 0;

  /** @returns the line, or as much of it as belongs to no key; the beginning of a key in one line is left as it is */
  next(line: string): string {
    const text = this.#left > 0 ? this.#inside(line) : line;
    const begin = [...text.matchAll(BEGIN)].at(-1);
    if (begin !== undefined && !END.test(text.slice(begin.index))) this.#left = LONGEST;
    return text;
  }

  #inside(line: string): string {
    const end = END.exec(line);
    if (end !== null) {
      this.#left = 0;
      return `${HIDDEN}${line.slice(end.index + end[0].length)}`;
    }
    if (MATERIAL.test(line) || HEADER.test(line)) {
      this.#left--;
      return HIDDEN;
    }
    this.#left = 0;
    return line;
  }
}

/** Hides the end of a private key whose beginning was cut off: the lines of Base64 before `-----END … PRIVATE KEY-----`. */
export function redactKeyEnds(text: string): string {
  if (!END.test(text) || !text.includes('\n')) return text;
  const lines = text.split('\n');
  for (let at = lines.length - 1; at > 0; at--) {
    if (!END.test(lines[at] ?? '')) continue;
    const end = at;
    for (let before = at - 1; before >= 0 && isKeyLine(lines[before] ?? '', end - before === 1); before--) {
      lines[before] = HIDDEN;
      at = before;
    }
  }
  return lines.join('\n');
}

/** All lines of a key but the last one are full. */
function isKeyLine(line: string, isLast: boolean): boolean {
  return MATERIAL.test(line) && (isLast || line.trim().length >= 40);
}
