import type { Images, RepositoryState } from '@cutover/aws/ecr/images';
import { CutoverError } from '@cutover/domain/errors';
import { expiringRule } from '@cutover/domain/image/lifecycle-policy';
import type { Protection } from './protect.ts';
import type { Trouble } from '@cutover/domain/trouble';

/**
 * Rules of the repository's lifecycle policy that remove a marked image in spite of its mark.
 * @param more further tags of the image that serves
 * @returns `safe`: whether the policy was read and removes none of them
 */
export async function lookAtExpiry(
  images: Pick<Images, 'lifecyclePolicy'>,
  repository: RepositoryState,
  { previous, tag }: Extract<Protection, { readonly tag: string }>,
  more: readonly string[] = [],
): Promise<{ readonly safe: boolean; readonly warnings: readonly Trouble[] }> {
  let policy: string | undefined;
  try {
    policy = await images.lifecyclePolicy(repository);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    return {
      safe: false,
      warnings: [
        {
          what: `Whether a lifecycle rule of repository ${repository.name} removes ${tag} could not be looked at: ${error.message}`,
          fix: error.fix,
        },
      ],
    };
  }
  const marked = [[tag, ...more], ...(previous === undefined ? [] : [[previous.tag]])];
  const warnings = marked.flatMap((tags) => {
    const rule = policy === undefined ? undefined : expiringRule(policy, tags);
    if (rule === undefined) return [];
    const name = `rule ${rule.priority}${rule.description === '' ? '' : ` (${JSON.stringify(rule.description)})`}`;
    const [mark = ''] = tags;
    return [
      {
        what: `The lifecycle policy of repository ${repository.name} removes ${mark} in spite of its mark: ${name} expires it ${rule.when}.`,
        fix: `Put a rule with a smaller rulePriority before it that keeps the mark: {"selection": {"tagStatus": "tagged", "tagPatternList": ["${mark.slice(0, mark.indexOf('-'))}-*"], "countType": "imageCountMoreThan", "countNumber": 100000}, "action": {"type": "expire"}}.`,
      },
    ];
  });
  return { safe: warnings.length === 0, warnings };
}
