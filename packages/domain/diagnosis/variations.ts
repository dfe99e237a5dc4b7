/** How tools, terminals and services change a message on its way; tests hold that each is recognised all the same. */
export type Variation = (text: string) => string;

const ESCAPE = '\u001B';

const perLine =
  (change: (line: string) => string): Variation =>
  (text) =>
    text.split('\n').map(change).join('\n');

const prefixed = (prefix: string): Variation => perLine((line) => `${prefix}${line}`);

/** Cuts lines at a width, also within a word. */
const wrappedHard = (width: number): Variation =>
  perLine((line) => (line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']).join('\n'));

/** Breaks lines between words. */
const wrappedAtWords = (width: number): Variation =>
  perLine((line) => {
    const lines: string[] = [];
    for (const word of line.split(' ')) {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines.join('\n');
  });

export const VARIATIONS = {
  'coloured words': perLine((line) =>
    line
      .split(' ')
      .map((word, index) => (index % 3 === 1 ? `${ESCAPE}[31m${word}${ESCAPE}[0m` : word))
      .join(' '),
  ),
  'a coloured line': perLine((line) => `${ESCAPE}[1;31m${line}${ESCAPE}[0m`),
  'colours as text': perLine((line) => `\\u001b[31m${line}\\u001b[0m`),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
  tabs: (text) => text.replaceAll(' ', '\t'),
  'doubled blanks': (text) => text.replaceAll(' ', '  '),
  'CRLF line ends': (text) => `${text.replaceAll('\n', '\r\n')}\r\n`,
  'curly quotes': (text) => text.replaceAll("'", '’'),
  'a JSON log line': (text) => JSON.stringify({ level: 'error', time: '2026-01-02T03:04:05Z', msg: text }),
  'a JSON log line with an error in it': (text) =>
    JSON.stringify({
      level: 50,
      err: { message: text, stack: `${text}\n    at run (/app/main.js:1:1)` },
      msg: 'failed',
    }),
  'escaped quotes': (text) => JSON.stringify(text).slice(1, -1),
  'key=value log lines': (text) => `time="2026-01-02T03:04:05Z" level=error msg=${JSON.stringify(text)}`,
  'wrapped at 80 characters': wrappedHard(80),
  'wrapped at 120 characters': wrappedHard(120),
  'wrapped at words': wrappedAtWords(80),
  'a timestamp': prefixed('2026-01-02T03:04:05.678Z '),
  'the prefix of Python’s logging': prefixed('2026-01-02 03:04:05,678 - app - ERROR - '),
  'the prefix of Ruby’s Logger': prefixed('E, [2026-01-02T03:04:05.678901 #1] ERROR -- : '),
  'the prefix of gunicorn': prefixed('[2026-01-02 03:04:05 +0000] [1] [ERROR] '),
  'the prefix of Spring Boot': prefixed(
    '2026-01-02T03:04:05.678Z ERROR 1 --- [web] [           main] c.example.Application : ',
  ),
  'the prefix of Go’s log': prefixed('2026/01/02 03:04:05 '),
  'the prefix of Docker Compose': prefixed('web-1  | '),
  'the prefix of BuildKit': prefixed('#12 7.813 '),
  'the prefix of a job’s log': prefixed('2026-01-02T03:04:05.6789012Z ##[error]'),
  'lines before and behind': (text) => `starting up\n${text}\nbye`,
  'words of an SDK behind': (text) => `${text} (Service: AmazonECS; Status Code: 400; Request ID: 0123)`,
} satisfies Readonly<Record<string, Variation>>;

export type VariationName = keyof typeof VARIATIONS;

/** Variations that come together, in the order in which they are made. */
export const COMBINATIONS: readonly (readonly VariationName[])[] = [
  ['coloured words', 'doubled blanks', 'a JSON log line'],
  ['no-break spaces', 'a timestamp', 'CRLF line ends'],
  ['wrapped at words', 'a coloured line'],
  ['wrapped at words', 'the prefix of Docker Compose'],
  ['wrapped at words', 'CRLF line ends', 'coloured words'],
  ['wrapped at 80 characters', 'a timestamp'],
  ['wrapped at 80 characters', 'the prefix of BuildKit'],
  ['wrapped at 80 characters', 'CRLF line ends'],
  ['wrapped at 80 characters', 'coloured words'],
  ['doubled blanks', 'wrapped at 80 characters'],
  ['doubled blanks', 'the prefix of Python’s logging', 'coloured words'],
  ['curly quotes', 'no-break spaces', 'the prefix of Ruby’s Logger'],
  ['tabs', 'the prefix of a job’s log'],
  ['a JSON log line', 'a coloured line'],
  ['escaped quotes', 'a timestamp'],
  ['lines before and behind', 'wrapped at words', 'no-break spaces'],
  ['the prefix of gunicorn', 'coloured words', 'tabs'],
  ['the prefix of Spring Boot', 'doubled blanks'],
];
