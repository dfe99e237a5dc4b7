import { isJsonObject, type JsonObject } from '@cutover/domain/text/json';

/**
 * Whether a resource of a template is an ECS service that CodeDeploy deploys to, or may deploy to: CloudFormation sends a
 * service's task definition with every update, and ECS refuses that then.
 */
export function mayBeFrozen(resource: JsonObject): boolean {
  if (resource['Type'] !== 'AWS::ECS::Service') return false;
  const properties = isJsonObject(resource['Properties']) ? resource['Properties'] : {};
  const controller = properties['DeploymentController'];
  if (controller === undefined) return false;
  const type = isJsonObject(controller) ? controller['Type'] : undefined;
  return type !== 'ECS' && type !== 'EXTERNAL';
}
