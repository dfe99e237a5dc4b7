/** Resource types of AWS::KMS, in the notation of `resource-types.ts`. */
export const kms = `
AWS::KMS::Key id=KeyId
  BypassPolicyLockoutSafetyCheck bool
  Description string
  EnableKeyRotation bool
  Enabled bool
  KeyPolicy json
  KeySpec string
  KeyUsage ENCRYPT_DECRYPT|GENERATE_VERIFY_MAC|KEY_AGREEMENT|SIGN_VERIFY
  MultiRegion bool
  Origin AWS_KMS|EXTERNAL
  PendingWindowInDays int
  RotationPeriodInDays int
  Tags Tag[]
  attributes Arn KeyId
 Tag
  Key! string
  Value! string
AWS::KMS::Alias id=AliasName
  AliasName! string create-only
  TargetKeyId! string
`;
