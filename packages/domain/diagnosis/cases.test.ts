import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diagnose } from './diagnose.ts';
import type { Source } from './source.ts';

interface Case {
  readonly source: Source;
  readonly text: string;
  /** The first finding; null for what is no failure. */
  readonly finding: string | null;
}

/** Messages of builds, migrations, applications and AWS, with neutral names; and lines of healthy systems that look alike. */
const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Case[];

describe('the first finding of', () => {
  test.each(cases.map(({ finding, source, text }) => [source, text.slice(0, 120), finding, text] as const))(
    '%s: %s',
    (source, _, finding, text) => {
      expect(diagnose([{ source, text }])[0]?.id ?? null).toBe(finding);
    },
  );
});

describe('cause and fix name', () => {
  test.each<[string, Source, string, readonly string[]]>([
    ['the variable', 'container log', "KeyError: 'DATABASE_URL'", ['DATABASE_URL']],
    [
      'host, port and server',
      'container log',
      'Error: connect ECONNREFUSED 10.0.3.17:6379',
      ['10.0.3.17:6379', 'Redis'],
    ],
    ['the migration', 'container log', 'error: Dirty database version 11. Fix and force version.', ['11']],
    [
      'role, action and resource',
      'container log',
      'AccessDenied: User: arn:aws:sts::123456789012:assumed-role/web-task/0123 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::uploads/a" because no identity-based policy allows the s3:GetObject action',
      ['web-task', 's3:GetObject', 'arn:aws:s3:::uploads/a'],
    ],
    [
      'the secret and the execution role',
      'ecs:DescribeTasks stoppedReason',
      'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/web-execution/0123 is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf because no identity-based policy allows it',
      ['web-execution', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf'],
    ],
    [
      'the image',
      'ecs:DescribeTasks stoppedReason',
      'CannotPullContainerError: manifest for 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:42 not found: manifest unknown',
      ['123456789012.dkr.ecr.us-east-1.amazonaws.com/web:42'],
    ],
    ['the port', 'container log', 'Error: listen EACCES: permission denied 0.0.0.0:80', ['80']],
    ['the path', 'container log', "Error: EACCES: permission denied, mkdir '/app/.cache'", ['/app/.cache']],
    [
      'the table',
      'container log',
      'psycopg2.errors.UndefinedTable: relation "orders" does not exist',
      ['orders'],
    ],
    ['the package', 'docker build', 'E: Unable to locate package libpq5', ['libpq5']],
    [
      'the subnet',
      'ecs:DescribeTasks stoppedReason',
      "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-0123': InsufficientFreeAddressesInSubnet",
      ['subnet-0123'],
    ],
  ])('%s', (_, source, text, names) => {
    const [finding] = diagnose([{ source, text }]);
    const said = `${finding?.what} ${finding?.fix}`;
    expect(names.filter((name) => !said.includes(name))).toEqual([]);
  });

  test('nothing that may not be quoted', () => {
    const [finding] = diagnose([
      { source: 'container log', text: "KeyError: 'DATABASE_URL'", unquoted: true },
    ]);
    expect(JSON.stringify(finding)).not.toContain('DATABASE_URL');
    expect(finding?.what).toBe('The variable that the message names is not set in the container.');
  });

  test('no place of a text is left unfilled', () => {
    const said = cases.flatMap(({ source, text }) =>
      diagnose([{ source, text }]).flatMap(({ what, fix }) => [what, fix]),
    );
    expect(said.filter((text) => /\{[a-z]\w*(?:\|[^{}]*)?\}|the undefined| {2}|\(\)/.test(text))).toEqual([]);
  });
});
