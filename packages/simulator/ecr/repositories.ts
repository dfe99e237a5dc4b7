import type {
  CreateRepositoryRequest,
  CreateRepositoryResponse,
  DeleteRepositoryRequest,
  DeleteRepositoryResponse,
  DescribeRepositoriesRequest,
  DescribeRepositoriesResponse,
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  PutImageScanningConfigurationRequest,
  PutImageScanningConfigurationResponse,
  PutImageTagMutabilityRequest,
  PutImageTagMutabilityResponse,
  Repository as RepositoryDescription,
  Tag,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import type { Caller } from '../kernel/service.ts';
import { page } from './page.ts';
import { invalid, missingRepository, type Registry } from './registry.ts';
import { newRepository, type Repository } from './repository.ts';

const NAME = /^(?=.{2,256}$)[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const MUTABILITY = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'];

/** Operations on repositories and their settings. */
export function repositoryOperations(registry: Registry) {
  const describe = (repository: Repository, caller: Caller): RepositoryDescription => ({
    repositoryArn: repository.arn,
    registryId: registry.id,
    repositoryName: repository.name,
    repositoryUri: registry.uri(repository, caller),
    createdAt: repository.createdAt,
    imageTagMutability: repository.mutability,
    ...(repository.exclusionFilters.length === 0
      ? {}
      : { imageTagMutabilityExclusionFilters: [...repository.exclusionFilters] }),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: repository.encryption,
  });

  return {
    CreateRepository: (input: CreateRepositoryRequest, caller: Caller): CreateRepositoryResponse => {
      const name = input.repositoryName ?? '';
      if (!NAME.test(name)) {
        throw invalid(
          `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '${NAME.source}''`,
        );
      }
      checkMutability(input);
      if (registry.repositories.has(name)) {
        throw new ApiError(
          'RepositoryAlreadyExistsException',
          `The repository with name '${name}' already exists in the registry with id '${registry.id}'`,
        );
      }
      const repository = newRepository({
        name,
        arn: registry.sim.arn('ecr', `repository/${name}`),
        createdAt: registry.sim.clock.date(),
        encryption: { encryptionType: 'AES256', ...input.encryptionConfiguration },
        mutability: input.imageTagMutability ?? 'MUTABLE',
        exclusionFilters: input.imageTagMutabilityExclusionFilters ?? [],
        scanOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
      });
      setTags(repository, input.tags ?? []);
      registry.repositories.set(name, repository);
      return { repository: describe(repository, caller) };
    },

    DescribeRepositories: (
      input: DescribeRepositoriesRequest,
      caller: Caller,
    ): DescribeRepositoriesResponse => {
      const found =
        input.repositoryNames?.map((name) => registry.repository(name, input.registryId)) ??
        [...registry.repositories.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
      const { items, nextToken } = page(found, input, 100);
      return { repositories: items.map((repository) => describe(repository, caller)), nextToken };
    },

    DeleteRepository: async (
      input: DeleteRepositoryRequest,
      caller: Caller,
    ): Promise<DeleteRepositoryResponse> => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      if (repository.images.size > 0 && input.force !== true) {
        throw new ApiError(
          'RepositoryNotEmptyException',
          `The repository with name '${repository.name}' in registry with id '${registry.id}' cannot be deleted because it still contains images`,
        );
      }
      repository.lifecyclePolicy?.timer.cancel();
      registry.repositories.delete(repository.name);
      await registry.sweep(repository.layers);
      return { repository: describe(repository, caller) };
    },

    PutImageTagMutability: (input: PutImageTagMutabilityRequest): PutImageTagMutabilityResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      checkMutability(input);
      repository.mutability = input.imageTagMutability ?? 'MUTABLE';
      repository.exclusionFilters = input.imageTagMutabilityExclusionFilters ?? [];
      return {
        registryId: registry.id,
        repositoryName: repository.name,
        imageTagMutability: repository.mutability,
        ...(repository.exclusionFilters.length === 0
          ? {}
          : { imageTagMutabilityExclusionFilters: [...repository.exclusionFilters] }),
      };
    },

    PutImageScanningConfiguration: (
      input: PutImageScanningConfigurationRequest,
    ): PutImageScanningConfigurationResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      repository.scanOnPush = input.imageScanningConfiguration?.scanOnPush ?? false;
      return {
        registryId: registry.id,
        repositoryName: repository.name,
        imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
      };
    },

    TagResource: (input: TagResourceRequest): object => {
      setTags(byArn(registry, input.resourceArn), input.tags ?? []);
      return {};
    },

    UntagResource: (input: UntagResourceRequest): object => {
      const repository = byArn(registry, input.resourceArn);
      for (const key of input.tagKeys ?? []) repository.resourceTags.delete(key);
      return {};
    },

    ListTagsForResource: (input: ListTagsForResourceRequest): ListTagsForResourceResponse => ({
      tags: [...byArn(registry, input.resourceArn).resourceTags].map(([Key, Value]) => ({ Key, Value })),
    }),
  };
}

function checkMutability(
  input: Pick<CreateRepositoryRequest, 'imageTagMutability' | 'imageTagMutabilityExclusionFilters'>,
): void {
  const { imageTagMutability: mode = 'MUTABLE', imageTagMutabilityExclusionFilters: filters = [] } = input;
  if (!MUTABILITY.includes(mode)) {
    throw invalid(
      `Invalid parameter at 'imageTagMutability' failed to satisfy constraint: 'must be one of [${MUTABILITY.join(', ')}]'`,
    );
  }
  // Up to five filters, 1-128 characters of [0-9a-zA-Z._*-], and only with the modes that use them (API model).
  const wanted = mode.endsWith('_WITH_EXCLUSION');
  const legal = filters.every(
    ({ filterType, filter }) => filterType === 'WILDCARD' && /^[0-9a-zA-Z._*-]{1,128}$/.test(filter ?? ''),
  );
  if (filters.length > 5 || !legal || filters.length > 0 !== wanted) {
    throw invalid(
      wanted
        ? `Invalid parameter at 'imageTagMutabilityExclusionFilters': ${mode} needs 1 to 5 filters of type WILDCARD with characters [0-9a-zA-Z._*-]`
        : `Invalid parameter at 'imageTagMutabilityExclusionFilters': not allowed with imageTagMutability ${mode}`,
    );
  }
}

function setTags(repository: Repository, tags: readonly Tag[]): void {
  for (const { Key, Value } of tags) repository.resourceTags.set(Key ?? '', Value ?? '');
  if (repository.resourceTags.size > 50) {
    throw new ApiError('TooManyTagsException', 'A resource can have at most 50 tags');
  }
}

function byArn(registry: Registry, arn: string | undefined): Repository {
  if (!/^arn:[^:]+:ecr:[^:]+:\d{12}:repository\/.+$/.test(arn ?? '')) {
    throw invalid(
      `Invalid parameter at 'resourceArn' failed to satisfy constraint: 'Invalid ARN' (given: '${arn ?? ''}')`,
    );
  }
  const repository = [...registry.repositories.values()].find((one) => one.arn === arn);
  if (repository === undefined) {
    throw new ApiError(
      'RepositoryNotFoundException',
      missingRepository(arn?.split('repository/')[1] ?? '', registry.id),
    );
  }
  return repository;
}
