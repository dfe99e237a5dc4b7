import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { AlarmState } from '@cutover/domain/alarm';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';
import { Pages } from './client/pages.ts';

/** Most names that DescribeAlarms takes at once (API model). */
const NAMES = 100;

/** CloudWatch alarms, read only. */
export class Alarms {
  readonly #options: ClientOptions;
  #client: CloudWatchClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * The named alarms, metric and composite, in the order of the names; a name without alarm is left out.
   * @throws ConfigurationError without `cloudwatch:DescribeAlarms`, which composite alarms need on `*`
   */
  async describe(names: readonly string[]): Promise<readonly AlarmState[]> {
    const wanted = [...new Set(names)];
    if (wanted.length === 0) return [];
    const { CloudWatchClient, DescribeAlarmsCommand } = await import('./sdk/alarms.ts');
    const client = (this.#client ??= new CloudWatchClient(this.#options));
    const found = new Map<string, AlarmState>();
    for (let start = 0; start < wanted.length; start += NAMES) {
      const AlarmNames = wanted.slice(start, start + NAMES);
      const pages = new Pages('cloudwatch:DescribeAlarms');
      do {
        const page = await call(this.#options, 'cloudwatch:DescribeAlarms', () =>
          client.send(
            new DescribeAlarmsCommand({
              AlarmNames,
              AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
              MaxRecords: NAMES,
              NextToken: pages.token,
            }),
          ),
        );
        for (const alarm of [...(page.MetricAlarms ?? []), ...(page.CompositeAlarms ?? [])]) {
          const { AlarmName: name = '', StateValue: state, StateReason: reason = '' } = alarm;
          const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
          found.set(name, {
            name,
            state: state === 'OK' || state === 'ALARM' ? state : 'INSUFFICIENT_DATA',
            reason,
            ...(since === undefined ? {} : { since: since.getTime() }),
          });
        }
        pages.came(page.NextToken);
      } while (pages.more());
    }
    return wanted.flatMap((name) => found.get(name) ?? []);
  }
}
