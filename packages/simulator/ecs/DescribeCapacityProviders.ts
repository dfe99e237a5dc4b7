import type {
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse,
} from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';

const NAMES = ['FARGATE', 'FARGATE_SPOT'];

/** Fargate's two; any other name is a failure with reason MISSING. */
export function describeCapacityProviders(
  ecs: Ecs,
  input: DescribeCapacityProvidersRequest,
): DescribeCapacityProvidersResponse {
  const wanted = (input.capacityProviders ?? []).length === 0 ? NAMES : (input.capacityProviders ?? []);
  const arn = (name: string): string => ecs.sim.arn('ecs', `capacity-provider/${name}`);
  const known = (reference: string): string | undefined =>
    NAMES.find((name) => reference === name || reference === arn(name));
  return {
    capacityProviders: wanted.flatMap((reference) => {
      const name = known(reference);
      return name === undefined
        ? []
        : [{ capacityProviderArn: arn(name), name, status: 'ACTIVE' as const, tags: [] }];
    }),
    failures: wanted
      .filter((reference) => known(reference) === undefined)
      .map((reference) => ({
        arn: reference.startsWith('arn:') ? reference : arn(reference),
        reason: 'MISSING',
      })),
  };
}
