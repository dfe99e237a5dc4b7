import { describe, expect, test } from '@jest/globals';
import { diagnose, RECOGNISERS } from './diagnose.ts';
import type { Source } from './source.ts';

const ids = (source: Source, text: string): readonly string[] =>
  diagnose([{ source, text }]).map(({ id }) => id);

describe('the most specific cause comes first', () => {
  test.each<[string, Source, string, string]>([
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
      'elasticloadbalancing:DescribeTargetHealth reason',
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
    expect(findings.map(({ id }) => id)).toEqual(['postgres-password-wrong']);
    expect(findings[0]?.evidence).toEqual([
      'container log (web): FATAL:  password authentication failed for user "app"',
      'exit code (web): exit code 1',
      'ecs:DescribeTasks stoppedReason: Essential container in task exited',
    ]);
  });
});

test('a failure seen several times is one finding with its different evidence', () => {
  const findings = diagnose([
    { source: 'ecs:DescribeServices events', text: 'Essential container in task exited', subject: 'a' },
    { source: 'ecs:DescribeServices events', text: 'Essential container in task exited', subject: 'a' },
    { source: 'ecs:DescribeServices events', text: 'Essential container in task exited', subject: 'b' },
  ]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.evidence).toEqual([
    'ecs:DescribeServices events (a): Essential container in task exited',
    'ecs:DescribeServices events (b): Essential container in task exited',
  ]);
});

test('of several failures in one log each is found, the one nearest its end first', () => {
  const text =
    "KeyError: 'QUEUE_URL'\nok\nError: connect ECONNREFUSED 10.0.3.17:6379\r\nKeyError: 'QUEUE_URL'\nbye";
  expect(ids('container log', text)).toEqual(['variable-missing', 'connection-refused']);
});

test('a failure that the program survived is no cause, unless it gave up or ended', () => {
  const retried = 'connect ECONNREFUSED 10.0.3.17:6379, retrying (1/3)';
  expect(ids('container log', retried)).toEqual([]);
  expect(ids('container log', `${retried}\ngiving up after 3 attempts`)).toEqual(['connection-refused']);
  expect(
    diagnose([
      { source: 'container log', text: retried },
      { source: 'exit code', text: '1' },
    ]).map(({ id }) => id),
  ).toEqual(['connection-refused']);
  const dismissed = "ModuleNotFoundError: No module named 'uvloop' (falling back to asyncio)";
  expect(ids('container log', `${dismissed}\ngiving up after 3 attempts`)).toEqual([]);
});

describe('a declared relation folds a symptom into its root', () => {
  test.each<[string, readonly [Source, string][], readonly string[]]>([
    [
      'out of memory explains exit code 137',
      [
        ['ecs:DescribeTasks reason', 'OutOfMemoryError: Container killed due to memory usage'],
        ['exit code', '137'],
      ],
      ['oom-killed'],
    ],
    [
      'a host check explains the refused health check',
      [
        ['elasticloadbalancing:DescribeTargetHealth reason', 'Health checks failed with these codes: [400]'],
        [
          'container log',
          "ERROR Invalid HTTP_HOST header: '10.0.3.17:8080'. You may need to add it to ALLOWED_HOSTS.",
        ],
      ],
      ['django-disallowed-host'],
    ],
    [
      'a program that does not start explains the target that does not answer',
      [
        ['elasticloadbalancing:DescribeTargetHealth reason', 'Target.Timeout'],
        ['container log', 'Error: listen EADDRINUSE: address already in use :::3000'],
      ],
      ['port-in-use'],
    ],
    [
      'the idle group of a pair is no cause',
      [
        ['elasticloadbalancing:DescribeTargetHealth reason', 'Target.NotInUse'],
        ['container log', "KeyError: 'QUEUE_URL'"],
      ],
      ['variable-missing'],
    ],
  ])('%s', (_, observed, expected) => {
    const findings = diagnose(observed.map(([source, text]) => ({ source, text })));
    expect(findings.map(({ id }) => id)).toEqual(expected);
  });
});

test('long evidence is cut around what was recognised', () => {
  const [finding] = diagnose([
    { source: 'docker build', text: `${'x '.repeat(900)}no basic auth credentials${' y'.repeat(900)}` },
  ]);
  expect(finding?.evidence[0]).toContain('no basic auth credentials');
  expect(finding?.evidence[0]?.length).toBeLessThan(450);
});

describe('what is no failure, or none that anybody knows, gives no finding', () => {
  test.each<[Source, string]>([
    ['container log', ''],
    ['container log', 'Server listening on 0.0.0.0:8080'],
    ['container log', '1'],
    ['container log', 'GET /health 200 ELB-HealthChecker/2.0'],
    ['container log', 'request timed out, will retry'],
    ['container log', 'context canceled by client'],
    ['container log', 'user said TIMEOUT'],
    ['container log', 'migrated 12 tables in 300 ms'],
    ['container log', "TypeError: Cannot read properties of undefined (reading 'name')"],
    ['docker build', '#7 exporting manifest sha256:0000 done'],
    ['docker build', '#9 naming to example/app:1 done'],
    ['ecs:DescribeServices events', '(service web) has reached a steady state.'],
    ['ecs:DescribeServices events', '(service web) registered 1 targets in (target-group example)'],
    ['exit code', '0'],
    ['exit code', '42'],
    ['codedeploy:GetDeployment errorInformation', 'SOMETHING_NEW: a code that does not exist yet'],
    ['cloudformation:DescribeStackEvents ResourceStatusReason', 'Resource creation Initiated'],
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

describe('no text keeps the diagnosis busy', () => {
  const cpu = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  };

  /** Pieces of what a pattern looks for: repeated, they lead it into as many false beginnings as there are. */
  const pieces = ({ source }: RegExp): readonly string[] =>
    source
      .replaceAll(/\\[dwsbDWSB]|\[[^\]]*\]|\(\?[:!=<]+|[()|^$?+*]|\{\d+(?:,\d*)?\}/g, '\n')
      .replaceAll(/\\(.)/g, '$1')
      .split(/\n|\.(?=\n|$)/)
      .filter((piece) => piece.length >= 2);

  test('no pattern takes long on a log of many of the longest lines that are read', () => {
    const slow = RECOGNISERS.flatMap(({ id, patterns }) =>
      patterns.flatMap((pattern) => {
        const line = pieces(pattern).join(' ').repeat(40).slice(0, 500);
        const text = `${line}\n`.repeat(200);
        return cpu(() => [
          ...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}m`.replace('mm', 'm'))),
        ]) > 150
          ? [id]
          : [];
      }),
    );
    expect(slow).toEqual([]);
  });

  test('no pattern takes long on the longest text that it is given', () => {
    const slow = RECOGNISERS.flatMap(({ id, patterns }) =>
      patterns.flatMap((pattern) =>
        [...pieces(pattern), 'a', '0', ' ', '"', '/', 'a '].flatMap((piece) => {
          const text = piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000);
          return cpu(() => pattern.exec(text)) > 150 ? [`${id}: ${JSON.stringify(piece)}`] : [];
        }),
      ),
    );
    expect(slow).toEqual([]);
  });

  test.each([
    'a',
    'error: ',
    '"',
    'exec /',
    'role arn:aws:iam::1:role/a is not authorized to perform: ',
    '(',
    ' ',
  ])('a line of a megabyte of %j', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(cpu(() => diagnose([{ source: 'docker build', text }]))).toBeLessThan(1000);
  });

  test('the cause at the end, or at the beginning, of a long line is found', () => {
    const noise = 'x '.repeat(300_000);
    const cause = 'ActiveRecord::PendingMigrationError';
    expect(ids('container log', noise + cause)).toContain('rails-pending-migrations');
    expect(ids('container log', cause + noise)).toContain('rails-pending-migrations');
    expect(ids('container log', `${cause}\n${'y\n'.repeat(100)}`)).toContain('rails-pending-migrations');
  });
});
