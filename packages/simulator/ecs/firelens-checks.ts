import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';

/**
 * FireLens needs both ends, a container that sends and one that routes, and takes its configuration file from S3 on EC2
 * only (API reference, FirelensConfiguration: "Tasks hosted on Fargate only support the file configuration file type").
 * @throws ApiError ClientException
 */
export function checkFirelens(containers: readonly ContainerDefinition[], fargate: boolean): void {
  const senders = containers.filter(({ logConfiguration }) => logConfiguration?.logDriver === 'awsfirelens');
  const routers = containers.filter(({ firelensConfiguration }) => firelensConfiguration !== undefined);
  if (senders.length > 0 && routers.length === 0) {
    throw refuse(
      'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
    );
  }
  if (routers.length > 0 && senders.length === 0) {
    throw refuse(
      'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
    );
  }
  if (routers.length > 1)
    throw refuse('At most one container can be configured with a firelensConfiguration object.');
  for (const { firelensConfiguration } of routers) {
    const { 'config-file-type': type, 'config-file-value': value } = firelensConfiguration?.options ?? {};
    if (type === undefined && value === undefined) continue;
    if (type !== 's3' && type !== 'file')
      throw refuse(`Invalid config-file-type '${type ?? ''}'. The valid values are s3 and file.`);
    if ((value ?? '') === '') throw refuse('config-file-type needs config-file-value.');
    if (type !== 's3') continue;
    if (!/^arn:[\w-]+:s3:::[^/]+\/./.test(value ?? '')) throw refuse('Invalid arn syntax.');
    if (fargate) throw refuse('Tasks hosted on Fargate only support the file configuration file type.');
  }
}

function refuse(message: string): ApiError {
  return new ApiError('ClientException', message);
}
