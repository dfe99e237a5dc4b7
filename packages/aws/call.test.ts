import { expect, test } from '@jest/globals';
import { AwsCallError } from '@cutover/domain/errors';
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
  ['a refusal', failure('ClientException', { $metadata: { httpStatusCode: 400 } }), 'ClientException', false],
])('%s', async (_, error, code, transient) => {
  const thrown: unknown = await call('ecs:ListTasks', () => Promise.reject(error)).catch(
    (caught: unknown) => caught,
  );
  expect(thrown).toBeInstanceOf(AwsCallError);
  expect(thrown).toMatchObject({ code, transient });
});
