import type { ForeignInput } from './foreign-input.ts';

const action = 'docker/metadata-action';

const separator = (name: string): ForeignInput => ({
  action,
  name,
  same: 'any',
  does: 'the outputs have one form, and inputs of lists take commas and newlines alike.',
});

/** Inputs of docker/metadata-action that build-push-ecr does not have. */
export const METADATA_ACTION: readonly ForeignInput[] = [
  {
    action,
    name: 'images',
    does: 'one repository of ECR takes the image.',
    instead: 'Give repository, and further tags in tags.',
  },
  {
    action,
    name: 'flavor',
    does: 'tags are taken as they are written; latest is never added.',
    instead: 'Write every tag into tags.',
  },
  {
    action,
    name: 'annotations',
    does: 'Cutover writes labels into the image, no annotations into its manifest.',
    instead: 'Write them as labels.',
  },
  separator('sep-tags'),
  separator('sep-labels'),
  separator('sep-annotations'),
  {
    action,
    name: 'bake-target',
    does: 'Cutover builds a Dockerfile, not a bake file.',
    instead: 'Give file and target.',
  },
  {
    action,
    name: 'github-token',
    same: 'any',
    does: 'labels and tags come from the variables of the runner.',
  },
];
