import { ApiError } from '../kernel/api-error.ts';
import { members } from '../kernel/fault-form.ts';
import type { Controls } from '../kernel/service.ts';
import type { CloudWatchState } from './state.ts';

const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

/**
 * `POST /_simulator/alarms` with `{ "name": "…", "state": "ALARM" | "OK" | "INSUFFICIENT_DATA" }` sets an alarm and makes it
 * if there is none of the name. Deployments whose group, or whose own override, names it are stopped while it is in ALARM.
 */
export function alarmControls(state: CloudWatchState): Controls {
  return {
    'POST /_simulator/alarms': (input) => {
      const { name, state: value } = members(input, 'the body');
      const known = STATES.find((one) => one === value);
      if (typeof name !== 'string' || name === '' || known === undefined) {
        throw new ApiError(
          'InvalidParameterValue',
          'An alarm needs a name and the state ALARM, OK or INSUFFICIENT_DATA',
        );
      }
      if (!state.alarms.has(name)) {
        state.put(name, {
          ActionsEnabled: true,
          OKActions: [],
          AlarmActions: [],
          InsufficientDataActions: [],
          Dimensions: [],
          Namespace: 'Simulator',
          MetricName: name,
          Statistic: 'Sum',
          Period: 60,
          EvaluationPeriods: 1,
          Threshold: 0,
          ComparisonOperator: 'GreaterThanThreshold',
        });
      }
      state.setState(name, known, `Set by the control interface to ${known}`);
      const active = [...state.alarms.keys()].filter((one) => state.stateOf(one) === 'ALARM');
      return { active };
    },
  };
}
