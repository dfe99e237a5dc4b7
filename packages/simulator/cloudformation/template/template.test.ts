import { describe, expect, test } from '@jest/globals';
import { resolveParameters } from './parameters.ts';
import { readTemplate } from './template.ts';

const resource = 'Resources:\n  Bucket: { Type: "AWS::S3::Bucket" }\n';

describe('reading a template', () => {
  test('short and long forms, YAML and JSON mean the same', () => {
    const yaml = readTemplate(
      `Conditions: { Yes: !Equals [a, a] }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Condition: Yes
    Properties: { BucketName: !Sub '\${AWS::StackName}-x' }
  Topic:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !GetAtt Bucket.Arn, TopicName: !If [Yes, !Select [0, !Split ['-', a-b]], !Ref AWS::NoValue] }
`,
    );
    const json = readTemplate(
      JSON.stringify({
        Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } },
        Resources: {
          Bucket: {
            Type: 'AWS::S3::Bucket',
            Condition: 'Yes',
            Properties: { BucketName: { 'Fn::Sub': '${AWS::StackName}-x' } },
          },
          Topic: {
            Type: 'AWS::SNS::Topic',
            Properties: {
              DisplayName: { 'Fn::GetAtt': ['Bucket', 'Arn'] },
              TopicName: {
                'Fn::If': [
                  'Yes',
                  { 'Fn::Select': [0, { 'Fn::Split': ['-', 'a-b'] }] },
                  { Ref: 'AWS::NoValue' },
                ],
              },
            },
          },
        },
      }),
    );
    expect({ ...yaml, body: '' }).toEqual({ ...json, body: '' });
  });

  test.each<[string, string, string]>([
    ['bad YAML', 'Resources:\n  A: [1\n', 'Template format error: YAML not well-formed. (line 3, column 1)'],
    ['bad JSON', '{"Resources": {', 'Template format error: JSON not well-formed. (line 1, column 16)'],
    [
      'an unknown tag',
      'Resources:\n  A: !Nope x\n',
      'Template format error: YAML not well-formed. (line 2, column 12)',
    ],
    ['a list', '- a\n', 'Template format error: unsupported structure.'],
    ['an unknown section', `${resource}Resource: {}\n`, 'Invalid template property or properties [Resource]'],
    [
      'no resources',
      'Description: nothing\n',
      'Template format error: At least one Resources member must be defined.',
    ],
    [
      'an unknown type',
      'Resources: { A: { Type: "AWS::S3::Buckets" }, B: { Type: "AWS::Nope::X" } }',
      'Template format error: Unrecognized resource types: [AWS::S3::Buckets, AWS::Nope::X]',
    ],
    [
      'an unknown member of a resource',
      'Resources: { A: { Type: "AWS::S3::Bucket", Property: {} } }',
      "Invalid template resource property 'Property'",
    ],
    [
      'a reference to nothing',
      'Resources: { A: { Type: "AWS::S3::Bucket", Properties: { BucketName: !Ref Nope } } }',
      'Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template',
    ],
    [
      'a Sub of nothing',
      'Resources: { A: { Type: "AWS::S3::Bucket", Properties: { BucketName: !Sub "${Nope.Arn}" } } }',
      'Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template',
    ],
    [
      'an output of nothing',
      `${resource}Outputs: { O: { Value: !Ref Nope } }\n`,
      'Template format error: Unresolved resource dependencies [Nope] in the Outputs block of the template',
    ],
    [
      'a DependsOn of nothing',
      'Resources: { A: { Type: "AWS::S3::Bucket", DependsOn: [Nope] } }',
      'Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template',
    ],
    [
      'an attribute that the type does not have',
      `${resource}Outputs: { O: { Value: !GetAtt Bucket.DNSName } }\n`,
      'Template error: resource Bucket does not support attribute type DNSName in Fn::GetAtt',
    ],
    [
      'a condition that is not there',
      'Resources: { A: { Type: "AWS::S3::Bucket", Condition: Nope } }',
      'Template format error: Unresolved condition dependency Nope in the template',
    ],
    [
      'a resource in a condition',
      `${resource}Conditions: { C: !Equals [!Ref Bucket, a] }\n`,
      'Template format error: Unresolved dependencies [Bucket]. Cannot reference resources in the Conditions block of the template',
    ],
    [
      'a cycle',
      `Resources:
  A: { Type: "AWS::SNS::Topic", Properties: { DisplayName: !Ref B } }
  B: { Type: "AWS::SNS::Topic", DependsOn: C }
  C: { Type: "AWS::SNS::Topic", Properties: { DisplayName: !GetAtt A.TopicName } }
  D: { Type: "AWS::SNS::Topic", DependsOn: A }
  E: { Type: "AWS::SNS::Topic" }
`,
      'Circular dependency between resources: [A, B, C]',
    ],
  ])('%s is refused', (_name, body, message) => {
    expect(() => readTemplate(body)).toThrow(message);
  });
});

describe('parameters', () => {
  const declare = (declaration: string) => readTemplate(`Parameters:\n  P: ${declaration}\n${resource}`);
  const resolve = (declaration: string, value?: string): unknown =>
    resolveParameters(
      declare(declaration),
      value === undefined ? [] : [{ ParameterKey: 'P', ParameterValue: value }],
      undefined,
    )['P'];

  test.each<[string, string, string | undefined, string]>([
    ['the default', '{ Type: String, Default: a }', undefined, 'a'],
    ['a number as default', '{ Type: Number, Default: 8080 }', undefined, '8080'],
    ['what is given', '{ Type: String, Default: a }', 'b', 'b'],
    ['an empty text that is given', '{ Type: String, Default: a }', '', ''],
    ['a list', '{ Type: CommaDelimitedList }', 'a,b', 'a,b'],
    ['a list of subnets', '{ Type: "List<AWS::EC2::Subnet::Id>" }', 'subnet-1', 'subnet-1'],
  ])('takes %s', (_name, declaration, value, expected) => {
    expect(resolve(declaration, value)).toBe(expected);
  });

  test.each<[string, string, string | undefined, string]>([
    ['no value', '{ Type: String }', undefined, 'Parameters: [P] must have values'],
    ['no number', '{ Type: Number }', 'x', "Parameter 'P' must be a number"],
    [
      'a number too small',
      '{ Type: Number, MinValue: 2 }',
      '1',
      "Parameter 'P' must be a number not less than 2",
    ],
    [
      'a number too large',
      '{ Type: Number, MaxValue: 2 }',
      '3',
      "Parameter 'P' must be a number not greater than 2",
    ],
    [
      'another value than allowed',
      '{ Type: String, AllowedValues: [a, b] }',
      'c',
      "Parameter 'P' must be one of AllowedValues",
    ],
    [
      'a number that is not allowed',
      '{ Type: Number, AllowedValues: [1, 2] }',
      '3',
      "Parameter 'P' must be one of AllowedValues",
    ],
    [
      'a mismatch',
      "{ Type: String, AllowedPattern: '[a-z]+' }",
      'a1',
      "Parameter 'P' must match pattern [a-z]+",
    ],
    ['too short', '{ Type: String, MinLength: 3 }', 'ab', "Parameter 'P' must contain at least 3 characters"],
    ['too long', '{ Type: String, MaxLength: 1 }', 'ab', "Parameter 'P' must contain at most 1 characters"],
    [
      'the description of a constraint',
      '{ Type: String, AllowedPattern: x, ConstraintDescription: must be x }',
      'y',
      'Parameter P failed to satisfy constraint: must be x',
    ],
    ['an unknown type', '{ Type: Strin }', 'a', 'Template format error: Unrecognized parameter type: Strin'],
  ])('refuses %s', (_name, declaration, value, message) => {
    expect(() => resolve(declaration, value)).toThrow(message);
  });

  test('the previous value is kept, and refused where there is none', () => {
    const template = declare('{ Type: String, Default: a }');
    const keep = [{ ParameterKey: 'P', UsePreviousValue: true }];
    expect(resolveParameters(template, keep, { P: 'before' })).toEqual({ P: 'before' });
    expect(() => resolveParameters(template, keep, undefined)).toThrow(/usePreviousValue/);
  });

  test('a name that the template does not declare', () => {
    const given = [{ ParameterKey: 'Q', ParameterValue: '1' }];
    expect(() => resolveParameters(declare('{ Type: String, Default: a }'), given, undefined)).toThrow(
      'Parameters: [Q] do not exist in the template',
    );
  });
});
