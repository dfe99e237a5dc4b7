import type { ClientOptions } from './client-options.ts';

/** CodeDeploy deployments of ECS services. */
export class Deployments {
  readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }
}
