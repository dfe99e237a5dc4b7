import type {
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  Failure,
  ServiceDeployment,
} from '@aws-sdk/client-ecs';
import type { Ecs } from '../ecs.ts';
import { invalid } from '../launch-checks.ts';
import { findDeployment } from './find.ts';
import { deploymentShape } from './shapes.ts';

const MAX_ARNS = 20;

/** Unknown deployments are failures with reason MISSING. @throws ApiError InvalidParameterException */
export function describeServiceDeployments(
  ecs: Ecs,
  { serviceDeploymentArns = [] }: DescribeServiceDeploymentsRequest,
): DescribeServiceDeploymentsResponse {
  if (serviceDeploymentArns.length === 0 || serviceDeploymentArns.length > MAX_ARNS)
    throw invalid(`serviceDeploymentArns takes 1 to ${MAX_ARNS} items, not ${serviceDeploymentArns.length}.`);
  const serviceDeployments: ServiceDeployment[] = [];
  const failures: Failure[] = [];
  for (const arn of serviceDeploymentArns) {
    const found = findDeployment(ecs, arn);
    if (found === undefined) failures.push({ arn, reason: 'MISSING' });
    else serviceDeployments.push(deploymentShape(ecs, found));
  }
  return { serviceDeployments, failures };
}
