import { wildcard } from './repository.ts';

const DAY_MS = 24 * 3600 * 1000;

/** One rule of a checked lifecycle policy. */
export interface LifecycleRule {
  readonly rulePriority: number;
  readonly selection: {
    readonly tagStatus: 'tagged' | 'untagged' | 'any';
    readonly tagPrefixList?: readonly string[];
    readonly tagPatternList?: readonly string[];
    readonly countType: 'imageCountMoreThan' | 'sinceImagePushed';
    readonly countNumber: number;
  };
}

/** Properties that decide about an image's expiry. */
export interface Candidate {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAt: Date;
  /** Whether an image index of the repository names it. */
  readonly referenced: boolean;
}

/**
 * Digests that a lifecycle policy expires at `now` (epoch milliseconds), in the order of the rules and the oldest first.
 * An image that a rule's tags select is left alone by every later rule, but counts there; an image that an index refers
 * to stays as long as the index does (LifecyclePolicies.html of the ECR user guide). Assumption: it counts, too.
 */
export function expired(
  rules: readonly LifecycleRule[],
  images: readonly Candidate[],
  now: number,
): readonly string[] {
  const youngestFirst = images.toSorted((a, b) => b.pushedAt.getTime() - a.pushedAt.getTime());
  const settled = new Set<string>();
  return rules
    .toSorted((a, b) => a.rulePriority - b.rulePriority)
    .flatMap(({ selection }) => {
      const selected = youngestFirst.filter(({ tags }) => selects(selection, tags));
      const due =
        selection.countType === 'imageCountMoreThan'
          ? selected.slice(selection.countNumber)
          : selected.filter(({ pushedAt }) => now - pushedAt.getTime() > selection.countNumber * DAY_MS);
      const free = due.filter(({ digest, referenced }) => !referenced && !settled.has(digest));
      for (const { digest } of selected) settled.add(digest);
      return free.map(({ digest }) => digest).toReversed();
    });
}

/** Every prefix or pattern of the rule has to find a tag of the image. */
function selects(selection: LifecycleRule['selection'], tags: readonly string[]): boolean {
  if (selection.tagStatus === 'any') return true;
  if (selection.tagStatus === 'untagged') return tags.length === 0;
  const tests = [
    ...(selection.tagPrefixList ?? []).map((prefix) => (tag: string) => tag.startsWith(prefix)),
    ...(selection.tagPatternList ?? []).map((pattern) => (tag: string) => wildcard(pattern).test(tag)),
  ];
  return tags.length > 0 && tests.every((holds) => tags.some((tag) => holds(tag)));
}
