import type { World } from './world.ts';

export async function logs(world: World): Promise<void> {
  const { logs: client } = world;
  const logGroupName = '/shop/web';
  const stream = { logGroupName, logStreamName: 'web/app/1' };
  const missing = { logGroupName: '/other' };
  await world.see('CreateLogGroup', 'new', client.createLogGroup({ logGroupName, tags: { team: 'shop' } }));
  await world.see('CreateLogGroup', 'again', client.createLogGroup({ logGroupName }));
  await world.see('CreateLogGroup', 'wrong name', client.createLogGroup({ logGroupName: 'a b?' }));
  await world.see(
    'CreateLogGroup',
    'name too long',
    client.createLogGroup({ logGroupName: 'x'.repeat(513) }),
  );
  await world.see('CreateLogGroup', 'no name', client.createLogGroup({} as never));
  await world.see('CreateLogStream', 'new', client.createLogStream(stream));
  await world.see('CreateLogStream', 'again', client.createLogStream(stream));
  await world.see(
    'CreateLogStream',
    'no such group',
    client.createLogStream({ ...missing, logStreamName: 's' }),
  );
  await world.see(
    'CreateLogStream',
    'a colon in the name',
    client.createLogStream({ logGroupName, logStreamName: 'a:b' }),
  );
  await world.see('CreateLogStream', 'no stream', client.createLogStream({ logGroupName } as never));

  const timestamp = Date.now();
  const logEvents = [
    { timestamp, message: 'one' },
    { timestamp: timestamp + 1, message: 'two words' },
  ];
  await world.see('PutLogEvents', 'two', client.putLogEvents({ ...stream, logEvents }));
  await world.see(
    'PutLogEvents',
    'no such group',
    client.putLogEvents({ ...missing, logStreamName: 's', logEvents }),
  );
  await world.see(
    'PutLogEvents',
    'no such stream',
    client.putLogEvents({ logGroupName, logStreamName: 'other', logEvents }),
  );
  await world.see('PutLogEvents', 'none', client.putLogEvents({ ...stream, logEvents: [] }));
  await world.see('PutLogEvents', 'no events member', client.putLogEvents(stream as never));
  const backwards = logEvents.toReversed();
  await world.see('PutLogEvents', 'out of order', client.putLogEvents({ ...stream, logEvents: backwards }));

  const page = await world.see(
    'GetLogEvents',
    'all',
    client.getLogEvents({ ...stream, startFromHead: true }),
  );
  const nextToken = page?.nextForwardToken;
  await world.see(
    'GetLogEvents',
    'next page',
    client.getLogEvents({
      ...stream,
      startFromHead: true,
      ...(nextToken === undefined ? {} : { nextToken }),
    }),
  );
  await world.see('GetLogEvents', 'wrong token', client.getLogEvents({ ...stream, nextToken: 'x' }));
  await world.see(
    'GetLogEvents',
    'no such group',
    client.getLogEvents({ ...missing, logStreamName: 'web/app/1' }),
  );
  await world.see(
    'GetLogEvents',
    'no such stream',
    client.getLogEvents({ logGroupName, logStreamName: 'other' }),
  );
  await world.see('GetLogEvents', 'limit 0', client.getLogEvents({ ...stream, limit: 0 }));
  await world.see('GetLogEvents', 'limit 10001', client.getLogEvents({ ...stream, limit: 10_001 }));
  await world.see('GetLogEvents', 'no stream', client.getLogEvents({ logGroupName } as never));

  await world.see('FilterLogEvents', 'all', client.filterLogEvents({ logGroupName }));
  await world.see(
    'FilterLogEvents',
    'term',
    client.filterLogEvents({ logGroupName, filterPattern: 'words' }),
  );
  await world.see(
    'FilterLogEvents',
    'no match',
    client.filterLogEvents({ logGroupName, filterPattern: 'no' }),
  );
  await world.see('FilterLogEvents', 'no such group', client.filterLogEvents(missing));
  await world.see(
    'FilterLogEvents',
    'prefix and names',
    client.filterLogEvents({ logGroupName, logStreamNamePrefix: 'web', logStreamNames: ['web/app/1'] }),
  );

  await world.see('DescribeLogGroups', 'all', client.describeLogGroups({}));
  await world.see(
    'DescribeLogGroups',
    'by prefix',
    client.describeLogGroups({ logGroupNamePrefix: '/shop' }),
  );
  await world.see('DescribeLogGroups', 'none', client.describeLogGroups({ logGroupNamePrefix: '/other' }));
  await world.see('DescribeLogGroups', 'limit 51', client.describeLogGroups({ limit: 51 }));
  await world.see('DescribeLogStreams', 'all', client.describeLogStreams({ logGroupName }));
  await world.see(
    'DescribeLogStreams',
    'newest first',
    client.describeLogStreams({ logGroupName, orderBy: 'LastEventTime', descending: true }),
  );
  await world.see('DescribeLogStreams', 'no such group', client.describeLogStreams(missing));
  await world.see(
    'DescribeLogStreams',
    'prefix by time',
    client.describeLogStreams({ logGroupName, orderBy: 'LastEventTime', logStreamNamePrefix: 'web' }),
  );
  await world.see('DescribeLogStreams', 'limit 51', client.describeLogStreams({ logGroupName, limit: 51 }));

  await world.see(
    'PutRetentionPolicy',
    'a week',
    client.putRetentionPolicy({ logGroupName, retentionInDays: 7 }),
  );
  await world.see(
    'PutRetentionPolicy',
    'two days',
    client.putRetentionPolicy({ logGroupName, retentionInDays: 2 }),
  );
  await world.see(
    'PutRetentionPolicy',
    'no such group',
    client.putRetentionPolicy({ ...missing, retentionInDays: 7 }),
  );
  await world.see('DescribeLogGroups', 'with retention', client.describeLogGroups({}));

  const resourceArn = `arn:aws:logs:us-east-1:123456789012:log-group:${logGroupName}`;
  const otherArn = 'arn:aws:logs:us-east-1:123456789012:log-group:/other';
  await world.see('TagResource', 'a group', client.tagResource({ resourceArn, tags: { stage: 'test' } }));
  await world.see(
    'TagResource',
    'no such group',
    client.tagResource({ resourceArn: otherArn, tags: { a: 'b' } }),
  );
  await world.see('ListTagsForResource', 'a group', client.listTagsForResource({ resourceArn }));
  await world.see(
    'ListTagsForResource',
    'no such group',
    client.listTagsForResource({ resourceArn: otherArn }),
  );
  await world.see('UntagResource', 'a group', client.untagResource({ resourceArn, tagKeys: ['stage'] }));
  await world.see(
    'UntagResource',
    'no such group',
    client.untagResource({ resourceArn: otherArn, tagKeys: ['stage'] }),
  );
  await world.see('DeleteLogGroup', 'there', client.deleteLogGroup({ logGroupName }));
  await world.see('DeleteLogGroup', 'no more', client.deleteLogGroup({ logGroupName }));
}
