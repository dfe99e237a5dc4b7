import type { CellResult, Operation, Stage } from './stage.ts';
import { isRead } from '@cutover/simulator/kernel/faults';
import { FAULTS, lasts, type NamedFault } from './fault.ts';
import { AT_ONCE, pool } from './pool.ts';

interface Column {
  readonly stage: Stage;
  /** By operation, a result for each fault; absent: the call is not made in that moment. */
  readonly rows: Map<string, readonly (CellResult | undefined)[]>;
}

export interface MatrixOptions {
  readonly faults?: readonly NamedFault[];
  /** Plays one of so many cells, always the same ones. Default is 1, every cell. */
  readonly oneOf?: number;
  /** Plays one of so many cells of calls that only read and whose repetition is answered; default 3. */
  readonly readsOneOf?: number;
  /** Cells that are played at the same time. */
  readonly atOnce?: number;
}

/** Plays all cells, whatever the sample is. */
const ALL = process.env['CUTOVER_FAULTS'] === 'all';

/** Plays the calls of every moment with every fault, or a sample of those cells. */
export class Matrix {
  readonly #step: string;
  readonly #faults: readonly NamedFault[];
  readonly #oneOf: number;
  readonly #readsOneOf: number;
  readonly #atOnce: number;
  readonly #columns: Column[] = [];

  constructor(
    step: string,
    { faults = FAULTS, oneOf = 1, readsOneOf = 3, atOnce = AT_ONCE }: MatrixOptions = {},
  ) {
    this.#step = step;
    this.#faults = faults;
    this.#oneOf = ALL ? 1 : oneOf;
    this.#readsOneOf = ALL ? 1 : Math.max(readsOneOf, oneOf);
    this.#atOnce = atOnce;
  }

  /** Gives back what does not hold, one text a cell. */
  async play(stage: Stage): Promise<readonly string[]> {
    const operations = await stage.operations();
    const cells = operations
      .flatMap((operation) => this.#faults.map(([name, fault]) => ({ operation, name, fault })))
      .filter(({ fault, name, operation }) => {
        // What a struck read leads to hardly depends on how it was struck: repeated, it is answered.
        const oneOf = isRead(operation.operation) && !lasts(fault) ? this.#readsOneOf : this.#oneOf;
        return isChosen(`${stage.name}|${nameOf(operation)}|${name}`, oneOf);
      });
    const results = await pool(
      cells,
      async ({ operation, fault }) => stage.play(operation, fault),
      this.#atOnce,
    );
    const resultOf = (operation: Operation, fault: string): CellResult | undefined =>
      results[cells.findIndex((cell) => cell.operation === operation && cell.name === fault)];
    const rows = operations.map(
      (operation) => [nameOf(operation), this.#faults.map(([fault]) => resultOf(operation, fault))] as const,
    );
    this.#columns.push({ stage, rows: new Map(rows) });
    return cells.flatMap(({ operation, name }, index) =>
      (results[index]?.violations ?? []).map(
        (violation) => `${stage.name}, ${nameOf(operation)}, ${name}: ${violation}`,
      ),
    );
  }

  get #sample(): string {
    if (this.#readsOneOf === 1) return '';
    const played =
      this.#oneOf === 1
        ? `of reads whose repetition is answered one of ${this.#readsOneOf}, of all others every one`
        : this.#oneOf === this.#readsOneOf
          ? `one of ${this.#oneOf}`
          : `of reads whose repetition is answered one of ${this.#readsOneOf}, of all others one of ${this.#oneOf}`;
    return `; . is not among the cells that are played: ${played} (CUTOVER_FAULTS=all plays every one)`;
  }

  /** The table, its legend and its counts. */
  toString(): string {
    const names = [...new Set(this.#columns.flatMap(({ rows }) => [...rows.keys()]))].toSorted();
    const width = Math.max(...names.map((name) => name.length));
    const head = this.#columns.map(({ stage }) => stage.name);
    const cell = (column: Column, name: string): string =>
      column.rows.get(name)?.map(letter).join('') ?? '-'.repeat(this.#faults.length);
    const lines = names.map((name) =>
      [
        name.padEnd(width),
        ...this.#columns.map((column, index) => cell(column, name).padEnd(head[index]?.length ?? 0)),
      ].join(' | '),
    );
    const made = this.#columns.flatMap(({ rows }) => [...rows.values()].flat());
    const all = made.filter((result) => result !== undefined);
    const count = (of: string): number => all.filter((result) => letter(result) === of).length;
    const apply = names.length * this.#columns.length * this.#faults.length;
    const requests = all.reduce((sum, result) => sum + result.requests, 0);
    return [
      `${this.#step}: faults of every AWS call, at each moment`,
      ['call'.padEnd(width), ...head.map((name) => name.padEnd(this.#faults.length))].join(' | '),
      ...lines,
      `in each group: ${this.#faults.map(([name]) => name).join(', ')}`,
      `D done; O the old version serves and the cause is named; C what would put it right is refused: the step names the command for somebody who may, and a stop by that leads back to the old version; A as without the step, and the cause is named; U AWS finished out of sight of the step, which fails and says so; X does not hold; - does not apply: the call is not made at that moment${this.#sample}`,
      `${apply} cells: ${count('D')} D, ${count('O')} O, ${count('C')} C, ${count('A')} A, ${count('U')} U, ${count('X')} X, ${apply - made.length} do not apply, ${made.length - all.length} not played; ${requests} requests were answered meanwhile`,
    ].join('\n');
  }
}

/** Whether a cell is in a sample, by a hash (FNV-1a) of its name. */
function isChosen(cell: string, oneOf: number): boolean {
  let hash = 0x811c9dc5;
  for (const character of cell) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The low bits of this hash follow the last character.
  return (hash >>> 8) % oneOf === 0;
}

function letter(result: CellResult | undefined): string {
  if (result === undefined) return '.';
  const { verdict, violations } = result;
  if (violations.length > 0 || verdict === undefined) return 'X';
  return {
    done: 'D',
    'old version serves': 'O',
    'by hand': 'C',
    'as without the step': 'A',
    'out of sight': 'U',
  }[verdict];
}

function nameOf({ service, operation }: Operation): string {
  return `${service}:${operation}`;
}
