import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { inputs } from '@cutover/steps/verify-target-health/inputs';
import { planVerification } from '@cutover/steps/verify-target-health/plan';
import { requestOf } from '@cutover/steps/verify-target-health/run';
import { inPlan } from './pure.ts';
import { shows, type InputProofs } from './proof.ts';

const service = {
  name: 'web',
  status: 'ACTIVE',
  desired: 2,
  taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7',
  taskSets: [],
} as unknown as ServiceState;
const PATH = { path: '/health' };
const LISTENER =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef';
const TARGET_GROUP =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web-blue/0123456789abcdef';

/** The claim to prove, and the requests that prove it. */
export const plan: InputProofs = {
  action: 'verify-target-health',
  open: inPlan(inputs, (given) =>
    planVerification(requestOf(given, undefined), { cluster: 'shop', service: 'web' }, service),
  ),
  proofs: [
    shows('listener-arn', LISTENER, {}, `"listeners":["${LISTENER}"]`),
    shows('target-group-arn', TARGET_GROUP, {}, `"targetGroups":["${TARGET_GROUP}"]`),
    shows('url', 'https://shop.example.com/health', {}, '"base":"https://shop.example.com/health"'),
    shows('path', '/health', {}, '"path":"/health"'),
    shows('host-header', 'shop.example.com', PATH, '"hostHeader":"shop.example.com"'),
    shows('expect-status', '204', PATH, '"statuses":[[204,204]]'),
    shows('expect-body', 'ready', PATH, '"body":{"shown":"\\"ready\\""}'),
    shows('expect-header', 'x-version', PATH, '"headers":[{"name":"x-version"}]'),
    shows('max-latency-ms', '900', PATH, '"maxLatencyMs":900'),
    shows('probe-count', '9', PATH, '"count":9'),
    shows('probe-concurrency', '9', PATH, '"concurrency":9'),
  ],
};
