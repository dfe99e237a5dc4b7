import { expect, test } from '@jest/globals';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { withPlace } from './with-place.ts';

const refused = (what: string, action = 'ecs:RegisterTaskDefinition'): AwsCallError =>
  new AwsCallError({ action, code: 'ClientException', what, fix: 'Read it.' });

const MESSAGE =
  "1 validation error detected: Value 'correct-horse' at 'containerDefinitions.2.member.portMappings.1.member.protocol' failed to satisfy constraint: Member must satisfy enum value set: [tcp, udp]";

const nowhere = { placeOf: undefined, inputOf: () => undefined };

test('what AWS’s validation refuses has the place in the file, and not the value', () => {
  const error = withPlace(refused(MESSAGE), {
    placeOf: (path) => {
      expect(path).toEqual(['containerDefinitions', 1, 'portMappings', 0, 'protocol']);
      return { file: 'task.json', line: 3, column: 7 };
    },
    inputOf: () => undefined,
  });
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as Error).message).toBe(
    'task.json:3:7: ECS refuses containerDefinitions.2.member.portMappings.1.member.protocol: Member must satisfy enum value set: [tcp, udp]',
  );
});

test('or the name of the input that gave it', () => {
  const error = withPlace(refused(MESSAGE), { placeOf: () => ({ file: 'task.json' }), inputOf: () => 'cpu' });
  expect((error as Error).message).toMatch(/^Input cpu: ECS refuses/);
});

test.each([
  refused('No Fargate configuration exists for given values.'),
  refused(MESSAGE, 'ecs:DescribeServices'),
  new Error(MESSAGE),
])('another error stays what it is', (error) => {
  expect(withPlace(error, nowhere)).toBe(error);
});
