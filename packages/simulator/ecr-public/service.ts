import type {
  CreateRepositoryRequest,
  CreateRepositoryResponse,
  DeleteRepositoryRequest,
  DeleteRepositoryResponse,
  DescribeImagesRequest,
  DescribeImagesResponse,
  DescribeRepositoriesRequest,
  DescribeRepositoriesResponse,
  GetAuthorizationTokenResponse,
  Repository as RepositoryDescription,
} from '@aws-sdk/client-ecr-public';
import { isIndex } from '../ecr/image.ts';
import { tagsOf } from '../ecr/images.ts';
import { page } from '../ecr/page.ts';
import type { Registry } from '../ecr/registry.ts';
import { newRepository, type Repository } from '../ecr/repository.ts';
import { ApiError } from '../kernel/api-error.ts';
import type { Caller, JsonService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { PUBLIC_ALIAS, publicKey, publicName } from './public-name.ts';

const NAME = /^(?=.{2,205}$)[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;

/**
 * The API of ECR Public. AWS serves it in us-east-1 alone. The public registry is
 * served at the host of the private one, and its repositories have a prefix of their own (`publicKey`).
 */
export function createEcrPublic(sim: Simulator, registry: Registry): JsonService {
  const describe = (repository: Repository, caller: Caller): RepositoryDescription => ({
    repositoryArn: repository.arn,
    registryId: registry.id,
    repositoryName: publicName(repository.name),
    repositoryUri: registry.uri(repository, caller),
    createdAt: repository.createdAt,
  });
  const find = (name = ''): Repository => {
    const found = registry.publicRepositories.get(publicKey(name));
    if (found !== undefined) return found;
    throw new ApiError(
      'RepositoryNotFoundException',
      `The repository with name '${name}' does not exist in the registry with id '${registry.id}'`,
    );
  };
  return {
    name: 'ecr-public',
    protocol: 'json',
    targetPrefix: 'SpencerFrontendService',
    operations: {
      GetAuthorizationToken: (_input: object, caller: Caller): GetAuthorizationTokenResponse => {
        registry.host(caller.baseUrl);
        const { password, expiresAt } = registry.issue();
        return {
          authorizationData: {
            authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
            expiresAt,
          },
        };
      },

      CreateRepository: (input: CreateRepositoryRequest, caller: Caller): CreateRepositoryResponse => {
        const name = input.repositoryName ?? '';
        if (!NAME.test(name)) {
          throw new ApiError(
            'InvalidParameterException',
            `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '${NAME.source}''`,
          );
        }
        if (registry.publicRepositories.has(publicKey(name))) {
          throw new ApiError(
            'RepositoryAlreadyExistsException',
            `The repository with name '${name}' already exists in the registry with id '${registry.id}'`,
          );
        }
        const repository = newRepository({
          name: publicKey(name),
          arn: sim.arn('ecr-public', `repository/${name}`, ''),
          createdAt: sim.clock.date(),
        });
        registry.publicRepositories.set(repository.name, repository);
        return { repository: describe(repository, caller) };
      },

      DescribeRepositories: (
        input: DescribeRepositoriesRequest,
        caller: Caller,
      ): DescribeRepositoriesResponse => {
        const found = input.repositoryNames?.map(find) ?? [...registry.publicRepositories.values()];
        const { items, nextToken } = page(found, input, 100);
        return { repositories: items.map((repository) => describe(repository, caller)), nextToken };
      },

      DescribeImages: (input: DescribeImagesRequest): DescribeImagesResponse => {
        const repository = find(input.repositoryName);
        const { items, nextToken } = page([...repository.images.values()], input, 100);
        return {
          imageDetails: items.map((image) => ({
            registryId: registry.id,
            repositoryName: publicName(repository.name),
            imageDigest: image.digest,
            imageTags: tagsOf(repository, image),
            imageSizeInBytes: image.size,
            imagePushedAt: image.pushedAt,
            imageManifestMediaType: image.mediaType,
            ...(isIndex(image.mediaType) || image.manifest.config === undefined
              ? {}
              : { artifactMediaType: image.manifest.config.mediaType }),
          })),
          nextToken,
        };
      },

      DeleteRepository: async (
        input: DeleteRepositoryRequest,
        caller: Caller,
      ): Promise<DeleteRepositoryResponse> => {
        const repository = find(input.repositoryName);
        if (repository.images.size > 0 && input.force !== true) {
          throw new ApiError(
            'RepositoryNotEmptyException',
            `The repository with name '${publicName(repository.name)}' in registry with id '${registry.id}' cannot be deleted because it still contains images`,
          );
        }
        registry.publicRepositories.delete(repository.name);
        await registry.sweep(repository.layers);
        return { repository: describe(repository, caller) };
      },
    },
    snapshot: () =>
      [...registry.publicRepositories.values()].map((repository) => ({
        name: publicName(repository.name),
        alias: PUBLIC_ALIAS,
        tags: Object.fromEntries(repository.tags),
        images: [...repository.images.keys()],
      })),
  };
}
