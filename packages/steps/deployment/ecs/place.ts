import type { Environment } from '@cutover/domain/environment';
import { parseArn } from '@cutover/domain/identity/arn';
import type { ServiceState } from '@cutover/domain/task/ecs-service';

/** A service by its names, and the beginning of the ARNs of its deployments. */
export interface EcsPlace extends Pick<Environment, 'cluster' | 'service'> {
  /** `arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/` */
  readonly deploymentPrefix: string;
}

export function placeOf({ cluster, service }: Environment, { arn, cluster: name }: ServiceState): EcsPlace {
  const { account = '', partition = 'aws', region = '' } = parseArn(arn) ?? {};
  return {
    cluster,
    service,
    deploymentPrefix: `arn:${partition}:ecs:${region}:${account}:service-deployment/${name}/${service}/`,
  };
}

/** ARN of a deployment by its id; an ARN is one already. */
export function arnOf({ deploymentPrefix }: EcsPlace, id: string): string {
  return id.startsWith('arn:') ? id : `${deploymentPrefix}${id}`;
}
