import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '@cutover/domain/outcome';
import type { RecordedEvent } from '../recorder.ts';
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
    { at: 1_001_000, type: 'warning', what: 'Slow.', fix: 'Wait.' },
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
    what: 'No end | of <it>.',
    fix: 'Old *version* serves.',
    findings: [
      { id: 'x', what: 'A [cause]', evidence: ['said `so`'], fix: 'Fix it.', link: 'https://a.example/' },
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
      '### What went wrong',
      '**Cause:** A \\[cause\\]',
      '```text\nsaid `so`\n```',
      '**Fix:** Fix it. [Documentation](https://a.example/)',
      '**What now:** Old \\*version\\* serves. [Open the console](https://us-east-1.console.aws.amazon.com/x)',
      '[Deployment d-1](https://us-east-1.console.aws.amazon.com/d)',
      '### Targets',
      '| Target | State |\n| --- | --- |\n| 10.0.0.1:80 | a\\|b |',
      '|  |  |\n| --- | --- |\n| **Console** | [Open the console](https://eu-west-1.console.aws.amazon.com/y) |',
      '> ⚠️ Slow. Wait.',
      '<details><summary>Timeline</summary>',
      '| Time | Event | Took |\n| --- | --- | --- |\n| 00:04 | [Deployment d-1 of web:2](https://us-east-1.console.aws.amazon.com/d) |  |',
      '</details>',
      '<details><summary>AppSpec &lt;1&gt;</summary>',
      '````json\n{"a": "```"}\n````',
      '</details>',
    ].join('\n\n'),
  );
});

test('outputs are for later steps: the summary has none', () => {
  expect(
    render({ kind: 'succeeded', what: 'Done.', outputs: { items: '[{"id":"x"}]', changed: true } }),
  ).toBe('## ✅ Done.\n\n`rollback` succeeded after 1 min 2 s.');
});

test('the heading is the first sentence; a cause and a fix that the outcome says are not repeated', () => {
  expect(
    render({
      kind: 'failed',
      what: 'Task definition: There is none of this name. Nobody else was asked.',
      fix: 'Give another name. Nothing was changed.',
      findings: [
        {
          id: 'x',
          what: 'Task definition: There is none of this name.',
          evidence: [],
          fix: 'Give another name.',
        },
      ],
      outputs: {},
    }),
  ).toBe(
    [
      '## ❌ Task definition: There is none of this name.',
      'Nobody else was asked.',
      '`rollback` failed after 1 min 2 s.',
      '**What now:** Give another name. Nothing was changed.',
    ].join('\n\n'),
  );
});

const RUN = {
  repository: 'octo/shop',
  repositoryUrl: 'https://github.com/octo/shop',
  commit: 'b'.repeat(40),
  commitTitle: 'Fix | the <cart> [x](http://evil.example)',
  ref: 'refs/heads/main',
  runId: '7',
  runAttempt: '1',
  job: 'deploy',
  runUrl: 'https://github.com/octo/shop/actions/runs/7',
  actor: 'octocat',
};

describe('versions', () => {
  const image = (digest: string): string =>
    `123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web@sha256:${digest.repeat(64)}`;
  const arn = (number: number): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/web:${number}`;
  const events: readonly RecordedEvent[] = [
    {
      at: 1,
      type: 'image.pushed',
      reference: 'a/shop/web:v2',
      digest: `sha256:${'2'.repeat(64)}`,
      existed: false,
    },
    {
      at: 1,
      type: 'version.known',
      role: 'before',
      revision: arn(1),
      image: image('1'),
      commit: 'a'.repeat(40),
    },
    {
      at: 2,
      type: 'version.known',
      role: 'after',
      revision: arn(2),
      image: image('2'),
      commit: 'b'.repeat(40),
    },
    { at: 3, type: 'page.known', page: 'application', url: 'https://shop.example.com' },
  ];
  const told = (outcome: Outcome, step: string, more: readonly RecordedEvent[] = []): string =>
    renderSummary({ step, outcome, events: [...events, ...more], run: RUN, startedAt: 1, endedAt: 1 });
  const done: Outcome = { kind: 'succeeded', what: 'Done.', outputs: {} };

  test('before and after, with commits that are links and an encoded title', () => {
    const summary = told(done, 'pipeline');
    expect(summary).toContain(
      [
        '|  | Before | After |',
        '| --- | --- | --- |',
        '| **Revision** | `web:1` | `web:2` |',
        '| **Image** | `1111111` | `v2` `2222222` |',
        `| **Commit** | [aaaaaaa](https://github.com/octo/shop/commit/${'a'.repeat(40)}) | [bbbbbbb](https://github.com/octo/shop/commit/${'b'.repeat(40)}) Fix \\| the &lt;cart&gt; \\[x\\](http://evil.example) |`,
      ].join('\n'),
    );
    expect(summary).toContain(
      `[Application](https://shop.example.com) · [Commits](https://github.com/octo/shop/compare/${'a'.repeat(40)}...${'b'.repeat(40)}) · [Run](https://github.com/octo/shop/actions/runs/7)`,
    );
  });

  test('a version that users do not have was tried only', () => {
    const failed: Outcome = {
      kind: 'failed',
      what: 'No.',
      fix: 'Mend it.',
      findings: [],
      outputs: {},
    };
    expect(told(failed, 'pipeline')).toContain('|  | Before | Tried |');
  });

  test('a rollback links the commits that it takes back, from the older to the newer one', () => {
    expect(told(done, 'rollback')).toContain(
      `[Commits taken back](https://github.com/octo/shop/compare/${'b'.repeat(40)}...${'a'.repeat(40)})`,
    );
  });

  test('what stays as it is has one column, and facts of another revision are not mixed in', () => {
    const summary = told(done, 'pipeline', [
      { at: 4, type: 'version.known', role: 'before', revision: arn(9) },
      { at: 4, type: 'version.known', role: 'after', revision: arn(9) },
    ]);
    expect(summary).toContain('|  | Serves |\n| --- | --- |\n| **Revision** | `web:9` |\n\n');
  });
});

test('the stages are a list with their times; details are folded, and open for the one that failed', () => {
  const section = { kind: 'table', title: 'Targets', header: ['A'], rows: [['1']] } as const;
  const summary = render({
    kind: 'failed',
    what: 'The deployment went wrong. A lot was said.',
    fix: 'Mend it.',
    findings: [],
    outputs: {},
    summary: [
      {
        kind: 'stages',
        stages: [
          { name: 'build', kind: 'succeeded', headline: 'Pushed <b>.', seconds: 61, sections: [section] },
          {
            name: 'register',
            kind: 'unchanged',
            headline: 'Same.',
            seconds: 1,
            sections: [{ kind: 'code', title: 'Diff', language: 'diff', text: '+ a' }],
          },
          {
            name: 'deploy',
            kind: 'failed',
            headline: 'The deployment went wrong. A lot was said.',
            seconds: 2,
            sections: [section],
          },
        ],
      },
    ],
  });
  expect(summary).toContain(
    [
      '### Stages',
      '- ✅ **build** (1 min 1 s): Pushed &lt;b&gt;.\n- ☑️ **register** (1 s): Same.\n- ❌ **deploy** (2 s): The deployment went wrong.',
      '<details><summary>Details of build</summary>',
      '### Targets',
      '| A |\n| --- |\n| 1 |',
      '</details>',
      '<details><summary>register: Diff</summary>',
      '```diff\n+ a\n```',
      '</details>',
      '### deploy',
      '#### Targets',
    ].join('\n\n'),
  );
});

test('log lines that a finding quotes are not shown again', () => {
  const log = (text: string) => ({ kind: 'code', title: 'Last lines', language: 'text', text }) as const;
  const failed = (text: string): Outcome => ({
    kind: 'failed',
    what: 'No.',
    fix: 'Mend it.',
    findings: [{ id: 'x', what: 'It stopped.', evidence: ['no key\nstopped'], fix: 'Read.' }],
    outputs: {},
    summary: [log(text)],
  });
  expect(render(failed('no key\nstopped\n'))).not.toContain('Last lines');
  expect(render(failed('more\nno key\nstopped'))).toContain('Last lines');
});

test('a document that the outcome shows already is not shown again', () => {
  const summary = render(
    {
      kind: 'unchanged',
      what: 'Same.',
      outputs: {},
      summary: [{ kind: 'code', title: 'Diff', language: 'diff', text: '+ a' }],
    },
    [{ at: 1_000_000, type: 'document', title: 'Diff', language: 'diff', text: '+ a' }],
  );
  expect(summary.match(/\+ a/g)).toHaveLength(1);
  // A dry run ends so as well, and has found something to do.
  expect(summary).toContain(' changed nothing after ');
});

test('huge documents are cut, and the whole stays below GitHub’s limit', () => {
  const events = Array.from({ length: 20 }, (_, index): RecordedEvent => ({
    at: 1_000_000,
    type: 'document',
    title: `Document ${index}`,
    language: 'text',
    text: 'é'.repeat(500_000),
  }));
  const summary = render({ kind: 'succeeded', what: 'Done.', outputs: {} }, events);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('(400000 characters more)');
});

test('a finding’s page of the console is named as such', () => {
  const link = 'https://us-east-1.console.aws.amazon.com/vpcconsole/home?region=us-east-1';
  const text = render(
    {
      kind: 'failed',
      what: 'No.',
      fix: 'Mend it.',
      findings: [{ id: 'x', what: 'A', evidence: [], fix: 'B.', link }],
      outputs: {},
    },
    [],
  );
  expect(text).toContain(`**Fix:** B. [Open the console](${link})`);
  expect(text).not.toContain('Documentation');
});

test('a warning that services share is shown once, behind their names, and a cause that quotes its evidence whole stands alone', () => {
  const warnings = ['web', 'api'].map((of): RecordedEvent => ({
    at: 0,
    type: 'warning',
    of,
    what: `${of}: No alarm is watched.`,
    fix: 'Add one.',
  }));
  const text = render(
    {
      kind: 'failed',
      what: 'No.',
      fix: 'Mend it.',
      findings: [{ id: 'x', what: 'The log says: no room', evidence: ['no room'], fix: '' }],
      outputs: {},
    },
    [...warnings, { at: 0, type: 'warning', what: 'Alone.' }],
  );
  expect(text).toContain('> ⚠️ web, api: No alarm is watched. Add one.');
  expect(text.match(/No alarm is watched/g)).toHaveLength(1);
  expect(text).toContain('> ⚠️ Alone.');
  expect(text.match(/no room/g)).toHaveLength(1);
});
