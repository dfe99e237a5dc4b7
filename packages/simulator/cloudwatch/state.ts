import type { MetricAlarm, StateValue } from '@aws-sdk/client-cloudwatch';
import { ApiError } from '../kernel/api-error.ts';
import type { AlarmStateValue } from '../kernel/alarm-states.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** A metric alarm as DescribeAlarms tells it, with the tags that it doesn't tell. */
export interface Alarm {
  readonly settings: Omit<MetricAlarm, 'StateValue'>;
  readonly tags: Map<string, string>;
}

/** The metric alarms of the account. No metrics exist here: an alarm stays in the state that it was given. */
export class CloudWatchState {
  readonly sim: Simulator;
  readonly alarms = new Map<string, Alarm>();

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  /** @throws ApiError ResourceNotFound */
  alarm(name: string | undefined): Alarm {
    const found = this.alarms.get(name ?? '');
    if (found === undefined) throw new ApiError('ResourceNotFound', `Unknown alarm: ${name ?? ''}`, 404);
    return found;
  }

  arn(name: string): string {
    return this.sim.arn('cloudwatch', `alarm:${name}`);
  }

  stateOf(name: string): AlarmStateValue {
    return this.sim.alarms.get(name) ?? 'INSUFFICIENT_DATA';
  }

  /** Writes an alarm's settings; what is known of its state stays. */
  put(name: string, settings: MetricAlarm): void {
    const before = this.alarms.get(name);
    const now = this.sim.clock.date();
    const { StateReason, StateReasonData, StateUpdatedTimestamp, StateTransitionedTimestamp } =
      before?.settings ?? {};
    this.alarms.set(name, {
      tags: before?.tags ?? new Map(),
      settings: {
        ...settings,
        AlarmName: name,
        AlarmArn: this.arn(name),
        AlarmConfigurationUpdatedTimestamp: now,
        StateReason: StateReason ?? 'Unchecked: Initial alarm creation',
        ...(StateReasonData === undefined ? {} : { StateReasonData }),
        StateUpdatedTimestamp: StateUpdatedTimestamp ?? now,
        StateTransitionedTimestamp: StateTransitionedTimestamp ?? now,
      },
    });
    if (before === undefined) this.sim.alarms.set(name, 'INSUFFICIENT_DATA');
  }

  /** @throws ApiError ResourceNotFound */
  setState(name: string, value: StateValue, reason: string, data?: string): void {
    const { settings, tags } = this.alarm(name);
    const now = this.sim.clock.date();
    const { StateReasonData: _, StateTransitionedTimestamp, ...rest } = settings;
    this.alarms.set(name, {
      tags,
      settings: {
        ...rest,
        StateReason: reason,
        ...(data === undefined ? {} : { StateReasonData: data }),
        StateUpdatedTimestamp: now,
        StateTransitionedTimestamp: this.stateOf(name) === value ? StateTransitionedTimestamp : now,
      },
    });
    this.sim.alarms.set(name, value);
  }
}
