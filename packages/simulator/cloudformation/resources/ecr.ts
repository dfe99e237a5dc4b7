import type {
  CreateRepositoryRequest,
  CreateRepositoryResponse,
  ImageTagMutabilityExclusionFilter,
} from '@aws-sdk/client-ecr';
import type { Simulator } from '../../kernel/simulator.ts';
import { tagChanges, tagsOf, toApi } from './api-names.ts';
import { type Properties, type ResourceHandler, string } from './handler.ts';

/** AWS::ECR::Repository */
export const repository: ResourceHandler = {
  create: async ({ sim, physicalName, created }, properties) => {
    const { repository: made } = await sim.call<CreateRepositoryResponse>('ecr', 'CreateRepository', {
      repositoryName: string(properties, 'RepositoryName') ?? physicalName(256, { lowerCase: true }),
      ...mutability(properties),
      imageScanningConfiguration: toApi(properties['ImageScanningConfiguration']),
      encryptionConfiguration: toApi(properties['EncryptionConfiguration']),
      tags: tagsOf(properties['Tags']),
    });
    const repositoryName = made?.repositoryName ?? '';
    created(repositoryName);
    const policy = lifecyclePolicy(properties);
    if (policy !== undefined) {
      await sim.call('ecr', 'PutLifecyclePolicy', { repositoryName, lifecyclePolicyText: policy });
    }
    await setPolicy(sim, repositoryName, properties, {});
    return {
      physicalId: repositoryName,
      attributes: { Arn: made?.repositoryArn, RepositoryUri: made?.repositoryUri },
    };
  },

  update: async ({ sim }, repositoryName, properties, previous) => {
    await sim.call('ecr', 'PutImageTagMutability', { repositoryName, ...mutability(properties) });
    await sim.call('ecr', 'PutImageScanningConfiguration', {
      repositoryName,
      imageScanningConfiguration: toApi(properties['ImageScanningConfiguration']) ?? { scanOnPush: false },
    });
    const policy = lifecyclePolicy(properties);
    if (policy !== undefined) {
      await sim.call('ecr', 'PutLifecyclePolicy', { repositoryName, lifecyclePolicyText: policy });
    } else if (lifecyclePolicy(previous) !== undefined) {
      await sim.call('ecr', 'DeleteLifecyclePolicy', { repositoryName });
    }
    await setPolicy(sim, repositoryName, properties, previous);
    const { set, removed } = tagChanges(properties['Tags'], previous['Tags']);
    const resourceArn = sim.arn('ecr', `repository/${repositoryName}`);
    if (set.length > 0) await sim.call('ecr', 'TagResource', { resourceArn, tags: set });
    if (removed.length > 0) await sim.call('ecr', 'UntagResource', { resourceArn, tagKeys: removed });
  },

  delete: async ({ sim }, repositoryName, properties) => {
    await sim.call('ecr', 'DeleteRepository', {
      repositoryName,
      force: properties['EmptyOnDelete'] === true,
    });
  },
};

async function setPolicy(
  sim: Simulator,
  repositoryName: string,
  properties: Properties,
  previous: Properties,
): Promise<void> {
  const policy = properties['RepositoryPolicyText'];
  if (policy !== undefined) {
    const policyText = typeof policy === 'string' ? policy : JSON.stringify(policy);
    await sim.call('ecr', 'SetRepositoryPolicy', { repositoryName, policyText });
  } else if (previous['RepositoryPolicyText'] !== undefined) {
    await sim.call('ecr', 'DeleteRepositoryPolicy', { repositoryName });
  }
}

function lifecyclePolicy(properties: Properties): string | undefined {
  return (properties['LifecyclePolicy'] as { LifecyclePolicyText?: string } | undefined)?.LifecyclePolicyText;
}

/** CloudFormation spells the members of a filter out; the API doesn't. */
function mutability(
  properties: Properties,
): Pick<CreateRepositoryRequest, 'imageTagMutability' | 'imageTagMutabilityExclusionFilters'> {
  const filters = properties['ImageTagMutabilityExclusionFilters'] as
    | {
        ImageTagMutabilityExclusionFilterType: ImageTagMutabilityExclusionFilter['filterType'];
        ImageTagMutabilityExclusionFilterValue: string;
      }[]
    | undefined;
  return {
    imageTagMutability: (string(properties, 'ImageTagMutability') ??
      'MUTABLE') as CreateRepositoryRequest['imageTagMutability'],
    imageTagMutabilityExclusionFilters: filters?.map((filter) => ({
      filterType: filter.ImageTagMutabilityExclusionFilterType,
      filter: filter.ImageTagMutabilityExclusionFilterValue,
    })),
  };
}
