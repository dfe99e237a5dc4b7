import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import type { World } from '../../world.ts';
import type { inputs } from '../inputs.ts';
import type { DeploymentOutputs } from '../outputs.ts';
import type { Start } from './starting-line.ts';

/** Deploys one service. */
export type RunOne = (
  given: Inputs<typeof inputs>,
  world: World,
  start?: Start,
) => Promise<Outcome<DeploymentOutputs>>;
