import type { GetMetricDataInput, GetMetricDataOutput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchState } from './state.ts';

/** There are no metrics: each query is answered as for a metric without data. */
export function getMetricData(_state: CloudWatchState, input: GetMetricDataInput): GetMetricDataOutput {
  return {
    MetricDataResults: (input.MetricDataQueries ?? [])
      .filter(({ ReturnData }) => ReturnData !== false)
      .map(({ Id, Label, MetricStat }) => ({
        Id,
        Label: Label ?? MetricStat?.Metric?.MetricName ?? Id,
        Timestamps: [],
        Values: [],
        StatusCode: 'Complete' as const,
      })),
    Messages: [],
  };
}
