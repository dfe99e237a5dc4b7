import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Scalar } from 'yaml';
import { ConfigurationError, type Place } from './errors.ts';

/**
 * A CloudFormation template as JSON without comments and layout, its short functions (`!Ref`) in their long form. A scalar
 * that YAML 1.1, which CloudFormation reads, and YAML 1.2 understand differently is refused, as a guess could change the
 * stack. Source: AWS CloudFormation User Guide, "CloudFormation template formats" (YAML 1.1 without timestamps, aliases
 * and merge keys).
 * @param text template without syntax errors
 * @param file name for places
 * @param texts `left out`: also without the descriptions of parameters and outputs and the labels of the console
 * @throws ConfigurationError for every scalar with two meanings, alias and merge key, with its place
 */
export function compactTemplate(text: string, file: string, texts: 'kept' | 'left out' = 'kept'): string {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = new LineCounter();
  const document = parseDocument(plain, { lineCounter: lines, logLevel: 'silent', merge: false });
  const problems: { what: string; fix: string; place: Place }[] = [];
  const writer: Writer = {
    isJson: plain.trimStart().startsWith('{'),
    isWritten: (path) => texts === 'kept' || !isForReaders(path),
    complain: (node, what, fix) => {
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      problems.push({ what, fix, place: { file, line, column: col } });
      return 'null';
    },
  };
  const written = document.contents === null ? 'null' : write(document.contents, writer, []);
  if (problems.length > 0) throw new ConfigurationError(problems.slice(0, MOST_PROBLEMS));
  return written;
}

/** Problems of one template that are told. */
const MOST_PROBLEMS = 20;

/** Whether CloudFormation only shows the member at this path. */
function isForReaders([section = '', name = '', member = '', ...more]: readonly string[]): boolean {
  if (section === 'Metadata') return name === 'AWS::CloudFormation::Interface' && member === '';
  return (section === 'Parameters' || section === 'Outputs') && member === 'Description' && more.length === 0;
}

interface Writer {
  /** JSON has one meaning: every token stays as it is. */
  readonly isJson: boolean;
  /** Whether the member at a path of keys belongs into the result. */
  readonly isWritten: (path: readonly string[]) => boolean;
  /** Notes a problem of a node, and returns what stands there instead. */
  readonly complain: (node: Node, message: string, fix: string) => string;
}

function write(node: Node, writer: Writer, path: readonly string[]): string {
  if (isAlias(node))
    return writer.complain(
      node,
      'CloudFormation takes no YAML alias.',
      'Write the value that the alias stands for at this place.',
    );
  const tag = node.tag ?? '';
  const short = /^!([A-Za-z0-9]+)$/.exec(tag)?.[1];
  if (short === undefined && tag.startsWith('!'))
    return writer.complain(
      node,
      'The tag names no function of CloudFormation.',
      'Write a function such as !Ref, or remove the tag.',
    );
  if (short === undefined) return content(node, writer, path);
  const name = short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`;
  return `{${JSON.stringify(name)}:${isScalar(node) ? argument(name, node) : content(node, writer, [...path, name])}}`;
}

/** A scalar behind a short function is text; a dot parts the resource of `!GetAtt` from its attribute. */
function argument(name: string, node: Scalar): string {
  const value = textOf(node);
  const dot = value.indexOf('.');
  return JSON.stringify(
    name === 'Fn::GetAtt' && dot > 0 ? [value.slice(0, dot), value.slice(dot + 1)] : value,
  );
}

function content(node: Node, writer: Writer, path: readonly string[]): string {
  if (isSeq(node))
    return `[${node.items.map((item) => write(item as Node, writer, [...path, ''])).join(',')}]`;
  if (isScalar(node)) return scalar(node, writer);
  if (!isMap(node))
    return writer.complain(
      node,
      'CloudFormation takes no such value.',
      'Write a text, a list or a mapping at this place.',
    );
  const members = node.items.flatMap(({ key, value }) => {
    const name = keyOf(key as Node, writer);
    const inner = [...path, name];
    if (!writer.isWritten(inner)) return [];
    return [`${JSON.stringify(name)}:${value === null ? 'null' : write(value as Node, writer, inner)}`];
  });
  return `{${members.join(',')}}`;
}

/** A key is always text in JSON, also where YAML reads a number. */
function keyOf(node: Node, writer: Writer): string {
  if (!isScalar(node) || (node.type === 'PLAIN' && textOf(node) === '<<')) {
    writer.complain(
      node,
      isScalar(node) ? 'CloudFormation takes no merge key (<<).' : 'The key is no text.',
      'Write the members themselves at this place, each with a text as key.',
    );
    return '';
  }
  const written = scalar(node, writer);
  return written.startsWith('"') ? (JSON.parse(written) as string) : written;
}

const textOf = (node: Scalar): string => node.source ?? String(node.value);

function scalar(node: Scalar, writer: Writer): string {
  if (typeof node.value === 'string' && node.type !== 'PLAIN') return JSON.stringify(node.value);
  const source = textOf(node);
  if (writer.isJson) return source;
  if (node.tag === 'tag:yaml.org,2002:str') return JSON.stringify(source);
  if (/^(?:~|null|Null|NULL|)$/.test(source)) return 'null';
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(source)) return source.toLowerCase();
  // The same digits in JSON: -0, 1.0 and numbers with an exponent are written in more ways than one.
  if (/^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/.test(source)) return source;
  const kind = TWO_MEANINGS.find(([pattern]) => pattern.test(source))?.[1];
  if (kind === undefined) return JSON.stringify(source);
  return writer.complain(
    node,
    `${kind} stands here without quotes, and versions of YAML read it differently.`,
    'Put it in quotes when it is a text; else write true, false or a plain decimal number.',
  );
}

/** Scalars without quotes that are a text to one version of YAML and something else, or another number, to another. */
const TWO_MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|yes|n|no|on|off)$/i, 'A word such as yes, no, on or off'],
  [/^[-+]?0\d[\d_]*$/, 'A number with a leading zero'],
  [/^[-+]?\d[\d_]*(?::\d{1,2})+(?:\.[\d_]*)?$/, 'A number with colons'],
  [/^[-+]?0(?:x[\da-f_]+|b[01_]+|o[0-7_]+)$/i, 'A number that is not decimal'],
  [/^[-+]?\d[\d_]*$/, 'A number with a sign or an underscore'],
  [
    /^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?$/i,
    'A number with an exponent, an underscore, or a zero at its end',
  ],
  [/^[-+]?\.(?:inf|nan)$/i, 'A word that YAML reads as a number'],
  [/^=$/, 'The sign ='],
];
