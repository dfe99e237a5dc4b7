import { describe, expect, test } from '@jest/globals';
import { explain } from './explain.ts';

describe('explains', () => {
  test.each<[string, string, string]>([
    ['a message', "KeyError: 'DATABASE_URL'", 'variable-missing'],
    [
      'a log whose last error counts',
      "starting\nKeyError: 'A_KEY'\nretry\nError: Cannot find module '/app/main.js'\nbye",
      'module-missing',
    ],
    [
      'the log of a job',
      '2026-01-02T03:04:05.6789012Z ##[group]Run deploy\n2026-01-02T03:04:06.6789012Z ##[error]ClusterNotFoundException: Cluster not found.',
      'cluster-not-found',
    ],
    [
      'an answer of describe-tasks',
      JSON.stringify({
        tasks: [
          {
            lastStatus: 'STOPPED',
            stopCode: 'EssentialContainerExited',
            stoppedReason: 'Essential container in task exited',
            containers: [
              {
                name: 'web',
                exitCode: 137,
                reason: 'OutOfMemoryError: Container killed due to memory usage',
              },
            ],
          },
        ],
      }),
      'oom-killed',
    ],
    [
      'an answer of describe-target-health',
      JSON.stringify({
        TargetHealthDescriptions: [
          {
            Target: { Id: '10.0.3.17', Port: 8080 },
            TargetHealth: {
              State: 'unhealthy',
              Reason: 'Target.ResponseCodeMismatch',
              Description: 'Health checks failed with these codes: [404]',
            },
          },
        ],
      }),
      'target-code-404',
    ],
    [
      'an answer of describe-stack-events',
      JSON.stringify({
        StackEvents: [
          { ResourceStatus: 'CREATE_FAILED', ResourceStatusReason: 'No export named prod:Vpc found' },
        ],
      }),
      'export-missing',
    ],
    [
      'an answer of get-log-events',
      JSON.stringify({
        events: [
          {
            timestamp: 1,
            ingestionTime: 2,
            message: 'Error: listen EADDRINUSE: address already in use :::3000',
          },
        ],
      }),
      'port-in-use',
    ],
    [
      'an answer of get-deployment',
      JSON.stringify({
        deploymentInfo: {
          status: 'Failed',
          errorInformation: {
            code: 'ALARM_ACTIVE',
            message:
              'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected',
          },
        },
      }),
      'alarm-active',
    ],
  ])('%s', (_, text, id) => {
    expect(explain(text)?.id).toBe(id);
  });
});

test('says how certain it is, and where to read on', () => {
  expect(explain('Error: connect ECONNREFUSED 10.0.3.17:6379')).toMatchObject({
    area: 'application-network',
    certainty: 'likely',
    link: expect.stringMatching(/^https:/),
  });
  expect(explain("KeyError: 'DATABASE_URL'")?.certainty).toBe('certain');
  expect(explain('Essential container in task exited')?.certainty).toBe('possible');
});

test.each(['', 'hello', '{"tasks":[]}', '[1, 2]', 'GET /health 200', '1', 'TIMEOUT'])(
  'knows nothing of %j',
  (text) => {
    expect(explain(text)).toBeUndefined();
  },
);
