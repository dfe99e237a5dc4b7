/** A repository's rule about tags that would move to another image. */
export interface TagMutability {
  /** `IMMUTABLE`, `MUTABLE`, and the two with exclusions. */
  readonly mutability: string;
  /** Filters of the tags to which the opposite applies; `*` stands for any characters. */
  readonly exclusions: readonly string[];
}

/** Whether `tag`, once set, may be moved to another image (imageTagMutability of the ECR API). */
export function isTagMovable({ mutability, exclusions }: TagMutability, tag: string): boolean {
  const excluded = exclusions.some((filter) => wildcard(filter).test(tag));
  switch (mutability) {
    case 'IMMUTABLE':
      return false;
    case 'IMMUTABLE_WITH_EXCLUSION':
      return excluded;
    case 'MUTABLE_WITH_EXCLUSION':
      return !excluded;
    default:
      return true;
  }
}

function wildcard(filter: string): RegExp {
  return new RegExp(`^${filter.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`);
}
