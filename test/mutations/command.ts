import { parseArgs } from 'node:util';
import { Copy } from './copy.ts';
import { mutationTable } from './table.ts';
import { describeMutation, tryMutation } from './try.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { match: { type: 'string', default: '' } },
});
const table = await mutationTable();
const unknown = positionals.filter((area) => !table.has(area));
if (unknown.length > 0)
  throw new Error(`no area ${unknown.join(', ')}; there are ${[...table.keys()].join(', ')}`);

const copy = new Copy();
try {
  for (const [area, rows] of table) {
    if (positionals.length > 0 && !positionals.includes(area)) continue;
    for (const row of rows) {
      if (!row.rule.includes(values.match)) continue;
      const verdict = await tryMutation(copy, row);
      console.log(`${area}: ${describeMutation(row, verdict)}`);
      if (verdict.kind !== 'noticed') process.exitCode = 1;
    }
  }
} finally {
  copy.remove();
}
