import { parseStatuses } from '@cutover/domain/target/http-status';
import { field, InvalidInput, matching, number } from '@cutover/domain/inputs/input';
import { parseHeaders, parseText, type AnswerExpectation } from './expectation.ts';

/** Inputs of a step that sends requests over HTTP and judges the answers. */
export const probeInputs = {
  url: field(address, {}),
  path: matching({ pattern: /^\//, expected: 'a path that begins with /', example: '/health' }),
  'host-header': matching({
    pattern:
      /^(?=.{1,253}(?::\d{1,5})?$)[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9_])?)*(?::\d{1,5})?$/,
    expected: 'a host name',
    example: 'shop.example.com',
  }),
  'expect-status': field(parseStatuses, { default: '200' }),
  'expect-body': field(parseText, {}),
  'expect-header': field(parseHeaders, { form: { kind: 'lines' } }),
  'max-latency-ms': number({ min: 1, max: 300_000, integer: true }),
  'probe-count': number({ default: '1', min: 1, max: 1000, integer: true }),
  'probe-concurrency': number({ default: '1', min: 1, max: 100, integer: true }),
};

function address(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InvalidInput('an http or https address', 'Write it like https://shop.example.com/health.');
  }
  return value;
}

/** The inputs' values as one expectation. */
export function expectationOf(given: {
  readonly 'expect-status': AnswerExpectation['statuses'];
  readonly 'expect-body': AnswerExpectation['body'];
  readonly 'expect-header': AnswerExpectation['headers'] | undefined;
  readonly 'max-latency-ms': number | undefined;
}): AnswerExpectation {
  return {
    statuses: given['expect-status'],
    body: given['expect-body'],
    headers: given['expect-header'] ?? [],
    maxLatencyMs: given['max-latency-ms'],
  };
}
