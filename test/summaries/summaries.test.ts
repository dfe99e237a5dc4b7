import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lexer, type Token } from 'marked';
import { renderReport, type Report } from '@cutover/github/report';
import { renderSummary } from '@cutover/github/summary/summary';
import { ACTIONS } from '../contracts/actions.ts';
import { repository } from '../bundles/action.ts';

const REPORTS = join(repository, 'test/summaries/reports');
const GOLDEN = join(repository, 'test/summaries/golden');
const names = readdirSync(REPORTS).map((file) => file.replace(/\.json$/, ''));

type Shown = Readonly<Record<string, unknown>>;

function shown(name: string): Shown {
  return JSON.parse(readFileSync(join(REPORTS, `${name}.json`), 'utf8')) as Shown;
}

/** The report that was written under the public keys, under ours. */
function read(name: string): Report {
  const report = shown(name);
  const { headline, remedy, findings, ...ended } = report['outcome'] as Shown;
  const events = (report['events'] as readonly Shown[]).map((event) => {
    if (event['type'] !== 'warning') return event;
    const { text, remedy: fix, ...rest } = event;
    return { what: text, ...(fix === undefined ? {} : { fix }), ...rest };
  });
  const found = (findings as readonly Shown[] | undefined)?.map(({ cause, url, ...rest }) => ({
    what: cause,
    ...(url === undefined ? {} : { link: url }),
    ...rest,
  }));
  const troubled = found === undefined ? {} : { fix: remedy, findings: found };
  return { ...report, outcome: { ...ended, what: headline, ...troubled }, events } as unknown as Report;
}

function render({ endedAt, events, outcome, run, startedAt, step }: Report): string {
  return renderSummary({
    step,
    outcome,
    events,
    run,
    startedAt: Date.parse(startedAt),
    endedAt: Date.parse(endedAt),
  });
}

test('every action has a report that ended well, one that failed, one that was cancelled and, if it writes, a dry run', () => {
  const readOnly = ['diagnose', 'preflight', 'verify-target-health'];
  const wanted = ACTIONS.flatMap((action) =>
    ['succeeded', 'failed', 'cancelled', ...(readOnly.includes(action) ? [] : ['dry-run'])].map(
      (end) => `${action}.${end}`,
    ),
  );
  expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
});

// UPDATE_SUMMARIES=1 writes the files anew; read their difference before it is committed.
describe.each(names)('the summary of %s', (name) => {
  const summary = render(read(name));

  test('is the one that was looked at', () => {
    const file = join(GOLDEN, `${name}.md`);
    if (process.env['UPDATE_SUMMARIES'] === '1') writeFileSync(file, summary);
    expect(summary).toBe(readFileSync(file, 'utf8'));
  });

  test('comes of a report whose keys scripts can rely on', () => {
    expect(JSON.parse(renderReport(read(name), (text) => text))).toEqual(shown(name));
  });

  test('has its verdict first, and what to do before any picture or table', () => {
    const [first, ...rest] = lexer(summary).filter(({ type }) => type !== 'space');
    expect(first).toMatchObject({ type: 'heading', depth: 2 });
    const { outcome } = read(name);
    if (!('fix' in outcome)) return;
    const isWhatNow = (token: Token): boolean => token.raw.startsWith('**What now:**');
    expect(rest.findIndex(isWhatNow)).toBeGreaterThan(-1);
    const before = rest.slice(0, rest.findIndex(isWhatNow));
    expect(before.filter((token) => token.type === 'table' || token.raw.startsWith('```mermaid'))).toEqual(
      [],
    );
  });

  test('dumps no output as JSON, and says nothing twice', () => {
    // Commands may have arguments in JSON.
    expect(summary.replaceAll(/^```sh\n[^]*?\n```$/gm, '')).not.toMatch(/^(?!```).*\[\{"/m);
    const blocks = lexer(summary)
      .filter(({ type, raw }) => type !== 'space' && type !== 'html' && raw.trim().length > 40)
      .map(({ raw }) => raw.trim());
    expect(blocks.filter((raw, index) => blocks.indexOf(raw) !== index)).toEqual([]);
  });
});
