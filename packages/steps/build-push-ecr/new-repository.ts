import type { RepositorySettings } from '@cutover/aws/ecr/images';

/** Images that the bundled template keeps unless told otherwise. */
const KEEP_IMAGES = 100;

/** A rule that never has enough images to expire one, and so keeps them out of reach of the rules behind it. */
function keep(rulePriority: number, description: string, pattern: string) {
  return {
    rulePriority,
    description,
    selection: {
      tagStatus: 'tagged',
      tagPatternList: [pattern],
      countType: 'imageCountMoreThan',
      countNumber: 100_000,
    },
    action: { type: 'expire' },
  };
}

/** Settings of `create-repository`: the same as the bundled template's. */
export const NEW_REPOSITORY: RepositorySettings = {
  movableTags: ['live-*', 'previous-*', 'cache*'],
  lifecyclePolicy: JSON.stringify({
    rules: [
      keep(1, 'Keep what serves', 'live-*'),
      keep(2, 'Keep what served before', 'previous-*'),
      {
        rulePriority: 3,
        description: 'Keep the newest images',
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['*'],
          countType: 'imageCountMoreThan',
          countNumber: KEEP_IMAGES,
        },
        action: { type: 'expire' },
      },
      {
        rulePriority: 4,
        description: 'Remove what no tag names',
        selection: {
          tagStatus: 'untagged',
          countType: 'sinceImagePushed',
          countUnit: 'days',
          countNumber: 14,
        },
        action: { type: 'expire' },
      },
    ],
  }),
};
