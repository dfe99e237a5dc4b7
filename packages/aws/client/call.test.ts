import { expect, test } from '@jest/globals';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { call as callWith } from './call.ts';
import { testConnection } from '../testing/connection.ts';

const failure = (name: string, more: object = {}): Error =>
  Object.assign(new Error('said'), name === 'Error' ? {} : { name }, more);

const call = async (action: string, send: () => Promise<unknown>): Promise<unknown> =>
  await callWith({ connection: testConnection() }, action, send);

test('keys that AWS calls expired are renewed once, where they can be', async () => {
  let asked = 0;
  let renewed = 0;
  const options = { connection: testConnection(), expire: () => (renewed += 1) };
  const send = (): Promise<never> => {
    asked += 1;
    return Promise.reject(failure('ExpiredTokenException'));
  };
  await expect(callWith(options, 'ecs:ListTasks', send)).rejects.toThrow(/ecs:ListTasks/);
  expect({ asked, renewed }).toEqual({ asked: 2, renewed: 1 });
  await expect(call('ecs:ListTasks', send)).rejects.toThrow(/ecs:ListTasks/);
  expect(asked).toBe(3);
});

test.each<[string, Error, string, boolean]>([
  ['a connection that broke', failure('Error', { code: 'ECONNRESET' }), 'ECONNRESET', true],
  ['a name that does not resolve now', failure('Error', { code: 'EAI_AGAIN' }), 'EAI_AGAIN', true],
  [
    'a host that refuses on all addresses',
    failure('AggregateError', { code: 'ECONNREFUSED' }),
    'ECONNREFUSED',
    true,
  ],
  ['no answer in time', failure('TimeoutError', { code: 'ETIMEDOUT' }), 'TimeoutError', true],
  [
    'trouble of the service',
    failure('InternalFailure', { $metadata: { httpStatusCode: 500 } }),
    'InternalFailure',
    true,
  ],
  [
    'throttling',
    failure('ThrottlingException', { $metadata: { httpStatusCode: 400 } }),
    'ThrottlingException',
    true,
  ],
  [
    'a quota',
    failure('LimitExceededException', { $metadata: { httpStatusCode: 400 } }),
    'LimitExceededException',
    false,
  ],
  ['the page of a proxy', failure('SyntaxError', { $metadata: { httpStatusCode: 502 } }), 'HTTP 502', true],
  ['a refusal', failure('ClientException', { $metadata: { httpStatusCode: 400 } }), 'ClientException', false],
])('%s', async (_, error, code, transient) => {
  const thrown: unknown = await call('ecs:ListTasks', () => Promise.reject(error)).catch(
    (caught: unknown) => caught,
  );
  expect(thrown).toBeInstanceOf(AwsCallError);
  expect(thrown).toMatchObject({ code, transient });
});

const WHO = 'User: arn:aws:sts::123456789012:assumed-role/deploy/run is not authorized to perform: ';
const WHAT = 'ecs:RunTask on resource: arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';

test.each([
  ['', /^Grant ecs:RunTask on arn:\S+ to the role: \{"Effect":"Allow","Action":"ecs:RunTask"/],
  [' because no identity-based policy allows the ecs:RunTask action', /^Grant ecs:RunTask/],
  [
    ' with an explicit deny in a service control policy',
    /^Remove the denial of ecs:RunTask .* service control policy/,
  ],
  [
    ' with an explicit deny in an identity-based policy',
    /^Remove the denial of ecs:RunTask .* identity-based policy/,
  ],
  [
    ' because no permissions boundary allows the ecs:RunTask action',
    /^Allow ecs:RunTask .* in the permissions boundary/,
  ],
  [' because no session policy allows the ecs:RunTask action', /^Allow ecs:RunTask .* in the session policy/],
])('a refusal%s is mended where it comes from', async (why, fix) => {
  const error = failure('AccessDeniedException');
  error.message = `${WHO}${WHAT}${why}`;
  const thrown: unknown = await call('ecs:RunTask', () => Promise.reject(error)).catch(
    (caught: unknown) => caught,
  );
  expect(thrown).toBeInstanceOf(ConfigurationError);
  expect((thrown as ConfigurationError).fix).toMatch(fix);
});

test.each(['ExpiredTokenException', 'ExpiredToken', 'MissingAuthenticationTokenException'])(
  '%s is a matter of credentials',
  async (name) => {
    await expect(call('ecs:ListTasks', () => Promise.reject(failure(name)))).rejects.toMatchObject({
      name: 'ConfigurationError',
      fix: expect.stringContaining('role-to-assume'),
    });
  },
);

test('a look that has ended makes no call any more', async () => {
  let asked = 0;
  const ended = new Error('the time is over');
  const connection = testConnection({ closed: AbortSignal.abort(ended) });
  const send = async (): Promise<number> => await Promise.resolve((asked += 1));
  await expect(callWith({ connection }, 'ecs:ListTasks', send)).rejects.toBe(ended);
  expect(asked).toBe(0);
});
