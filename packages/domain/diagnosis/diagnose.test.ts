import { describe, expect, test } from '@jest/globals';
import { diagnose, RECOGNISERS } from './diagnose.ts';

const ids = (source: string, text: string): readonly string[] =>
  diagnose([{ source, text }]).map(({ id }) => id);

describe('the most specific cause comes first', () => {
  test.each([
    [
      'a tail inside the outer message of ECS',
      'ecs:DescribeTasks stoppedReason',
      'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key PASSWORD',
      'secret-json-key-missing',
    ],
    [
      'curly quotes',
      'ecs:DescribeTasks stoppedReason',
      'The task can’t pull the image. Check that the role has the permissions to pull images from the registry.',
      'pull-role-permission',
    ],
    [
      'a rate limit met by a task',
      'ecs:DescribeTasks stoppedReason',
      'CannotPullContainerError: ref pull has been retried 5 time(s): toomanyrequests: You have reached your pull rate limit.',
      'pull-docker-hub-rate-limit',
    ],
    [
      'the same rate limit met by a build',
      'docker build',
      'ERROR: failed to solve: node:24: toomanyrequests: You have reached your pull rate limit.',
      'docker-hub-rate-limit-build',
    ],
    [
      'the classic builder’s words for a missing file',
      'docker build',
      'COPY failed: file not found in build context or excluded by .dockerignore: stat missing: file does not exist',
      'build-copy-source-missing',
    ],
    ['a bare exit code', 'exit code', '127', 'exit-code-127'],
    [
      'a status code beside its reason',
      'elasticloadbalancing:DescribeTargetHealth',
      'Target.ResponseCodeMismatch: Health checks failed with these codes: [502]',
      'target-code-502',
    ],
    [
      'the code of CodeDeploy beside its message',
      'codedeploy:GetDeployment errorInformation',
      'ECS_UPDATE_ERROR: The ECS service cannot be updated due to an unexpected error: The container web does not exist in the task definition.',
      'ecs-update-container-missing',
    ],
  ])('%s', (_, source, text, id) => {
    expect(ids(source, text)[0]).toBe(id);
  });

  test('a symptom yields to the cause seen elsewhere, whatever came first', () => {
    const findings = diagnose([
      { source: 'ecs:DescribeTasks stoppedReason', text: 'Essential container in task exited' },
      { source: 'exit code', text: '1', subject: 'web' },
      {
        source: 'container log',
        text: 'starting\nFATAL:  password authentication failed for user "app"\nbye',
        subject: 'web',
      },
    ]);
    expect(findings.map(({ id }) => id)).toEqual([
      'postgres-password-wrong',
      'exit-code-1',
      'essential-container-exited',
    ]);
    expect(findings[0]?.evidence).toEqual([
      'container log (web): FATAL:  password authentication failed for user "app"',
    ]);
  });
});

test('a failure seen several times is one finding with its different evidence', () => {
  const findings = diagnose([
    { source: 'ecs:event', text: 'Essential container in task exited', subject: 'a' },
    { source: 'ecs:event', text: 'Essential container in task exited', subject: 'a' },
    { source: 'ecs:event', text: 'Essential container in task exited', subject: 'b' },
  ]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.evidence).toEqual([
    'ecs:event (a): Essential container in task exited',
    'ecs:event (b): Essential container in task exited',
  ]);
});

test('of several failures in one log each is found, in the order of the log', () => {
  const text =
    'exec format error\nok\nContainer secrets: AccessDeniedException: Access to KMS is not allowed\r\nexec format error';
  expect(ids('container log', text)).toEqual(['exec-format-error', 'secret-kms-denied']);
});

test('long evidence is cut around what was recognised', () => {
  const [finding] = diagnose([
    { source: 'docker build', text: `${'x '.repeat(2000)}no basic auth credentials${' y'.repeat(2000)}` },
  ]);
  expect(finding?.evidence[0]).toContain('no basic auth credentials');
  expect(finding?.evidence[0]?.length).toBeLessThan(450);
});

describe('what is no failure, or none that anybody knows, gives no finding', () => {
  test.each([
    ['container log', ''],
    ['container log', 'Server listening on 0.0.0.0:8080'],
    ['container log', '1'],
    ['container log', 'GET /health 200 ELB-HealthChecker/2.0'],
    ['container log', 'request timed out, will retry'],
    ['container log', 'context canceled by client'],
    ['container log', 'java.lang.OutOfMemoryError: Java heap space'],
    ['container log', 'user said TIMEOUT'],
    ['container log', 'migrated 12 tables in 300 ms'],
    ['container log', "TypeError: Cannot read properties of undefined (reading 'name')"],
    ['docker build', '#7 exporting manifest sha256:0000 done'],
    ['docker build', '#9 naming to example/app:1 done'],
    ['ecs:event', '(service web) has reached a steady state.'],
    ['ecs:event', '(service web) registered 1 targets in (target-group example)'],
    ['exit code', '0'],
    ['exit code', '42'],
    ['codedeploy:GetDeployment errorInformation', 'SOMETHING_NEW: a code that does not exist yet'],
    ['cloudformation:StackEvent', 'Resource creation Initiated'],
  ])('%s: %s', (source, text) => {
    expect(ids(source, text)).toEqual([]);
  });
});

test('a log of ten thousand lines that tells nothing is read through', () => {
  const line = `2026-01-01T00:00:00Z INFO request id=${'0123456789abcdef'.repeat(8)} status=200 path=/orders/1`;
  expect(ids('container log', `${line}\n`.repeat(10_000))).toEqual([]);
});

test('every recogniser has a cause, a fix and a page, and no pattern keeps state between calls', () => {
  for (const { id, cause, fix, url, patterns } of RECOGNISERS) {
    expect(id).toMatch(/^[a-z0-9-]+$/);
    expect(cause).toMatch(/[.)]$/);
    expect(fix).not.toBe('');
    expect(url).toMatch(/^https:\/\/\S+$/);
    expect(patterns.filter(({ flags }) => /[gy]/.test(flags))).toEqual([]);
  }
});
