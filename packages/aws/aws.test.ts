import { expect, test } from '@jest/globals';
import { createAws } from './aws.ts';
import { testConnection } from './testing/connection.ts';

test.each([
  'us-east-1',
  'ap-southeast-5',
  'mx-central-1',
  'cn-northwest-1',
  'us-gov-east-1',
  'us-isob-east-1',
  'eusc-de-east-1',
])('%s is a region', (region) => {
  expect(createAws(region, testConnection()).region).toBe(region);
});

test.each([undefined, 'moon', 'us-east-1a', 'US-EAST-1', 'us-east-1/..', 'us-east-1.example.com'])(
  '%s is none',
  (region) => {
    expect(() => createAws(region, testConnection())).toThrow(/region/);
  },
);
