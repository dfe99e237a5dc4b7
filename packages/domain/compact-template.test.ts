import { describe, expect, test } from '@jest/globals';
import { compactTemplate } from './compact-template.ts';
import { ConfigurationError } from './errors.ts';

const compact = (text: string, texts?: 'kept' | 'left out'): string =>
  compactTemplate(text, 'stack.yml', texts);

function refusal(text: string): string {
  try {
    return `not refused: ${compact(text)}`;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message;
  }
}

test.each([
  ['1', '1'],
  ['-7', '-7'],
  ['0.25', '0.25'],
  ['123456789012', '123456789012'],
  ['12345678901234567890123', '12345678901234567890123'],
  ['true', 'true'],
  ['False', 'false'],
  ['', 'null'],
  ['~', 'null'],
  ['2012-10-17', '"2012-10-17"'],
  ['2026-12-01T10:00:00Z', '"2026-12-01T10:00:00Z"'],
  ['8.4.7', '"8.4.7"'],
  ['10.0.0.0/16', '"10.0.0.0/16"'],
  ['1,000', '"1,000"'],
  ["'012345678901'", '"012345678901"'],
  ['"022"', '"022"'],
  ["'yes'", '"yes"'],
  ["'1_000'", '"1_000"'],
  ['!!str 022', '"022"'],
  ["''", '""'],
  ['日本', '"日本"'],
  ['a # comment', '"a"'],
  ['AWS::EC2::VPC', '"AWS::EC2::VPC"'],
])('%s is written as %s', (yaml, json) => {
  expect(compact(`A: ${yaml}`)).toBe(`{"A":${json}}`);
});

test.each([
  ['!Ref Vpc', '{"Ref":"Vpc"}'],
  ['!Condition IsOpen', '{"Condition":"IsOpen"}'],
  ['!GetAtt Role.Arn', '{"Fn::GetAtt":["Role","Arn"]}'],
  ['!GetAtt Stack.Outputs.Url', '{"Fn::GetAtt":["Stack","Outputs.Url"]}'],
  ['!GetAtt [Role, Arn]', '{"Fn::GetAtt":["Role","Arn"]}'],
  ["!GetAZs ''", '{"Fn::GetAZs":""}'],
  ['!Base64 123', '{"Fn::Base64":"123"}'],
  ['!Ref 022', '{"Ref":"022"}'],
  ['!Select [0, !GetAZs ""]', '{"Fn::Select":[0,{"Fn::GetAZs":""}]}'],
  ['!If [Is, [1, !Ref B], !Ref AWS::NoValue]', '{"Fn::If":["Is",[1,{"Ref":"B"}],{"Ref":"AWS::NoValue"}]}'],
  ['!Sub ["${X}", { X: !Ref B }]', '{"Fn::Sub":["${X}",{"X":{"Ref":"B"}}]}'],
  ['!Transform { Name: AWS::Include }', '{"Fn::Transform":{"Name":"AWS::Include"}}'],
  ['\n  Fn::Not: [!Equals [a, b]]', '{"Fn::Not":[{"Fn::Equals":["a","b"]}]}'],
])('%s is written in its long form', (yaml, json) => {
  expect(compact(`A: ${yaml}`)).toBe(`{"A":${json}}`);
});

test('blocks of text keep their lines', () => {
  expect(compact('A: |\n  one\n    two\nB: >-\n  one\n  two\n')).toBe(
    String.raw`{"A":"one\n  two\n","B":"one two"}`,
  );
});

test('keys keep their order, and a number as key is text', () => {
  expect(compact('b: 1\n10: 2\n2: 3\na: 4\n')).toBe('{"b":1,"10":2,"2":3,"a":4}');
});

describe('a scalar with two meanings is refused:', () => {
  test.each([
    ['022', 'leading zero'],
    ['0o22', 'not decimal'],
    ['0x1F', 'not decimal'],
    ['012345678901', 'leading zero'],
    ['089', 'leading zero'],
    ['1_000', 'underscore'],
    ['+1', 'sign'],
    ['-0', 'sign'],
    ['1.0', 'zero at its end'],
    ['1e3', 'exponent'],
    ['.5', 'exponent'],
    ['.inf', 'reads as a number'],
    ['12:30', 'colons'],
    ['190:20:30', 'colons'],
    ['yes', 'yes, no'],
    ['No', 'yes, no'],
    ['on', 'yes, no'],
    ['y', 'yes, no'],
    ['=', 'sign ='],
  ])('%s', (yaml, said) => {
    expect(refusal(`B: 1\nA: ${yaml}`)).toMatch(new RegExp(`^stack.yml:2:4: .*${said}`));
  });
  test('as a key, too', () => {
    expect(refusal('on: 1')).toMatch(/^stack.yml:1:1: .*yes, no/);
    expect(refusal('012345678901: 1')).toMatch(/^stack.yml:1:1: .*leading zero/);
  });
  test('without the value, which may be a secret', () => {
    expect(refusal('A: 0123456')).not.toContain('0123456');
  });
});

test('aliases and merge keys are refused, as CloudFormation takes none', () => {
  expect(refusal('A: &a { B: 1 }\nC: *a')).toMatch(/^stack.yml:2:4: .*alias/);
  expect(refusal('A:\n  <<: { B: 1 }')).toMatch(/^stack.yml:2:3: .*merge key/);
});

test('a tag that is no name of a function is refused', () => {
  expect(refusal('A: !a/b c')).toMatch(/^stack.yml:1:9: .*names no function/);
});

test('JSON loses its layout and keeps every token', () => {
  const given = String.raw`{ "A": [1.0, 1e3, -0, "a \" {  \u00e9\/\ud83d\ude00"],
    "B": {"Fn::Sub": "${'$'}{A}  b"}, "C": true, "D": null }`;
  const written = compact(given);
  expect(written).toMatch(
    /^\{"A":\[1\.0,1e3,-0,"[^\n]*,"B":\{"Fn::Sub":"\$\{A\} {2}b"\},"C":true,"D":null\}$/,
  );
  expect(JSON.parse(written)).toEqual(JSON.parse(given));
});

test('what CloudFormation only shows can be left out', () => {
  const template = `
Description: kept
Metadata: { AWS::CloudFormation::Interface: { ParameterGroups: [] }, Other: { Description: kept } }
Parameters: { P: { Type: String, Description: gone, ConstraintDescription: kept }, Description: { Type: String } }
Resources: { R: { Type: AWS::SNS::Topic, Properties: { Description: kept } } }
Outputs: { O: { Value: 1, Description: gone } }
`;
  expect(JSON.parse(compact(template, 'left out'))).toEqual({
    Description: 'kept',
    Metadata: { Other: { Description: 'kept' } },
    Parameters: { P: { Type: 'String', ConstraintDescription: 'kept' }, Description: { Type: 'String' } },
    Resources: { R: { Type: 'AWS::SNS::Topic', Properties: { Description: 'kept' } } },
    Outputs: { O: { Value: 1 } },
  });
  expect(compact(template)).toContain('gone');
});
