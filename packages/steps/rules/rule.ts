import type { TargetGroup } from '@cutover/aws/elb/load-balancing';
import type { WaitUntil } from '@cutover/domain/deployment/budget';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { Listener } from '@cutover/domain/target/listener';
import type { Trouble } from '@cutover/domain/trouble';
import type { DeployableTask, WantedContainer } from './deployable-task.ts';

export type { WantedContainer };

/** A deployment's demands on its surroundings. */
export interface Wanted {
  /** As the user named it. */
  readonly revision: string;
  readonly container: WantedContainer;
  readonly waitUntil: WaitUntil;
  readonly allowZeroTasks: boolean;
  /** Reaction to a cancelled job. */
  readonly onCancel?: 'rollback' | 'stop' | 'leave' | undefined;
  /** The gate before the shift. */
  readonly gate?: WantedGate | undefined;
}

export interface WantedGate {
  readonly kind: 'health' | 'http' | 'command';
  /** Undefined: as long as the wait before the shift allows. */
  readonly minutes: number | undefined;
  /** Address that an http gate asks, if it is known. */
  readonly url: string | undefined;
}

/** Facts that the rules judge; an engine adds its own. An undefined member does not exist. */
export interface RuleFacts {
  /** AWS region, for links. */
  readonly region: string;
  readonly environment: Environment;
  readonly service: ServiceState | undefined;
  /** Task definition of the replacement. */
  readonly task: DeployableTask | undefined;
  /** Those of the target groups between which traffic is shifted that exist. */
  readonly targetGroups: readonly (TargetGroup & { readonly targetType?: string; readonly vpc?: string })[];
  readonly production: Listener | undefined;
  readonly test: Listener | undefined;
}

/** `warned`: a deployment may start, and there is something to know before it does. */
export type RuleVerdict = { readonly status: 'failed' | 'warned' } & Trouble;

/** One thing that has to hold before a deployment can start. */
export interface Rule<F extends RuleFacts = RuleFacts> {
  readonly id: string;
  /** Ids of the rules without which this one can't be judged. */
  readonly needs: readonly string[];
  /** Names of the facts by which it is judged. */
  readonly looks: readonly string[];
  /** Pure; empty when the rule holds. */
  judge(facts: F, wanted: Wanted): readonly RuleVerdict[];
}

/** A row of the rule book as it is written: it sees those facts only that it looks at. */
export interface Row<F extends RuleFacts, N extends keyof F> {
  readonly id: string;
  readonly needs: readonly string[];
  readonly looks: readonly N[];
  judge(facts: Pick<F, N>, wanted: Wanted): readonly RuleVerdict[];
}

/** Gives a row about every engine's facts its types. */
export function rule<const N extends keyof RuleFacts>(row: Row<RuleFacts, N>): Rule {
  return row;
}

export function failed(what: string, fix: string, more: Partial<Trouble> = {}): readonly RuleVerdict[] {
  return [{ status: 'failed', what, fix, ...more }];
}

export const HOLDS: readonly RuleVerdict[] = [];
