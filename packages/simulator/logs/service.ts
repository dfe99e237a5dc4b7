import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { createLogGroup } from './CreateLogGroup.ts';
import { createLogStream } from './CreateLogStream.ts';
import { deleteLogGroup } from './DeleteLogGroup.ts';
import { describeLogGroups } from './DescribeLogGroups.ts';
import { describeLogStreams } from './DescribeLogStreams.ts';
import { filterLogEvents } from './FilterLogEvents.ts';
import { getLogEvents } from './GetLogEvents.ts';
import { putLogEvents } from './PutLogEvents.ts';
import { putRetentionPolicy } from './PutRetentionPolicy.ts';
import { LogsState } from './state.ts';
import { listTagsForResource, tagResource, untagResource } from './TagResource.ts';

/** CloudWatch Logs: groups, streams and events in memory. */
export function createLogs(sim: Simulator): JsonService {
  const logs = new LogsState(sim);
  const bind =
    <I>(run: (logs: LogsState, input: I) => object | void): Operation =>
    (input: I) =>
      run(logs, input);
  return {
    name: 'logs',
    protocol: 'json',
    targetPrefix: 'Logs_20140328',
    operations: {
      CreateLogGroup: bind(createLogGroup),
      CreateLogStream: bind(createLogStream),
      DeleteLogGroup: bind(deleteLogGroup),
      DescribeLogGroups: bind(describeLogGroups),
      DescribeLogStreams: bind(describeLogStreams),
      FilterLogEvents: bind(filterLogEvents),
      GetLogEvents: bind(getLogEvents),
      ListTagsForResource: bind(listTagsForResource),
      PutLogEvents: bind(putLogEvents),
      PutRetentionPolicy: bind(putRetentionPolicy),
      TagResource: bind(tagResource),
      UntagResource: bind(untagResource),
    },
    snapshot: () =>
      Object.fromEntries(
        [...logs.groups.values()].map((group) => [
          group.name,
          Object.fromEntries([...group.streams.values()].map(({ name, events }) => [name, events.length])),
        ]),
      ),
  };
}
