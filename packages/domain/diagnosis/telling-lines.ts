import { readLines } from './lines.ts';

/** Lines that only show where an error happened, or that a tool prints after every failure. */
const FRAME =
  /^\s*(?:at \S|File "[^"]*", line \d+|from \S+:\d+:in |\S+\.rb:\d+:in |\.\.\. \d+ (?:more|common frames)|goroutine \d+ \[|created by \S|\S+\.go:\d+ \+0x|\S+\(0x[\da-f]|node:internal\/|Node\.js v\d|npm (?:error|ERR!) (?:A complete log|path |errno |syscall )|Traceback \(most recent|The above exception was|During handling of the above|stack backtrace|\d+: 0x[\da-f]+|thread_name|[\s^~|=*_-]*$|[{}[\]();,]+$|\(node:\d+\)|Require stack:|- \/\S+$)/i;

/** A line that names an error, the strongest form first. */
const FORMS: readonly RegExp[] = [
  /^(?:Caused by: |Uncaught |Unhandled |fatal error: |panic: |thread '[^']+' panicked)|^(?:[\w.$\\]+(?:Error|Exception|Fault|Failure|Panic)\b(?: \[\w+\])?(?::|$))|^Error: /,
  /\b(?:fatal|panic|critical|emerg|alert)\b|^\W{0,3}(?:error|severe)\b/i,
  /\b(?:error|exception|failed|failure|cannot|can't|could not|couldn't|unable|denied|refused|missing|not found|no such|invalid|must be|is not set|undefined|unknown|exiting|abort\w*|timed out|killed)\b/i,
];

/** Levels by name, and by the numbers of pino and bunyan. */
const SEVERE = /^(?:error|fatal|critical|severe|panic|emerg\w*|alert|[EF]|50|60)$/i;

/** Characters of a line that a sentence quotes. */
const QUOTED_LENGTH = 240;

/**
 * The lines of a log that say most about its end: the error's own line rather than the frames of its trace, lines of level error or fatal,
 * else the last ones. In the order of the log, each once.
 * @param most maximum number of lines
 */
export function tellingLines(lines: readonly string[], most: number): readonly string[] {
  const said = lines.filter((line) => line.trim() !== '' && !FRAME.test(line));
  const spoken = [...new Set(said.length > 0 ? said : lines.filter((line) => line.trim() !== ''))];
  const ranked = spoken
    .map((line, index) => ({ line, index, rank: rankOf(line) }))
    .filter(({ rank }) => rank < FORMS.length)
    .toSorted((a, b) => a.rank - b.rank || b.index - a.index)
    .slice(0, most);
  if (ranked.length === 0) return spoken.slice(-most);
  return ranked.toSorted((a, b) => a.index - b.index).map(({ line }) => line);
}

/** The one line that says most: the last error of the strongest form; undefined for a log without words. */
export function tellingLine(lines: readonly string[]): string | undefined {
  return tellingLines(lines, 1)[0];
}

/** The line that says most, as the end of a sentence. */
export function quotedLine(lines: readonly string[]): string {
  const line = tellingLine(lines)?.trim() ?? 'nothing.';
  return line.length <= QUOTED_LENGTH ? line : `${line.slice(0, QUOTED_LENGTH)}…`;
}

function rankOf(line: string): number {
  const read = readLines(line);
  if (read.length > 0 && read.every(({ survived }) => survived !== undefined)) return FORMS.length;
  if (read.some(({ level }) => level !== undefined && SEVERE.test(level))) return 1;
  const rank = FORMS.findIndex((form) => read.some(({ text }) => form.test(text)));
  return rank === -1 ? FORMS.length : rank;
}
