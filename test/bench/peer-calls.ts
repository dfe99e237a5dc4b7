/**
 * What the AWS action's published bundle asks in a deployment of half an hour, waiting for its end with
 * `wait-max-delay-seconds: 15`; measured by test/other-worlds/peers.long.test.ts, which measures it again.
 */
export const PEER = {
  action: 'aws-actions/amazon-ecs-deploy-task-definition',
  version: '2.6.3',
  maxDelaySeconds: 15,
  calls: { DescribeServices: 1, GetDeploymentGroup: 1, CreateDeployment: 1, GetDeployment: 120, total: 123 },
} as const;
