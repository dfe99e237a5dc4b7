import { randomBytes, randomUUID } from 'node:crypto';
import type { CreateSecretRequest, CreateSecretResponse } from '@aws-sdk/client-secrets-manager';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** @throws ApiError ResourceExistsException */
export function createSecret(sim: Simulator, input: CreateSecretRequest): CreateSecretResponse {
  const { Name = '', SecretString = '', KmsKeyId } = input;
  const prefix = sim.arn('secretsmanager', `secret:${Name}-`);
  if ([...sim.secrets.keys()].some((key) => key.startsWith(prefix) && key.length === prefix.length + 6)) {
    throw new ApiError(
      'ResourceExistsException',
      `The operation failed because the secret ${Name} already exists.`,
    );
  }
  const ARN = `${prefix}${randomBytes(3).toString('hex')}`;
  sim.secrets.set(ARN, SecretString);
  sim.resources.put(
    'AWS::SecretsManager::Secret',
    ARN,
    KmsKeyId === undefined ? { Name } : { Name, KmsKeyId },
  );
  return { ARN, Name, VersionId: randomUUID() };
}
