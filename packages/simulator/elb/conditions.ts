import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { invalid, list } from './form.ts';

/** Documented for RuleCondition; all of them hold for Application Load Balancers. */
const FIELDS = [
  'http-header',
  'http-request-method',
  'host-header',
  'path-pattern',
  'query-string',
  'source-ip',
];

/** @throws ApiError ValidationError */
export function checkConditions(conditions: readonly RuleCondition[] | undefined): void {
  for (const { Field } of list(conditions)) {
    if (Field === undefined || !FIELDS.includes(Field))
      throw invalid(`Condition field '${Field ?? ''}' must be one of '[${FIELDS.join(',')}]'`);
  }
}

/** True when the request satisfies every condition of a rule; within one condition one value is enough. */
export function matches(conditions: readonly RuleCondition[], request: IncomingMessage): boolean {
  return conditions.every((condition) => holds(condition, request));
}

function holds(condition: RuleCondition, request: IncomingMessage): boolean {
  const url = new URL(request.url ?? '/', 'http://localhost');
  switch (condition.Field) {
    case 'path-pattern':
      return values(condition, condition.PathPatternConfig).some((pattern) =>
        wildcard(pattern, url.pathname, ''),
      );
    case 'host-header': {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      return values(condition, condition.HostHeaderConfig).some((pattern) => wildcard(pattern, host, 'i'));
    }
    case 'http-header': {
      const header = request.headers[(condition.HttpHeaderConfig?.HttpHeaderName ?? '').toLowerCase()];
      if (header === undefined) return false;
      const text = Array.isArray(header) ? header.join(',') : header;
      return values(condition, condition.HttpHeaderConfig).some((pattern) => wildcard(pattern, text, 'i'));
    }
    case 'http-request-method':
      return values(condition, condition.HttpRequestMethodConfig).includes(request.method ?? '');
    case 'query-string':
      return (condition.QueryStringConfig?.Values ?? []).some(({ Key, Value }) =>
        [...url.searchParams].some(
          ([key, value]) =>
            (Key === undefined || wildcard(Key, key, 'i')) &&
            (Value === undefined || wildcard(Value, value, 'i')),
        ),
      );
    case 'source-ip':
      return values(condition, condition.SourceIpConfig).some((range) =>
        within(range, request.socket.remoteAddress ?? ''),
      );
    case undefined:
    default:
      return false;
  }
}

/** Values stand in the field's own configuration or, in the older form, directly in the condition. */
function values(
  condition: RuleCondition,
  config: { Values?: string[] | undefined } | undefined,
): readonly string[] {
  return config?.Values ?? condition.Values ?? [];
}

/** `*` stands for any characters, `?` for exactly one. */
function wildcard(pattern: string, text: string, flags: string): boolean {
  const source = pattern
    .replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `${flags}s`).test(text);
}

function within(range: string, ip: string): boolean {
  const [network = '', bits] = range.split('/');
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  const block = new BlockList();
  block.addSubnet(network, Number(bits), family);
  return block.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
}
