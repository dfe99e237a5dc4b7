import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { maintenancePage } from './page.ts';

test('the plain page asks the browser to come back, and fits', () => {
  const { body, contentType } = maintenancePage(undefined, undefined, 86_400);
  expect(contentType).toBe('text/html');
  expect(body).toContain('<meta http-equiv="refresh" content="86400">');
  expect(body.length).toBeLessThan(1024);
});

test.each([
  ['text', 'down.txt', 'Back soon\n', 'text/plain', 'Back soon'],
  ['JSON', 'down.json', '{"error":"maintenance"}', 'application/json', '{"error":"maintenance"}'],
  ['a head', 'a.html', '<head lang="x"><b></head>', 'text/html', '<head lang="x">META<b></head>'],
  [
    'no head',
    'a.htm',
    '<!doctype html>\n<html>\nhi</html>',
    'text/html',
    '<!doctype html>\n<html>META\nhi</html>',
  ],
  ['a fragment', 'a.html', '<p>hi', 'text/html', 'META<p>hi'],
  [
    'HTML that its name does not tell',
    'page',
    '<!DOCTYPE html><p>hi',
    'text/html',
    '<!DOCTYPE html>META<p>hi',
  ],
  [
    'a reload of its own',
    'a.html',
    "<head><meta HTTP-EQUIV='Refresh' content='5'></head>",
    'text/html',
    "<head><meta HTTP-EQUIV='Refresh' content='5'></head>",
  ],
])('a page with %s', (_, name, text, contentType, body) => {
  expect(maintenancePage(text, name, 30)).toEqual({
    contentType,
    body: body.replace('META', '<meta http-equiv="refresh" content="30">'),
  });
});

test('bytes count, not characters', () => {
  expect(maintenancePage('é'.repeat(512), 'a.txt', 30).body).toHaveLength(512);
  expect(() => maintenancePage('é'.repeat(513), 'a.txt', 30)).toThrow(ConfigurationError);
});
