import { explain } from '@cutover/domain/diagnosis/explain';
import type { SummarySection } from '@cutover/domain/outcome';
import type { World } from '../world.ts';

/** Tells the cause and the fix of the text that input `explain` holds; gives them back for the summary. */
export function explanationOf(text: string | undefined, world: World): readonly SummarySection[] {
  if (text === undefined) return [];
  const found = explain(text);
  if (found === undefined) {
    world.progress.report({ type: 'note', text: 'Input explain: no known failure stands in the text.' });
    return [
      {
        kind: 'facts',
        title: 'Explanation',
        facts: [['Cause', 'No known failure stands in the text of input explain.']],
      },
    ];
  }
  const { cause, certainty, fix, id, link } = found;
  world.progress.report({ type: 'note', text: `Input explain: ${cause} Fix: ${fix} (${id}, ${certainty})` });
  return [
    {
      kind: 'facts',
      title: 'Explanation',
      facts: [
        ['Cause', cause],
        ['Fix', fix],
        ['Id', `${id} (${certainty})`],
        ['Documentation', link],
      ],
    },
  ];
}
