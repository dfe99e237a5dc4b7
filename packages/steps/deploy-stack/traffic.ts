import type { StackState } from '@cutover/aws/stacks';
import { ENGINE_RESOURCE_TYPES, stackDeployments } from '../deployment/engine-for.ts';
import type { World } from '../world.ts';
import { liveColor } from './live-color.ts';
import type { Template } from './template.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** State of production's traffic. */
export type Traffic =
  | { readonly kind: 'resting'; readonly color: 'blue' | 'green' | undefined }
  /** A deployment moves it, or is about to. */
  | ({ readonly kind: 'moving' } & Trouble);

/** Looks for a running deployment of the stack, again and again. */
export type DeploymentLook = () => Promise<Trouble | undefined>;

/**
 * A way to look for deployments; the resources that deploy the stack's services are found once, and only when the template
 * has such resources: other stacks need no right to list theirs.
 */
export async function deploymentLook(
  stack: StackState,
  template: Pick<Template, 'types'>,
  world: World,
): Promise<DeploymentLook> {
  const deploys = ENGINE_RESOURCE_TYPES.some((type) => template.types.has(type));
  return await stackDeployments(world, {
    name: stack.name,
    outputs: stack.outputs,
    resources: async () => (deploys ? await world.aws.stacks.resources(stack.id) : []),
  });
}

/**
 * Looks whether a deployment runs, and which colour serves. A stack update during a deployment writes the listeners of its
 * own last update back: users, or a gate on the test listener, would reach the wrong tasks.
 */
export async function trafficOf(stack: StackState, look: DeploymentLook, world: World): Promise<Traffic> {
  const running = await look();
  if (running !== undefined) return { kind: 'moving', ...running };
  const color = await liveColor(stack, world);
  if (color !== 'both') return { kind: 'resting', color };
  return {
    kind: 'moving',
    what: `Production of stack ${stack.name} is served by both target groups: a deployment is shifting traffic.`,
    fix: 'Run the job again when the deployment has ended; an update could turn traffic back.',
  };
}
