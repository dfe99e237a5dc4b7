import type { ClientOptions } from './client-options.ts';

/** CloudWatch Logs. */
export class Logs {
  readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }
}
