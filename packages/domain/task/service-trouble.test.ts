import { expect, test } from '@jest/globals';
import { tellsTrouble } from './service-trouble.ts';

test.each([
  '(service web) (port 8080) is unhealthy in (target-group arn:aws:x) due to (reason Health checks failed with these codes: [503]).',
  '(service web) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  '(service web) was unable to place a task. Reason: Capacity is unavailable at this time.',
  '(service web) was unable to place a task because no container instance met all of its requirements.',
  '(service web) (task 0123) failed container health checks.',
  '(service web) failed to register targets in (target-group arn:aws:x) with (error The target group is gone)',
  '(service web) operations are being throttled on elb. Will try again later.',
])('trouble: %s', (text) => {
  expect(tellsTrouble(text)).toBe(true);
});

test.each([
  '(service web) has reached a steady state.',
  '(service failed-payments) has reached a steady state.',
  '(service error) has started 2 tasks: (task 0123) (task 4567).',
  '(service unable to) registered 1 targets in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/error-pages/0123)',
  '(service web, taskSet ecs-svc/1) updated state to STABILIZING.',
  '(service web) deregistered 1 targets in (target-group arn:aws:x)',
])('no trouble: %s', (text) => {
  expect(tellsTrouble(text)).toBe(false);
});
