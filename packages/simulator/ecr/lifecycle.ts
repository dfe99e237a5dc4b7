import type {
  DeleteLifecyclePolicyRequest,
  DeleteLifecyclePolicyResponse,
  GetLifecyclePolicyRequest,
  GetLifecyclePolicyResponse,
  PutLifecyclePolicyRequest,
  PutLifecyclePolicyResponse,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import type { Timer } from '../kernel/clock.ts';
import { expired, type LifecycleRule } from './expire.ts';
import { deleteImage, tagsOf } from './images.ts';
import { invalid, type Registry } from './registry.ts';
import type { Repository } from './repository.ts';

/** AWS expires images within 24 hours. */
const EVERY_MS = 24 * 3600 * 1000;
const MAX_WILDCARDS = 4;

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

/** Lifecycle policies: checked, kept, and carried out every 24 hours of AWS time from the first one on. */
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
      // Another policy keeps the hour, so that frequent changes don't put off the expiry.
      const timer = repository.lifecyclePolicy?.timer ?? schedule(registry, repository);
      repository.lifecyclePolicy = { text, at: registry.sim.clock.date(), timer };
      return { registryId: registry.id, repositoryName: repository.name, lifecyclePolicyText: text };
    },

    GetLifecyclePolicy: (input: GetLifecyclePolicyRequest): GetLifecyclePolicyResponse =>
      require(registry.repository(input.repositoryName, input.registryId)),

    DeleteLifecyclePolicy: (input: DeleteLifecyclePolicyRequest): DeleteLifecyclePolicyResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const policy = require(repository);
      repository.lifecyclePolicy?.timer.cancel();
      repository.lifecyclePolicy = undefined;
      return policy;
    },
  };
}

function schedule(registry: Registry, repository: Repository): Timer {
  return registry.sim.clock.after(EVERY_MS, () => {
    const policy = repository.lifecyclePolicy;
    if (policy === undefined) return;
    const { rules } = JSON.parse(policy.text) as { rules: LifecycleRule[] };
    const now = registry.sim.clock.date();
    const referenced = new Set(
      [...repository.images.values()].flatMap(({ manifest }) =>
        (manifest.manifests ?? []).map(({ digest }) => digest),
      ),
    );
    const candidates = [...repository.images.values()].map((image) => ({
      digest: image.digest,
      tags: tagsOf(repository, image),
      pushedAt: image.pushedAt,
      referenced: referenced.has(image.digest),
    }));
    for (const digest of expired(rules, candidates, now.getTime())) {
      const image = repository.images.get(digest);
      if (image !== undefined) deleteImage(repository, image, undefined);
    }
    repository.lifecyclePolicy = { text: policy.text, at: now, timer: schedule(registry, repository) };
  });
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
    if (tagPrefixList !== undefined && tagPatternList !== undefined)
      refuse(`tagPrefixList and tagPatternList exclude each other ${where}`);
    const list: unknown = tagPrefixList ?? tagPatternList ?? [''];
    if (!Array.isArray(list) || list.length === 0 || !list.every((one) => typeof one === 'string'))
      return refuse(`tagPrefixList or tagPatternList must be a list of texts ${where}`);
    if (tagPatternList !== undefined && list.some((one: string) => one.split('*').length - 1 > MAX_WILDCARDS))
      refuse(`tagPatternList ${where} has more than ${MAX_WILDCARDS} wildcards in one pattern`);
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
