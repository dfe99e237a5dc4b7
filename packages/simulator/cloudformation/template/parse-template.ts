import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Document } from 'yaml';
import { ApiError } from '../../kernel/api-error.ts';

const SHORT_TAGS = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...[
    'And',
    'Base64',
    'Cidr',
    'Contains',
    'Equals',
    'FindInMap',
    'GetAtt',
    'GetAZs',
    'If',
    'ImportValue',
    'Join',
    'Not',
    'Or',
    'Select',
    'Split',
    'Sub',
  ].map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

export function validation(message: string): ApiError {
  return new ApiError('ValidationError', message);
}

/**
 * The template as a plain object, short YAML tags in their long form.
 * @throws ValidationError with line and column of what can't be read.
 */
export function parseTemplate(body: string): Record<string, unknown> {
  const format = body.trimStart().startsWith('{') ? 'JSON' : 'YAML';
  const lines = new LineCounter();
  const refuse = (offset: number): never => {
    const { line, col } = lines.linePos(offset);
    throw validation(`Template format error: ${format} not well-formed. (line ${line}, column ${col})`);
  };
  const document: Document.Parsed = parseDocument(body, { lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  const broken = error?.pos[0] ?? (format === 'JSON' ? brokenJsonAt(body) : undefined);
  if (broken !== undefined) return refuse(broken);
  const root = document.contents === null ? undefined : plain(document, document.contents, refuse);
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    throw validation('Template format error: unsupported structure.');
  }
  return root as Record<string, unknown>;
}

/** Where a text stops being JSON; YAML would let commas at the end of a list, comments and bare words pass. */
function brokenJsonAt(body: string): number | undefined {
  try {
    JSON.parse(body);
    return undefined;
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    return position === undefined ? body.trimEnd().length : Number(position);
  }
}

function plain(document: Document, node: Node, refuse: (offset: number) => never): unknown {
  if (isAlias(node)) {
    const target = node.resolve(document);
    return target === undefined ? refuse(node.range?.[0] ?? 0) : plain(document, target, refuse);
  }
  const value = content(document, node, refuse);
  const tag = node.tag ?? '';
  if (!tag.startsWith('!')) return value;
  const name = SHORT_TAGS.get(tag);
  if (name === undefined) return refuse(node.range?.[0] ?? 0);
  if (name === 'Fn::GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.');
    if (dot < 0) return refuse(node.range?.[0] ?? 0);
    return { [name]: [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [name]: value };
}

function content(document: Document, node: Node, refuse: (offset: number) => never): unknown {
  if (isSeq(node)) return node.items.map((item) => plain(document, item as Node, refuse));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        isScalar(key) ? String(key.value) : refuse((key as Node).range?.[0] ?? 0),
        value === null ? null : plain(document, value as Node, refuse),
      ]),
    );
  }
  return isScalar(node) ? node.value : refuse(node.range?.[0] ?? 0);
}
