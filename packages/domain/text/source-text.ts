import { isScalar, LineCounter, parseAllDocuments, visit, YAMLParseError, Document } from 'yaml';
import { ConfigurationError, type Place } from '../errors.ts';
import type { Json, JsonPath } from './json.ts';
import { briefly } from './line.ts';
import { foreignKind } from '../foreign-file.ts';
import { YamlNodes } from './yaml-nodes.ts';

/** A JSON or YAML text that was read, with the place of every value in it. */
export interface SourceText {
  readonly value: Json;
  /** Where the value at `path` stands; the place of the nearest parent when it is absent, the file when all are. */
  placeOf(path: JsonPath): Place;
  /** A scalar as it is spelt in the text: `1.0` for what reads as the number 1. */
  spellingOf(path: JsonPath): string | undefined;
}

/**
 * Reads JSON (comments and trailing commas allowed) or YAML, with its aliases and merge keys (`<<`).
 * @param file name for error messages and places
 * @param tags `kept` for CloudFormation, whose `!Ref` no value is needed of
 * @throws ConfigurationError with line and column of every syntax error, duplicate key and second document
 */
export function readSourceText(text: string, file: string, tags: 'refused' | 'kept' = 'refused'): SourceText {
  const lines = new LineCounter();
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  refuseExcess(plain, file);
  const looksLikeJson = /^[{[]/.test(plain.slice(startOf(plain)));
  const documents = parseAllDocuments(looksLikeJson ? withoutJsonComments(plain) : plain, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    merge: true,
    logLevel: 'silent',
    version: '1.2',
  });
  const document = onlyOne('empty' in documents ? [] : documents);
  if (looksLikeJson && /\.jsonc?$/i.test(file)) document.errors.push(...bareWords(document));
  keepKeys(document);
  const nodes = new YamlNodes(document);
  if (document.errors.length === 0) document.errors.push(...nodes.problems(tags));
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new ConfigurationError(
      tellingErrors(document.errors)
        .slice(0, MOST_ERRORS)
        .map((error) => ({
          what:
            error.code === 'DUPLICATE_KEY'
              ? `the key ${keyAt(plain, error.pos[0])} stands there twice`
              : inWordsOf(error.message, looksLikeJson),
          fix:
            error.code === 'DUPLICATE_KEY'
              ? 'Remove one of the two: only one of them could take effect.'
              : error.code === 'MULTIPLE_DOCS'
                ? severalRemedy(document)
                : error.code === 'TAG_RESOLVE_FAILED'
                  ? 'Write the value itself: this tag means something to another program only.'
                  : `Correct the ${looksLikeJson ? 'JSON' : 'YAML'} at this place.`,
          place: placeAt(error.pos[0]),
        })),
    );
  }
  return {
    value: valueOf(document),
    placeOf: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const node = nodes.at(path.slice(0, length));
        if (node?.range) return placeAt(node.range[0]);
      }
      return { file };
    },
    spellingOf: (path) => {
      const node = nodes.resolved(nodes.at(path));
      return isScalar(node) && node.source !== undefined ? node.source : undefined;
    },
  };
}

/** Characters of the largest text that is read: AWS takes a template of 1 MB, and much less of everything else. */
const LARGEST = 2_000_000;
/** Errors of one file that are told; a file of another kind has thousands. */
const MOST_ERRORS = 20;
/** Levels of nesting that no document has; a parser that calls itself for each would run out of stack. */
const DEEPEST = 200;

/** @throws ConfigurationError for a text that no parser should be given */
function refuseExcess(text: string, file: string): void {
  if (text.length > LARGEST) {
    throw new ConfigurationError({
      what: `the file has ${text.length} characters, more than the ${LARGEST} that are read`,
      fix: 'Give the file that the input is meant for.',
      place: { file },
    });
  }
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
  }
  const blocks = /(?:- ){201}/.test(text);
  if (deepest > DEEPEST || blocks) {
    throw new ConfigurationError({
      what: `the file is nested deeper than ${DEEPEST} levels`,
      fix: 'Close the brackets, or give the file that the input is meant for.',
      place: { file },
    });
  }
}

/** Where the text begins behind white space and comments. */
function startOf(text: string): number {
  const skipped = /\s+|\/\/[^\n]*|\/\*[^]*?\*\//y;
  let at = 0;
  for (;;) {
    skipped.lastIndex = at;
    if (!skipped.test(text)) return at;
    at = skipped.lastIndex;
  }
}

/** YAML takes words without quotes for strings; in a JSON file they are slips. */
function bareWords(document: Document): readonly YAMLParseError[] {
  const found: YAMLParseError[] = [];
  visit(document, {
    Scalar: (place, { type, value, range }) => {
      if (type !== 'PLAIN' || typeof value !== 'string' || !range) return;
      // A value may be a secret; a key and a slip of true, false or null are none.
      const shown =
        place === 'key' || /^(t|f|n|un)[a-z]{1,7}$/i.test(value) ? JSON.stringify(value) : 'a word';
      found.push(
        new YAMLParseError([range[0], range[1]], 'UNEXPECTED_TOKEN', `${shown} stands here without quotes`),
      );
    },
  });
  return found;
}

/** Makes every key a text as it is spelt: `1.10`, `012345678901` and `null` are names, no numbers and no absence. */
function keepKeys(document: Document): void {
  visit(document, {
    Scalar: (place, scalar) => {
      const { value, source } = scalar;
      const spelt =
        place === 'key' && (value === null || ['number', 'bigint', 'boolean'].includes(typeof value));
      if (spelt && source !== undefined) scalar.value = source;
    },
  });
}

/** The document that has a value. A second one is an error of the first: no file of ours has several. */
function onlyOne(documents: readonly Document.Parsed[]): Document {
  const filled = documents.filter(
    ({ contents, errors }) =>
      errors.length > 0 || (contents !== null && !(isScalar(contents) && contents.value === null)),
  );
  const [first = documents[0] ?? new Document(null), second] = filled;
  if (second !== undefined && first.errors.length === 0) {
    const at = second.contents?.range?.[0] ?? second.range[0];
    first.errors.push(
      new YAMLParseError(
        [at, at],
        'MULTIPLE_DOCS',
        `a second document (---) begins before this one of ${filled.length}`,
      ),
    );
  }
  return first;
}

function severalRemedy(document: Document): string {
  const kind = foreignKind(valueOf(document));
  return kind === undefined ? 'Keep one document in the file.' : `The first is ${kind.name}. ${kind.fix}`;
}

/** The parser's "unexpected" is an echo of what another error explains. */
function tellingErrors(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const telling = errors.filter(({ message }) => !message.startsWith('Unexpected '));
  return telling.length > 0 ? telling : errors;
}

/** The document's value; how much its aliases stand for was looked at before. */
function valueOf(document: Document): Json {
  return (document.toJS({ maxAliasCount: -1 }) ?? null) as Json;
}

/** The parser speaks YAML; who wrote JSON is told in JSON's words. */
function inWordsOf(message: string, json: boolean): string {
  const text = briefly(message).replace(/\.?$/, '');
  if (!json) return text;
  if (text.startsWith('Missing ,')) return 'a comma is missing before this';
  if (text.startsWith('Block collections')) return 'a comma is missing behind the value that begins here';
  return text
    .replace('Flow map in block collection', 'Flow map')
    .replace('Flow sequence in block collection', 'Flow sequence')
    .replace('must be sufficiently indented and end with', 'must end with')
    .replace('Flow map', 'the object')
    .replace('Flow sequence', 'the list')
    .replace('a }', 'a } here')
    .replace('a ]', 'a ] here');
}

function keyAt(text: string, offset: number): string {
  return briefly(/^"(?:[^"\\]|\\.)*"|^[^\s:]+/.exec(text.slice(offset))?.[0] ?? 'here');
}

/** Blanks out `//` and block comments and tabs outside strings, so that every offset stays where it was. */
function withoutJsonComments(text: string): string {
  const token = /"(?:[^"\\\n]|\\.)*"|(?<![:\w])\/\/[^\n]*|(?<=[\w"])\/\/[^\n]*|\/\*[^]*?\*\/|\t/g;
  return text.replace(token, (found) => (found.startsWith('"') ? found : found.replaceAll(/[^\r\n]/g, ' ')));
}
