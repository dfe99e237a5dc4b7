/** Resource types of AWS::SecretsManager, in the notation of `resource-types.ts`. */
export const secretsManager = `
AWS::SecretsManager::Secret id=Id
  Description string
  GenerateSecretString GenerateSecretString
  KmsKeyId string
  Name string create-only
  ReplicaRegions ReplicaRegion[]
  SecretString string
  Tags Tag[]
  Type string
  attributes Id
 GenerateSecretString
  ExcludeCharacters string
  ExcludeLowercase bool
  ExcludeNumbers bool
  ExcludePunctuation bool
  ExcludeUppercase bool
  GenerateStringKey string
  IncludeSpace bool
  PasswordLength int
  RequireEachIncludedType bool
  SecretStringTemplate string
 ReplicaRegion
  KmsKeyId string
  Region! string
 Tag
  Key! string
  Value! string
AWS::SecretsManager::SecretTargetAttachment id=Id
  SecretId! string create-only
  TargetId! string
  TargetType! string
  attributes Id
`;
