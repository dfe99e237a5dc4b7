import type { EngineInputs, EngineOptions } from '../engine-inputs.ts';

/** A step's inputs as far as ECS's own deployments are concerned. */
export interface EcsOptions extends EngineOptions {
  /** Names of the inputs that were given and speak to another engine alone. */
  readonly foreign: readonly string[];
}

/** Inputs without a meaning for ECS: its alarms and its way of shifting stand on the service. */
const FOREIGN = [
  'codedeploy-application',
  'codedeploy-deployment-group',
  'codedeploy-deployment-config',
  'codedeploy-appspec',
  'codedeploy-deployment-description',
  'auto-rollback-events',
  'alarms',
  'ignore-poll-alarm-failure',
] as const satisfies readonly (keyof EngineInputs)[];

/** Those of a step's inputs that ECS's own deployments can't follow. @param defaults values that nobody gave */
export function foreignInputs(given: EngineInputs, defaults: EngineInputs = {}): readonly string[] {
  return FOREIGN.filter((name) => {
    const value = given[name];
    if (value === defaults[name]) return false;
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
}
