import type {
  DeleteRepositoryPolicyRequest,
  DeleteRepositoryPolicyResponse,
  GetRepositoryPolicyRequest,
  GetRepositoryPolicyResponse,
  SetRepositoryPolicyRequest,
  SetRepositoryPolicyResponse,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import { invalid, type Registry } from './registry.ts';

/** Repository policies are kept and shown; who may push isn't decided by them. */
export function policyOperations(registry: Registry) {
  return {
    SetRepositoryPolicy: (input: SetRepositoryPolicyRequest): SetRepositoryPolicyResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const policyText = input.policyText ?? '';
      try {
        JSON.parse(policyText);
      } catch {
        throw invalid(
          `Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'`,
        );
      }
      repository.policy = policyText;
      return { registryId: registry.id, repositoryName: repository.name, policyText };
    },

    GetRepositoryPolicy: (input: GetRepositoryPolicyRequest): GetRepositoryPolicyResponse =>
      describe(registry, input.repositoryName, input.registryId),

    DeleteRepositoryPolicy: (input: DeleteRepositoryPolicyRequest): DeleteRepositoryPolicyResponse => {
      const answer = describe(registry, input.repositoryName, input.registryId);
      registry.repository(input.repositoryName).policy = undefined;
      return answer;
    },
  };
}

function describe(
  registry: Registry,
  name: string | undefined,
  registryId: string | undefined,
): GetRepositoryPolicyResponse {
  const repository = registry.repository(name, registryId);
  if (repository.policy === undefined) {
    throw new ApiError(
      'RepositoryPolicyNotFoundException',
      `Repository policy does not exist for the repository with name '${repository.name}' in the registry with id '${registry.id}'`,
    );
  }
  return { registryId: registry.id, repositoryName: repository.name, policyText: repository.policy };
}
