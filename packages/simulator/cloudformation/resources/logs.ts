import type { DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { tagChanges, tagsOf } from './api-names.ts';
import { type ResourceHandler, string } from './handler.ts';

/** AWS::Logs::LogGroup */
export const logGroup: ResourceHandler = {
  create: async ({ sim, physicalName, created }, properties) => {
    const logGroupName = string(properties, 'LogGroupName') ?? physicalName(512);
    const tags = tagsOf(properties['Tags']);
    await sim.call('logs', 'CreateLogGroup', {
      logGroupName,
      ...(tags.length === 0 ? {} : { tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])) }),
    });
    created(logGroupName);
    const retentionInDays = properties['RetentionInDays'];
    if (retentionInDays !== undefined) {
      await sim.call('logs', 'PutRetentionPolicy', { logGroupName, retentionInDays });
    }
    return {
      physicalId: logGroupName,
      attributes: { Arn: `${sim.arn('logs', `log-group:${logGroupName}`)}:*` },
    };
  },

  update: async ({ sim }, logGroupName, properties, previous) => {
    const retentionInDays = properties['RetentionInDays'];
    if (retentionInDays !== previous['RetentionInDays']) {
      if (retentionInDays === undefined) await sim.call('logs', 'DeleteRetentionPolicy', { logGroupName });
      else await sim.call('logs', 'PutRetentionPolicy', { logGroupName, retentionInDays });
    }
    const { set, removed } = tagChanges(properties['Tags'], previous['Tags']);
    const resourceArn = sim.arn('logs', `log-group:${logGroupName}`);
    if (set.length > 0) {
      const tags = Object.fromEntries(set.map(({ Key, Value }) => [Key, Value]));
      await sim.call('logs', 'TagResource', { resourceArn, tags });
    }
    if (removed.length > 0) await sim.call('logs', 'UntagResource', { resourceArn, tagKeys: removed });
  },

  delete: async ({ sim }, logGroupName) => {
    await sim.call('logs', 'DeleteLogGroup', { logGroupName });
  },

  read: async (sim, _type, logGroupName) => {
    const { logGroups = [] } = await sim.call<DescribeLogGroupsResponse>('logs', 'DescribeLogGroups', {
      logGroupNamePrefix: logGroupName,
    });
    const found = logGroups.find((one) => one.logGroupName === logGroupName);
    return found === undefined ? undefined : { RetentionInDays: found.retentionInDays };
  },
};
