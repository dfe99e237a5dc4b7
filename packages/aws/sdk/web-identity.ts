export { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
