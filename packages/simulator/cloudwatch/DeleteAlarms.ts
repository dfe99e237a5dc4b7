import type { DeleteAlarmsInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchState } from './state.ts';

/** All or none. @throws ApiError ResourceNotFound */
export function deleteAlarms(state: CloudWatchState, { AlarmNames = [] }: DeleteAlarmsInput): void {
  for (const name of AlarmNames) state.alarm(name);
  for (const name of AlarmNames) {
    state.alarms.delete(name);
    state.sim.alarms.delete(name);
  }
}
