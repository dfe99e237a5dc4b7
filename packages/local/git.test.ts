import { expect, test } from '@jest/globals';
import { originOf } from './git.ts';

test.each([
  ['git@github.com:octo/shop.git', 'https://github.com', 'octo/shop'],
  ['https://github.com/octo/shop', 'https://github.com', 'octo/shop'],
  ['https://user:token@github.com/octo/shop.git', 'https://github.com', 'octo/shop'],
  ['ssh://git@ghe.octo.example:2222/octo/shop.git', 'https://ghe.octo.example', 'octo/shop'],
])('%s', (remote, server, repository) => {
  expect(originOf(remote)).toEqual({ server, repository });
});

test.each([[''], ['/srv/git/shop.git'], ['../shop']])('%j names no repository of a server', (remote) => {
  expect(originOf(remote)).toBeUndefined();
});
