/** Resource types of AWS::ECR, in the notation of `resource-types.ts`. */
export const ecr = `
AWS::ECR::Repository id=RepositoryName
  EmptyOnDelete bool
  EncryptionConfiguration EncryptionConfiguration create-only
  ImageScanningConfiguration ImageScanningConfiguration
  ImageTagMutability IMMUTABLE|IMMUTABLE_WITH_EXCLUSION|MUTABLE|MUTABLE_WITH_EXCLUSION
  ImageTagMutabilityExclusionFilters ImageTagMutabilityExclusionFilter[]
  LifecyclePolicy LifecyclePolicy
  RepositoryName string create-only
  RepositoryPolicyText json
  Tags Tag[]
  attributes Arn RepositoryUri
 EncryptionConfiguration
  EncryptionType! AES256|KMS|KMS_DSSE
  KmsKey string
 ImageScanningConfiguration
  ScanOnPush bool
 ImageTagMutabilityExclusionFilter
  ImageTagMutabilityExclusionFilterType! =WILDCARD
  ImageTagMutabilityExclusionFilterValue! string
 LifecyclePolicy
  LifecyclePolicyText string
  RegistryId string
 Tag
  Key! string
  Value! string
`;
