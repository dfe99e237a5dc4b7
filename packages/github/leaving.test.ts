import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const FIXTURE = fileURLToPath(new URL('fixtures/telling-step.ts', import.meta.url));
const ACTS = ['fail', 'succeed', 'problem', 'defect'];

interface Left {
  readonly stdout: string;
  /** Everything that leaves: the log without the commands that mask, outputs, summary and report. */
  readonly all: string;
  readonly report: string;
}

/** Runs the step that says one text everywhere, in a process of its own as the runner starts it. */
async function tell(say: string, inputs: Record<string, string> = {}): Promise<Left> {
  const home = mkdtempSync(join(tmpdir(), 'leaving-'));
  const file = (name: string, content = ''): string => {
    writeFileSync(join(home, name), content);
    return join(home, name);
  };
  try {
    const given = { say, ...inputs };
    const child = spawn(process.execPath, ['--conditions=@cutover/source', FIXTURE], {
      env: {
        PATH: process.env['PATH'],
        GITHUB_OUTPUT: file('output'),
        GITHUB_STATE: file('state'),
        GITHUB_STEP_SUMMARY: file('summary'),
        GITHUB_WORKSPACE: home,
        RUNNER_TEMP: home,
        ...Object.fromEntries(
          Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
        ),
      },
    });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    const read = (name: string): string => readFileSync(join(home, name), 'utf8');
    const folder = readdirSync(home).find((name) => name.startsWith('cutover-')) ?? '';
    const report = read(join(folder, 'report.json'));
    const log = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    return {
      stdout,
      report,
      all: [...log, read('output'), read('summary'), report].join('\n'),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

describe.each(ACTS)('whatever is said when a step ends by %s', (act) => {
  test('gives the runner no command', async () => {
    const say =
      'x\r\u2028\u0085::error::no\n##[error]no\u000b ::add-mask::a\n\u200b::stop-commands::t\n#\u00ad#[x]';
    const { stdout } = await tell(say, { act });
    const ours = /^::(?:error|warning|group|endgroup|add-mask|debug)\b/;
    expect(
      stdout.split(/\r\n|\r|\n/).filter((line) => {
        const seen = line.replaceAll(
          /(?!\s|\u0085)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu,
          '',
        );
        const begins = /^[\s\u0085]*::/u.test(seen);
        return (begins || seen.includes('##[')) && !ours.test(line);
      }),
    ).toEqual([]);
    expect(stdout).not.toMatch(/^::(?:stop-commands|add-mask::a$)/m);
  });

  test('tells no secret', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const say = `postgres://app:s3cr3t-pw@db:5432/app ${token} --password s3cr3t-pw {"password":"s3cr3t-pw"} hidden-value`;
    const { all } = await tell(say, { act, hide: 'hidden-value' });
    expect(all).toContain('postgres://***@db:5432/app');
    expect(all).not.toContain('s3cr3t-pw');
    expect(all).not.toContain(token);
    // Before the step ran, nobody knew that value.
    expect(all).not.toContain('hidden-value');
  });
});

test('what is no secret stays: digests, commits, ARNs, ids', async () => {
  const say = `sha256:${'ab'.repeat(32)} ${'0123456789'.repeat(4)} arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf d-RPCR1U3TW`;
  const { all } = await tell(say, { act: 'succeed' });
  expect(all).not.toContain('***');
  for (const one of say.split(' ')) expect(all).toContain(one);
});

test.each([
  ['full', true, true],
  ['redacted', true, false],
  ['none', false, false],
])('show-logs: %s', async (showLogs, line, secret) => {
  const { all, report } = await tell('seen PGPASSWORD=s3cr3t-pw hidden-value', {
    hide: 'hidden-value',
    'show-logs': showLogs,
    act: 'succeed',
  });
  expect(all.includes('app | line seen')).toBe(line);
  expect(report.includes('"line seen')).toBe(line);
  expect(/line seen PGPASSWORD=s3cr3t-pw/.test(all)).toBe(secret);
  expect(all).not.toContain('hidden-value');
});
