import type { Inputs } from '@cutover/domain/inputs';
import { ConfigurationError } from '@cutover/domain/errors';
import type { inputs } from './inputs.ts';

export type RegisterInputs = Inputs<typeof inputs>;

/** What the new revision starts from. */
export type Base =
  | { readonly kind: 'file'; readonly path: string }
  /** A family's newest ACTIVE revision, or one revision by its ARN. */
  | { readonly kind: 'revision'; readonly name: string; readonly input: string }
  /** What production runs now. */
  | { readonly kind: 'service' };

/** @throws ConfigurationError when the inputs name no base, or several */
export function chooseBase(given: RegisterInputs): Base {
  const path = given['task-definition'];
  const family = given['task-definition-family'];
  const arn = given['task-definition-arn'];
  const named = given.service !== undefined || given.stack !== undefined;
  const asked =
    given.base ?? (path !== undefined ? 'file' : (arn ?? family) !== undefined ? 'family' : 'service');
  const refuse = (message: string, remedy: string): never => {
    throw new ConfigurationError({ message, remedy });
  };
  if (path !== undefined && asked !== 'file')
    return refuse(
      `Input base is ${asked}, but input task-definition names a file.`,
      'Remove one of the two.',
    );
  if (arn !== undefined && asked !== 'family')
    return refuse(
      `Input base is ${asked}, but input task-definition-arn names a revision.`,
      'Remove one of the two.',
    );
  if (arn !== undefined && family !== undefined)
    return refuse(
      'Inputs task-definition-arn and task-definition-family were both given.',
      'Keep one of them.',
    );
  switch (asked) {
    case 'file':
      return path === undefined
        ? refuse('Input base is file, but input task-definition was not given.', 'Add task-definition: PATH.')
        : { kind: 'file', path };
    case 'family': {
      const name = arn ?? family;
      return name === undefined
        ? refuse(
            'Input base is family, but neither task-definition-family nor task-definition-arn was given.',
            'Add one of them.',
          )
        : {
            kind: 'revision',
            name,
            input: arn === undefined ? 'task-definition-family' : 'task-definition-arn',
          };
    }
    case 'service':
      return named
        ? { kind: 'service' }
        : refuse(
            'No task definition was given: inputs task-definition, task-definition-family, task-definition-arn, service and stack are all empty.',
            'Add task-definition: PATH, or service: (with cluster:) or stack: to start from what runs now.',
          );
  }
}

/** @throws ConfigurationError when two inputs say the image */
export function checkImageInputs(given: RegisterInputs): void {
  const { image, digest, repository } = given;
  const problems = [
    ...(image !== undefined && digest !== undefined
      ? [
          {
            message: 'Inputs image and digest were both given.',
            remedy: 'Keep image, or repository and digest.',
          },
        ]
      : []),
    ...(repository !== undefined && digest === undefined
      ? [
          {
            message: `Input repository is ${repository}, but input digest was not given.`,
            remedy: 'Add digest.',
          },
        ]
      : []),
    ...(digest !== undefined && repository === undefined && given.stack === undefined
      ? [
          {
            message: `Input digest is ${digest}, but neither repository nor stack was given.`,
            remedy: 'Add repository: NAME, or give the whole image.',
          },
        ]
      : []),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
}
