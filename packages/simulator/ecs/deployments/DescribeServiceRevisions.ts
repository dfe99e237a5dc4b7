import type {
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  Failure,
  ServiceRevision,
} from '@aws-sdk/client-ecs';
import type { Ecs } from '../ecs.ts';
import { invalid } from '../launch-checks.ts';
import { revisionArn, revisionShape } from './shapes.ts';

const MAX_ARNS = 20;

/** Unknown revisions are failures with reason MISSING. @throws ApiError InvalidParameterException */
export function describeServiceRevisions(
  ecs: Ecs,
  { serviceRevisionArns = [] }: DescribeServiceRevisionsRequest,
): DescribeServiceRevisionsResponse {
  if (serviceRevisionArns.length === 0 || serviceRevisionArns.length > MAX_ARNS)
    throw invalid(`serviceRevisionArns takes 1 to ${MAX_ARNS} items, not ${serviceRevisionArns.length}.`);
  const serviceRevisions: ServiceRevision[] = [];
  const failures: Failure[] = [];
  for (const arn of serviceRevisionArns) {
    const { service } = ecs.serviceOf('service-revision', arn);
    const found = service?.revisions.find((revision) => revisionArn(ecs, revision) === arn);
    if (found === undefined) failures.push({ arn, reason: 'MISSING' });
    else serviceRevisions.push(revisionShape(ecs, found));
  }
  return { serviceRevisions, failures };
}
