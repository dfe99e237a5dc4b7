import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { DescribeParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;
let secrets: SecretsManagerClient;
let parameters: SSMClient;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 0, secrets: { 'shop/db': 'a', '/shop/token': 'b' } });
  const options = {
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  secrets = new SecretsManagerClient(options);
  parameters = new SSMClient(options);
});

afterAll(async () => {
  secrets.destroy();
  parameters.destroy();
  await running.close();
});

const gone = expect.objectContaining({ name: 'ResourceNotFoundException' });

test.each([
  'shop/db',
  'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/db',
  'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/db-AbCdEf',
])('what the control has set is found as %s', async (SecretId) => {
  expect(await secrets.send(new DescribeSecretCommand({ SecretId }))).toMatchObject({ Name: 'shop/db' });
});

test.each([
  'shop/other',
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf',
  'arn:aws:secretsmanager:us-east-1:210987654321:secret:shop/db-AbCdEf',
])('%s is not found', async (SecretId) => {
  await expect(secrets.send(new DescribeSecretCommand({ SecretId }))).rejects.toThrow(gone);
});

test('a secret from its creation to its deletion', async () => {
  const { ARN = '' } = await secrets.send(
    new CreateSecretCommand({ Name: 'shop/key', SecretString: 'c', KmsKeyId: 'alias/shop' }),
  );
  expect(running.sim.secrets.get(ARN)).toBe('c');
  expect(await secrets.send(new DescribeSecretCommand({ SecretId: ARN }))).toMatchObject({
    ARN,
    Name: 'shop/key',
    KmsKeyId: 'alias/shop',
  });
  await secrets.send(new DeleteSecretCommand({ SecretId: 'shop/key' }));
  await expect(secrets.send(new DescribeSecretCommand({ SecretId: ARN }))).rejects.toThrow(gone);
});

test('parameters are found by name', async () => {
  await parameters.send(new PutParameterCommand({ Name: 'plain', Value: 'x', Type: 'String' }));
  const { Parameters = [] } = await parameters.send(
    new DescribeParametersCommand({
      ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: ['/shop/token', 'plain', 'none'] }],
    }),
  );
  expect(Parameters.map(({ Name, Type }) => [Name, Type])).toEqual([
    ['/shop/token', 'SecureString'],
    ['plain', 'String'],
  ]);
});
