import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '@cutover/domain/inputs/input';
import { complaintOf, type AnswerExpectation, type HttpAnswer } from './expectation.ts';
import { expectationOf, probeInputs } from './inputs.ts';

const expectation = (given: Record<string, string>): AnswerExpectation =>
  expectationOf(parseInputs(probeInputs, given));
const answer: HttpAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'x-version': '42' },
  body: '{"status":"ok","version":42}\n',
  milliseconds: 80,
};

test.each<[string, Record<string, string>, Partial<HttpAnswer>]>([
  ['the usual status', {}, {}],
  ['one of several statuses', { 'expect-status': '200-299, 302' }, { status: 302 }],
  ['a text in the body', { 'expect-body': '"status":"ok"' }, {}],
  ['a pattern in the body', { 'expect-body': '/"VERSION":\\d+/i' }, {}],
  ['a header that is there', { 'expect-header': 'X-Version' }, {}],
  ['headers that fit', { 'expect-header': 'content-type: application/json\nx-version: /^42$/' }, {}],
  [
    'a header whose text has a colon',
    { 'expect-header': 'x-time: 12:00' },
    { headers: { 'x-time': '12:00:01' } },
  ],
  ['the limit of latency itself', { 'max-latency-ms': '80' }, {}],
])('%s is fine', (_, given, changes) => {
  expect(complaintOf({ ...answer, ...changes }, expectation(given))).toBeUndefined();
});

test.each<[string, Record<string, string>, Partial<HttpAnswer>, string]>([
  ['another status', {}, { status: 503 }, 'answered 503, not 200'],
  [
    'a redirect',
    { 'expect-status': '200-299' },
    { status: 301, headers: { location: 'https://shop.example.com/' } },
    'answered 301 (a redirect to https://shop.example.com/), not 200-299',
  ],
  [
    'a body without the text',
    { 'expect-body': 'ready' },
    {},
    'the body does not fit "ready"; it is “{"status":"ok","version":42}”',
  ],
  ['no body', { 'expect-body': '/./' }, { body: '' }, 'the body does not fit /./; it is empty'],
  ['a long body', { 'expect-body': 'x' }, { body: `a\u001b[31m\n${'b'.repeat(500)}` }, 'it is “a [31m bbb'],
  ['no such header', { 'expect-header': 'etag' }, {}, 'without the header etag'],
  [
    'another value of a header',
    { 'expect-header': 'x-version: 43' },
    {},
    'with x-version: “42”, which does not fit "43"',
  ],
  ['slowness', { 'max-latency-ms': '79' }, {}, 'answered 200 after 80 ms, more than 79 ms'],
])('%s is not', (_, given, changes, complaint) => {
  expect(complaintOf({ ...answer, ...changes }, expectation(given))).toContain(complaint);
});

describe('refused', () => {
  test.each([
    ['expect-status', '99', 'is not a list of HTTP statuses'],
    ['expect-status', '299-200', 'is not a list of HTTP statuses'],
    ['expect-status', '2xx', 'is not a list of HTTP statuses'],
    ['expect-status', '200;201', 'is not a list of HTTP statuses'],
    ['expect-body', '/(/', 'is not a text or a /regular expression/'],
    ['expect-body', '/a/g', 'is not a text or a /regular expression/'],
    ['expect-header', 'x version: 1', 'is not a list of headers'],
    ['host-header', 'https://shop.example.com', 'is not a host name'],
    ['host-header', 'shop.example.com/health', 'is not a host name'],
    ['url', 'shop.example.com', 'is not an http or https address'],
    ['path', 'health', 'is not a path that begins with /'],
    ['max-latency-ms', '0', 'is not a whole number from 1'],
    ['probe-count', '1001', 'is not a whole number from 1'],
    ['probe-concurrency', '0.5', 'is not a whole number from 1'],
  ])('%s: %s', (input, value, message) => {
    expect(() => parseInputs(probeInputs, { [input]: value })).toThrow(message);
  });

  test('only then: names with a port', () => {
    expect(parseInputs(probeInputs, { 'host-header': 'shop.example.com:8443' })['host-header']).toBe(
      'shop.example.com:8443',
    );
  });
});
