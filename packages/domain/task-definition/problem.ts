import type { Place } from '../errors.ts';

/** Something wrong in a task definition; the same form as the problems of a ConfigurationError. */
export interface TaskDefinitionProblem {
  readonly message: string;
  readonly remedy: string;
  readonly place?: Place;
}
