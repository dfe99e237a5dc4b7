import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const FIXTURE = fileURLToPath(new URL('fixtures/sample-step.ts', import.meta.url));

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly outputs: string;
  readonly state: string;
  readonly summary: string;
  readonly report: { outcome: { kind: string }; events: { type: string }[] } & Record<string, unknown>;
}

/** Runs the sample step in a process of its own, with the files that GitHub's runner prepares. */
async function run(
  inputs: Record<string, string>,
  options: {
    phase?: 'main' | 'post';
    env?: Record<string, string>;
    onOutput?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void;
  } = {},
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'edge-'));
  const file = (name: string): string => {
    writeFileSync(join(home, name), '');
    return join(home, name);
  };
  mkdirSync(join(home, 'app'));
  writeFileSync(join(home, 'app/task.json'), '{}');
  const config = options.env?.['SAMPLE_CONFIG'];
  if (config !== undefined) writeFileSync(join(home, 'cutover.yml'), config);
  const child = spawn(process.execPath, ['--conditions=@cutover/source', FIXTURE, options.phase ?? 'main'], {
    env: {
      PATH: process.env['PATH'],
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_WORKSPACE: home,
      RUNNER_TEMP: home,
      GITHUB_REPOSITORY: 'owner/shop',
      GITHUB_RUN_ID: '7',
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...options.env,
    },
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    options.onOutput?.(stdout, (signal) => child.kill(signal));
  });
  child.stderr.pipe(process.stderr);
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const read = (name: string): string => readFileSync(join(home, name), 'utf8');
  const outputs = read('output');
  const path = /^report<<(\S+)\n(.*)\n\1$/m.exec(outputs)?.[2];
  return {
    code,
    stdout,
    outputs,
    state: read('state'),
    summary: read('summary'),
    report: (path === undefined ? {} : JSON.parse(readFileSync(path, 'utf8'))) as Result['report'],
  };
}

function output(result: Result, name: string): string | undefined {
  return new RegExp(`^${name}<<(\\S+)\\n(.*)\\n\\1$`, 'm').exec(result.outputs)?.[2];
}

describe('the main entry', () => {
  test('a success writes outputs, summary and report, and exits 0', async () => {
    const result = await run({ act: 'succeed' });
    expect(result.code).toBe(0);
    expect(output(result, 'id')).toBe('r-1');
    expect(output(result, 'count')).toBe('2');
    expect(output(result, 'absent')).toBeUndefined();
    expect(output(result, 'finding')).toBeUndefined();
    expect(output(result, 'findings')).toBe('[]');
    expect(output(result, 'outcome')).toBe('succeeded');
    expect(result.state).toMatch(/^ended<<(\S+)\ntrue\n\1$/m);
    expect(result.summary).toContain('## ✅ Done.');
    expect(result.report.outcome.kind).toBe('succeeded');
    expect(result.report.events.map(({ type }) => type)).toEqual(['step.started', 'note', 'document']);
    expect(result.stdout).toContain('::group::A <document>');
    expect(result.stdout).not.toContain('::error');
  });

  test('a failure exits 1, keeps the outputs that are true and tells cause, evidence and fix', async () => {
    const result = await run({ act: 'fail' });
    expect(result.code).toBe(1);
    expect(output(result, 'id')).toBe('r-1');
    expect(output(result, 'outcome')).toBe('failed');
    const annotation = result.stdout.split('\n').filter((line) => line.startsWith('::error'));
    expect(annotation).toEqual([
      '::error title=sample failed::The cause | of it.%0AEvidence: word for word%0AEvidence: ::error::not a command%0AFix: Mend it.%0ASee: https://example.com/doc%0AIt <b>failed</b>.%0AThe old version serves. Mend it and run again.%0Ahttps://console.aws.amazon.com/x',
    ]);
    expect(result.summary).toContain('## ❌ It &lt;b&gt;failed&lt;/b&gt;.');
    expect(result.summary).toContain('**Cause:** The cause \\| of it.');
    expect(result.summary).toContain('### What went wrong');
    expect(result.summary).toContain('**What now:** The old version serves.');
    expect(output(result, 'finding')).toBe('sample');
    expect(JSON.parse(output(result, 'findings') ?? '')).toEqual([
      {
        id: 'sample',
        what: 'The cause | of it.',
        fix: 'Mend it.',
        link: 'https://example.com/doc',
        certainty: 'certain',
      },
    ]);
  });

  test('with language: ja, cause and fix are Japanese in annotation, summary, outputs and report', async () => {
    const result = await run({ act: 'diagnosed', language: 'ja' });
    const cause =
      'コンテナ app はポート 3000 で待ち受けていますが、ロードバランサーはポート 8080 に送っています。';
    expect(result.stdout).toMatch(new RegExp(`^::error title=sample failed::${cause}%0A`, 'm'));
    expect(result.stdout).toContain('See: https://docs.aws.amazon.com/ja_jp/AmazonECS/latest/x.html');
    expect(result.summary).toContain(`**Cause:** ${cause}`);
    expect(JSON.parse(output(result, 'findings') ?? '')).toMatchObject([{ id: 'wrong-port', what: cause }]);
    expect(result.report.outcome).toMatchObject({ findings: [{ id: 'wrong-port', cause }] });
    expect(JSON.stringify(result.report)).not.toContain('"facts"');
  });

  test('a secret in the names of a case is hidden in every language', async () => {
    for (const language of ['en', 'ja']) {
      const result = await run({ act: 'diagnosed', language, say: 'hunter2', passwords: 'DB=hunter2' });
      const said = [result.stdout.replaceAll(/^::add-mask::.*$/gm, ''), result.outputs, result.summary];
      expect({
        language,
        leaks: [...said, JSON.stringify(result.report)].map((text) => text.includes('hunter2')),
      }).toEqual({ language, leaks: [false, false, false, false] });
    }
  });

  test('each problem of a configuration is annotated; only a file of the workspace carries a position', async () => {
    const result = await run({ act: 'throw' });
    expect(result.code).toBe(1);
    expect(result.stdout).toContain(
      '::error title=sample failed,file=app/task.json,line=3,col=12::app/task.json:3:12: Unexpected comma.%0AFix: Remove it.',
    );
    expect(result.stdout).toContain(
      '::error title=sample failed::container-name: No such container.%0AFix: Name a container.',
    );
  });

  test('a missing file is named with its input and the place where it was looked for', async () => {
    const { code, stdout } = await run({ act: 'refuse' });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /Input task-definition: there is no file "no\/such\.json" \(looked for \/.*\/no\/such\.json\)/,
    );
  });

  test('a defect asks to be reported and shows its stack only when debugging', async () => {
    const result = await run({ act: 'defect' }, { env: { GITHUB_ACTION_REPOSITORY: 'owner/cutover' } });
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('Unexpected error: TypeError: x is undefined');
    expect(result.stdout).toContain('https://github.com/owner/cutover/issues');
    expect(result.stdout.split('\n').filter((line) => line.includes('sample-step.ts:'))).toEqual([
      expect.stringMatching(/^::debug::/),
    ]);
    // Whatever it left behind is for post to undo.
    expect(result.state).not.toContain('ended');
  });

  test('bad input is refused before the step runs', async () => {
    const result = await run({ act: 'suceed', sya: 'hi' });
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('Unknown input sya.%0AFix: Did you mean say?');
    expect(result.stdout).toContain('Input act: "suceed" is not one of succeed, fail');
    expect(result.state).toBe('');
    expect(result.summary).toContain('❌ Unknown input sya. (and 1 more to correct)');
  });

  test('the headline is one line, whatever a container wrote, and no command of the runner', async () => {
    const result = await run({ act: 'fail', say: 'a\u0085::error::b\u2028##[error]c\u200b\r\nd' });
    expect(output(result, 'headline')).toBe('It failed: a ::error::b ## [error]c d');
  });

  test('outputs that can’t be written are a failure, and the outcome is told all the same', async () => {
    const { code, stdout, summary } = await run(
      { act: 'succeed' },
      { env: { GITHUB_OUTPUT: '/no/such/folder/output' } },
    );
    expect(code).toBe(1);
    expect(stdout).toContain('::error::The outputs could not be written: Missing file at path');
    expect(summary).toContain('Done.');
  });

  test('what a container prints is never a command of the runner', async () => {
    const say = '::set-output name=a::b\n  ::add-mask::x\r##[error]no';
    const { stdout } = await run({ act: 'succeed', say });
    expect(stdout).toContain(
      ['00:00  ::set-output name=a::b', '       |   ::add-mask::x', '       | ## [error]no'].join('\n'),
    );
  });

  test('secrets are masked first and appear in no file', async () => {
    const result = await run({
      act: 'succeed',
      say: 'the password is hunter22',
      passwords: 'DB=hunter22\nAPI=t0ken==',
    });
    const lines = result.stdout.split('\n');
    expect(lines.indexOf('::add-mask::hunter22')).toBeGreaterThanOrEqual(0);
    expect(lines.indexOf('::add-mask::hunter22')).toBeLessThan(
      lines.findIndex((line) => line.includes('password is')),
    );
    expect(lines).toContain('::add-mask::t0ken==');
    expect(JSON.stringify(result.report)).not.toContain('hunter22');
    expect(JSON.stringify(result.report)).toContain('the password is ***');
    expect(result.summary).not.toContain('hunter22');
  });
});

test('the first signal cancels, the second does not break the cleanup off', async () => {
  let sent = 0;
  const result = await run(
    { act: 'wait' },
    {
      onOutput: (stdout, kill) => {
        if (!stdout.includes('waiting') || sent > 0) return;
        sent = 1;
        kill('SIGINT');
        setTimeout(() => kill('SIGTERM'), 100);
      },
    },
  );
  expect(result.code).toBe(1);
  expect(output(result, 'outcome')).toBe('cancelled');
  expect(result.summary).toContain('🚫 Cancelled and made safe.');
  // The `post:` step tries again to make safe what the main step could not.
  expect(result.state).not.toContain('ended');
});

describe('a configuration file', () => {
  const CONFIG = { env: { SAMPLE_CONFIG: 'actions: {sample: {say: from the file}}' } };

  test('gives inputs to the main entry, which remembers them for post', async () => {
    const result = await run({ act: 'succeed' }, CONFIG);
    expect(result.stdout).toContain('from the file');
    expect(result.stdout).toContain('cutover.yml: taken say.');
    expect(result.state).toContain('{"say":"from the file"}');
  });

  test('gives way to what stands under with:', async () => {
    const result = await run({ act: 'succeed', say: 'from the workflow' }, CONFIG);
    expect(result.stdout).not.toContain('from the file');
    expect(result.state).not.toContain('configured');
  });

  test('post acts by what was remembered, whatever the file says by then', async () => {
    const result = await run(
      { act: 'wait' },
      { phase: 'post', env: { STATE_resource: 'r-1', STATE_configured: '{"say":"from the file"}' } },
    );
    expect(result.stdout).toContain('by from the file');
  });

  test('post has nothing to do for a main entry that came no further than its inputs', async () => {
    const result = await run(
      { act: 'wait' },
      { phase: 'post', env: { STATE_configured: '{"say":"from the file"}' } },
    );
    expect(result.stdout).toBe('');
    expect(result.outputs).toBe('');
  });
});

describe('the post entry', () => {
  test('undoes what a killed step left behind', async () => {
    const result = await run({ act: 'wait' }, { phase: 'post', env: { STATE_resource: 'r-1' } });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('released r-1');
    expect(result.summary).toContain('Cleaned up after sample');
  });

  test('says and does nothing when the step had ended', async () => {
    const result = await run(
      { act: 'wait' },
      { phase: 'post', env: { STATE_resource: 'r-1', STATE_ended: 'true' } },
    );
    expect(result).toMatchObject({ code: 0, stdout: '', summary: '', outputs: '' });
  });

  test('takes away what a step that ended well had left on purpose', async () => {
    const result = await run(
      { act: 'wait' },
      { phase: 'post', env: { STATE_resource: 'r-1', STATE_left: 'a page', STATE_ended: 'true' } },
    );
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('took away a page');
    expect(result.stdout).not.toContain('released');
    expect(result.stdout).not.toContain('did not come to its end');
  });

  test('says nothing when the step had left nothing behind', async () => {
    const result = await run({ act: 'wait' }, { phase: 'post', env: { STATE_resource: 'released' } });
    expect(result).toMatchObject({ code: 0, stdout: '', summary: '', outputs: '' });
  });
});
