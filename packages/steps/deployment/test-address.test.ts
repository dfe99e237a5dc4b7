import { expect, test } from '@jest/globals';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Listener } from '@cutover/domain/target/listener';
import type { World } from '../world.ts';
import { testAddress } from './test-address.ts';

const shop: Environment = { cluster: 'shop', service: 'web' };
const listener = (protocol: string): Listener => ({
  arn: 'arn:listener',
  loadBalancerArn: 'arn:balancer',
  port: 8443,
  protocol,
  rules: [],
});
const world = (find: () => Promise<unknown>): World & { readonly told: string[] } => {
  const told: string[] = [];
  return {
    told,
    aws: { loadBalancing: { loadBalancer: find } },
    progress: { report: ({ what }: { what: string }) => told.push(what) },
  } as unknown as World & { readonly told: string[] };
};
const found = () => Promise.resolve({ dnsName: 'shop.elb.example.com', internal: false });

test.each([
  ['HTTP', 'http://shop.elb.example.com:8443'],
  ['HTTPS', 'https://shop.elb.example.com:8443'],
  ['TCP', 'http://shop.elb.example.com:8443'],
  ['TLS', 'https://shop.elb.example.com:8443'],
])('of a test listener of %s', async (protocol, address) => {
  expect(await testAddress(world(found), shop, listener(protocol), true)).toBe(address);
});

test('the stack’s own comes first, and without a listener there is none', async () => {
  const stack = { ...shop, testUrl: 'https://test.example.com' };
  expect(await testAddress(world(found), stack, listener('HTTP'), true)).toBe('https://test.example.com');
  expect(await testAddress(world(found), shop, undefined, true)).toBeUndefined();
  const gone = world(() => Promise.resolve(undefined));
  expect(await testAddress(gone, shop, listener('HTTP'), false)).toBeUndefined();
  await expect(testAddress(gone, shop, listener('HTTP'), true)).rejects.toThrow(
    'of the test listener does not exist',
  );
});

test('whoever can do without it is only warned of a permission that lacks', async () => {
  const denied = world(() =>
    Promise.reject(new ConfigurationError({ what: 'DescribeLoadBalancers was refused', fix: 'Grant it.' })),
  );
  expect(await testAddress(denied, shop, listener('HTTP'), false)).toBeUndefined();
  expect(denied.told[0]).toContain('DescribeLoadBalancers was refused');
  await expect(testAddress(denied, shop, listener('HTTP'), true)).rejects.toThrow('was refused');
});
