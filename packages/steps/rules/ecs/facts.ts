import type { Listener } from '@cutover/domain/target/listener';
import type { Row, Rule, RuleFacts } from '../rule.ts';

/** Facts by which the rules of ECS's own deployments are judged. */
export interface EcsFacts extends RuleFacts {
  /** Names of the inputs that were given and speak to another engine alone. */
  readonly foreign: readonly string[];
  /** Names of the service's deployment alarms that fire now. */
  readonly firing: readonly string[];
  /** Where ECS shifts production traffic; undefined for a service that rolls. */
  readonly shift:
    | {
        readonly rule: string;
        readonly pair: readonly [string, string];
        readonly listener: Listener | undefined;
        readonly running: string | undefined;
      }
    | undefined;
}

/** Gives a row about the facts of ECS's own deployments its types. */
export function rule<const N extends keyof EcsFacts>(row: Row<EcsFacts, N>): Rule<EcsFacts> {
  return row;
}
