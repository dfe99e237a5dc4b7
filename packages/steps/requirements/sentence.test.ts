import { expect, test } from '@jest/globals';
import { requirementSentence } from './sentence.ts';

test.each([
  ['there is no log group /shop', 'There is no log group /shop.'],
  ['it could not be looked at', 'It could not be looked at.'],
  ['image shop lies in no registry', 'Image shop lies in no registry.'],
  ['shop lies in no registry', 'shop lies in no registry.'],
  ['web is built for linux/arm64, and the task runs on linux/amd64', undefined],
  ['theatre may not read the secret', undefined],
  ['arn:aws:iam::123456789012:role/shop is not there.', undefined],
])('%s', (text, expected) => {
  expect(requirementSentence(text)).toBe(expected ?? `${text.replace(/\.$/, '')}.`);
});
