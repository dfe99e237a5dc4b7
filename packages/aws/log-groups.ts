import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';

/** Log groups of CloudWatch Logs, read only. */
export class LogGroups {
  readonly #options: ClientOptions;
  readonly #clients = new Map<string, CloudWatchLogsClient>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Whether a region has a log group of exactly this name. */
  async exists(name: string, region: string = this.#options.region): Promise<boolean> {
    const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await import('./sdk/log-groups.ts');
    const client = this.#clients.get(region) ?? new CloudWatchLogsClient({ ...this.#options, region });
    this.#clients.set(region, client);
    // The groups come in the order of their names, so the prefix's own is the first.
    const { logGroups = [] } = await call(this.#options, 'logs:DescribeLogGroups', () =>
      client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name })),
    );
    return logGroups.some(({ logGroupName }) => logGroupName === name);
  }
}
