import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;
let logs: CloudWatchLogsClient;
let group = '';
let count = 0;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 1 });
  logs = new CloudWatchLogsClient({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterAll(async () => {
  logs.destroy();
  await running.close();
});
beforeEach(async () => {
  count += 1;
  group = `/group/${count}`;
  await logs.send(new CreateLogGroupCommand({ logGroupName: group }));
  await logs.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName: 's' }));
});

async function put(...events: (readonly [number, string])[]): Promise<void> {
  await logs.send(
    new PutLogEventsCommand({
      logGroupName: group,
      logStreamName: 's',
      logEvents: events.map(([timestamp, message]) => ({ timestamp, message })),
    }),
  );
}

async function get(input: Partial<GetLogEventsCommandInput> = {}) {
  const answer = await logs.send(
    new GetLogEventsCommand({ logGroupName: group, logStreamName: 's', ...input }),
  );
  return {
    messages: (answer.events ?? []).map(({ message }) => message),
    forward: answer.nextForwardToken ?? '',
    backward: answer.nextBackwardToken ?? '',
  };
}

describe('GetLogEvents', () => {
  test('reads the newest page unless told otherwise', async () => {
    await put([1, 'a'], [2, 'b'], [3, 'c']);
    expect((await get({ limit: 2 })).messages).toEqual(['b', 'c']);
    expect((await get({ limit: 2, startFromHead: true })).messages).toEqual(['a', 'b']);
  });

  test('ends with the token that was sent, which yields more later', async () => {
    await put([1, 'a'], [1, 'b']);
    const first = await get({ startFromHead: true, limit: 1 });
    const second = await get({ startFromHead: true, nextToken: first.forward });
    expect(second.messages).toEqual(['b']);
    const end = await get({ startFromHead: true, nextToken: second.forward });
    expect(end).toMatchObject({ messages: [], forward: second.forward });
    await put([1, 'c']);
    expect((await get({ startFromHead: true, nextToken: second.forward })).messages).toEqual(['c']);
  });

  test('goes back page by page', async () => {
    await put([1, 'a'], [2, 'b'], [3, 'c']);
    const last = await get({ limit: 2 });
    const before = await get({ nextToken: last.backward });
    expect(before.messages).toEqual(['a']);
    const start = await get({ nextToken: before.backward });
    expect(start).toMatchObject({ messages: [], backward: before.backward });
    expect((await get({ nextToken: start.forward })).messages).toEqual(['a', 'b', 'c']);
  });

  test('has tokens for an empty stream', async () => {
    const empty = await get({ startFromHead: true });
    expect(empty.messages).toEqual([]);
    await put([5, 'first']);
    expect((await get({ startFromHead: true, nextToken: empty.forward })).messages).toEqual(['first']);
  });

  test('takes the start inclusively and the end exclusively', async () => {
    await put([1, 'a'], [2, 'b'], [3, 'c']);
    expect((await get({ startTime: 2, endTime: 3 })).messages).toEqual(['b']);
  });

  test('orders by timestamp whatever came first', async () => {
    await put([5, 'late']);
    await put([4, 'early']);
    expect((await get()).messages).toEqual(['early', 'late']);
  });

  test('of something missing says which', async () => {
    await expect(get({ logStreamName: 'x' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
    await expect(get({ logGroupName: '/x' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
    await expect(get({ nextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

test('FilterLogEvents goes over all streams by time and pages', async () => {
  await logs.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName: 't' }));
  await put([1, 'ERROR one'], [3, 'fine']);
  await logs.send(
    new PutLogEventsCommand({
      logGroupName: group,
      logStreamName: 't',
      logEvents: [{ timestamp: 2, message: 'ERROR two' }],
    }),
  );
  const first = await logs.send(
    new FilterLogEventsCommand({ logGroupName: group, filterPattern: 'ERROR', limit: 1 }),
  );
  expect(first.events?.map(({ message }) => message)).toEqual(['ERROR one']);
  const second = await logs.send(
    new FilterLogEventsCommand({
      logGroupName: group,
      filterPattern: 'ERROR',
      nextToken: first.nextToken,
    }),
  );
  expect(second.events).toMatchObject([{ message: 'ERROR two', logStreamName: 't' }]);
  expect(second.nextToken).toBeUndefined();
});

test('groups and streams are listed with what was set on them', async () => {
  await put([7, 'x']);
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: group, retentionInDays: 14 }));
  const groups = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: group }));
  expect(groups.logGroups).toMatchObject([
    {
      logGroupName: group,
      retentionInDays: 14,
      arn: `arn:aws:logs:us-east-1:123456789012:log-group:${group}:*`,
    },
  ]);
  const streams = await logs.send(
    new DescribeLogStreamsCommand({ logGroupName: group, orderBy: 'LastEventTime', descending: true }),
  );
  expect(streams.logStreams).toMatchObject([{ logStreamName: 's', lastEventTimestamp: 7 }]);
  await logs.send(new DeleteLogGroupCommand({ logGroupName: group }));
  await expect(get()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('what already exists, disorder and a wrong retention are refused', async () => {
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName: group }))).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
  });
  await expect(put([2, 'b'], [1, 'a'])).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await expect(
    logs.send(new PutRetentionPolicyCommand({ logGroupName: group, retentionInDays: 15 })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
});
