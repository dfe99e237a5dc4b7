import type {
  DescribeServicesRequest,
  DescribeServicesResponse,
  Failure,
  Service,
} from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { nameInCluster } from './identifier.ts';
import { invalid } from './launch-checks.ts';
import { serviceShape } from './service-shape.ts';

const MAX_SERVICES = 10;

/** Unknown services are failures with reason MISSING. @throws ApiError ClusterNotFoundException, InvalidParameterException */
export function describeServices(ecs: Ecs, input: DescribeServicesRequest): DescribeServicesResponse {
  const cluster = ecs.cluster(input.cluster);
  const references = input.services ?? [];
  if (references.length === 0) throw invalid('Services cannot be empty.');
  if (references.length > MAX_SERVICES)
    throw invalid(`Services can have at most ${MAX_SERVICES} items, not ${references.length}.`);
  const services: Service[] = [];
  const failures: Failure[] = [];
  for (const reference of references) {
    const name = nameInCluster(ecs.sim, 'service', cluster.name, reference);
    const service = cluster.services.get(name);
    if (service === undefined) {
      failures.push({
        arn: ecs.sim.arn('ecs', `service/${cluster.name}/${name}`),
        reason: 'MISSING',
      });
    } else {
      services.push(serviceShape(ecs, service, input.include?.includes('TAGS')));
    }
  }
  return { services, failures };
}
