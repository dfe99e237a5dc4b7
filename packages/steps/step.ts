import type { InputSchema, Inputs } from '@cutover/domain/inputs/input';
import type { Outcome, OutputKind, OutputValues } from '@cutover/domain/outcome';
import type { World } from './world.ts';

/** One action's behaviour: from typed inputs and the world to an outcome. */
export interface Step<S extends InputSchema, O extends OutputValues> {
  /** The action's folder name: `rollback`. */
  readonly name: string;
  readonly inputs: S;
  /** The outputs that `action.yml` declares. */
  readonly outputs: { readonly [N in keyof O]-?: OutputKind };
  /** @throws CutoverError when no outcome can be given; anything else thrown is a defect. */
  run(inputs: Inputs<S>, world: World): Promise<Outcome<O>>;
  /** The work of `post:` with the values that `run` remembered; must be harmless when the step had ended well. */
  post?(remembered: Readonly<Record<string, string>>, world: World): Promise<void>;
  /** The work of `post:` after a step that ended well: removes what had to outlive the step, but not the job. */
  after?(remembered: Readonly<Record<string, string>>, world: World): Promise<void>;
}
