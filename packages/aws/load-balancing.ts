import type { ClientOptions } from './client-options.ts';

/** Target groups, listeners and target health. */
export class LoadBalancing {
  readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }
}
