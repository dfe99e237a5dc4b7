import { expect, test } from '@jest/globals';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { call } from './call.ts';

const failure = (name: string, more: object = {}): Error =>
  Object.assign(new Error('said'), name === 'Error' ? {} : { name }, more);

test('what ECR throttles is asked again, which the SDK leaves undone', async () => {
  let asked = 0;
  const answer = await call('ecr:BatchGetImage', () => {
    asked += 1;
    return asked < 3 ? Promise.reject(failure('ThrottleException')) : Promise.resolve('image');
  });
  expect(answer).toBe('image');
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
])('a refusal%s is mended where it comes from', async (why, remedy) => {
  const error = failure('AccessDeniedException');
  error.message = `${WHO}${WHAT}${why}`;
  const thrown: unknown = await call('ecs:RunTask', () => Promise.reject(error)).catch(
    (caught: unknown) => caught,
  );
  expect(thrown).toBeInstanceOf(ConfigurationError);
  expect((thrown as ConfigurationError).remedy).toMatch(remedy);
});

test.each(['ExpiredTokenException', 'ExpiredToken', 'MissingAuthenticationTokenException'])(
  '%s is a matter of credentials',
  async (name) => {
    await expect(call('ecs:ListTasks', () => Promise.reject(failure(name)))).rejects.toMatchObject({
      name: 'ConfigurationError',
      remedy: expect.stringContaining('role-to-assume'),
    });
  },
);
