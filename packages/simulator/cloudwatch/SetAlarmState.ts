import type { SetAlarmStateInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchState } from './state.ts';

/** Sets the state until it is set again: no metric brings the real one back here. @throws ApiError ResourceNotFound */
export function setAlarmState(state: CloudWatchState, input: SetAlarmStateInput): void {
  state.setState(
    input.AlarmName ?? '',
    input.StateValue ?? 'OK',
    input.StateReason ?? '',
    input.StateReasonData,
  );
}
