import { expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { redactor, redactSecretsByForm } from './redact.ts';

test.each<[string, readonly string[], string, string]>([
  ['a value', ['secret'], 'a secret here', 'a *** here'],
  ['each time', ['secret'], 'secret secret', '*** ***'],
  ['one that contains another', ['abc', 'abcdef'], 'abcdef abc', '*** ***'],
  ['the lines of a longer text', ['first-line\nsecond-line'], 'got second-line', 'got ***'],
  ['no short lines', ['-----BEGIN\n}\n-----END'], 'a } b', 'a } b'],
  ['as JSON writes it', ['a"b\\c'], String.raw`{"x":"a\"b\\c"}`, '{"x":"***"}'],
  ['nothing of one or two characters', ['ab', ''], 'ab', 'ab'],
  ['white space around is no part of it', [' secret\n'], 'secret!', '***!'],
])('hides %s', (_, secrets, text, expected) => {
  expect(redactor(secrets)(text)).toBe(expected);
});

test('whatever the value and wherever it stands', () => {
  const value = string({ minLength: 3, maxLength: 30 }).map((text) => `§${text.replaceAll(/\s/g, '_')}§`);
  assert(
    property(value, string(), string(), (secret, before, after) => {
      expect(redactor([secret])(before + secret + after)).not.toContain(secret);
      expect(redactor([secret])(JSON.stringify(before + secret + after))).not.toContain(secret);
    }),
  );
});

test('a short value is hidden as a word, not inside of other words', () => {
  expect(redactor(['prod'])('prod in production, prod-1')).toBe('*** in production, ***-1');
});

/** Failures of real tools, with a URL or a password in them. */
const PASSWORD = 's3cr3t-pw';
test.each<[string, string]>([
  [
    'Rails',
    `ActiveRecord::DatabaseConnectionError: There is an issue connecting with your hostname: db. URL postgresql://app:${PASSWORD}@db:5432/shop could not be reached`,
  ],
  [
    'Rails, a URL that is none',
    `URI::InvalidURIError: bad URI(is not URI?): "postgres://app:${PASSWORD}[@db/shop"`,
  ],
  ['Rails, a configuration', `{:adapter=>"postgresql", :username=>"app", :password=>"${PASSWORD}"}`],
  ['Rails, of Ruby 3.4', `{adapter: "postgresql", username: "app", password: "${PASSWORD}"}`],
  ['Django', `{'ENGINE': 'django.db.backends.postgresql', 'PASSWORD': '${PASSWORD}', 'HOST': 'db'}`],
  ['Django, from its URL', `ImproperlyConfigured: DATABASE_URL=postgres://app:${PASSWORD}@db:5432/shop`],
  [
    'Prisma',
    `Error: P1001: Can't reach database server at postgresql://app:${PASSWORD}@db:5432/shop?schema=public`,
  ],
  ['Prisma, an environment', `Environment variable DATABASE_URL: "mysql://app:${PASSWORD}@db/shop"`],
  [
    'Flyway',
    `Unable to obtain connection from database (jdbc:postgresql://db/shop?user=app&password=${PASSWORD}) for user 'app'`,
  ],
  ['Flyway, its arguments', `flyway -url=jdbc:postgresql://db/shop -user=app -password=${PASSWORD} migrate`],
  ['Go', `dial: app:${PASSWORD}@tcp(db:3306)/shop?parseTime=true`],
  ['.NET', `Server=db;User Id=app;Password=${PASSWORD};Encrypt=true`],
  ['a split password', `postgres://app:a/${PASSWORD}@db/shop`],
  ['psql', `PGPASSWORD=${PASSWORD} psql -h db`],
  ['a password with an at sign and a slash', `amqps://app:p@ss/${PASSWORD}@mq:5671/shop`],
  ['a URL that is escaped as a whole', `url=postgres%3A%2F%2Fapp%3A${PASSWORD}%40db%2Fshop`],
  ['ODBC', `Driver={ODBC Driver 18};Server=db;Uid=app;Pwd={${PASSWORD}};Encrypt=yes`],
  ['Go, a printed struct', `{Host:db Password:${PASSWORD} Port:5432}`],
  ['XML', `<dataSource><password>${PASSWORD}</password></dataSource>`],
  ['a setting of .NET', `<add key="DbPassword" value="${PASSWORD}" />`],
  ['a variable of a task definition', `{"name": "DB_PASSWORD", "value": "${PASSWORD}"}`],
  ['a variable of a task definition in YAML', `- name: DB_PASSWORD\n  value: ${PASSWORD}`],
  ['one of several variables', `DB_PASSWORD_PROD=${PASSWORD}`],
  ['sqlcmd', `sqlcmd -S db -U app -P ${PASSWORD} -Q "select 1"`],
  ['ldapsearch', `ldapsearch -x -D cn=app -w ${PASSWORD} -b dc=shop`],
  ['redis-cli', `redis-cli -h cache -a ${PASSWORD} ping`],
  ['a netrc', `machine example.com login app password ${PASSWORD}`],
  ['Laravel', `APP_KEY=base64:${PASSWORD}`],
  ['mysql', `mysql -h db -u root -p${PASSWORD} shop`],
  ['curl', `curl -s -u app:${PASSWORD} http://db/`],
  ['an option', `manage.py migrate --password ${PASSWORD} --noinput`],
  ['an argument vector', `["mysqldump","--password","${PASSWORD}"]`],
  ['JSON', `{"password":"${PASSWORD}","user":"app"}`],
  ['JSON in JSON', String.raw`{"message":"{\"password\":\"${'s3cr3t-pw'}\"}"}`],
  ['YAML', `password: ${PASSWORD}`],
  ['colours', `\u001b[36mpassword\u001b[0m=${PASSWORD}\u001b[0m`],
  ['a header', `Authorization: Basic ${PASSWORD}`],
  ['a query', `GET /x?access_token=${PASSWORD}&page=2`],
  ['a signed URL', `https://b.s3.amazonaws.com/x?X-Amz-Signature=${PASSWORD}`],
  ['SQL', `ALTER ROLE app WITH PASSWORD '${PASSWORD}'`],
])('a password does not leave: %s', (_, text) => {
  const told = redactSecretsByForm(text);
  expect(told).not.toContain(PASSWORD);
  expect(told).toContain('***');
});

test.each([
  ['GitHub', `ghp_${'aB3'.repeat(12)}`],
  ['GitHub, fine-grained', `github_pat_${'aB3'.repeat(12)}`],
  ['AWS', 'AKIAIOSFODNN7EXAMPLE'],
  ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_1'],
  // In pieces, so that no scanner of repositories takes them for real.
  ['Stripe', ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_')],
  ['Slack', ['xoxb', '123456789012', 'abcdefABCDEF'].join('-')],
  ['npm', `npm_${'aB3'.repeat(12)}`],
  ['GitLab', `glpat-${'aB3'.repeat(7)}`],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----'],
])('a token of a known form does not leave: %s', (_, token) => {
  expect(redactSecretsByForm(`before ${token} after`)).toBe('before *** after');
});

test.each([
  `sha256:${'0123456789abcdef'.repeat(4)}`,
  '0123456789abcdef0123456789abcdef01234567',
  'arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf:PASSWORD::',
  'arn:aws:ecs:us-east-1:123456789012:task/shop/0123456789abcdef0123456789abcdef',
  '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@sha256:0123',
  'FATAL: password authentication failed for user "app"',
  'password: must be at least 8 characters',
  'Unexpected token "<", "<!DOCTYPE "... is not valid JSON',
  'docker buildx build --secret id=npm,env=NPM_TOKEN --build-arg TOKEN --ssh default .',
  "Access denied for user 'app'@'10.0.0.7' (using password: YES)",
  'Add permissions: id-token: write.',
  'already exists. (RequestToken: 34d4fe5b-3fc0-5ef1-a357-48740bb4c641, HandlerErrorCode: AlreadyExists)',
  'git+ssh://git@github.com/x/y.git',
  'https://example.com/path?email=a@example.com',
  'password=${DB_PASSWORD} and $TOKEN',
  'PWD=/app',
  'max_tokens=100',
  'unable to retrieve secret from asm: service call has been retried 1 time(s)',
])('what is no secret stays: %s', (text) => {
  expect(redactSecretsByForm(text)).toBe(text);
});

test.each([
  'a',
  'password:',
  'password: a b',
  'password="',
  'token:',
  'token=$',
  '--password ',
  'secret\\"',
  '://',
  '://a:b@ ',
  'https://a:b/',
  'eyJ',
  'eyJaaaaaaa.',
  'xoxb-',
  'sk-a',
  'Bearer ',
  '-----BEGIN PRIVATE KEY-----',
  'mysql a ',
  'curl -u ',
  'cookie: ',
  '?key=',
  'a:b@tcp',
  '%3A%2F%2Fa',
  'redis-cli a ',
  'ldapsearch a ',
  'machine a login b password ',
  'name: password ',
  'name="aaaa',
  '<aaaa',
  'key="aaaa',
  'pwd={a',
  'db://a@b/',
  'a1b2c3d4e5f60718',
  '\\',
])('a megabyte of %j takes less than a second of CPU', (piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const before = process.cpuUsage();
  redactSecretsByForm(text);
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});

/** Thirty-two characters as tokens have them. */
const A = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hJ';
const HEX = '0123456789abcdef';
test.each<[string, readonly string[]]>([
  ['GitLab', ['glft-', A]],
  ['GitLab with a suffix', ['glpat-', A, '.01.', 'a1b2c3d4e']],
  ['Teams', ['https://octo.webhook.office.com/webhookb2/', HEX, '@', HEX, '/IncomingWebhook/', HEX, HEX]],
  ['Google', ['GOCSPX-', A]],
  ['RubyGems', ['rubygems_', HEX, HEX, HEX]],
  ['crates.io', ['cio', A]],
  ['NuGet', ['oy2', HEX, HEX, 'abcdefghijk']],
  ['Entra ID', ['abc8', 'Q~', A, 'ab']],
  ['Vault', ['hvs.', A, A]],
  ['a session of AWS', ['IQoJb3JpZ2lu', 'X2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ', A]],
  ['Mailgun', ['key-', HEX, HEX]],
  ['Mailchimp', [HEX, HEX, '-us12']],
  ['New Relic', ['NRAK-', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ1']],
  ['Sentry', ['sntrys_', A, A]],
  ['Grafana', ['glsa_', A, '_01234567']],
  ['Honeycomb', ['hcaik_', A, A]],
  ['Square', ['sq0atp-', A]],
  ['Linear', ['lin_api_', A, A]],
  ['Notion', ['ntn_', A, A]],
  ['Postman', ['PMAK-', HEX, '01234567-', HEX, HEX, '01']],
  ['Figma', ['figd_', A, A]],
  ['Telegram', ['123456789', ':AA', `${A}a`]],
  ['Doppler', ['dp.pt.', A, A]],
  ['Pulumi', ['pul-', HEX, HEX, '01234567']],
  ['HCP Terraform', ['abcdefghij1234', '.atlasv1.', A, A]],
  ['PlanetScale', ['pscale_pw_', A, A]],
  ['Fly', ['FlyV1 fm2_', A, A]],
  ['Heroku', ['HRKU-', A, A]],
  ['Netlify', ['nfp_', A, A]],
  ['Vercel', ['vercel_blob_rw_', A, A]],
  ['Supabase', ['sbp_', HEX, HEX, '01234567']],
  ['Atlassian', ['ATATT3xFfGF0', A, A, A]],
  ['Bitbucket', ['ATBB', A]],
  ['Dropbox', ['sl.', A, A, A, A, A]],
  ['age', ['AGE-SECRET-KEY-1', 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 'QPZRY9X8GF2TVDW0S3JN54KHCE']],
  ['Okta', ['SSWS ', '00', A]],
])('a token of %s never leaves', (_, parts) => {
  const said = redactSecretsByForm(`the token ${parts.join('')} was refused`);
  expect(said).toContain('***');
  expect(said).not.toContain(parts.at(-1)?.slice(0, 12));
  expect(said).toMatch(/^the token .* was refused$/);
});

test.each([
  '{"name":"DB_PASSWORD","valueFrom":"arn:aws:ssm:us-east-1:123456789012:parameter/db"}',
  '{"name":"LOG_LEVEL","value":"debug"}',
  'key-rotation is off, cache-key-0123456789abcdef0123456789abcdef',
  'https://registry.example.com/@octo/shop',
  '<password></password>',
  'token_type=bearer',
  'redis-cli -h cache ping',
])('nor is this taken for a secret: %s', (text) => {
  expect(redactSecretsByForm(text)).toBe(text);
});
