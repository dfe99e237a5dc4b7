import type { DescribeSecretRequest, DescribeSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { Simulator } from '../kernel/simulator.ts';
import { findSecret } from './known-secrets.ts';

/** @throws ApiError ResourceNotFoundException */
export function describeSecret(
  sim: Simulator,
  { SecretId = '' }: DescribeSecretRequest,
): DescribeSecretResponse {
  const { arn, name } = findSecret(sim, SecretId);
  const kmsKey = sim.resources.find('AWS::SecretsManager::Secret', arn)?.properties['KmsKeyId'];
  return {
    ARN: arn,
    Name: name,
    ...(typeof kmsKey === 'string' ? { KmsKeyId: kmsKey } : {}),
    VersionIdsToStages: { [`${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`]: ['AWSCURRENT'] },
  };
}
