/** A line of an observed text, ready to be matched. */
export interface Line {
  /** One blank between words, straight quotes, no colours, no timestamp in front; for joined lines their text without the break. */
  readonly text: string;
  /** As it is shown: without colours, else word for word. */
  readonly shown: string;
  /** Position of its first and its last line in the observed text. */
  readonly index: number;
  readonly end: number;
  /** Place among all that the text says, in its order: the messages inside one structured line follow each other. */
  readonly order: number;
  /** How the lines of a wrapped statement were joined; undefined for a line of its own. */
  readonly glue?: '' | ' ';
  /** Level of a structured line: `error`, `50`. */
  readonly level?: string;
  /** Whether the line itself says that the failure was survived. */
  readonly survived?: Survival;
}

/** `dismissed`: the program goes on without it. `retried`: it tries again, and may have failed for good in the end. */
export type Survival = 'dismissed' | 'retried';

/**
 * Characters of a long line that are read: its beginning and its end, where the innermost cause stands. Patterns that look for one
 * word behind another take time with the square of the length.
 */
const READ_START = 1000;
const READ_END = 3000;
/** Lines that are read, and how many of them may be long; always the last ones. */
const READ_LINES = 2000;
const LONG_LINES = 20;
/** Characters of the long lines before those. */
const READ_SHORT = 500;

/** The lines that are read, each cut to a length that any pattern reads at once; then lines that a terminal wrapped, joined. */
export function readLines(text: string): readonly Line[] {
  const shown = withoutColours(text)
    .split(/\r\n|[\r\n\u2028\u0085]/)
    .slice(-READ_LINES);
  let long = 0;
  const lines = shown
    .map((line, index) => ({ line, index }))
    .toReversed()
    .flatMap(({ line, index }) => {
      const cut = line.length <= READ_SHORT ? line : shorten(line, ++long > LONG_LINES);
      return parts(cut)
        .map((part, at) => lineOf(part, cut, index, index + at / MOST_PARTS))
        .toReversed();
    })
    .toReversed();
  const bare = shown.map(withoutPrefix);
  const prefixed = bare.some((line, index) => line !== shown[index]);
  return [...lines, ...unwrapped(shown), ...(prefixed ? unwrapped(bare) : [])];
}

function shorten(line: string, brief: boolean): string {
  if (brief) return line.slice(0, READ_SHORT);
  return line.length <= READ_START + READ_END
    ? line
    : `${line.slice(0, READ_START)} … ${line.slice(-READ_END)}`;
}

/** More messages than one line is read for. */
const MOST_PARTS = 100_000;

function lineOf({ text, level }: Part, shown: string, index: number, order: number): Line {
  const read = normalised(text);
  const survived = survivalOf(read) ?? (level === undefined ? undefined : survivalOfLevel(level));
  const line = {
    text: read,
    shown: shown.trim(),
    index,
    end: index,
    order,
    ...(level === undefined ? {} : { level }),
  };
  return survived === undefined ? line : { ...line, survived };
}

// eslint-disable-next-line no-control-regex -- colours begin with a control character
const ESCAPES = /\u001B(?:\[[0-9;:?]{0,20}[A-Za-z]|\][^\u0007\u001B]{0,200}(?:\u0007|\u001B\\))/g;

function withoutColours(text: string): string {
  return text.replaceAll(ESCAPES, '').replaceAll(/(?:\\u001b|\\x1b|\\e|\\033|\^\[|␛)\[[0-9;]{0,12}m/gi, '');
}

/** One blank for all blanks, straight quotes for curly ones; prefixes that loggers and tools put before a message are left out. */
function normalised(text: string): string {
  return withoutPrefix(
    text
      .replaceAll(/[‘’‛′]/g, "'")
      .replaceAll(/[“”„″]/g, '"')
      .replaceAll(/[\s\u00A0\u202F\u200B\uFEFF]+/g, ' ')
      .trim(),
  );
}

function withoutPrefix(text: string): string {
  let read = text;
  for (let times = 0; times < 4; times++) {
    const rest = read.replace(PREFIX, '');
    if (rest === read || rest === '') break;
    read = rest;
  }
  return read;
}

/**
 * Words that stand before a message: times, BuildKit's step and seconds, Docker Compose's service, the stream of a container runtime, a
 * job's command, and the names and levels of loggers. A level below error stays: it says that the program goes on.
 */
const PREFIX = new RegExp(
  `^ {0,8}(?:${[
    String.raw`\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?(?: -(?= ))?`,
    String.raw`\[\d{4}[-/]\d\d[-/]\d\d[T ][^\]]{0,30}\]`,
    String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`,
    String.raw`#\d{1,4}(?: \d+\.\d+(?= ))?`,
    String.raw`\d+\.\d{1,4}(?= \S)`,
    String.raw`[\w.-]{1,60} {0,8}\|`,
    String.raw`std(?:out|err) [FP]`,
    String.raw`##\[\w+\](?:Error:)?`,
    String.raw`::error[^:]{0,200}::`,
    String.raw`>(?= \S)`,
    // Python's logging, gunicorn, Ruby's Logger, Spring Boot, logback.
    String.raw`[\w.:-]{1,80} - (?:ERROR|CRITICAL|FATAL|Error) -`,
    String.raw`\[\d{1,7}\] \[(?:ERROR|CRITICAL|FATAL)\]`,
    String.raw`[EFA], \[[^\]]{8,60}\] +(?:ERROR|FATAL|ANY) -- [^:]{0,40}:`,
    String.raw`(?:ERROR|FATAL|SEVERE) \d{1,7} --- (?:\[[^\]]{0,60}\] {0,8}){1,3}[\w.$/[\]]{1,80} {0,40}:`,
    String.raw`\[[\w.#/ -]{1,60}\] (?:ERROR|FATAL|SEVERE) +[\w.$]{1,80} +-`,
  ].join('|')}) ?`,
);

interface Part {
  readonly text: string;
  readonly level?: string;
}

/** Members of a structured log line that say what happened. */
const MESSAGES =
  /^(?:@?m(?:essage|sg)?|@mt|err(?:or)?s?|exception|exc_info|stack_?trace|stack|detail|details|reason|cause|description|log|event|text|textPayload|RenderedMessage|Exception|error_?message|errorMessage|throwable|thrown|extendedStackTrace|context|extra|body|statusReason|stoppedReason)$/i;
const LEVELS = /^(?:@l|level|lvl|severity|levelname|level_name|log\.level|LogLevel|severity_text)$/i;

/** The messages in a line: of a structured one, its members; of one with escaped quotes or line ends, its text without the escapes. */
function parts(line: string): readonly Part[] {
  const start = line.indexOf('{"');
  if (start !== -1 && start < 200 && line.trimEnd().endsWith('}')) {
    const parsed = parsedJson(line.slice(start));
    if (parsed !== undefined) {
      const { level, texts } = spoken(parsed);
      if (texts.length > 0) {
        return texts.map((text) => (level === undefined ? { text } : { text, level }));
      }
    }
  }
  const logfmt = /\b(?:level|lvl|severity)="?(\w+)"?/.exec(line);
  if (logfmt !== null) {
    const said = [...line.matchAll(LOGFMT)].map(([, text = '']) => text);
    if (said.length > 0) {
      const [, level = ''] = logfmt;
      return said.flatMap((text) => unescaped(text)).map((text) => ({ text, level }));
    }
  }
  return line.includes(String.raw`\"`) || line.includes(String.raw`\n`)
    ? unescaped(line).map((text) => ({ text }))
    : [{ text: line }];
}

const LOGFMT = /\b(?:msg|message|err|error|reason|stack)="((?:[^"\\]|\\.){1,4000})"/g;

function unescaped(text: string): readonly string[] {
  return text
    .replaceAll(/\\{1,3}"/g, '"')
    .replaceAll(/(?<!\\)\\[rt]/g, ' ')
    .split(/(?<!\\)\\n/)
    .map((line) => line.replaceAll('\\\\', '\\'));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Messages inside a structured line, at most three levels deep. */
function spoken(value: unknown): { readonly texts: readonly string[]; readonly level?: string } {
  const texts: string[] = [];
  let level: string | undefined;
  const walk = (node: unknown, named: boolean, depth: number): void => {
    if (typeof node === 'string') {
      if (named) texts.push(...withoutColours(node).split(/\r?\n/));
    } else if (depth < 4 && typeof node === 'object' && node !== null) {
      for (const [name, member] of Object.entries(node)) {
        if (LEVELS.test(name) && (typeof member === 'string' || typeof member === 'number'))
          level ??= `${member}`;
        else walk(member, Array.isArray(node) ? named : MESSAGES.test(name), depth + 1);
      }
    }
  };
  walk(value, false, 0);
  const said = texts.filter((text) => text.trim() !== '').slice(0, 200);
  return level === undefined ? { texts: said } : { texts: said, level };
}

/** Words by which a line says that the program goes on without what failed. */
const DISMISSED =
  /\b(?:ignor(?:ed|ing)\b|fall(?:ing|s|en)? ?back\b|skipp(?:ed|ing)\b|optional dependency|(?:monitoring|tracing|metrics|reporting|telemetry|cach(?:e|ing)|support|integration|analytics|profiling|plugin|feature)s? (?:is |are |has been |have been )?disabled|non-?fatal|harmless|using (?:the )?defaults?\b|continuing (?:without|anyway|with)|proceeding without|recovered|succeeded (?:after|on)|deprecat(?:ed|ion)|(?:not set|missing|undefined|unset)[,;:] (?:using|defaulting|assuming|disabling)|as expected|signed out|already exists, skipping)/i;
const RETRIED =
  /\b(?:re-?try(?:ing)?\b(?! limit)|retries left|will (?:try|retry|reconnect)|trying again|reconnecting|try again in \d|attempt \d+(?! failed permanently)|\(\d+\/\d+\)|\d+ of \d+\)|(?<!timed out )waiting (?:for|until)|sleeping|backing off|next attempt|not ready yet|still waiting)/i;

/** A line of a level below error, as loggers write it. */
const MILD =
  /^(?:\W{0,3}(?:debug|trace|info|notice|warn(?:ing)?)\b(?![\w-]*Error)|[DIWT], \[|[\w.:-]{1,80} - (?:DEBUG|INFO|WARNING|WARN) - |\[\d{1,7}\] \[(?:DEBUG|INFO|WARNING)\]|\[[\w.#/ -]{1,60}\] (?:DEBUG|INFO|WARN|TRACE) |\w+\.(?:DEBUG|INFO|NOTICE|WARNING): )/i;

function survivalOf(text: string): Survival | undefined {
  if (text.length > 2000) return undefined;
  if (DISMISSED.test(text)) return 'dismissed';
  if (RETRIED.test(text)) return SURRENDER.test(text) ? undefined : 'retried';
  return MILD.test(text) ? 'retried' : undefined;
}

/** Words of a program that gave up after it tried again and again. */
export const SURRENDER =
  /\b(?:giv(?:e|es|ing|en) up|gave up|(?:max(?:imum)?|too many|all|exhausted|exceeded)(?: number of| allowed)? (?:\w+ )?(?:re-?tries|re-?try|attempts|reconnect\w*)|(?:retries|attempts) (?:are )?(?:exhausted|exceeded|failed)|(?:fail\w*|unsuccessful|errors?|timed out|unable|could not|cannot)\b[^\n]{0,80} after \d+ (?:re-?tries|attempts|tries)|no more (?:re-?tries|attempts)|out of (?:re-?tries|attempts)|retry limit)/i;

/** Levels by name, and by the numbers of pino and bunyan. */
function survivalOfLevel(level: string): Survival | undefined {
  return /^(?:debug|trace|info|information|notice|warn|warning|verbose|[DIWT]|10|20|30|40)$/i.test(level)
    ? 'retried'
    : undefined;
}

/** Widths at which terminals and tools wrap. */
const WIDTHS = [80, 100, 120, 132, 160];
/** A line that begins a statement of its own. */
const BEGINS =
  /^\s*(?:\W{0,3}(?:fatal|error|warn(?:ing)?|info|debug|panic|caused by|traceback|exception|critical|notice)\b|at \S|\d{4}[-/]\d\d|\{")/i;
/** Lines that one statement may be wrapped into. */
const MOST_WRAPPED = 8;

/** Statements that were wrapped at a width: every line but the last is full, so that the next word or character had no room. */
function unwrapped(lines: readonly string[]): readonly Line[] {
  const found: Line[] = [];
  for (const width of WIDTHS) {
    let start = 0;
    while (start < lines.length - 1) {
      let end = start;
      while (end < lines.length - 1 && end - start < MOST_WRAPPED && continues(lines, end, width)) end++;
      if (end > start) found.push(...joined(lines, start, end, width));
      start = end + 1;
    }
  }
  return found;
}

function joined(lines: readonly string[], start: number, end: number, width: number): readonly Line[] {
  const run = lines.slice(start, end + 1);
  const exact = run.slice(0, -1).every(({ length }) => length === width);
  const shown = run.map((line) => line.trim()).join(' ');
  return (exact ? (['', ' '] as const) : ([' '] as const)).flatMap((glue) => {
    const whole = run.map((line, index) => (glue === '' || index === 0 ? line : line.trim())).join(glue);
    return parts(whole).map((part, at) => ({
      ...lineOf(part, shown, start, start + at / MOST_PARTS),
      end,
      glue,
    }));
  });
}

/** Whether a line is so full that a tool which wraps at this width went on in the next one. A word that is longer fills a line alone. */
function continues(lines: readonly string[], at: number, width: number): boolean {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  if (line.trim() === '' || next.trim() === '' || isTooLong(line, width) || isTooLong(next, width))
    return false;
  if (BEGINS.test(next)) return false;
  if (line.length === width) return true;
  const word = /^\s*(\S+)/.exec(next)?.[1] ?? '';
  return (
    line.trimEnd().length + 1 + word.length > width && (line.length >= width / 2 || word.length > width / 2)
  );
}

function isTooLong(line: string, width: number): boolean {
  return line.length > width && (line.length > 1000 || /\S\s+\S/.test(line));
}
