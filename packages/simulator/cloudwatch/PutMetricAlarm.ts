import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchState } from './state.ts';

/** Creates or replaces an alarm. Assumption: as tags go with creation only, those of an update are ignored. */
export function putMetricAlarm(state: CloudWatchState, input: PutMetricAlarmInput): void {
  const { AlarmName: name = '', Tags = [], ...settings } = input;
  const isNew = !state.alarms.has(name);
  state.put(name, {
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    Dimensions: [],
    ...settings,
  });
  if (isNew) for (const { Key = '', Value = '' } of Tags) state.alarm(name).tags.set(Key, Value);
}
