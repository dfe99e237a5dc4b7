/**
 * Translates a pattern of Go's `regexp` into a JavaScript expression that matches the same texts. It knows the syntax that
 * a `.dockerignore` pattern can produce, where `+` and `.` are escaped. It does not know `(?…)`.
 * @returns undefined for a pattern that Go refuses or that this translation does not know
 */
export function fromRe2(pattern: string): RegExp | undefined {
  try {
    return new RegExp(new Translation(Array.from(pattern)).translated(), 'u');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Go's limit for `{n}`. */
const MOST_REPEATS = 1000;
const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
/** Perl classes as members of a `[…]` class. Go's `\s` matches fewer characters than JavaScript's. */
const PERL: Readonly<Record<string, string>> = {
  d: '0-9',
  s: String.raw`\t\n\f\r\u{20}`,
  w: '0-9A-Za-z_',
};
const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: String.raw`\u{0}-\u{7f}`,
  blank: String.raw`\t\u{20}`,
  cntrl: String.raw`\u{0}-\u{1f}\u{7f}`,
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: String.raw`\u{20}-~`,
  punct: String.raw`!-\/:-@\[-${'`'}\{-~`,
  space: String.raw`\t\n\v\f\r\u{20}`,
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

class Translation {
  readonly #text: readonly string[];
  #at = 0;
  /** Whether a `{n}` may follow. */
  #repeatable = false;

  constructor(text: readonly string[]) {
    this.#text = text;
  }

  translated(): string {
    let source = '';
    while (this.#at < this.#text.length) source += this.#next();
    return source;
  }

  #take(): string {
    return this.#text[this.#at++] ?? refuse();
  }

  #peek(count = 1): string {
    return this.#text.slice(this.#at, this.#at + count).join('');
  }

  #next(): string {
    const character = this.#take();
    if (character === '{') return this.#repeat();
    // Go lets a quantifier follow `^`, `$` and `\b`; JavaScript only when they stand in a group, hence `(?:…)` below.
    const follows = this.#repeatable;
    this.#repeatable = character !== '(' && character !== '|' && character !== '*' && character !== '?';
    switch (character) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#class();
      case '.':
        return String.raw`[^\n]`;
      case '^':
      case '$':
        return `(?:${character})`;
      case '(':
      case ')':
      case '|':
        return character;
      case '*':
      case '?':
        return follows ? character : refuse();
      default:
        return literal(codeOf(character));
    }
  }

  #repeat(): string {
    const rest = this.#text.slice(this.#at).join('');
    const [whole, least, comma, most] = /^(0|[1-9]\d*)(,)?(0|[1-9]\d*)?\}/.exec(rest) ?? [];
    if (whole === undefined || (comma === undefined && most !== undefined)) {
      this.#repeatable = true;
      return literal(codeOf('{'));
    }
    if (!this.#repeatable) refuse();
    if (Math.max(Number(least), Number(most ?? 0)) > MOST_REPEATS) refuse();
    this.#at += whole.length;
    this.#repeatable = false;
    return `{${whole}`;
  }

  #escape(): string {
    const character = this.#peek();
    const lower = character.toLowerCase();
    if (Object.hasOwn(PERL, lower)) {
      this.#at++;
      return `[${lower === character ? '' : '^'}${PERL[lower] ?? ''}]`;
    }
    if (character === 'Q') return this.#quoted();
    if (lower === 'p') return this.#unicode();
    const assertion = { A: '(?:^)', z: '(?:$)', b: String.raw`(?:\b)`, B: String.raw`(?:\B)` }[character];
    if (assertion === undefined) return literal(this.#escapedCode());
    this.#at++;
    return assertion;
  }

  /** The class of `\pL`, `\p{Greek}` or `\P{^Lu}`; the `\` has been read. */
  #unicode(): string {
    let sign = this.#take();
    let name = this.#take();
    if (name === '{') {
      const [whole = refuse(), negated, inner = ''] =
        /^(\^?)(\w+)\}/.exec(this.#text.slice(this.#at).join('')) ?? [];
      this.#at += whole.length;
      name = inner;
      if (negated === '^') sign = sign === 'p' ? 'P' : 'p';
    }
    return `\\${sign}{${/^(?:Any|[CLMNPSZ][a-z]?)$/.test(name) ? '' : 'Script='}${name}}`;
  }

  /** The literal text of `\Q…\E`; without `\E` it reaches to the end of the pattern. */
  #quoted(): string {
    this.#at++;
    let source = '';
    while (this.#at < this.#text.length && this.#peek(2) !== String.raw`\E`)
      source += literal(codeOf(this.#take()));
    this.#at += 2;
    this.#repeatable = source !== '';
    return source;
  }

  /** The code point that an escape such as `\n`, `\x{41}` or `\101` stands for; the `\` has been read. */
  #escapedCode(): number {
    const character = this.#take();
    if (/[^A-Za-z0-9]/.test(character)) return character < '\u0080' ? codeOf(character) : refuse();
    const control = CONTROLS[character];
    if (control !== undefined) return control;
    const rest = this.#text.slice(this.#at).join('');
    if (character === 'x') {
      const [whole = '', long, short] = /^(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/.exec(rest) ?? [];
      if (whole === '') refuse();
      this.#at += whole.length;
      return Number.parseInt(long ?? short ?? '', 16);
    }
    const [octal = ''] = (character === '0' ? /^[0-7]{0,2}/ : /^[0-7]{1,2}/).exec(rest) ?? [];
    if (!/[0-7]/.test(character) || (character !== '0' && octal === '')) return refuse();
    this.#at += octal.length;
    return Number.parseInt(`${character}${octal}`, 8);
  }

  #class(): string {
    const negated = this.#peek() === '^';
    if (negated) this.#at++;
    let source = '';
    for (let first = true; first || this.#peek() !== ']'; first = false) source += this.#classItem();
    this.#at++;
    return `[${negated ? '^' : ''}${source}]`;
  }

  #classItem(): string {
    if (this.#peek(2) === '[:') {
      const [whole, sign, name = ''] = /^\[:(\^?)([^:]*):\]/.exec(this.#text.slice(this.#at).join('')) ?? [];
      if (whole !== undefined) {
        const ranges = POSIX[name] ?? refuse();
        this.#at += Array.from(whole).length;
        return sign === '^' ? othersThan(ranges) : ranges;
      }
    }
    const perl = this.#peek() === '\\' ? this.#peek(2).slice(1) : '';
    if (Object.hasOwn(PERL, perl.toLowerCase()) && perl !== '') {
      this.#at += 2;
      if (perl === perl.toLowerCase()) return PERL[perl] ?? '';
      return (
        { D: String.raw`\D`, W: String.raw`\W` }[perl] ?? String.raw`\u{0}-\u{8}\v\u{e}-\u{1f}!-\u{10ffff}`
      );
    }
    if (perl.toLowerCase() === 'p') {
      this.#at++;
      return this.#unicode();
    }
    const low = this.#classCode();
    if (this.#peek() !== '-' || this.#peek(2) === '-]') return literal(low);
    this.#at++;
    const high = this.#classCode();
    return high < low ? refuse() : `${literal(low)}-${literal(high)}`;
  }

  #classCode(): number {
    const character = this.#take();
    return character === '\\' ? this.#escapedCode() : codeOf(character);
  }
}

/** Members of a class for all characters but those of some ASCII ranges. */
function othersThan(ranges: string): string {
  const inside = new RegExp(`[${ranges}]`, 'u');
  const others = Array.from({ length: 0x80 }, (_, code) => code).filter(
    (code) => !inside.test(String.fromCodePoint(code)),
  );
  return `${others.map(literal).join('')}\\u{80}-\\u{10ffff}`;
}

function literal(code: number): string {
  return String.raw`\u{${code.toString(16)}}`;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function refuse(): never {
  throw new SyntaxError('Go has no such expression');
}
