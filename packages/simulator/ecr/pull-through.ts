import type {
  CreatePullThroughCacheRuleRequest,
  CreatePullThroughCacheRuleResponse,
  DescribePullThroughCacheRulesRequest,
  DescribePullThroughCacheRulesResponse,
  PullThroughCacheRule,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import { page } from './page.ts';
import type { Registry } from './registry.ts';

/** Pull-through cache rules are kept and shown; nothing is fetched from other registries. */
export function pullThroughOperations(registry: Registry) {
  const rules = new Map<string, PullThroughCacheRule>();
  return {
    CreatePullThroughCacheRule: (
      input: CreatePullThroughCacheRuleRequest,
    ): CreatePullThroughCacheRuleResponse => {
      const { ecrRepositoryPrefix = '', upstreamRegistryUrl, upstreamRegistry } = input;
      if (rules.has(ecrRepositoryPrefix)) {
        throw new ApiError(
          'PullThroughCacheRuleAlreadyExistsException',
          `A pull through cache rule with the prefix '${ecrRepositoryPrefix}' already exists in the registry with id '${registry.id}'`,
        );
      }
      const rule = {
        ecrRepositoryPrefix,
        upstreamRegistryUrl,
        ...(upstreamRegistry === undefined ? {} : { upstreamRegistry }),
        createdAt: registry.sim.clock.date(),
        registryId: registry.id,
      };
      rules.set(ecrRepositoryPrefix, rule);
      return rule;
    },

    DescribePullThroughCacheRules: (
      input: DescribePullThroughCacheRulesRequest,
    ): DescribePullThroughCacheRulesResponse => {
      const { ecrRepositoryPrefixes } = input;
      const missing = ecrRepositoryPrefixes?.find((prefix) => !rules.has(prefix));
      if (missing !== undefined) {
        throw new ApiError(
          'PullThroughCacheRuleNotFoundException',
          `The pull through cache rule with the prefix '${missing}' does not exist in the registry with id '${registry.id}'`,
        );
      }
      const found = [...rules.values()].filter(
        ({ ecrRepositoryPrefix = '' }) => ecrRepositoryPrefixes?.includes(ecrRepositoryPrefix) ?? true,
      );
      const { items, nextToken } = page(found, input, 100);
      return { pullThroughCacheRules: items, nextToken };
    },
  };
}
