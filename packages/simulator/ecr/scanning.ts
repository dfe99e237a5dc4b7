import type {
  BatchGetRepositoryScanningConfigurationRequest,
  BatchGetRepositoryScanningConfigurationResponse,
  GetRegistryScanningConfigurationResponse,
  PutRegistryScanningConfigurationRequest,
  PutRegistryScanningConfigurationResponse,
  RegistryScanningRule,
  ScanFrequency,
} from '@aws-sdk/client-ecr';
import type { Registry } from './registry.ts';
import { wildcard, type Repository } from './repository.ts';

/** Settings of scans for the whole registry, and what they come to for a repository. */
export function scanningOperations(registry: Registry) {
  return {
    PutRegistryScanningConfiguration: (
      input: PutRegistryScanningConfigurationRequest,
    ): PutRegistryScanningConfigurationResponse => {
      registry.scanning = { scanType: input.scanType ?? 'BASIC', rules: input.rules ?? [] };
      return { registryScanningConfiguration: registry.scanning };
    },

    GetRegistryScanningConfiguration: (): GetRegistryScanningConfigurationResponse => ({
      registryId: registry.id,
      scanningConfiguration: registry.scanning,
    }),

    BatchGetRepositoryScanningConfiguration: (
      input: BatchGetRepositoryScanningConfigurationRequest,
    ): BatchGetRepositoryScanningConfigurationResponse => {
      const names = input.repositoryNames ?? [];
      const found = names.flatMap((name) => registry.repositories.get(name) ?? []);
      return {
        scanningConfigurations: found.map((repository) => {
          const rule = ruleFor(registry, repository);
          return {
            repositoryArn: repository.arn,
            repositoryName: repository.name,
            scanOnPush: scanFrequency(registry, repository) === 'SCAN_ON_PUSH',
            scanFrequency: scanFrequency(registry, repository),
            appliedScanFilters: rule?.repositoryFilters ?? [],
          };
        }),
        failures: names
          .filter((name) => !registry.repositories.has(name))
          .map((repositoryName) => ({
            repositoryName,
            failureCode: 'REPOSITORY_NOT_FOUND' as const,
            failureReason: `The repository with name '${repositoryName}' does not exist`,
          })),
      };
    },
  };
}

/** When images of a repository are scanned: by the registry's rule, else by the repository's own setting. */
export function scanFrequency(registry: Registry, repository: Repository): ScanFrequency {
  const rule = ruleFor(registry, repository);
  if (rule?.scanFrequency !== undefined) return rule.scanFrequency;
  return registry.scanning.scanType === 'BASIC' && repository.scanOnPush ? 'SCAN_ON_PUSH' : 'MANUAL';
}

function ruleFor({ scanning }: Registry, { name }: Repository): RegistryScanningRule | undefined {
  return scanning.rules.find(({ repositoryFilters }) =>
    repositoryFilters?.some(({ filter = '' }) =>
      // A filter without an asterisk stands for all names that contain it.
      wildcard(filter.includes('*') ? filter : `*${filter}*`).test(name),
    ),
  );
}
