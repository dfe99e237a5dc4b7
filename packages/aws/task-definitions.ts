import type { ClientOptions } from './client-options.ts';

/** ECS task definitions. */
export class TaskDefinitions {
  readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }
}
