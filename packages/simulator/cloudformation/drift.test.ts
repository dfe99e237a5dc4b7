import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  DescribeStackDriftDetectionStatusOutput,
  DescribeStackResourceDriftsOutput,
  DescribeStacksOutput,
} from '@aws-sdk/client-cloudformation';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { StackClient } from './stack-client.ts';

let simulator: RunningSimulator;
let stacks: StackClient;

const TEMPLATE = `
Resources:
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /drift, RetentionInDays: 7 } }
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: { MetricName: a, Namespace: b, Threshold: 1, ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, Period: 60, Statistic: Sum }
`;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
  stacks = new StackClient(simulator.url, 'drift');
  await stacks.create(TEMPLATE);
});

afterAll(async () => {
  stacks.client.destroy();
  await simulator.close();
});

const call = async <T extends object>(operation: string, input: object): Promise<T> =>
  await simulator.sim.call<T>('cloudformation', operation, input);

async function detect(): Promise<DescribeStackDriftDetectionStatusOutput> {
  const { StackDriftDetectionId } = await call<{ StackDriftDetectionId: string }>('DetectStackDrift', {
    StackName: 'drift',
  });
  for (;;) {
    const status = await call<DescribeStackDriftDetectionStatusOutput>('DescribeStackDriftDetectionStatus', {
      StackDriftDetectionId,
    });
    if (status.DetectionStatus !== 'DETECTION_IN_PROGRESS') return status;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

test('a detection compares what the template gives with what is live, type by type', async () => {
  const before = await call<DescribeStacksOutput>('DescribeStacks', { StackName: 'drift' });
  expect(before.Stacks?.[0]?.DriftInformation).toEqual({ StackDriftStatus: 'NOT_CHECKED' });
  expect(await detect()).toMatchObject({
    DetectionStatus: 'DETECTION_COMPLETE',
    StackDriftStatus: 'IN_SYNC',
    DriftedStackResourceCount: 0,
  });
  await simulator.sim.call('logs', 'PutRetentionPolicy', { logGroupName: '/drift', retentionInDays: 30 });
  expect(await detect()).toMatchObject({ StackDriftStatus: 'DRIFTED', DriftedStackResourceCount: 1 });
  const { StackResourceDrifts } = await call<DescribeStackResourceDriftsOutput>(
    'DescribeStackResourceDrifts',
    { StackName: 'drift', StackResourceDriftStatusFilters: ['MODIFIED'] },
  );
  expect(StackResourceDrifts).toEqual([
    expect.objectContaining({
      LogicalResourceId: 'Logs',
      StackResourceDriftStatus: 'MODIFIED',
      PropertyDifferences: [
        {
          PropertyPath: '/RetentionInDays',
          ExpectedValue: '7',
          ActualValue: '30',
          DifferenceType: 'NOT_EQUAL',
        },
      ],
    }),
  ]);
  // A type that can't be read is not told as being in sync.
  const all = await call<DescribeStackResourceDriftsOutput>('DescribeStackResourceDrifts', {
    StackName: 'drift',
  });
  expect(all.StackResourceDrifts?.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(['Logs']);
  const after = await call<DescribeStacksOutput>('DescribeStacks', { StackName: 'drift' });
  expect(after.Stacks?.[0]?.DriftInformation?.StackDriftStatus).toBe('DRIFTED');
});

test('one detection at a time, of a stack that is there and whole', async () => {
  await call('DetectStackDrift', { StackName: 'drift' });
  await expect(call('DetectStackDrift', { StackName: 'drift' })).rejects.toThrow(/already in progress/);
  await expect(call('DetectStackDrift', { StackName: 'nobody' })).rejects.toThrow(/does not exist/);
  await expect(call('DescribeStackDriftDetectionStatus', { StackDriftDetectionId: 'a-b' })).rejects.toThrow(
    /does not exist/,
  );
  await call('CreateChangeSet', {
    StackName: 'empty',
    ChangeSetName: 'first',
    ChangeSetType: 'CREATE',
    TemplateBody: TEMPLATE.replace('/drift', '/empty'),
  });
  await expect(call('DetectStackDrift', { StackName: 'empty' })).rejects.toThrow(/REVIEW_IN_PROGRESS/);
});
