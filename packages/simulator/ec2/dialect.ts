import { XMLBuilder } from 'fast-xml-parser';
import { isDate } from 'node:util/types';
import type { ApiError } from '../kernel/api-error.ts';

/** Names of lists in answers that are not the member's name with a small letter; source: the published API model. */
const LISTS: Readonly<Record<string, string>> = {
  Associations: 'associationSet',
  Entries: 'entrySet',
  Groups: 'groupSet',
  NetworkAcls: 'networkAclSet',
  RouteTableIds: 'routeTableIdSet',
  RouteTables: 'routeTableSet',
  Routes: 'routeSet',
  SecurityGroups: 'securityGroupInfo',
  SubnetIds: 'subnetIdSet',
  Subnets: 'subnetSet',
  Tags: 'tagSet',
  UserIdGroupPairs: 'groups',
  VpcEndpoints: 'vpcEndpointSet',
};

/**
 * EC2 speaks a dialect of the Query protocol: `SubnetId.1=a&Filter.1.Value.1=b` is, in the SDK's words,
 * `{ SubnetIds: ['a'], Filters: [{ Values: ['b'] }] }`.
 */
export function fromWire(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => fromWire(item));
  }
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const read = fromWire(inner);
      return [Array.isArray(read) && !key.endsWith('s') ? `${key}s` : key, read];
    }),
  );
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: false,
});

/** @param namespace without the slash at its end */
export function encodeAnswer(
  namespace: string,
  operation: string,
  output: object,
  requestId: string,
): string {
  return builder.build({
    [`${operation}Response`]: { '@xmlns': `${namespace}/`, requestId, ...(toWire(output) as object) },
  });
}

export function encodeRefusal(error: ApiError, requestId: string): string {
  return builder.build({
    Response: {
      Errors: { Error: { Code: error.code, Message: error.message } },
      RequestID: requestId,
    },
  });
}

function toWire(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (isDate(value)) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? '' : { item: value.map(toWire) };
  if (typeof value !== 'object') return `${value as string | number | boolean}`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [wireName(name, member), toWire(member)]),
  );
}

function wireName(name: string, member: unknown): string {
  const list = Array.isArray(member) ? LISTS[name] : undefined;
  // A security group's text is the one member whose name differs.
  if (name === 'Description') return 'groupDescription';
  if (name === 'IsDefault') return 'default';
  return list ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
