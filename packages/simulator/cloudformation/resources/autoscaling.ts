import { ApiError } from '../../kernel/api-error.ts';
import { type Properties, type ResourceContext, type ResourceHandler, string } from './handler.ts';
import { hex } from './recorded-types.ts';

function keyOf(properties: Properties): object {
  const { ServiceNamespace, ResourceId, ScalableDimension } = properties;
  return { ServiceNamespace, ResourceId, ScalableDimension };
}

async function register({ sim }: ResourceContext, properties: Properties): Promise<void> {
  const { MinCapacity, MaxCapacity, SuspendedState } = properties;
  await sim.call('application-autoscaling', 'RegisterScalableTarget', {
    ...keyOf(properties),
    // A parameter of a template is text.
    MinCapacity: Number(MinCapacity),
    MaxCapacity: Number(MaxCapacity),
    ...(SuspendedState === undefined ? {} : { SuspendedState }),
  });
}

/** AWS::ApplicationAutoScaling::ScalableTarget of an ECS service; scheduled actions are only recorded. */
export const scalableTarget: ResourceHandler = {
  create: async (context, properties) => {
    await register(context, properties);
    return {
      physicalId: [
        string(properties, 'ResourceId'),
        string(properties, 'ScalableDimension'),
        string(properties, 'ServiceNamespace'),
      ].join('|'),
      attributes: { Id: `${context.sim.account}-${hex(8)}` },
    };
  },
  update: async (context, _id, properties) => {
    await register(context, properties);
  },
  delete: async ({ sim }, _id, properties) => {
    try {
      await sim.call('application-autoscaling', 'DeregisterScalableTarget', keyOf(properties));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'ObjectNotFoundException') throw error;
    }
  },
};
