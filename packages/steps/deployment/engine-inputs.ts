import type { WantedContainer } from '../rules/rule.ts';

/** Inputs of a step that speak to one engine alone, by their public names. */
export type EngineInputs = Readonly<
  Partial<
    Record<
      | 'codedeploy-application'
      | 'codedeploy-deployment-group'
      | 'codedeploy-deployment-config'
      | 'codedeploy-appspec'
      | 'codedeploy-deployment-description',
      string | undefined
    >
  >
> & {
  readonly 'auto-rollback-events'?: readonly string[];
  readonly alarms?: readonly string[];
  readonly 'ignore-poll-alarm-failure'?: boolean;
};

/** Values of those inputs, with their files read; an engine adds its own. */
export interface EngineOptions {
  /** Container and port that a file of the engine names. */
  readonly container: WantedContainer;
  /** Number of hooks that such a file adds to the deployment. */
  readonly hooks: number;
}
