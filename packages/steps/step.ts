import type { InputSchema, Inputs } from '@cutover/domain/inputs';
import type { Outcome, OutputValues } from '@cutover/domain/outcome';
import type { World } from './world.ts';

/** One action's behaviour: from typed inputs and the world to an outcome. */
export interface Step<S extends InputSchema, O extends OutputValues> {
  /** The action's folder name: `rollback`. */
  readonly name: string;
  readonly inputs: S;
  /** Names of the outputs that `action.yml` declares. */
  readonly outputs: readonly (keyof O & string)[];
  /** @throws CutoverError when no outcome can be given; anything else thrown is a defect. */
  run(inputs: Inputs<S>, world: World): Promise<Outcome<O>>;
  /** What `post:` does with the values that `run` remembered; must be harmless when the step had ended well. */
  post?(remembered: Readonly<Record<string, string>>, world: World): Promise<void>;
  /** What `post:` does when the step had ended well: takes away what had to outlive the step, but not the job. */
  after?(remembered: Readonly<Record<string, string>>, world: World): Promise<void>;
}
