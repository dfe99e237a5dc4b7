import { describe, expect, test } from '@jest/globals';
import {
  defaultRoute,
  otherNetworks,
  peersAt,
  type Route,
  type RouteTable,
  type SecurityRule,
} from './network.ts';

const subnet = { id: 'subnet-1', vpc: 'vpc-1', zone: 'us-east-1a', cidr: '10.0.0.0/24', freeAddresses: 251 };
const local: Route = { to: '10.0.0.0/16', through: 'local', active: true };
const out = (through: string, to = '0.0.0.0/0'): Route => ({ to, through, active: true });
const table = (changes: Partial<RouteTable>): RouteTable => ({
  id: 'rtb-1',
  vpc: 'vpc-1',
  main: false,
  subnets: [],
  routes: [local],
  ...changes,
});

describe('the way out of a subnet', () => {
  const main = table({ id: 'rtb-main', main: true, routes: [local, out('nat-1')] });

  test.each<[string, readonly RouteTable[], string | undefined]>([
    [
      'is that of its own table',
      [main, table({ subnets: ['subnet-1'], routes: [local, out('igw-1')] })],
      'igw-1',
    ],
    ['is that of the main table when it names none', [main, table({ subnets: ['subnet-2'] })], 'nat-1'],
    ['is none, though the main table has one', [main, table({ subnets: ['subnet-1'] })], undefined],
    ['is none of another VPC’s', [{ ...main, vpc: 'vpc-2' }], undefined],
    [
      'may be of IPv6 alone',
      [table({ subnets: ['subnet-1'], routes: [local, out('eigw-1', '::/0')] })],
      'eigw-1',
    ],
  ])('%s', (_, tables, through) => {
    expect(defaultRoute(subnet, tables)?.through).toBe(through);
  });

  test('may lead through other networks', () => {
    const routes = [local, out('tgw-1', '10.0.0.0/8'), { ...out('pcx-1', '172.16.0.0/12'), active: false }];
    expect(otherNetworks(subnet, [table({ subnets: ['subnet-1'], routes })])).toEqual(['tgw-1']);
  });
});

test.each<[string, Partial<SecurityRule>, boolean]>([
  ['the port', { from: 443, to: 443 }, true],
  ['a range with it', { from: 0, to: 65_535 }, true],
  ['a range beside it', { from: 80, to: 442 }, false],
  ['every protocol', { protocol: '-1', from: 0, to: 0 }, true],
  ['TCP by its number', { protocol: '6', from: 443, to: 443 }, true],
  ['UDP', { protocol: 'udp', from: 443, to: 443 }, false],
])('a rule for %s', (_, changes, passes) => {
  const rule: SecurityRule = { protocol: 'tcp', from: 0, to: 0, peers: ['0.0.0.0/0'], ...changes };
  expect(peersAt([rule], 443)).toEqual(passes ? ['0.0.0.0/0'] : []);
});
