import type { DeleteSecretRequest, DeleteSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { Simulator } from '../kernel/simulator.ts';
import { findSecret } from './known-secrets.ts';

/** Deletes at once, whatever the recovery window: what waits for its deletion can't be read either. */
export function deleteSecret(sim: Simulator, { SecretId = '' }: DeleteSecretRequest): DeleteSecretResponse {
  const { key, arn, name } = findSecret(sim, SecretId);
  sim.secrets.delete(key);
  sim.resources.delete('AWS::SecretsManager::Secret', arn);
  return { ARN: arn, Name: name, DeletionDate: sim.clock.date() };
}
