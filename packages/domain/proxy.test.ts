import { describe, expect, test } from '@jest/globals';
import { proxySettings } from './proxy.ts';

const PROXY = { HTTPS_PROXY: 'http://proxy.example.com:3128' };
const LOOPBACK = 'localhost,127.0.0.0-127.255.255.255,::1';

describe('NO_PROXY', () => {
  test.each([
    ['', ''],
    ['*', '*,'],
    ['.example.com', '.example.com,'],
    ['*.example.com', '*.example.com,'],
    // As curl and Go take it: the host and what lies below it.
    ['example.com', 'example.com,.example.com,'],
    ['example.com:8443', 'example.com:8443,'],
    ['intranet', 'intranet,.intranet,'],
    ['a.example,  b.example c.example', 'a.example,.a.example,b.example,.b.example,c.example,.c.example,'],
    ['10.0.0.7', '10.0.0.7,'],
    ['10.0.0.1-10.0.0.9', '10.0.0.1-10.0.0.9,'],
    ['10.0.0.0/8', '10.0.0.0-10.255.255.255,'],
    ['169.254.170.2/32', '169.254.170.2-169.254.170.2,'],
    ['192.168.77.5/20', '192.168.64.0-192.168.79.255,'],
    ['0.0.0.0/0', '0.0.0.0-255.255.255.255,'],
    ['10.0.0.0/33', '10.0.0.0/33,'],
    ['300.0.0.0/8', '300.0.0.0/8,'],
    ['::1', '::1,'],
    ['[fd00::7]', 'fd00::7,'],
  ])('%s is told to Node as %s', (given, told) => {
    expect(proxySettings({}, { ...PROXY, NO_PROXY: given })?.NO_PROXY).toBe(`${told}${LOOPBACK}`);
  });

  test.each([
    [{ NO_PROXY: 'upper', no_proxy: 'lower' }, {}, 'lower,.lower'],
    [{ NO_PROXY: 'upper', no_proxy: ' ' }, {}, 'upper,.upper'],
    [{ NO_PROXY: 'upper' }, { 'no-proxy': 'input' }, 'input,.input'],
  ])('of %j and inputs %j', (env, given, told) => {
    expect(proxySettings(given, { ...PROXY, ...env })?.NO_PROXY).toBe(`${told},${LOOPBACK}`);
  });
});

test.each([
  [{}, undefined, undefined],
  [{ HTTPS_PROXY: '' }, undefined, undefined],
  [{ HTTPS_PROXY: 'proxy:3128' }, undefined, 'http://proxy:3128/'],
  [{ HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:2' }, undefined, 'http://lower:2/'],
  [{ HTTPS_PROXY: 'http://upper:1', https_proxy: '' }, undefined, 'http://upper:1/'],
  [{ HTTPS_PROXY: 'http://[fd00::1]:3128' }, undefined, 'http://[fd00::1]:3128/'],
  [{ HTTP_PROXY: 'http://plain:1' }, 'http://plain:1/', undefined],
])('%j gives HTTP %s and HTTPS %s', (env, plain, secure) => {
  const found = proxySettings({}, env);
  expect([found?.HTTP_PROXY, found?.HTTPS_PROXY]).toEqual([plain, secure]);
});

test.each(['socks5://user:hunter2@proxy:1080', 'http://', 'http://user:hunter2@:80', 'a b'])(
  '%s is refused without being repeated',
  (value) => {
    const attempt = (): unknown => proxySettings({}, { HTTPS_PROXY: value });
    expect(attempt).toThrow(/^HTTPS_PROXY is not the address of an HTTP proxy/);
    expect(attempt).not.toThrow(/hunter2/);
  },
);
