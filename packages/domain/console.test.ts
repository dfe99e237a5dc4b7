import { expect, test } from '@jest/globals';
import { consoleLink, partitionOf } from './console.ts';

test.each([
  ['us-east-1', 'aws', 'https://us-east-1.console.aws.amazon.com/'],
  ['cn-north-1', 'aws-cn', 'https://cn-north-1.console.amazonaws.cn/'],
  ['us-gov-west-1', 'aws-us-gov', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
  ['eusc-de-east-1', 'aws-eusc', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/'],
])('%s is of partition %s and has its console', (region, partition, host) => {
  expect(partitionOf(region)).toBe(partition);
  expect(consoleLink(region, { kind: 'deployment', id: 'd-ABCDEFGHI' })).toBe(
    `${host}codesuite/codedeploy/deployments/d-ABCDEFGHI?region=${region}`,
  );
});
