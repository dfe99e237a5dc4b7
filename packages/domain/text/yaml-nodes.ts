import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  visit,
  YAMLParseError,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { JsonPath } from './json.ts';

/** Most values that a document may have once its aliases and merge keys are written out. */
const MOST_VALUES = 200_000;

/** The nodes of a document as its value has them: aliases and merge keys (`<<`) are followed. */
export class YamlNodes {
  readonly #document: Document;
  readonly #targets: ReadonlyMap<Alias, Node>;

  constructor(document: Document) {
    this.#document = document;
    this.#targets = targetsOf(document);
  }

  /** The node at a path of the document's value. */
  at(path: JsonPath): Node | undefined {
    let node: unknown = this.#document.contents;
    for (const part of path) {
      node = this.resolved(node);
      if (isMap(node)) node = this.#memberOf(node, String(part));
      else if (isCollection(node)) node = node.get(part, true);
      else return undefined;
    }
    return isNode(node) ? node : undefined;
  }

  /** The node that an alias stands for; every other node as it is. */
  resolved(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  /** Aliases, merge keys and tags that have no value, or one that is too large. The parser lets them pass. */
  problems(tags: 'refused' | 'kept'): readonly YAMLParseError[] {
    const found: YAMLParseError[] = [];
    const complain = (node: unknown, code: 'BAD_ALIAS' | 'TAG_RESOLVE_FAILED', message: string): void => {
      const [from = 0, to = 0] = (isNode(node) ? node.range : undefined) ?? [];
      found.push(new YAMLParseError([from, to], code, message));
    };
    visit(this.#document, {
      Alias: (_, alias, parents) => {
        const target = this.#targets.get(alias);
        if (target === undefined)
          complain(alias, 'BAD_ALIAS', `there is no anchor &${alias.source} above this alias`);
        else if (parents.includes(target))
          complain(alias, 'BAD_ALIAS', `the alias *${alias.source} stands inside of what it stands for`);
      },
      Pair: (_, pair) => {
        if (isMerge(pair) && this.#sourcesOf(pair).some((one) => one !== undefined && !isMap(one)))
          complain(pair.value ?? pair.key, 'BAD_ALIAS', 'the merge key << takes maps, and this is none');
      },
    });
    if (tags === 'refused') {
      for (const { pos, message } of this.#document.warnings)
        found.push(
          new YAMLParseError(pos, 'TAG_RESOLVE_FAILED', message.replace('Unresolved tag:', 'unknown tag')),
        );
    }
    // Sizes end only where no alias stands inside itself.
    const huge = found.length > 0 ? undefined : this.#tooMuch();
    if (huge !== undefined)
      complain(huge, 'BAD_ALIAS', `with this alias the file has more than ${MOST_VALUES} values`);
    return found;
  }

  /** A key that is written in the map itself wins over merged ones; of those, the first. */
  #memberOf(map: YAMLMap, name: string): unknown {
    const own = map.items.find((pair) => !isMerge(pair) && this.#keyOf(pair) === name);
    if (own !== undefined) return own.value ?? own.key;
    for (const pair of map.items.filter(isMerge)) {
      for (const source of this.#sourcesOf(pair)) {
        const found = isMap(source) ? this.#memberOf(source, name) : undefined;
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #keyOf({ key }: Pair): string {
    const node = this.resolved(key);
    return String(isScalar(node) ? node.value : node);
  }

  #sourcesOf({ value }: Pair): readonly unknown[] {
    const source = this.resolved(value);
    return isSeq(source) ? source.items.map((one) => this.resolved(one)) : [source];
  }

  /** The first alias with which the value gets too large. */
  #tooMuch(): Alias | undefined {
    const sizes = new Map<Node, number>();
    const sizeOf = (node: unknown): number => {
      if (isAlias(node)) return sizeOf(this.#targets.get(node));
      if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
      if (!isCollection(node)) return 1;
      const known = sizes.get(node);
      if (known !== undefined) return known;
      const size = node.items.reduce<number>((sum, item) => sum + sizeOf(item), 1);
      sizes.set(node, size);
      return size;
    };
    let sum = 0;
    let found: Alias | undefined;
    visit(this.#document, {
      Alias: (_, alias) => {
        sum += sizeOf(alias);
        if (sum <= MOST_VALUES) return undefined;
        found = alias;
        return visit.BREAK;
      },
    });
    return found;
  }
}

/** `<<` without quotes: its maps become members of the map that it stands in. */
function isMerge({ key }: Pair): boolean {
  return (
    isScalar(key) &&
    (key.type === undefined || key.type === 'PLAIN') &&
    (key.value === '<<' || (typeof key.value === 'symbol' && key.value.description === '<<'))
  );
}

/** Of anchors with one name, an alias stands for the last one above it. */
function targetsOf(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
