/** Resource types of AWS::SSM, in the notation of `resource-types.ts`. */
export const ssm = `
AWS::SSM::Parameter id=Name
  AllowedPattern string
  DataType aws:ec2:image|text
  Description string
  Name string create-only
  Policies string
  Tags {string}
  Tier Advanced|Intelligent-Tiering|Standard
  Type! String|StringList
  Value! string
`;
