import type { Fault } from '@cutover/simulator/kernel/faults';
import type { CellResult, Operation } from './cell.ts';
import { FAULTS } from './fault.ts';
import { pool } from './pool.ts';

/** One moment of a step's life, in which any call may be struck. */
export interface Stage {
  /** The column: `before create`. */
  readonly name: string;
  /** Calls that the step makes in that moment when nothing is wrong. */
  operations(): Promise<readonly Operation[]>;
  play(operation: Operation, fault: Fault): Promise<CellResult>;
}

interface Column {
  readonly stage: Stage;
  /** By operation; absent: the call is not made in that moment. */
  readonly rows: Map<string, readonly CellResult[]>;
}

/** Plays every call of every moment with every fault. */
export class Matrix {
  readonly #step: string;
  readonly #columns: Column[] = [];

  constructor(step: string) {
    this.#step = step;
  }

  /** Gives back what does not hold, one text a cell. */
  async play(stage: Stage): Promise<readonly string[]> {
    const operations = await stage.operations();
    const cells = operations.flatMap((operation) => FAULTS.map((fault) => ({ operation, fault })));
    const results = await pool(cells, async ({ operation, fault: [, fault] }) =>
      stage.play(operation, fault),
    );
    const rows = new Map<string, CellResult[]>();
    for (const [index, { operation }] of cells.entries()) {
      const row = rows.get(nameOf(operation)) ?? [];
      const result = results[index];
      if (result !== undefined) row.push(result);
      rows.set(nameOf(operation), row);
    }
    this.#columns.push({ stage, rows });
    return cells.flatMap(({ operation, fault: [name] }, index) =>
      (results[index]?.violations ?? []).map(
        (violation) => `${stage.name}, ${nameOf(operation)}, ${name}: ${violation}`,
      ),
    );
  }

  /** The table, its legend and its counts. */
  toString(): string {
    const names = [...new Set(this.#columns.flatMap(({ rows }) => [...rows.keys()]))].toSorted();
    const width = Math.max(...names.map((name) => name.length));
    const head = this.#columns.map(({ stage }) => stage.name);
    const cell = (column: Column, name: string): string =>
      column.rows.get(name)?.map(letter).join('') ?? '-'.repeat(FAULTS.length);
    const lines = names.map((name) =>
      [
        name.padEnd(width),
        ...this.#columns.map((column, index) => cell(column, name).padEnd(head[index]?.length ?? 0)),
      ].join(' | '),
    );
    const all = this.#columns.flatMap(({ rows }) => [...rows.values()].flat());
    const count = (of: string): number => all.filter((result) => letter(result) === of).length;
    const apply = names.length * this.#columns.length * FAULTS.length;
    const requests = all.reduce((sum, result) => sum + result.requests, 0);
    return [
      `${this.#step}: faults of every AWS call, at each moment`,
      ['call'.padEnd(width), ...head.map((name) => name.padEnd(FAULTS.length))].join(' | '),
      ...lines,
      `in each group: ${FAULTS.map(([name]) => name).join(', ')}`,
      `D done; O the old version serves and the cause is named; C what would put it right is refused: the step names the command for somebody who may, and a stop by that leads back to the old version; A as without the step, and the cause is named; X does not hold; - does not apply: the call is not made at that moment`,
      `${apply} cells: ${count('D')} D, ${count('O')} O, ${count('C')} C, ${count('A')} A, ${count('X')} X, ${apply - all.length} do not apply; ${requests} requests were answered meanwhile`,
    ].join('\n');
  }
}

function letter({ verdict, violations }: CellResult): string {
  if (violations.length > 0 || verdict === undefined) return 'X';
  return { done: 'D', 'old version serves': 'O', 'by hand': 'C', 'as without the step': 'A' }[verdict];
}

function nameOf({ service, operation }: Operation): string {
  return `${service}:${operation}`;
}
