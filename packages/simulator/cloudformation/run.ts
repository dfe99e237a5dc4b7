import { stackOf } from '../kernel/reason.ts';
import { randomUUID } from 'node:crypto';
import type { ResourceStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import { deploy, type DeployOptions } from './deploy/deploy.ts';
import { type Definition, moveStack, type Stack } from './stack.ts';
import type { Stacks } from './stacks.ts';

/** How long an accepted operation takes to begin its work, in AWS milliseconds (assumption). */
const BEGIN_MS = 1000;

/** Begins an operation on a stack: its events carry this token and operation id. */
export function begin(stacks: Stacks, stack: Stack, status: StackStatus, token: string | undefined): void {
  stack.token = token;
  stack.operationId = randomUUID();
  moveStack(stack, status, stacks.sim.clock.date(), 'User Initiated');
}

/** Runs work after the call was answered; an error in it is the simulator's own and is logged. */
export function inBackground(stacks: Stacks, work: () => Promise<void>): void {
  stacks.sim.clock.after(BEGIN_MS, () => {
    // The clock must not wait for work that itself waits for the clock.
    work().catch((error: unknown) => {
      const text = stackOf(error);
      stacks.sim.log(`internal error in a stack operation: ${text}`);
    });
  });
}

/** Accepts a creation or an update. */
export function startDeployment(
  stacks: Stacks,
  stack: Stack,
  target: Definition,
  options: DeployOptions,
  token: string | undefined,
  done: (succeeded: boolean) => void = () => undefined,
): void {
  if (options.kind === 'update') stack.updatedAt = stacks.sim.clock.date();
  const status: ResourceStatus = options.kind === 'create' ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS';
  stack.disableRollback = options.onFailure === 'DO_NOTHING';
  begin(stacks, stack, status, token);
  inBackground(stacks, async () => {
    await deploy(stacks, stack, target, options);
    done(/^(CREATE|UPDATE)_COMPLETE$/.test(stack.status));
  });
}
