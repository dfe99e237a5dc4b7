import { expect, test } from '@jest/globals';
import { isCapacityReason } from './capacity-reason.ts';

test.each([
  'RESOURCE:ENI',
  'RESOURCE:MEMORY - arn:aws:ecs:us-east-1:123456789012:container-instance/shop/0123456789abcdef0123456789abcdef',
  'TaskFailedToStart: RESOURCE:CPU',
  'TaskFailedToStart: EMPTY CAPACITY PROVIDER',
  'TaskFailedToStart: NO ACTIVE INSTANCES',
  'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  'ecs:RunTask failed: ClientException: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  '(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  'service (web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  'Timeout waiting for network interface provisioning to complete.',
])('no room: %s', (text) => {
  expect(isCapacityReason(text)).toBe(true);
});

test.each([
  // IAM ends every refusal with these words, in whatever case the service writes them.
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/execution/0123456789abcdef0123456789abcdef is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf because no identity-based policy allows the secretsmanager:GetSecretValue action',
  'ecs:RunTask failed: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/deploy/run is not authorized to perform: ecs:RunTask on resource: arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7',
  'AccessDeniedException: not authorized to perform: kms:Decrypt on RESOURCE: arn:aws:kms:us-east-1:123456789012:key/1',
  'AccessDeniedException: not authorized on resource:ENI',
  // A name or a quotation is no reason.
  'CannotPullContainerError: failed to resolve ref 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:RESOURCE:CPU: not found',
  'Essential container in task exited: Capacity is unavailable at this time',
  'Error: the plug-in said EMPTY CAPACITY PROVIDER',
  'Unexpected EC2 error while attempting to attach network interface to instance',
  'AGENT',
  'ATTRIBUTE - missing ecs.capability.execution-role-awslogs',
  'MISSING',
  '',
])('another cause: %s', (text) => {
  expect(isCapacityReason(text)).toBe(false);
});
