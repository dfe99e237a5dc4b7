import type { DeploymentConfig, DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { Row, Rule, RuleFacts } from '../rule.ts';

/** Facts by which CodeDeploy's rules are judged. */
export interface CodeDeployFacts extends RuleFacts {
  readonly group: DeploymentGroup;
  /** Name of the deployment configuration that is wanted: the user's, else the group's. */
  readonly configName: string;
  readonly config: DeploymentConfig | undefined;
}

/** Gives a row about CodeDeploy's facts its types. */
export function rule<const N extends keyof CodeDeployFacts>(
  row: Row<CodeDeployFacts, N>,
): Rule<CodeDeployFacts> {
  return row;
}
