import type { ClientOptions } from './client-options.ts';

/** ECS tasks. */
export class Tasks {
  readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }
}
