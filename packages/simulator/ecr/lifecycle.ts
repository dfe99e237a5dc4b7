import type {
  DeleteLifecyclePolicyRequest,
  DeleteLifecyclePolicyResponse,
  GetLifecyclePolicyRequest,
  GetLifecyclePolicyResponse,
  PutLifecyclePolicyRequest,
  PutLifecyclePolicyResponse,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import { invalid, type Registry } from './registry.ts';
import type { Repository } from './repository.ts';

interface Rule {
  readonly rulePriority?: unknown;
  readonly selection?: {
    readonly tagStatus?: string;
    readonly tagPrefixList?: unknown[];
    readonly tagPatternList?: unknown[];
    readonly countType?: string;
    readonly countUnit?: string;
    readonly countNumber?: unknown;
  };
  readonly action?: { readonly type?: string };
}

/** Lifecycle policies are checked and kept; images are not expired, as AWS does it at no certain time. */
export function lifecycleOperations(registry: Registry) {
  const require = (
    repository: Repository,
  ): { registryId: string; repositoryName: string; lifecyclePolicyText: string; lastEvaluatedAt: Date } => {
    if (repository.lifecyclePolicy === undefined) {
      throw new ApiError(
        'LifecyclePolicyNotFoundException',
        `Lifecycle policy does not exist for the repository with name '${repository.name}' in the registry with id '${registry.id}'`,
      );
    }
    return {
      registryId: registry.id,
      repositoryName: repository.name,
      lifecyclePolicyText: repository.lifecyclePolicy.text,
      lastEvaluatedAt: repository.lifecyclePolicy.at,
    };
  };

  return {
    PutLifecyclePolicy: (input: PutLifecyclePolicyRequest): PutLifecyclePolicyResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const text = input.lifecyclePolicyText ?? '';
      checkPolicy(text);
      repository.lifecyclePolicy = { text, at: registry.sim.clock.date() };
      return { registryId: registry.id, repositoryName: repository.name, lifecyclePolicyText: text };
    },

    GetLifecyclePolicy: (input: GetLifecyclePolicyRequest): GetLifecyclePolicyResponse =>
      require(registry.repository(input.repositoryName, input.registryId)),

    DeleteLifecyclePolicy: (input: DeleteLifecyclePolicyRequest): DeleteLifecyclePolicyResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const policy = require(repository);
      repository.lifecyclePolicy = undefined;
      return policy;
    },
  };
}

function checkPolicy(text: string): void {
  const refuse = (why: string): never => {
    throw invalid(
      `Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: ${why}'`,
    );
  };
  let rules: readonly Rule[] | undefined;
  try {
    ({ rules } = JSON.parse(text) as { rules?: readonly Rule[] });
  } catch {
    refuse('not a JSON document');
  }
  if (!Array.isArray(rules) || rules.length === 0)
    refuse('object has missing required properties (["rules"])');
  const priorities = new Set<unknown>();
  let anyPriority = Infinity;
  for (const { rulePriority, selection, action } of rules ?? []) {
    if (typeof rulePriority !== 'number' || priorities.has(rulePriority))
      return refuse(`rulePriority ${String(rulePriority)} is missing or used twice`);
    priorities.add(rulePriority);
    const { tagStatus, countType, countUnit, countNumber, tagPrefixList, tagPatternList } = selection ?? {};
    const where = `in the rule with priority ${rulePriority}`;
    if (tagStatus === undefined || !['tagged', 'untagged', 'any'].includes(tagStatus))
      refuse(`tagStatus ${where} must be tagged, untagged or any`);
    if (tagStatus === 'tagged' && (tagPrefixList ?? tagPatternList) === undefined)
      refuse(`tagPrefixList or tagPatternList is required for tagged images ${where}`);
    if (tagStatus === 'any') anyPriority = rulePriority;
    if (countType !== 'imageCountMoreThan' && countType !== 'sinceImagePushed')
      refuse(`countType ${where} must be imageCountMoreThan or sinceImagePushed`);
    if (countType === 'sinceImagePushed' && countUnit !== 'days')
      refuse(`countUnit ${where} must be days with sinceImagePushed`);
    if (typeof countNumber !== 'number' || countNumber < 1) refuse(`countNumber ${where} must be 1 or more`);
    if (action?.type !== 'expire') refuse(`action ${where} must be of type expire`);
  }
  if ([...priorities].some((priority) => (priority as number) > anyPriority))
    refuse('a rule for any images must have the highest rulePriority');
}
