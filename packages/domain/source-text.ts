import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  YAMLParseError,
  type Document,
  type Node,
} from 'yaml';
import { ConfigurationError, type Place } from './errors.ts';
import type { Json, JsonPath } from './json.ts';

/** A JSON or YAML text that was read, with the place of every value in it. */
export interface SourceText {
  readonly value: Json;
  /** Where the value at `path` stands; the place of the nearest parent when it is absent, the file when all are. */
  placeOf(path: JsonPath): Place;
  /** A scalar as it is spelt in the text: `1.0` for what reads as the number 1. */
  spellingOf(path: JsonPath): string | undefined;
}

/**
 * Reads JSON (comments and trailing commas allowed) or YAML.
 * @param file name for error messages and places
 * @throws ConfigurationError with line and column of every syntax error and every duplicate key
 */
export function readSourceText(text: string, file: string): SourceText {
  const lines = new LineCounter();
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const looksLikeJson = /^(\s|\/\/.*|\/\*[^]*?\*\/)*[{[]/.test(plain);
  const document = parseDocument(looksLikeJson ? withoutJsonComments(plain) : plain, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
    version: '1.2',
  });
  if (looksLikeJson && /\.jsonc?$/i.test(file)) document.errors.push(...bareWords(document));
  if (document.errors.length === 0) document.errors.push(...unknownAliases(document));
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new ConfigurationError(
      tellingErrors(document.errors).map((error) => ({
        message:
          error.code === 'DUPLICATE_KEY'
            ? `the key ${keyAt(plain, error.pos[0])} stands there twice`
            : inWordsOf(error.message, looksLikeJson),
        remedy:
          error.code === 'DUPLICATE_KEY'
            ? 'Remove one of the two: only one of them could take effect.'
            : `Correct the ${looksLikeJson ? 'JSON' : 'YAML'} at this place.`,
        place: placeAt(error.pos[0]),
      })),
    );
  }
  return {
    value: valueOf(document, file),
    placeOf: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const node = nodeAt(document, path.slice(0, length));
        if (node?.range) return placeAt(node.range[0]);
      }
      return { file };
    },
    spellingOf: (path) => {
      const node = nodeAt(document, path);
      return isScalar(node) && node.source !== undefined ? node.source : undefined;
    },
  };
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

/** An alias stands for an anchor above it; without one there is no value. */
export function unknownAliases(document: Document): readonly YAMLParseError[] {
  const found: YAMLParseError[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const [from = 0, to = 0] = alias.range ?? [];
      if (alias.resolve(document) === undefined)
        found.push(
          new YAMLParseError([from, to], 'BAD_ALIAS', `there is no anchor &${alias.source} above this alias`),
        );
    },
  });
  return found;
}

/** The parser's "unexpected" is an echo of what another error explains. */
function tellingErrors(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const telling = errors.filter(({ message }) => !message.startsWith('Unexpected '));
  return telling.length > 0 ? telling : errors;
}

function valueOf(document: Document, file: string): Json {
  try {
    return (document.toJS({ maxAliasCount: 1000 }) ?? null) as Json;
  } catch (error) {
    // What is left is a few aliases that stand for a huge value.
    throw new ConfigurationError(
      {
        message: error instanceof Error ? error.message : String(error),
        remedy: 'Write the values out, or use fewer aliases.',
        place: { file },
      },
      { cause: error },
    );
  }
}

/** The parser speaks YAML; who wrote JSON is told in JSON's words. */
function inWordsOf(message: string, json: boolean): string {
  const text = message.replace(/\.?$/, '');
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

function nodeAt(document: Document, path: JsonPath): Node | undefined {
  let node: unknown = document.contents;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) return undefined;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(part));
      node = pair?.value ?? (isPair(pair) ? pair.key : undefined);
    } else {
      node = node.get(part, true);
    }
  }
  return (node ?? undefined) as Node | undefined;
}

function keyAt(text: string, offset: number): string {
  return /^"(?:[^"\\]|\\.)*"|^[^\s:]+/.exec(text.slice(offset))?.[0] ?? 'here';
}

/** Blanks out `//` and block comments and tabs outside strings, so that every offset stays where it was. */
function withoutJsonComments(text: string): string {
  const token = /"(?:[^"\\\n]|\\.)*"|(?<![:\w])\/\/[^\n]*|(?<=[\w"])\/\/[^\n]*|\/\*[^]*?\*\/|\t/g;
  return text.replace(token, (found) => (found.startsWith('"') ? found : found.replaceAll(/[^\r\n]/g, ' ')));
}
