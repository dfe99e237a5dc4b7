/** Resource types of AWS::IAM, in the notation of `resource-types.ts`. */
export const iam = `
AWS::IAM::Role id=RoleName
  AssumeRolePolicyDocument! json
  Description string
  ManagedPolicyArns string[]
  MaxSessionDuration int
  Path string create-only
  PermissionsBoundary string
  Policies Policy[]
  RoleName string create-only
  Tags Tag[]
  attributes Arn RoleId
 Policy
  PolicyDocument! json
  PolicyName! string
 Tag
  Key! string
  Value! string
AWS::IAM::Policy id=Id
  Groups string[]
  PolicyDocument! json
  PolicyName! string
  Roles string[]
  Users string[]
  attributes Id
AWS::IAM::RolePolicy id=PolicyName,RoleName
  PolicyDocument json
  PolicyName! string create-only
  RoleName! string create-only
AWS::IAM::ManagedPolicy id=PolicyArn
  Description string create-only
  Groups string[]
  ManagedPolicyName string create-only
  Path string create-only
  PolicyDocument! json
  Roles string[]
  Users string[]
  attributes AttachmentCount CreateDate DefaultVersionId IsAttachable PermissionsBoundaryUsageCount PolicyArn PolicyId UpdateDate
AWS::IAM::OIDCProvider id=Arn
  ClientIdList string[]
  Tags Tag[]
  ThumbprintList string[]
  Url string create-only
  attributes Arn
 Tag
  Key! string
  Value! string
AWS::IAM::InstanceProfile id=InstanceProfileName
  InstanceProfileName string create-only
  Path string create-only
  Roles! string[]
  attributes Arn
`;
