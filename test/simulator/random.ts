import type { ApiModel, ShapeName } from '@cutover/simulator/kernel/model/shape';

const ODD = [
  '',
  ' ',
  '.',
  '..',
  '/',
  '*',
  '%',
  '%00',
  '\u0000',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '${a}',
  '{{a}}',
  '<a>&"',
  ']]>',
  'é𐐷\uD800',
  '-1',
  '0',
  '1e999',
  'NaN',
  'null',
  '[]',
  '{}',
  'arn:',
  'arn:aws:ecs:us-east-1:123456789012:',
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app',
  'x'.repeat(5000),
];
const NUMBERS = [0, 1, -1, 2, 80, 256, 512, 65_535, 65_536, 2 ** 31, -(2 ** 31), 2 ** 53, 0.5, 1e300];

/** Chance that gives the same sequence for the same seed (mulberry32). */
export class Random {
  #state: number;
  /** Strings that mean something to the simulator: names, ARNs, templates. */
  readonly known: string[];

  constructor(seed: number, known: string[] = []) {
    this.#state = seed | 0;
    this.known = known;
  }

  /** From 0 up to but without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  bytes(most: number): Buffer {
    return Buffer.from(Array.from({ length: this.below(most) }, () => this.below(256)));
  }

  text(): string {
    if (this.known.length > 0 && this.chance(0.6)) {
      const text = this.pick(this.known);
      return this.chance(0.15) ? this.damage(text) : text;
    }
    return this.chance(0.5) ? this.pick(ODD) : this.bytes(40).toString(this.chance(0.5) ? 'latin1' : 'hex');
  }

  /** The text with one place changed, doubled or cut. */
  damage(text: string): string {
    const at = this.below(text.length + 1);
    const to = at + this.below(8);
    return this.pick([
      text.slice(0, at),
      text.slice(0, at) + this.pick(ODD) + text.slice(at),
      text.slice(0, at) + text.slice(to),
      text.slice(0, to) + text.slice(at),
    ]);
  }

  /** Any JSON value. */
  json(depth = 3): unknown {
    const kind = this.below(depth > 0 ? 7 : 5);
    if (kind === 0) return null;
    if (kind === 1) return this.chance(0.5);
    if (kind === 2) return this.pick(NUMBERS);
    if (kind <= 4) return this.text();
    const size = this.below(4);
    if (kind === 5) return Array.from({ length: size }, () => this.json(depth - 1));
    return Object.fromEntries(Array.from({ length: size }, () => [this.text(), this.json(depth - 1)]));
  }

  /** A value that nearly always has the type that the model wants and often breaks something else. */
  valueOf(model: ApiModel, name: ShapeName, depth = 5): unknown {
    if (this.chance(0.02)) return this.json();
    const shape = model.shapes[name] ?? { is: name };
    if (!('is' in shape)) return null;
    if ('members' in shape) {
      const value: Record<string, unknown> = {};
      for (const [member, inner] of Object.entries(shape.members)) {
        const wanted = shape.required.includes(member) ? 0.97 : depth > 0 ? 0.3 : 0;
        if (this.chance(wanted)) value[member] = this.valueOf(model, inner, depth - 1);
      }
      return value;
    }
    if ('of' in shape)
      return Array.from({ length: this.below(3) }, () => this.valueOf(model, shape.of, depth - 1));
    if ('key' in shape) {
      return Object.fromEntries(
        Array.from({ length: this.below(3) }, () => [
          this.text(),
          this.valueOf(model, shape.value, depth - 1),
        ]),
      );
    }
    const { min, max, values } = shape as { min?: number; max?: number; values?: readonly string[] };
    if (shape.is === 'boolean') return this.chance(0.5);
    if (shape.is === 'string' || shape.is === 'blob')
      return values !== undefined && this.chance(0.9) ? this.pick(values) : this.text();
    if (this.chance(0.2)) return this.pick(NUMBERS);
    const low = min ?? 0;
    return low + this.below(Math.min((max ?? 100) - low, 100) + 1);
  }
}

/** Without lone surrogates, which no URL can hold. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD');
}

/** A structure as the fields of a Query request: `Tags.member.1.Key=a`. */
export function formOf(value: unknown, path = ''): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => formOf(item, `${path}.member.${index + 1}`));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, member]) =>
      formOf(member, path === '' ? key : `${path}.${key}`),
    );
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}
