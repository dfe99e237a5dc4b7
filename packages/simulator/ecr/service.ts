import type { GetAuthorizationTokenRequest, GetAuthorizationTokenResponse } from '@aws-sdk/client-ecr';
import type { Caller, JsonService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { findingControls } from './findings.ts';
import { imageOperations } from './images.ts';
import { DOWNLOADS, layerOperations } from './layers.ts';
import { lifecycleOperations } from './lifecycle.ts';
import { policyOperations } from './policies.ts';
import { createImageSource } from './pull.ts';
import { pullThroughOperations } from './pull-through.ts';
import type { Registry } from './registry.ts';
import { repositoryOperations } from './repositories.ts';
import { serveDownload } from './serve-blob.ts';
import { serveRegistry } from './serve-registry.ts';
import { scanningOperations } from './scanning.ts';
import { scanOperations } from './scans.ts';

/** ECR: its API, and the OCI registry itself below `/v2/` of the same port. */
export function createEcr(sim: Simulator, registry: Registry): JsonService {
  sim.images = createImageSource(registry);
  return {
    name: 'ecr',
    protocol: 'json',
    targetPrefix: 'AmazonEC2ContainerRegistry_V20150921',
    operations: {
      GetAuthorizationToken: (
        input: GetAuthorizationTokenRequest,
        caller: Caller,
      ): GetAuthorizationTokenResponse => {
        registry.host(caller.baseUrl);
        const { password, expiresAt } = registry.issue();
        const authorizationToken = Buffer.from(`AWS:${password}`).toString('base64');
        // The registries of other accounts are not simulated: their logins name the hosts that they have in AWS.
        const accounts = input.registryIds ?? [registry.id];
        return {
          authorizationData: accounts.map((account) => ({
            authorizationToken,
            expiresAt,
            proxyEndpoint:
              account === registry.id
                ? caller.baseUrl
                : `https://${account}.dkr.ecr.${sim.region}.amazonaws.com`,
          })),
        };
      },
      ...repositoryOperations(registry),
      ...imageOperations(registry),
      ...layerOperations(registry),
      ...scanOperations(registry),
      ...scanningOperations(registry),
      ...lifecycleOperations(registry),
      ...policyOperations(registry),
      ...pullThroughOperations(registry),
    },
    routes: [
      {
        prefix: '/v2',
        handle: async (request, response) => await serveRegistry(registry, request, response),
      },
      {
        prefix: DOWNLOADS,
        handle: async (request, response, path) =>
          await serveDownload(registry, request, response, path.slice(DOWNLOADS.length)),
      },
    ],
    controls: findingControls(registry),
    snapshot: () =>
      [...registry.repositories.values()].map((repository) => ({
        name: repository.name,
        tags: Object.fromEntries(repository.tags),
        images: [...repository.images.keys()],
      })),
  };
}
