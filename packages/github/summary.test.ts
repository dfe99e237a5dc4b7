import { expect, test } from '@jest/globals';
import type { Outcome } from '@cutover/domain/outcome';
import type { RecordedEvent } from './recorder.ts';
import { renderSummary } from './summary.ts';

function render(outcome: Outcome, events: readonly RecordedEvent[] = []): string {
  return renderSummary({
    step: 'rollback',
    outcome,
    events,
    startedAt: 1_000_000,
    endedAt: 1_062_000,
  }).trimEnd();
}

test('a failure: headline, cause with evidence and fix, what now, sections, warnings, timeline, documents', () => {
  const events: readonly RecordedEvent[] = [
    { at: 1_000_000, type: 'step.started', step: 'rollback' },
    { at: 1_001_000, type: 'warning', text: 'Slow.', remedy: 'Wait.' },
    { at: 1_002_000, type: 'document', title: 'AppSpec <1>', language: 'json', text: '{"first": true}' },
    { at: 1_003_000, type: 'document', title: 'AppSpec <1>', language: 'json', text: '{"a": "```"}' },
    {
      at: 1_004_000,
      type: 'deployment.created',
      id: 'd-1',
      revision: 'web:2',
      link: 'https://us-east-1.console.aws.amazon.com/d',
    },
  ];
  const outcome: Outcome = {
    kind: 'timedOut',
    headline: 'No end | of <it>.',
    remedy: 'Old *version* serves.',
    findings: [
      { id: 'x', cause: 'A [cause]', evidence: ['said `so`'], fix: 'Fix it.', url: 'https://a.example/' },
    ],
    link: 'https://us-east-1.console.aws.amazon.com/x',
    outputs: {},
    summary: [
      { kind: 'table', title: 'Targets', header: ['Target', 'State'], rows: [['10.0.0.1:80', 'a|b']] },
      { kind: 'facts', facts: [['Console', 'https://eu-west-1.console.aws.amazon.com/y']] },
    ],
  };
  expect(render(outcome, events)).toBe(
    [
      '## ⏱️ No end \\| of &lt;it&gt;.',
      '`rollback` timed out after 1 min 2 s.',
      '**Cause:** A \\[cause\\]',
      '```text\nsaid `so`\n```',
      '**Fix:** Fix it. [Documentation](https://a.example/)',
      '**What now:** Old \\*version\\* serves. [Open the console](https://us-east-1.console.aws.amazon.com/x)',
      '### Targets',
      '| Target | State |\n| --- | --- |\n| 10.0.0.1:80 | a\\|b |',
      '|  |  |\n| --- | --- |\n| **Console** | [Open the console](https://eu-west-1.console.aws.amazon.com/y) |',
      '> ⚠️ Slow. Wait.',
      '### Timeline',
      '| Time | Event | Took |\n| --- | --- | --- |\n| 00:04 | [Deployment d-1 of web:2](https://us-east-1.console.aws.amazon.com/d) |  |',
      '<details><summary>AppSpec &lt;1&gt;</summary>',
      '````json\n{"a": "```"}\n````',
      '</details>',
    ].join('\n\n'),
  );
});

test('without facts of its own the outputs are shown', () => {
  expect(
    render({
      kind: 'succeeded',
      headline: 'Done.',
      outputs: { image: 'a/b@sha256:1', changed: true, empty: '', absent: undefined },
    }),
  ).toBe(
    [
      '## ✅ Done.',
      '`rollback` succeeded after 1 min 2 s.',
      '| Output | Value |\n| --- | --- |\n| `image` | `a/b@sha256:1` |\n| `changed` | true |',
    ].join('\n\n'),
  );
});

test('a document that the outcome shows already is not shown again', () => {
  const summary = render(
    {
      kind: 'unchanged',
      headline: 'Same.',
      outputs: {},
      summary: [{ kind: 'code', title: 'Diff', language: 'diff', text: '+ a' }],
    },
    [{ at: 1_000_000, type: 'document', title: 'Diff', language: 'diff', text: '+ a' }],
  );
  expect(summary.match(/\+ a/g)).toHaveLength(1);
});

test('huge documents are cut, and the whole stays below GitHub’s limit', () => {
  const events = Array.from({ length: 20 }, (_, index): RecordedEvent => ({
    at: 1_000_000,
    type: 'document',
    title: `Document ${index}`,
    language: 'text',
    text: 'é'.repeat(500_000),
  }));
  const summary = render({ kind: 'succeeded', headline: 'Done.', outputs: {} }, events);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('(400000 characters more)');
});
