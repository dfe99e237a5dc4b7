import type { ListServiceDeploymentsRequest, ListServiceDeploymentsResponse } from '@aws-sdk/client-ecs';
import { ApiError } from '../../kernel/api-error.ts';
import type { Ecs } from '../ecs.ts';
import { invalid } from '../launch-checks.ts';
import { paging } from '../paging.ts';
import { briefShape, recorded } from './shapes.ts';

const DEFAULT_RESULTS = 20;
const KEPT_MS = 90 * 86_400_000;

/**
 * The service's deployments of the last 90 days, newest first.
 * @throws ApiError ServiceNotFoundException, ClusterNotFoundException, InvalidParameterException, UnsupportedFeatureException
 */
export function listServiceDeployments(
  ecs: Ecs,
  input: ListServiceDeploymentsRequest,
): ListServiceDeploymentsResponse {
  const service = ecs.service(ecs.cluster(input.cluster), input.service);
  const { type = 'ECS' } = service.controller;
  if (type !== 'ECS') {
    // Assumption: the wording, and that CODE_DEPLOY is refused as EXTERNAL is.
    throw new ApiError(
      'UnsupportedFeatureException',
      `Service deployments are not supported for services with the ${type} deployment controller.`,
    );
  }
  const { maxResults = DEFAULT_RESULTS } = input;
  if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > 100)
    throw invalid(`maxResults must be between 1 and 100, not ${maxResults}.`);
  const after = milliseconds(input.createdAt?.after);
  const before = milliseconds(input.createdAt?.before);
  // Assumption: the wording.
  if (after !== undefined && after < ecs.sim.clock.now() - KEPT_MS)
    throw invalid('createdAt.after must be within the last 3 months.');
  const found = recorded(ecs, service).filter(({ createdAt, status }) => {
    const at = createdAt.getTime();
    return (
      (after === undefined || at > after) &&
      (before === undefined || at < before) &&
      (input.status === undefined || input.status.length === 0 || input.status.includes(status))
    );
  });
  const { items, nextToken } = paging(found, { maxResults, nextToken: input.nextToken });
  return {
    serviceDeployments: items.map((deployment) => briefShape(ecs, deployment)),
    ...(nextToken === undefined ? {} : { nextToken }),
  };
}

/** Times come over HTTP as seconds of the epoch. */
function milliseconds(time: unknown): number | undefined {
  if (time === undefined || time === null) return undefined;
  return time instanceof Date ? time.getTime() : Number(time) * 1000;
}
