/** Resource types of AWS::CloudFormation, in the notation of `resource-types.ts`. */
export const waitConditionHandle = `
AWS::CloudFormation::WaitConditionHandle id=Id
  attributes Id
`;
