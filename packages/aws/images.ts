import type { ClientOptions } from './client-options.ts';

/** Images in ECR. */
export class Images {
  readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }
}
