import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { alarmControls } from './controls.ts';
import { deleteAlarms } from './DeleteAlarms.ts';
import { describeAlarms } from './DescribeAlarms.ts';
import { getMetricData } from './GetMetricData.ts';
import { putMetricAlarm } from './PutMetricAlarm.ts';
import { setAlarmState } from './SetAlarmState.ts';
import { CloudWatchState } from './state.ts';

/** CloudWatch's metric alarms; no metrics, composite alarms or actions. */
export function createCloudWatch(sim: Simulator): JsonService {
  const state = new CloudWatchState(sim);
  const bind =
    <I>(run: (state: CloudWatchState, input: I) => object | void): Operation =>
    (input: I) =>
      run(state, input);
  return {
    name: 'cloudwatch',
    protocol: 'json',
    targetPrefix: 'GraniteServiceVersion20100801',
    jsonVersion: '1.0',
    operations: {
      DeleteAlarms: bind(deleteAlarms),
      DescribeAlarms: bind(describeAlarms),
      GetMetricData: bind(getMetricData),
      PutMetricAlarm: bind(putMetricAlarm),
      SetAlarmState: bind(setAlarmState),
    },
    controls: alarmControls(state),
    snapshot: () => ({
      alarms: [...state.alarms.keys()].map((name) => ({
        ...state.alarm(name).settings,
        StateValue: state.stateOf(name),
      })),
    }),
  };
}
