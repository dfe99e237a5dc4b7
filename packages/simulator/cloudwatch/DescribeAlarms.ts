import type { DescribeAlarmsInput, DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import { ApiError } from '../kernel/api-error.ts';
import type { CloudWatchState } from './state.ts';

const DEFAULT_RECORDS = 50;

/** Metric alarms by name; names that don't exist are left out. @throws ApiError InvalidNextToken, ValidationError */
export function describeAlarms(state: CloudWatchState, input: DescribeAlarmsInput): DescribeAlarmsOutput {
  const { AlarmNames: names, AlarmNamePrefix: prefix, StateValue, ActionPrefix } = input;
  if (names !== undefined && prefix !== undefined) {
    throw new ApiError('ValidationError', 'AlarmNames and AlarmNamePrefix cannot both be specified');
  }
  // Without types only metric alarms are meant; composite and log alarms don't exist here.
  const wanted = input.AlarmTypes === undefined || input.AlarmTypes.includes('MetricAlarm');
  const found = [...state.alarms.keys()]
    .filter(
      (name) =>
        wanted &&
        input.ChildrenOfAlarmName === undefined &&
        input.ParentsOfAlarmName === undefined &&
        (names === undefined || names.includes(name)) &&
        (prefix === undefined || name.startsWith(prefix)) &&
        (StateValue === undefined || state.stateOf(name) === StateValue),
    )
    .toSorted()
    .map((name) => ({ ...state.alarm(name).settings, StateValue: state.stateOf(name) }))
    .filter(
      ({ AlarmActions = [] }) =>
        ActionPrefix === undefined || AlarmActions.some((action) => action.startsWith(ActionPrefix)),
    );
  const start = startOf(input.NextToken);
  const end = start + (input.MaxRecords ?? DEFAULT_RECORDS);
  return {
    CompositeAlarms: [],
    MetricAlarms: found.slice(start, end),
    ...(end < found.length ? { NextToken: Buffer.from(String(end)).toString('base64') } : {}),
  };
}

function startOf(token: string | undefined): number {
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64').toString('utf8'));
  if (!Number.isInteger(start) || start < 0)
    throw new ApiError('InvalidNextToken', 'The next token specified is invalid.');
  return start;
}
