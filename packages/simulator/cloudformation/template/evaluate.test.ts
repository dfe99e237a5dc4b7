import { describe, expect, test } from '@jest/globals';
import { evaluate } from './evaluate.ts';
import { createScope, NOTHING, type ResourceValues } from './scope.ts';
import { readTemplate } from './template.ts';

const template = readTemplate(`
Parameters:
  Name: { Type: String, Default: shop }
  Ports: { Type: CommaDelimitedList, Default: '80, 443' }
Mappings:
  Sizes: { small: { cpu: 256 } }
Conditions:
  IsShop: !Equals [!Ref Name, shop]
  IsNot: !Not [!Condition IsShop]
Resources:
  Bucket: { Type: 'AWS::S3::Bucket' }
`);
const identity = {
  stackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/one/1',
  stackName: 'one',
  region: 'us-east-1',
  account: '123456789012',
  partition: 'aws',
};
const made: ResourceValues = {
  ref: (id) => (id === 'Bucket' ? 'one-bucket' : undefined),
  attribute: (id, attribute) => (id === 'Bucket' ? `${id}.${attribute}` : undefined),
};
const run = (node: unknown, resources: ResourceValues = made): unknown =>
  evaluate(
    node,
    createScope(template, { Name: 'shop', Ports: '80, 443' }, identity, resources, () => 'exported'),
  );

describe('functions', () => {
  test.each<[string, unknown, unknown]>([
    ['Ref of a parameter', { Ref: 'Name' }, 'shop'],
    ['Ref of a list', { Ref: 'Ports' }, ['80', '443']],
    ['Ref of a resource', { Ref: 'Bucket' }, 'one-bucket'],
    [
      'pseudo parameters',
      { 'Fn::Sub': '${AWS::StackName}/${AWS::AccountId}/${AWS::Partition}' },
      'one/123456789012/aws',
    ],
    [
      'Sub with variables and literals',
      { 'Fn::Sub': ['${A}-${Name}-${!Kept}', { A: { Ref: 'Bucket' } }] },
      'one-bucket-shop-${Kept}',
    ],
    ['Sub of an attribute', { 'Fn::Sub': '${Bucket.Arn}/*' }, 'Bucket.Arn/*'],
    ['GetAtt', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'Bucket.Arn'],
    ['Join', { 'Fn::Join': [',', { Ref: 'Ports' }] }, '80,443'],
    ['Split', { 'Fn::Split': ['-', 'a-b-c'] }, ['a', 'b', 'c']],
    ['Select of Split', { 'Fn::Select': ['1', { 'Fn::Split': ['-', 'a-b-c'] }] }, 'b'],
    ['If', { 'Fn::If': ['IsShop', 'yes', 'no'] }, 'yes'],
    ['If of a negation', { 'Fn::If': ['IsNot', 'yes', 'no'] }, 'no'],
    [
      'And, Or, Not',
      {
        'Fn::And': [{ Condition: 'IsShop' }, { 'Fn::Or': [{ 'Fn::Not': [{ Condition: 'IsShop' }] }, true] }],
      },
      true,
    ],
    ['Contains', { 'Fn::Contains': [{ Ref: 'Ports' }, '443'] }, true],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'cpu'] }, 256],
    ['GetAZs', { 'Fn::GetAZs': '' }, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 2, 10] }, ['10.0.0.0/22', '10.0.4.0/22']],
    [
      'Cidr of a small block',
      { 'Fn::Select': [3, { 'Fn::Cidr': ['192.168.1.0/24', 4, '6'] }] },
      '192.168.1.192/26',
    ],
    ['Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
    ['ImportValue', { 'Fn::ImportValue': 'x' }, 'exported'],
    ['NoValue takes its property away', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue takes its item away', [1, { 'Fn::If': ['IsNot', 2, { Ref: 'AWS::NoValue' }] }, 3], [1, 3]],
  ])('%s', (_name, node, expected) => {
    expect(run(node)).toEqual(expected);
  });

  test('what depends on a resource that does not exist yet stays as it is, the rest is worked out', () => {
    expect(
      run(
        {
          a: { 'Fn::Sub': '${Name}-${Bucket}' },
          b: { 'Fn::Join': ['-', [{ Ref: 'Name' }, { Ref: 'Bucket' }]] },
        },
        NOTHING,
      ),
    ).toEqual({
      a: { 'Fn::Sub': ['shop', '-', { Ref: 'Bucket' }] },
      b: { 'Fn::Join': ['-', ['shop', { Ref: 'Bucket' }]] },
    });
  });

  test.each<[string, unknown, RegExp]>([
    [
      'Select beyond the end',
      { 'Fn::Select': [5, ['a']] },
      /Fn::Select cannot select nonexistent value at index 5/,
    ],
    [
      'a mapping that is not there',
      { 'Fn::FindInMap': ['Sizes', 'large', 'cpu'] },
      /Unable to get mapping for Sizes::large::cpu/,
    ],
    ['a function that does not exist', { 'Fn::Nothing': 1 }, /Unrecognized intrinsic function Fn::Nothing/],
    [
      'too many blocks',
      { 'Fn::Cidr': ['10.0.0.0/24', 4, 8] },
      /10\.0\.0\.0\/24 cannot be split into 4 blocks/,
    ],
    ['a list inside a Join', { 'Fn::Join': ['', [['a']]] }, /a string is needed/],
  ])('%s is refused', (_name, node, message) => {
    expect(() => run(node)).toThrow(message);
  });
});
