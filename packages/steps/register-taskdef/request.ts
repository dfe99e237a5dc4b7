import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs/input';
import { tagProblem } from '@cutover/domain/task-definition/trace-tags';
import type { inputs } from './inputs.ts';
import type { Trouble } from '@cutover/domain/trouble';

export type RegisterInputs = Inputs<typeof inputs>;

/** Base of the new revision. */
export type Base =
  | { readonly kind: 'file'; readonly path: string }
  /** A family's newest ACTIVE revision, or one revision by its ARN. */
  | { readonly kind: 'revision'; readonly name: string; readonly input: string }
  /** The revision that production runs now. */
  | { readonly kind: 'service' };

/** @throws ConfigurationError when the inputs name no base, or several */
export function chooseBase(given: RegisterInputs): Base {
  const path = given['task-definition'];
  const family = given['task-definition-family'];
  const arn = given['task-definition-arn'];
  const number = given['task-definition-revision'];
  const named = given.service !== undefined || given.stack !== undefined;
  const asked =
    given.base ?? (path !== undefined ? 'file' : (arn ?? family) !== undefined ? 'family' : 'service');
  const refuse = (what: string, fix: string): never => {
    throw new ConfigurationError({ what, fix });
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
  if (number !== undefined && (asked !== 'family' || arn !== undefined || family === undefined))
    return refuse(
      `Input task-definition-revision is ${number}, and it names a revision of input task-definition-family, from which the new one starts.`,
      asked === 'family' && arn === undefined
        ? 'Add task-definition-family.'
        : 'Remove task-definition-revision, or give task-definition-family and no other base.',
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
            name: number === undefined ? name : `${name}:${number}`,
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

/** Refuses inputs that contradict each other, and tags that no revision may have. @throws ConfigurationError */
export function checkInputs(given: RegisterInputs): void {
  const problems = [...imageProblems(given), ...tagProblems(given.tags)];
  if (given['keep-revisions'] !== undefined && given.service === undefined && given.stack === undefined) {
    problems.push({
      what: `Input keep-revisions is ${given['keep-revisions']}, but neither service nor stack was given.`,
      fix: 'Add service: (with cluster:) or stack:, so that no revision is deregistered that something uses.',
    });
  }
  if (given['environment-mode'] === 'replace' && given['environment-variables'].size === 0) {
    problems.push({
      what: 'Input environment-mode is replace, but environment-variables is empty: every variable of the base would be dropped.',
      fix: 'Give environment-variables, or remove environment-mode.',
    });
  }
  if (given['env-files'].length > LONGEST_ENV_FILES) {
    problems.push({
      what: `Input env-files names ${given['env-files'].length} files, and ECS takes ${LONGEST_ENV_FILES} for a container.`,
      fix: 'Put the variables into fewer files.',
    });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
}

/** RegisterTaskDefinition takes so many environment files for a container, and so many tags; we add three. */
const LONGEST_ENV_FILES = 10;
const MOST_TAGS = 50 - 3;

function imageProblems({ digest, image, repository, stack }: RegisterInputs): Trouble[] {
  const problems: Trouble[] = [];
  if (image !== undefined && digest !== undefined) {
    problems.push({
      what: 'Inputs image and digest were both given.',
      fix: 'Keep image, or repository and digest.',
    });
  }
  if (repository !== undefined && digest === undefined) {
    problems.push({
      what: `Input repository is ${repository}, but input digest was not given.`,
      fix: 'Add digest. If it comes from another job, that job’s output was empty: name it under outputs: of the job.',
    });
  }
  if (digest !== undefined && repository === undefined && stack === undefined) {
    problems.push({
      what: `Input digest is ${digest}, but neither repository nor stack was given.`,
      fix: 'Add repository: NAME, or give the whole image.',
    });
  }
  return problems;
}

function tagProblems(tags: ReadonlyMap<string, string>): Trouble[] {
  const problems = [...tags].flatMap(([key, value]) => {
    const problem = tagProblem(key, value);
    return problem === undefined ? [] : [{ ...problem, what: `Input tags: ${problem.what}.` }];
  });
  if (tags.size > MOST_TAGS) {
    problems.push({
      what: `Input tags has ${tags.size} tags, and a revision takes ${MOST_TAGS} beside those that tell where it came from.`,
      fix: 'Remove some.',
    });
  }
  return problems;
}
