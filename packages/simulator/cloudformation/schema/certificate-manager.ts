/** Resource types of AWS::CertificateManager, in the notation of `resource-types.ts`. */
export const certificateManager = `
AWS::CertificateManager::Certificate id=Id
  CertificateAuthorityArn string create-only
  CertificateExport string
  CertificateTransparencyLoggingPreference string
  DomainName! string create-only
  DomainValidationOptions DomainValidationOption[] create-only
  KeyAlgorithm string create-only
  SubjectAlternativeNames string[] create-only
  Tags Tag[]
  ValidationMethod string create-only
  attributes Id
 DomainValidationOption
  DomainName! string
  HostedZoneId string
  ValidationDomain string
 Tag
  Key! string
  Value! string
`;
